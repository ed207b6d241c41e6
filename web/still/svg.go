package still

import (
	"fmt"
	"html"
	"math"
	"strings"
	"unicode"

	"asyncplay/app/model"
)

// Names of the page's custom properties, by model.Style, as in web/canvas.js.
var styleNames = [...]string{
	"ink", "ink2", "ink3", "rule", "rule2", "accent", "run", "sleep", "get", "join", "wait", "lock", "raised", "cancelled",
	"done", "ready", "thread", "bg",
}

// Fonts by model.Font, as in web/canvas.js: what comes before the family, and the family's custom property.
var fonts = [...][2]string{
	{"400 11px ", "mono"}, {"600 11px ", "mono"}, {"600 11.5px ", "sans"}, {"400 10.5px ", "mono"}, {"700 12.5px ", "mono"},
	{"400 11px ", "sans"}, {"700 15px ", "mono"},
}

const alignments = 16 // model.Font counts alignments in sixteens

var anchors = [...]string{"start", "middle", "end"}

// Paths in the caps of lanes, by model.CapKind, on a square of 17 about its centre.
var capMarks = [...]string{
	"M-3.6.2-1 2.9 3.8-2.8", "M-3-3 3 3M3-3-3 3", "M3.9 0A3.9 3.9 0 1 1 3.9-.1M-2.7 2.7 2.7-2.7",
}

// Pattern tiles by model.Pattern: side in pixels, path, opacity.
var tiles = [...]struct {
	side    int
	path    string
	opacity float64
}{
	{}, {6, "M3 1.95a1.05 1.05 0 1 1-.01 0z", .5}, {5, "M.5 0V5", .24}, {5, "M0 .5H5", .32}, {7, "M0 0 7 7M0 7 7 0", .3}, {8, "M-1 9 9-1M-1 1 1-1M7 9 9 7", .62},
	{8, "M4 1.9a2.1 2.1 0 1 1-.01 0z", .5}, {8, "M0 2.5H4M4 6.5H8", .5},
}

// svgWriter draws a picture of the timeline, as the page's canvas shows it.
type svgWriter struct {
	value    func(property string) string // of a custom property of the style sheet, without its dashes
	body     strings.Builder
	defs     strings.Builder
	patterns map[string]bool
	clips    int
	clipped  bool
}

// Inline returns an SVG for a page that has the custom properties of web/styles/tokens.css. It fills a box of the given size in
// CSS pixels; in a wider box it is stretched.
func Inline(list *model.DrawList, width, height float64) string {
	w := &svgWriter{patterns: map[string]bool{}, value: func(property string) string { return "var(--" + property + ")" }}
	w.shapes(list)
	return fmt.Sprintf(`<svg class="still" aria-hidden="true" viewBox="0 0 %s %s" preserveAspectRatio="none"><defs>%s</defs>%s</svg>`,
		num(width), num(height), w.defs.String(), w.body.String())
}

func (w *svgWriter) shapes(list *model.DrawList) {
	for i := range list.Len() {
		w.shape(list, list.Shape(i))
	}
	w.endClip()
}

func (w *svgWriter) shape(list *model.DrawList, s []float32) {
	style := int(s[1])
	x, y, width, height, p, q := float64(s[2]), float64(s[3]), float64(s[4]), float64(s[5]), float64(s[6]), float64(s[7])
	switch model.Op(s[0]) {
	case model.OpFill:
		w.rect(x, y, width, height, w.strong(style), p)
	case model.OpTint, model.OpFade:
		if q == 0 {
			w.rect(x, y, width, height, w.tint(style), 1)
		}
		if p > 0 {
			w.rect(x, y, width, height, "url(#"+w.pattern(int(p), style)+")", 1)
		}
	case model.OpText:
		if text := list.String(int(p)); fits(text, width) {
			w.text(x, y, style, int(q), text)
		}
	case model.OpLabel:
		if text := list.String(int(p)); fits(text, width-8) {
			w.rect(x, y-8, textWidth(text)+8, 16, w.value("bg"), 1)
			w.text(x+4, y, style, int(q)%alignments, text)
		}
	case model.OpCap:
		w.cap(x, y, width, style, int(p))
	case model.OpLine:
		dash := ""
		if q > 0 {
			dash = fmt.Sprintf(` stroke-dasharray="%s %s"`, num(q), num(q*.75))
		}
		fmt.Fprintf(&w.body, `<path d="M%s %sl%s %s" style="stroke:%s" stroke-width="%s"%s/>`, num(x), num(y), num(width), num(height), w.strong(style), num(p), dash)
	case model.OpClip:
		w.endClip()
		if width > 0 {
			w.clips++
			w.clipped = true
			fmt.Fprintf(&w.defs, `<clipPath id="still-clip-%d"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath>`, w.clips, num(x), num(y), num(width), num(height))
			fmt.Fprintf(&w.body, `<g clip-path="url(#still-clip-%d)">`, w.clips)
		}
	case model.OpRing:
		fmt.Fprintf(&w.body, `<rect x="%s" y="%s" width="%s" height="%s" rx="4" fill="none" style="stroke:%s" stroke-width="2"/>`, num(x), num(y), num(width), num(height), w.strong(style))
	case model.OpArrow:
		w.arrow(x, y, width, height, p, style)
	case model.OpDot:
		fmt.Fprintf(&w.body, `<circle cx="%s" cy="%s" r="%s" style="fill:%s;stroke:%s" stroke-width="1.5"/>`, num(x), num(y), num(width), w.strong(style), w.value("bg"))
	}
}

