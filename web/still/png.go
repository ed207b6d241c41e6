package still

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"strconv"
	"strings"
	"sync"

	"asyncplay/app/model"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/gomonobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
)

// Card is the picture that other sites show for a page: a title over a timeline. Its words are in Latin letters, which the fonts
// that come with Go have.
type Card struct {
	Kicker string
	Title  string
	Shot   *Shot // nil: the title alone
}

// Sizes of a card in pixels, as other sites want them.
const (
	CardWidth  = 1200
	CardHeight = 630
)

type fontSet struct{ sans, sansBold, mono, monoBold *opentype.Font }

var loadFonts = sync.OnceValues(func() (fontSet, error) {
	var set fontSet
	for _, f := range []struct {
		to   **opentype.Font
		data []byte
	}{{&set.sans, goregular.TTF}, {&set.sansBold, gobold.TTF}, {&set.mono, gomono.TTF}, {&set.monoBold, gomonobold.TTF}} {
		parsed, err := opentype.Parse(f.data)
		if err != nil {
			return set, err
		}
		*f.to = parsed
	}
	return set, nil
})

// cardRoom is the height of what a card has below a title of one line, in CSS pixels.
const cardRoom = 174

// FitsCard reports whether a card shows all of the run.
func (s *Shot) FitsCard() bool {
	l := s.layout(CardWidth/2-2*cardMargin-labelWidth, cardRoom)
	return l.Height <= cardRoom && l.LanesHeight >= float64(len(s.pg.Run().Rows()))*l.LaneHeight
}

const cardMargin = 34

// PNG draws the card.
func (c Card) PNG() ([]byte, error) {
	fonts, err := loadFonts()
	if err != nil {
		return nil, err
	}
	palette := Palette(Light)
	paint := func(name string) color.NRGBA { return hex(palette[name]) }
	r := newRaster(CardWidth, CardHeight, 2)
	const width, height, margin = CardWidth / 2, CardHeight / 2, cardMargin
	r.rect(0, 0, width, height, paint("bg"))
	for _, bar := range []struct {
		x, y, width, height float64
		colour              string
	}{{0, 0, 8.5, 4, "sleep"}, {11.5, 0, 6.5, 4, "sleep"}, {0, 6, 4.5, 4, "join"}, {6.5, 6, 11.5, 4, "join"}, {0, 12, 8.5, 2.6, "get"}, {9.2, -2, 1.7, 18, "raised"}} {
		r.rounded(margin+bar.x, 32+bar.y, bar.width, bar.height, .8, paint(bar.colour))
	}
	r.text(margin+26, 40, fonts.sansBold, 15, 0, paint("ink"), "asyncplay")
	r.text(width-margin, 40, fonts.sans, 13, 2, paint("ink3"), c.Kicker)
	y, size := 82.0, 31.0
	lines := wrap(r, fonts.sansBold, size, width-2*margin, c.Title)
	if len(lines) > 2 {
		size = 24
		lines = wrap(r, fonts.sansBold, size, width-2*margin, c.Title)
	}
	for _, line := range lines[:min(3, len(lines))] {
		r.text(margin, y, fonts.sansBold, size, 0, paint("ink"), line)
		y += size * 1.2
	}
	if c.Shot != nil {
		c.timeline(r, fonts, palette, margin, y+2, width-2*margin, height-y-20)
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.DefaultCompression}
	err = encoder.Encode(&out, r.img)
	return out.Bytes(), err
}

// timeline draws the shot into a box.
func (c Card) timeline(r *raster, fonts fontSet, palette map[string]string, x, y, width, height float64) {
	layout := c.Shot.layout(width-labelWidth, height)
	var list model.DrawList
	run := c.Shot.pg.Run()
	model.DrawTimeline(&list, run, layout, c.Shot.pg.Scale(layout.Width), c.Shot.pg.Lang)
	d := &rasterShapes{raster: r, fonts: fonts, palette: palette}
	r.originX, r.originY = x, y
	whole := r.box(0, 0, width, height)
	r.clip = whole
	from, to := layout.VisibleLanes(len(run.Rows()))
	for i, label := range c.Shot.pg.LaneLabels(from, to) {
		d.badge(layout.LaneY(from+i)+layout.LaneHeight/2, label)
	}
	r.originX += labelWidth
	for i := range list.Len() {
		d.shape(&list, list.Shape(i), whole)
	}
	r.originX, r.originY, r.clip = 0, 0, r.img.Bounds()
}

// wrap breaks a title into lines.
func wrap(r *raster, f *opentype.Font, size, width float64, text string) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if longer := strings.TrimSpace(line + " " + word); line == "" || r.width(f, size, longer) <= width {
			line = longer
			continue
		}
		lines, line = append(lines, line), word
	}
	return append(lines, line)
}

// hex reads a colour such as #08734a or #fff.
func hex(text string) color.NRGBA {
	digits := strings.TrimPrefix(text, "#")
	if len(digits) == 3 {
		digits = fmt.Sprintf("%c%c%c%c%c%c", digits[0], digits[0], digits[1], digits[1], digits[2], digits[2])
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if err != nil {
		return color.NRGBA{A: 255}
	}
	return color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}
}

// rasterShapes draws a draw list, as svgWriter does.
type rasterShapes struct {
	*raster
	fonts   fontSet
	palette map[string]string
}

func (d *rasterShapes) strong(style int) color.NRGBA { return hex(d.palette[styleNames[style]]) }

func (d *rasterShapes) tint(style int) color.NRGBA {
	if name := styleNames[style]; hasTint[name] {
		return hex(d.palette[name+"-t"])
	}
	return hex(d.palette["bg2"])
}

