package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"

	"github.com/chromedp/chromedp"
)

// Golden pictures are kept to see when a layout breaks, on any machine: letters come out differently with each version of Chromium,
// even of the same font. So what is compared is the mean colour of cells, each with its neighbours, and a small share may differ.
const (
	goldenDir      = "testdata/golden"
	goldenBytesMax = 60_000
	goldenColours  = 32
	cellPx         = 8 // of a picture in half its size
	// cellTolerance is how far the mean of a cell and its neighbours may be off, in a channel of 8 bits: letters that are drawn
	// otherwise change it by less than 6, a panel that is not there by 20 and more.
	cellTolerance = 10
	// goldenShareMax is the share of cells that may be off by more.
	goldenShareMax = 0.015
)

// Golden compares the window with testdata/golden/NAME.png. ASYNCPLAY_UPDATE=1 takes the picture anew.
func (p *Page) Golden(name string) {
	p.t.Helper()
	got := p.picture()
	path := filepath.Join(goldenDir, name+".png")
	if os.Getenv("ASYNCPLAY_UPDATE") != "" {
		small, err := indexed(got, goldenColours)
		if err == nil && len(small) > goldenBytesMax {
			err = fmt.Errorf("it has %d bytes, more than %d", len(small), goldenBytesMax)
		}
		if err == nil {
			err = os.WriteFile(path, small, 0o644)
		}
		if err != nil {
			p.t.Fatalf("golden %s: %v", name, err)
		}
		return
	}
	kept, err := os.ReadFile(path)
	if err != nil {
		p.t.Fatalf("golden %s: %v (ASYNCPLAY_UPDATE=1 takes it)", name, err)
	}
	want, err := png.Decode(bytes.NewReader(kept))
	if err != nil {
		p.t.Fatalf("golden %s: %v", name, err)
	}
	off, share := differingCells(want, got)
	if share <= goldenShareMax {
		return
	}
	dir := filepath.Join(os.TempDir(), "asyncplay-golden")
	err = os.MkdirAll(dir, 0o755)
	for file, picture := range map[string]image.Image{name + ".png": got, name + "-differs.png": markCells(got, off)} {
		var content bytes.Buffer
		err = errors.Join(err, png.Encode(&content, picture), os.WriteFile(filepath.Join(dir, file), content.Bytes(), 0o644))
	}
	p.t.Errorf("golden %s: %.1f %% of the picture differs; what was drawn is in %s, with the places marked in %s-differs.png (ASYNCPLAY_UPDATE=1 takes it anew) %v",
		name, 100*share, filepath.Join(dir, name+".png"), name, err)
}

// picture is what the window shows, in half its size.
func (p *Page) picture() image.Image {
	p.t.Helper()
	shot, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Fatal(err)
	}
	whole, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		p.t.Fatal(err)
	}
	b := whole.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx()/2, b.Dy()/2))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			var sum [3]int
			for _, at := range [4]image.Point{{2 * x, 2 * y}, {2*x + 1, 2 * y}, {2 * x, 2*y + 1}, {2*x + 1, 2*y + 1}} {
				c := color.RGBAModel.Convert(whole.At(b.Min.X+at.X, b.Min.Y+at.Y)).(color.RGBA)
				sum[0], sum[1], sum[2] = sum[0]+int(c.R), sum[1]+int(c.G), sum[2]+int(c.B)
			}
			out.SetRGBA(x, y, color.RGBA{uint8(sum[0] / 4), uint8(sum[1] / 4), uint8(sum[2] / 4), 255})
		}
	}
	return out
}

// cellGrid holds mean colours.
type cellGrid struct {
	columns, rows int
	means         [][3]float64
}

// cells are the mean colours of a picture's cells.
func cells(picture image.Image) cellGrid {
	b := picture.Bounds()
	g := cellGrid{columns: (b.Dx() + cellPx - 1) / cellPx, rows: (b.Dy() + cellPx - 1) / cellPx}
	g.means = make([][3]float64, g.columns*g.rows)
	counts := make([]float64, len(g.means))
	for y := range b.Dy() {
		for x := range b.Dx() {
			c := color.RGBAModel.Convert(picture.At(b.Min.X+x, b.Min.Y+y)).(color.RGBA)
			i := y/cellPx*g.columns + x/cellPx
			for channel, value := range [3]uint8{c.R, c.G, c.B} {
				g.means[i][channel] += float64(value)
			}
			counts[i]++
		}
	}
	for i := range g.means {
		for channel := range 3 {
			g.means[i][channel] /= counts[i]
		}
	}
	return g
}

// around is the mean of a cell and those that touch it.
func (g *cellGrid) around(column, row int) (mean [3]float64) {
	count := 0.0
	for y := max(0, row-1); y <= min(g.rows-1, row+1); y++ {
		for x := max(0, column-1); x <= min(g.columns-1, column+1); x++ {
			for channel := range 3 {
				mean[channel] += g.means[y*g.columns+x][channel]
			}
			count++
		}
	}
	for channel := range 3 {
		mean[channel] /= count
	}
	return mean
}

// differingCells are the cells in which two pictures differ, by row, and their share; everything in pictures of different sizes.
func differingCells(want, got image.Image) (off []image.Point, share float64) {
	if want.Bounds().Size() != got.Bounds().Size() {
		return nil, 1
	}
	a, b := cells(want), cells(got)
	for row := range a.rows {
		for column := range a.columns {
			x, y := a.around(column, row), b.around(column, row)
			for channel := range 3 {
				if d := x[channel] - y[channel]; d > cellTolerance || d < -cellTolerance {
					off = append(off, image.Pt(column, row))
					break
				}
			}
		}
	}
	return off, float64(len(off)) / float64(len(a.means))
}

// markCells is the picture, pale but in the given cells.
func markCells(picture image.Image, marked []image.Point) image.Image {
	b := picture.Bounds()
	out := image.NewRGBA(b)
	isMarked := map[image.Point]bool{}
	for _, p := range marked {
		isMarked[p] = true
	}
	for y := range b.Dy() {
		for x := range b.Dx() {
			c := color.RGBAModel.Convert(picture.At(b.Min.X+x, b.Min.Y+y)).(color.RGBA)
			if !isMarked[image.Pt(x/cellPx, y/cellPx)] {
				c = color.RGBA{192 + c.R/4, 192 + c.G/4, 192 + c.B/4, 255}
			}
			out.SetRGBA(b.Min.X+x, b.Min.Y+y, c)
		}
	}
	return out
}