// arrow is a line with a head at its far end.
func (w *svgWriter) arrow(x, y, width, height, lineWidth float64, style int) {
	angle := math.Atan2(height, width)
	tipX, tipY := x+width, y+height
	fmt.Fprintf(&w.body, `<path d="M%s %sL%s %s" style="stroke:%s" stroke-width="%s"/>`,
		num(x), num(y), num(tipX-4*math.Cos(angle)), num(tipY-4*math.Sin(angle)), w.strong(style), num(lineWidth))
	const side, length = 2.7, 7
	fmt.Fprintf(&w.body, `<path d="M%s %sL%s %sL%s %sz" style="fill:%s"/>`, num(tipX), num(tipY),
		num(tipX+length*math.Cos(angle+side)), num(tipY+length*math.Sin(angle+side)),
		num(tipX+length*math.Cos(angle-side)), num(tipY+length*math.Sin(angle-side)), w.strong(style))
}

func (w *svgWriter) endClip() {
	if w.clipped {
		w.body.WriteString("</g>")
		w.clipped = false
	}
}

func (w *svgWriter) rect(x, y, width, height float64, fill string, opacity float64) {
	fmt.Fprintf(&w.body, `<rect x="%s" y="%s" width="%s" height="%s" style="fill:%s"`, num(x), num(y), num(width), num(height), fill)
	if opacity < 1 {
		fmt.Fprintf(&w.body, ` opacity="%s"`, num(opacity))
	}
	w.body.WriteString("/>")
}

func (w *svgWriter) text(x, y float64, style, font int, text string) {
	fmt.Fprintf(&w.body, `<text x="%s" y="%s" dominant-baseline="central" text-anchor="%s" style="font:%s;fill:%s">%s</text>`,
		num(x), num(y+.5), anchors[font/alignments], w.font(font%alignments), w.strong(style), escaped(text))
}

func (w *svgWriter) cap(x, y, size float64, style, kind int) {
	radius := size / 2
	if model.CapKind(kind) == model.CapRaised {
		radius = 3.5
	}
	fmt.Fprintf(&w.body, `<rect x="%s" y="%s" width="%s" height="%s" rx="%s" style="fill:%s;stroke:%s" stroke-width="1.5"/>`,
		num(x-size/2), num(y-size/2), num(size), num(size), num(radius), w.strong(style), w.value("bg"))
	fmt.Fprintf(&w.body, `<path transform="translate(%s %s)scale(%s)" d="%s" fill="none" style="stroke:%s" stroke-width="1.9" stroke-linecap="round"/>`,
		num(x), num(y), num(size/17), capMarks[kind], w.value("bg"))
}

// pattern defines a state's pattern where it is first used and returns its ID.
func (w *svgWriter) pattern(kind, style int) string {
	id := fmt.Sprintf("still-%d-%s", kind, styleNames[style])
	if w.patterns[id] {
		return id
	}
	w.patterns[id] = true
	tile := tiles[kind]
	paint := "fill:none;stroke:" + w.strong(style)
	if model.Pattern(kind) == model.PatternDots {
		paint = "fill:" + w.strong(style)
	}
	fmt.Fprintf(&w.defs, `<pattern id="%s" width="%d" height="%d" patternUnits="userSpaceOnUse"><path d="%s" style="%s" opacity="%s"/></pattern>`,
		id, tile.side, tile.side, tile.path, paint, num(tile.opacity))
	return id
}

func (w *svgWriter) strong(style int) string { return w.value(styleNames[style]) }

func (w *svgWriter) tint(style int) string {
	if name := styleNames[style]; hasTint[name] {
		return w.value(name + "-t")
	}
	return w.value("bg2")
}

func (w *svgWriter) font(font int) string { return fonts[font][0] + w.value(fonts[font][1]) }

// hasTint are the styles with a tint of their own.
var hasTint = map[string]bool{
	"accent": true, "run": true, "sleep": true, "get": true, "join": true, "wait": true, "lock": true, "raised": true, "cancelled": true,
	"done": true, "ready": true, "thread": true,
}

// textWidth estimates the width of a text at 11 px: a monospaced letter takes 0.6 em.
func textWidth(text string) float64 { return 6.7 * float64(len([]rune(text))) }

func fits(text string, width float64) bool { return width <= 0 || textWidth(text) <= width }

// escaped is a text as XML may have it: what a program prints and names may hold any character.
func escaped(text string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0xfffe || r == 0xffff {
			return unicode.ReplacementChar
		}
		return r
	}, text))
}

// num writes a number with at most two decimals.
func num(v float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", math.Round(v*100)/100), "0"), ".")
}
