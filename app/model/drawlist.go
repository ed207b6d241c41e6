package model

import (
	"encoding/binary"
	"math"
	"strings"
)

// Op is one kind of shape of a draw list; the numbers are shared with web/canvas.js.
type Op uint8

const (
	OpFill  Op = iota // a rectangle in the strong colour; p: opacity
	OpTint            // a rectangle in the tint; p: Pattern, q: 1 for the pattern alone
	OpText            // x, y: left middle; w: skipped when wider (0: never); p: string, q: Font
	OpCap             // the end of a task; x, y: centre, w: size, p: CapKind
	OpLine            // from x, y by w, h; p: width, q: dash (0: solid)
	OpClip            // clips what follows to the rectangle; w = 0 ends it
	OpRing            // a rounded outline
	OpLabel           // like OpText, on a plate in the page's colour
	OpFade            // like OpTint, fading out to the right
	OpDot             // x, y: centre, w: radius
	OpArrow           // from x, y by w, h, with a head; p: width
)

// Style is an index of the palette; each has a strong colour and a tint.
type Style uint8

const (
	StyleInk Style = iota
	StyleInk2
	StyleInk3
	StyleRule
	StyleRule2
	StyleAccent
	StyleRun
	StyleSleep
	StyleGet
	StyleJoin
	StyleWait
	StyleLock
	StyleRaised
	StyleCancelled
	StyleDone
	StyleReady
	StyleThread
	StylePage
)

// Pattern tells states apart without colour.
type Pattern uint8

const (
	PatternNone Pattern = iota
	PatternDots
	PatternUpright
	PatternLevel
	PatternCross
	PatternHatch
	PatternRings
	PatternDashes
)

// Font is an index of the fonts in web/canvas.js, plus alignment.
type Font uint8

const (
	FontMono Font = iota
	FontMonoBold
	FontSansBold
	FontAxis
	FontFigure
	FontSans
	FontInfinity

	AlignCentre Font = 16
	AlignRight  Font = 32
)

// CapKind is the shape at the end of a lane.
type CapKind uint8

const (
	CapDone CapKind = iota
	CapRaised
	CapCancelled
)

const drawStride = 8 // floats in a record

// DrawList is a batch of shapes in CSS pixels, packed for one call into the page.
type DrawList struct {
	floats  []float32
	strings []string
}

// Reset empties the list and keeps its memory.
func (d *DrawList) Reset() {
	d.floats = d.floats[:0]
	d.strings = d.strings[:0]
}

// Len is the number of shapes.
func (d *DrawList) Len() int { return len(d.floats) / drawStride }

// Shape returns a shape's eight numbers: op, style, x, y, w, h, p, q.
func (d *DrawList) Shape(i int) []float32 { return d.floats[i*drawStride : (i+1)*drawStride] }

// String returns the text that a shape refers to by its p.
func (d *DrawList) String(i int) string { return d.strings[i] }

// Bytes packs the shapes as little-endian 32-bit floats.
func (d *DrawList) Bytes() []byte {
	out := make([]byte, 4*len(d.floats))
	for i, f := range d.floats {
		binary.LittleEndian.PutUint32(out[4*i:], math.Float32bits(f))
	}
	return out
}

// Strings joins the texts with NUL, which no text contains.
func (d *DrawList) Strings() string { return strings.Join(d.strings, "\x00") }

func (d *DrawList) add(op Op, s Style, x, y, w, h, p, q float64) {
	d.floats = append(d.floats, float32(op), float32(s), float32(x), float32(y), float32(w), float32(h), float32(p), float32(q))
}

func (d *DrawList) text(op Op, s Style, x, y, w float64, font Font, text string) {
	d.strings = append(d.strings, strings.ReplaceAll(text, "\x00", " "))
	d.add(op, s, x, y, w, 0, float64(len(d.strings)-1), float64(font))
}

func (d *DrawList) fill(s Style, x, y, w, h, alpha float64) { d.add(OpFill, s, x, y, w, h, alpha, 0) }

func (d *DrawList) tint(s Style, p Pattern, x, y, w, h float64) {
	d.add(OpTint, s, x, y, w, h, float64(p), 0)
}

func (d *DrawList) hatch(s Style, p Pattern, x, y, w, h float64) {
	d.add(OpTint, s, x, y, w, h, float64(p), 1)
}

func (d *DrawList) line(s Style, x, y, w, h, width, dash float64) {
	d.add(OpLine, s, x, y, w, h, width, dash)
}

func (d *DrawList) clip(x, y, w, h float64) { d.add(OpClip, 0, x, y, w, h, 0, 0) }
