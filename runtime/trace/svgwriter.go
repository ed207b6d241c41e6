package trace

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// svgColors are the tokens of the page's style, light and dark.
var svgColors = map[string][2]string{
	"bg": {"#fff", "#131519"}, "ink": {"#1a1c21", "#e9eaed"}, "ink3": {"#5f6570", "#979eaa"},
	"rule": {"#dedbd4", "#30353e"}, "rule2": {"#ebe9e3", "#23272e"},
	"run": {"#08734a", "#57cb92"}, "run-t": {"#d3eede", "#17382a"},
	"sleep": {"#20649f", "#86bae8"}, "sleep-t": {"#dbe8f5", "#1e3449"},
	"get": {"#825300", "#efbe60"}, "get-t": {"#fbe6b4", "#40320f"},
	"join": {"#6638b0", "#bfa2f3"}, "join-t": {"#e6dbf8", "#34284f"},
	"wait": {"#0b656e", "#70c9d2"}, "wait-t": {"#cdeaec", "#17373b"},
	"lock": {"#77462a", "#dcae92"}, "lock-t": {"#f0ddd0", "#3d2c22"},
	"done": {"#08734a", "#57cb92"}, "done-t": {"#d3eede", "#17382a"},
	"raised": {"#b0280c", "#ff9274"}, "raised-t": {"#fbdcd2", "#4c2117"},
	"cancelled": {"#535a66", "#a6adb9"}, "cancelled-t": {"#e2e4e8", "#2d3139"},
	"ready": {"#535a66", "#a6adb9"}, "ready-t": {"#eceae5", "#262a31"},
}

// svgWriter writes SVG elements. Colours and attributes are ours; text is escaped.
type svgWriter struct {
	buf   []byte
	theme Theme
}

func (w *svgWriter) color(token string) string {
	c := svgColors[token]
	switch w.theme {
	case ThemeDark:
		return c[1]
	case ThemePage:
		return "var(--" + token + "," + c[0] + ")"
	}
	return c[0]
}

func (w *svgWriter) raw(s string) { w.buf = append(w.buf, s...) }

// number writes a coordinate with a hundredth of a unit.
func number(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

func (w *svgWriter) rect(x, y, width, height float64, fill, attributes string) {
	w.raw(`<rect x="` + number(x) + `" y="` + number(y) + `" width="` + number(width) + `" height="` + number(height) +
		`" fill="` + fill + `"` + attributes + "/>\n")
}

func (w *svgWriter) line(x1, y1, x2, y2 float64, stroke, attributes string) {
	w.raw(`<path d="M` + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2) +
		`" stroke="` + stroke + `"` + attributes + "/>\n")
}

func (w *svgWriter) circle(x, y, r float64, fill string) {
	w.raw(`<circle cx="` + number(x) + `" cy="` + number(y) + `" r="` + number(r) + `" fill="` + fill + `"/>` + "\n")
}

// path strokes a mark in the background's colour from a point on.
func (w *svgWriter) path(x, y float64, marks string) {
	w.raw(`<path d="M` + number(x) + " " + number(y) + marks + `" fill="none" stroke="` + w.color("bg") +
		`" stroke-width="1.8" stroke-linecap="round"/>` + "\n")
}

func (w *svgWriter) text(x, y float64, text, fill, attributes string) {
	if text == "" {
		return
	}
	w.raw(`<text x="` + number(x) + `" y="` + number(y) + `" fill="` + fill + `"` + attributes + ">")
	w.escaped(text)
	w.raw("</text>\n")
}

// escaped appends text so that it can be nothing but text, in content and attributes,
// and only characters that XML allows.
func (w *svgWriter) escaped(s string) {
	for _, r := range s {
		switch {
		case r == '<':
			w.raw("&lt;")
		case r == '>':
			w.raw("&gt;")
		case r == '&':
			w.raw("&amp;")
		case r == '"':
			w.raw("&quot;")
		case r == '\'':
			w.raw("&#39;")
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0xfffe || r == 0xffff:
			w.raw("�")
		default:
			w.buf = utf8.AppendRune(w.buf, r)
		}
	}
}
