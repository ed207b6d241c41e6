package trace

import (
	"math"
	"strconv"
)

// Theme chooses the colours of a drawing.
type Theme uint8

const (
	ThemeLight Theme = iota
	ThemeDark
	// ThemePage takes the colours from the custom properties of the page around the
	// drawing (--sleep, --sleep-t …), with the light ones as fallback.
	ThemePage
)

// SVGOptions says how a still is drawn. Zero fields take defaults.
type SVGOptions struct {
	Theme    Theme
	Width    int      // user units
	LanesMax int      // lanes beyond it are left out
	Badges   []string // letters of the tasks, by TaskID-1; empty: no badges
	Names    []string // names of the lanes, by TaskID-1; empty: DisplayNames
	IDPrefix string   // of pattern IDs, when several drawings share a page
	Title    string   // accessible name
	Words    SVGWords
}

// SVGWords are the words in the drawing; empty ones are in English.
type SVGWords struct {
	NeverMarkedDone, Queue, Unfinished, InQueue string
}

// Measures of the drawing, in user units.
const (
	svgWidth      = 960
	svgLanesMax   = 40
	svgLabels     = 156 // width of the label column
	svgAxis       = 26  // height of the axis
	svgLane       = 34
	svgBar        = 20 // height of a segment
	svgQueue      = 92
	svgRight      = 44 // room for the counters' last values
	svgTail       = 40 // what is drawn past the instant of a hang
	svgCharacter  = 6.7
	svgPixelShare = 0.4 // spans narrower than this are not drawn
)

// SVG returns a still of the timeline as a self-contained SVG document without script,
// animation or style sheet.
func SVG(t *Trace, o SVGOptions) []byte {
	d := newSVGDrawing(t, o)
	d.open()
	d.patterns()
	d.axis()
	for i := range d.lanes {
		d.lane(&d.lanes[i], svgAxis+float64(i)*svgLane)
	}
	y := svgAxis + float64(len(d.lanes))*svgLane
	for i := range d.queues {
		d.queue(&d.queues[i], y)
		y += svgQueue
	}
	d.hang(y)
	d.raw("</svg>\n")
	return d.buf
}

type svgDrawing struct {
	svgWriter
	trace  *Trace
	o      SVGOptions
	lanes  []Lane
	queues []QueueLane
	names  []string
	hung   bool
	end    float64 // virtual seconds at the right end of the scale
	left   float64
	right  float64 // of the scale
}

func newSVGDrawing(t *Trace, o SVGOptions) *svgDrawing {
	if o.Width < 320 {
		o.Width = svgWidth
	}
	if o.LanesMax <= 0 {
		o.LanesMax = svgLanesMax
	}
	or := func(s *string, word string) {
		if *s == "" {
			*s = word
		}
	}
	or(&o.IDPrefix, "ap")
	or(&o.Words.NeverMarkedDone, "never marked done")
	or(&o.Words.Queue, "queue")
	or(&o.Words.Unfinished, "unfinished")
	or(&o.Words.InQueue, "in the queue")
	d := &svgDrawing{trace: t, o: o, hung: t.Outcome.Status == StatusHung, names: o.Names, end: t.EndTime()}
	d.theme = o.Theme
	if len(d.names) != len(t.Tasks) {
		d.names = DisplayNames(t)
	}
	for _, lane := range Lanes(t) {
		if lane.CreatedEvent >= 0 && len(d.lanes) < o.LanesMax {
			d.lanes = append(d.lanes, lane)
		}
	}
	for _, lane := range QueueLanes(t) {
		if !lane.Internal && len(d.queues) < 2 {
			d.queues = append(d.queues, lane)
		}
	}
	d.left, d.right = svgLabels, float64(o.Width)-svgRight
	if d.hung {
		d.right -= svgTail
	}
	return d
}

// x is where an instant stands.
func (d *svgDrawing) x(seconds float64, event int32) float64 {
	return d.left + min(max(d.trace.shareOfRun(seconds, event), 0), 1)*(d.right-d.left)
}