// fontOf is a font of the draw list and its size.
func (d *rasterShapes) fontOf(font int) (*opentype.Font, float64) {
	switch model.Font(font % alignments) {
	case model.FontMonoBold:
		return d.fonts.monoBold, 11
	case model.FontSansBold:
		return d.fonts.sansBold, 11.5
	case model.FontAxis:
		return d.fonts.mono, 10.5
	case model.FontFigure:
		return d.fonts.monoBold, 12.5
	case model.FontSans:
		return d.fonts.sans, 11
	case model.FontInfinity:
		return d.fonts.monoBold, 15
	}
	return d.fonts.mono, 11
}

func (d *rasterShapes) shape(list *model.DrawList, s []float32, whole image.Rectangle) {
	style := int(s[1])
	x, y, width, height, p, q := float64(s[2]), float64(s[3]), float64(s[4]), float64(s[5]), float64(s[6]), float64(s[7])
	switch model.Op(s[0]) {
	case model.OpFill:
		paint := d.strong(style)
		paint.A = uint8(math.Round(255 * p))
		d.rect(x, y, width, height, paint)
	case model.OpTint, model.OpFade:
		if q == 0 {
			d.rect(x, y, width, height, d.tint(style))
		}
		d.state(x, y, width, height, int(p), style)
	case model.OpText, model.OpLabel:
		f, size := d.fontOf(int(q))
		text := list.String(int(p))
		if long := d.width(f, size, text); width > 0 && long > width {
			return
		} else if model.Op(s[0]) == model.OpLabel {
			d.rect(x, y-8, long+8, 16, hex(d.palette["bg"]))
			x += 4
		}
		d.text(x, y, f, size, int(q)/alignments, d.strong(style), text)
	case model.OpCap:
		d.cap(x, y, width, style, model.CapKind(p))
	case model.OpLine:
		d.line(x, y, width, height, p, q, d.strong(style))
	case model.OpClip:
		d.clip = whole
		if width > 0 {
			d.clip = d.box(x, y, width, height).Intersect(whole)
		}
	case model.OpDot:
		d.rounded(x-width, y-width, 2*width, 2*width, width, d.strong(style))
	case model.OpArrow:
		d.line(x, y, width, height, p, 0, d.strong(style))
	}
}

// state draws a state's pattern.
func (d *rasterShapes) state(x, y, width, height float64, kind, style int) {
	tile := tiles[kind]
	side := float64(tile.side)
	stripe := func(v, thickness float64) float64 {
		if at := math.Mod(math.Mod(v, side)+side, side); at < thickness {
			return 1
		}
		return 0
	}
	var covered func(u, v float64) float64
	switch model.Pattern(kind) {
	case model.PatternDots:
		covered = func(u, v float64) float64 {
			if math.Hypot(math.Mod(u, side)-side/2, math.Mod(v, side)-side/2) < 1.2 {
				return 1
			}
			return 0
		}
	case model.PatternUpright:
		covered = func(u, _ float64) float64 { return stripe(u, 1) }
	case model.PatternLevel:
		covered = func(_, v float64) float64 { return stripe(v, 1) }
	case model.PatternCross:
		covered = func(u, v float64) float64 { return math.Max(stripe(u+v, 1.3), stripe(u-v, 1.3)) }
	case model.PatternHatch:
		covered = func(u, v float64) float64 { return stripe(u+v, 1.5) }
	case model.PatternRings:
		covered = func(u, v float64) float64 {
			if off := math.Hypot(math.Mod(u, side)-side/2, math.Mod(v, side)-side/2); off > 1.5 && off < 2.7 {
				return 1
			}
			return 0
		}
	case model.PatternDashes:
		covered = func(u, v float64) float64 {
			if left := math.Mod(u, side) < side/2; left == (math.Mod(v, side) < side/2) {
				return stripe(v-2, 1) + stripe(v-6, 1)
			}
			return 0
		}
	default:
		return
	}
	d.pattern(x, y, width, height, d.strong(style), tile.opacity, covered)
}

// cap is the mark at the end of a lane: a check, a cross, or a bar.
func (d *rasterShapes) cap(x, y, size float64, style int, kind model.CapKind) {
	radius := size / 2
	if kind == model.CapRaised {
		radius = 3.5
	}
	d.rounded(x-size/2, y-size/2, size, size, radius, d.strong(style))
	paint, unit := hex(d.palette["bg"]), size/17
	stroke := func(ax, ay, bx, by float64) {
		d.line(x+ax*unit, y+ay*unit, (bx-ax)*unit, (by-ay)*unit, 1.9, 0, paint)
	}
	switch kind {
	case model.CapRaised:
		stroke(-3, -3, 3, 3)
		stroke(3, -3, -3, 3)
	case model.CapCancelled:
		d.rounded(x-4.4*unit, y-4.4*unit, 8.8*unit, 8.8*unit, 4.4*unit, paint)
		d.rounded(x-3*unit, y-3*unit, 6*unit, 6*unit, 3*unit, d.strong(style))
		stroke(-2.7, 2.7, 2.7, -2.7)
	default:
		stroke(-3.6, .2, -1, 2.9)
		stroke(-1, 2.9, 3.8, -2.8)
	}
}

func (d *rasterShapes) badge(centre float64, label model.LaneLabel) {
	fill, ink := d.tint(int(label.Look.Style)), d.strong(int(label.Look.Style))
	radius := 4.0
	switch label.Look.Name {
	case "raised", "run":
		fill, ink = ink, hex(d.palette["bg"])
	case "done", "cancelled":
		radius = badgeHeight / 2.0
	}
	d.rounded(0, centre-badgeHeight/2.0, badgeWidth, badgeHeight, radius, fill)
	d.text(badgeWidth/2.0, centre, d.fonts.monoBold, 11, 1, ink, shortened(label.Badge))
}
