package e2e

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"sort"

	"github.com/chromedp/chromedp"
)

// imageBytesMax is what a picture of the guide may weigh.
const imageBytesMax = 150_000

// Picture writes a picture of the window for the guide: docs/images/NAME.png where ASYNCPLAY_IMAGES names that folder,
// otherwise into a directory of the test.
func (p *Page) Picture(name string) {
	p.t.Helper()
	shot, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatalf("picture %s: %v", name, err)
	}
	full, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		p.t.Fatalf("picture %s: %v", name, err)
	}
	small, err := indexed(full, 256)
	if err != nil {
		p.t.Fatalf("picture %s: %v", name, err)
	}
	if len(small) > imageBytesMax {
		p.t.Errorf("picture %s has %d bytes, more than %d", name, len(small), imageBytesMax)
	}
	dir := os.Getenv("ASYNCPLAY_IMAGES")
	if dir == "" {
		dir = p.t.TempDir()
	}
	if err := os.WriteFile(filepath.Join(dir, name+".png"), small, 0o644); err != nil {
		p.t.Fatal(err)
	}
}

// indexed writes a picture anew with a palette: a page has few colours, and its shades at the edges of letters can be
// rounded without anybody seeing it.
func indexed(full image.Image, colours int) ([]byte, error) {
	bounds := full.Bounds()
	flat := image.NewPaletted(bounds, paletteOf(full, colours))
	draw.Draw(flat, bounds, full, bounds.Min, draw.Src)
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	err := encoder.Encode(&out, flat)
	return out.Bytes(), err
}

// paletteOf picks the most frequent colours of a picture that are not too near to one picked before.
func paletteOf(picture image.Image, most int) color.Palette {
	const nearest = 5 // sum of the differences of three channels of 8 bits
	counts := map[color.RGBA]int{}
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y++ {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			counts[color.RGBAModel.Convert(picture.At(x, y)).(color.RGBA)]++
		}
	}
	colours := make([]color.RGBA, 0, len(counts))
	for c := range counts {
		colours = append(colours, c)
	}
	rank := func(c color.RGBA) int { return int(c.R)<<16 | int(c.G)<<8 | int(c.B) }
	sort.Slice(colours, func(i, j int) bool {
		if counts[colours[i]] != counts[colours[j]] {
			return counts[colours[i]] > counts[colours[j]]
		}
		return rank(colours[i]) < rank(colours[j])
	})
	var picked color.Palette
	for distance := nearest; len(picked) < most && distance >= 0; distance -= nearest {
		for _, c := range colours {
			if len(picked) < most && !hasNear(picked, c, distance) {
				picked = append(picked, c)
			}
		}
	}
	return picked
}

func hasNear(palette color.Palette, c color.RGBA, distance int) bool {
	part := func(a, b uint8) int { return max(int(a), int(b)) - min(int(a), int(b)) }
	for _, p := range palette {
		o := p.(color.RGBA)
		if part(o.R, c.R)+part(o.G, c.G)+part(o.B, c.B) <= distance {
			return true
		}
	}
	return false
}