func (d *svgDrawing) open() {
	height := svgAxis + len(d.lanes)*svgLane + len(d.queues)*svgQueue + 4
	size := strconv.Itoa(d.o.Width) + " " + strconv.Itoa(height)
	d.raw(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ` + size + `" width="` + strconv.Itoa(d.o.Width) +
		`" height="` + strconv.Itoa(height) + `" role="img" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="11"`)
	if d.o.Title != "" {
		d.raw(` aria-label="`)
		d.escaped(d.o.Title)
		d.raw(`"`)
	}
	d.raw(">\n")
	if d.theme != ThemePage {
		d.rect(0, 0, float64(d.o.Width), float64(height), d.color("bg"), "")
	}
}

// patterns tell the states apart where colour alone would not.
func (d *svgDrawing) patterns() {
	d.raw("<defs>")
	d.pattern("get", 6, `<circle cx="3" cy="3" r="1.1" fill="`+d.color("get")+`" fill-opacity=".45"/>`)
	d.pattern("put", 8, `<circle cx="4" cy="4" r="2.1" fill="none" stroke="`+d.color("get")+`" stroke-opacity=".5"/>`)
	d.pattern("network", 6, `<circle cx="3" cy="3" r="1.1" fill="`+d.color("sleep")+`" fill-opacity=".45"/>`)
	d.pattern("future", 8, `<path d="M0 2.5H4M4 6.5H8" stroke="`+d.color("wait")+`" stroke-opacity=".5"/>`)
	d.pattern("join", 5, `<path d="M.5 0V5" stroke="`+d.color("join")+`" stroke-opacity=".3"/>`)
	d.pattern("wait", 5, `<path d="M0 .5H5" stroke="`+d.color("wait")+`" stroke-opacity=".4"/>`)
	d.pattern("lock", 6, `<path d="M0 6L6 0M0 0L6 6" stroke="`+d.color("lock")+`" stroke-opacity=".35"/>`)
	d.pattern("owes", 6, `<path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" stroke="`+d.color("raised")+`" stroke-opacity=".55"/>`)
	d.raw("</defs>\n")
}

func (d *svgDrawing) pattern(name string, size int, content string) {
	n := strconv.Itoa(size)
	d.raw(`<pattern id="` + d.o.IDPrefix + "-" + name + `" width="` + n + `" height="` + n + `" patternUnits="userSpaceOnUse">` + content + `</pattern>`)
}

func (d *svgDrawing) axis() {
	step := niceStep(d.end, 6)
	for i := 0; step > 0 && i <= 12; i++ {
		at := float64(i) * step
		if at > d.end*(1+timeEpsilon) {
			break
		}
		x := d.x(at, 0)
		d.line(x, svgAxis-6, x, svgAxis, d.color("rule"), "")
		label := strconv.FormatFloat(at, 'g', 6, 64)
		if i == 0 {
			label = "0 s"
		}
		d.text(x, svgAxis-10, label, d.color("ink3"), ` text-anchor="middle"`)
	}
	d.line(d.left, svgAxis, float64(d.o.Width)-svgRight, svgAxis, d.color("rule"), "")
}

// niceStep is the round distance between about count ticks over a span.
func niceStep(span float64, count int) float64 {
	if span <= 0 || math.IsInf(span, 0) || math.IsNaN(span) {
		return 0
	}
	rough := span / float64(count)
	power := math.Pow(10, math.Floor(math.Log10(rough)))
	for _, factor := range []float64{1, 2, 5} {
		if factor*power >= rough {
			return factor * power
		}
	}
	return 10 * power
}

// hang draws the instant from which nothing happens any more.
func (d *svgDrawing) hang(bottom float64) {
	if !d.hung {
		return
	}
	d.line(d.right, svgAxis, d.right, bottom, d.color("raised"), ` stroke-dasharray="3 3"`)
	d.text(d.right+svgTail/2, svgAxis-9, "∞", d.color("raised"), ` text-anchor="middle" font-size="15"`)
}
