package model

import (
	"math"
	"strconv"
	"strings"

	"asyncplay/app/words"
	"asyncplay/runtime/sweep"
)

// Makespan is how long runs without a fault take, by column: one line for all variants that take the same.
type Makespan struct {
	Names   string
	Seconds []float64 // NaN where the run does not finish
}

// Makespans are the lines of the chart, the base's first.
func Makespans(r *sweep.Results) []Makespan {
	var lines []Makespan
	variants := len(r.Plan.Spec.Variants)
	for n := range variants {
		variant := (r.Plan.Spec.Base + n) % variants
		line, any := Makespan{Names: r.Plan.Spec.Variants[variant].Name}, false
		for column := range r.Plan.Columns {
			seconds := math.NaN()
			if c := r.Cell(variant, 0, column); c != nil && (c.Kind == sweep.Finished || c.Kind == sweep.Died) {
				seconds, any = c.Seconds, true
			}
			line.Seconds = append(line.Seconds, seconds)
		}
		if !any {
			continue
		}
		same := -1
		for i := range lines {
			if lines[i].same(&line) {
				same = i
			}
		}
		if same < 0 {
			lines = append(lines, line)
		} else {
			lines[same].Names += ", " + line.Names
		}
	}
	return lines
}

func (m *Makespan) same(o *Makespan) bool {
	for i, s := range m.Seconds {
		if t := o.Seconds[i]; !(math.Abs(s-t) < 1e-9 || math.IsNaN(s) && math.IsNaN(t)) {
			return false
		}
	}
	return true
}

// Shared is the time with one worker and how many share it with each column's value: the dotted line of the chart. It is there
// when the knob begins with 1 and more of it make the run shorter.
func Shared(r *sweep.Results, line *Makespan) (seconds float64, among []float64, ok bool) {
	first, last := line.Seconds[0], line.Seconds[len(line.Seconds)-1]
	if r.Plan.Knob == sweep.SeedKnob || r.Plan.Columns[0].Value != "1" || len(r.Plan.Columns) < 3 || !(last < first*0.9) {
		return 0, nil, false
	}
	for _, c := range r.Plan.Columns {
		n, err := strconv.ParseFloat(c.Value, 64)
		if err != nil || n < 1 {
			return 0, nil, false
		}
		among = append(among, n)
	}
	return first, among, true
}

// Sizes of the chart, in CSS pixels.
const (
	ChartHeight   = 214
	chartTop      = 24
	chartBase     = ChartHeight - 28
	chartLeft     = 74
	chartRight    = 34
	chartSteep    = 14 // a line that falls so much beside a point crosses a label over it
	chartLinesMax = 4
)

// chart draws makespans.
type chart struct {
	d     *DrawList
	width float64
	n     int
	most  float64
	// seconds is their unit.
	seconds string
}

func (c *chart) x(column int) float64 {
	if c.n == 1 {
		return (chartLeft + c.width - chartRight) / 2
	}
	return chartLeft + float64(column)*(c.width-chartLeft-chartRight)/float64(c.n-1)
}

func (c *chart) y(seconds float64) float64 {
	return chartBase - seconds/c.most*(chartBase-chartTop)
}

// DrawMakespans draws the time to finish by column; at is the column that is looked at.
func DrawMakespans(d *DrawList, r *sweep.Results, knob string, width float64, at int, lang words.Lang) {
	d.Reset()
	lines := Makespans(r)
	if len(lines) == 0 {
		return
	}
	lines = lines[:min(len(lines), chartLinesMax)]
	c := chart{d: d, width: width, n: len(r.Plan.Columns), seconds: words.Text(lang, words.Seconds)}
	for _, line := range lines {
		for _, s := range line.Seconds {
			if s > c.most { // NaN is not
				c.most = s
			}
		}
	}
	if c.most <= 0 {
		c.most = 1
	}
	d.line(StyleRule, chartLeft-12, chartBase+0.5, width-chartLeft-chartRight+24, 0, 1, 0)
	d.text(OpText, StyleInk3, 0, chartBase+16, chartLeft-16, FontMono, knob)
	const labelWidth = 40 // with room for one beside its point
	every := 1 + int(labelWidth*float64(c.n)/(width-chartLeft-chartRight))
	for i, column := range r.Plan.Columns {
		if i%every == 0 || i == at {
			d.text(OpText, StyleInk3, c.x(i), chartBase+16, 0, FontMono|AlignCentre, column.Value)
		}
	}
	if seconds, among, ok := Shared(r, &lines[0]); ok {
		for i := 1; i < c.n; i++ {
			c.segment(StyleInk3, i, seconds/among[i-1], seconds/among[i], 1, 3)
		}
		last := c.n - 1
		d.text(OpText, StyleInk3, c.x(last)+12, math.Min(chartBase-8, c.y(seconds/among[last])+13), 0, FontMono|AlignRight,
			words.Text(lang, words.ExploreIdeal, FormatSeconds(seconds), knob))
	}
	styles := [chartLinesMax]Style{StyleRun, StyleInk2, StyleJoin, StyleSleep}
	for i := len(lines) - 1; i >= 0; i-- {
		c.drawLine(&lines[i], styles[i], float64(min(i, 1)*(3+2*i)), every, at, i == 0)
	}
	if len(lines) > 1 {
		for i := range lines {
			y := chartTop - 14 + 15*float64(i)
			d.line(styles[i], c.width-26, y, 22, 0, 2, float64(min(i, 1)*(3+2*i)))
			d.text(OpText, styles[i], c.width-34, y, 0, FontSansBold|AlignRight, shortNames(lines[i].Names))
		}
	}
}

func shortNames(names string) string {
	const namesMax = 44 // letters
	if runes := []rune(names); len(runes) > namesMax {
		return string(runes[:namesMax-1]) + "…"
	}
	return names
}

func (c *chart) segment(style Style, to int, a, b, width, dash float64) {
	if math.IsNaN(a) || math.IsNaN(b) {
		return
	}
	x0, y0 := c.x(to-1), c.y(a)
	c.d.line(style, x0, y0, c.x(to)-x0, c.y(b)-y0, width, dash)
}

// drawLine draws a line with its points, and with labels if it is the first.
func (c *chart) drawLine(line *Makespan, style Style, dash float64, every, at int, labels bool) {
	s := line.Seconds
	for i := 1; i < len(s); i++ {
		c.segment(style, i, s[i-1], s[i], 2, dash)
	}
	for i := range s {
		if math.IsNaN(s[i]) {
			continue
		}
		x, y := c.x(i), c.y(s[i])
		if i == at {
			c.d.add(OpDot, StyleAccent, x, y, 5, 0, 0, 0)
		} else {
			c.d.add(OpDot, style, x, y, 3.5, 0, 0, 0)
		}
		if !labels || i%every != 0 && i != at {
			continue
		}
		label := strconv.FormatFloat(s[i], 'f', decimalsOf(c.most), 64)
		if i == 0 {
			label += " " + c.seconds
		}
		steep := i+1 < len(s) && c.y(s[i+1])-y > chartSteep || i > 0 && y-c.y(s[i-1]) > chartSteep
		if steep && i+1 < len(s) {
			c.d.text(OpText, StyleInk, x+8, y-8, 0, FontMono, label)
		} else {
			c.d.text(OpText, StyleInk, x, y-14, 0, FontMono|AlignCentre, label)
		}
	}
}

func decimalsOf(most float64) int {
	switch {
	case most >= 100:
		return 0
	case most < 1:
		return 3
	}
	return 2
}

// MakespanText says in words what the chart shows.
func MakespanText(r *sweep.Results, knob string) string {
	var b strings.Builder
	for _, line := range Makespans(r) {
		b.WriteString(line.Names + ": ")
		for i, s := range line.Seconds {
			if !math.IsNaN(s) {
				b.WriteString(knob + " " + r.Plan.Columns[i].Value + ": " + FormatClock(s) + " s; ")
			}
		}
	}
	return b.String()
}

// ExploreLanesMax is how many lanes of the chosen run are drawn.
const ExploreLanesMax = 12

// ExploreLayout lays out the lanes of the chosen cell's run.
func ExploreLayout(lanes int, width float64) Layout {
	l := Layout{Width: width, LaneHeight: compareLaneHeight, LanesTop: axisHeight, Compact: width < compactWidthMax}
	if lanes > compareLanesThick {
		l.LaneHeight = compareLaneHeightThin
	}
	l.LanesHeight = float64(min(lanes, ExploreLanesMax)) * l.LaneHeight
	l.Height = l.LanesTop + l.LanesHeight
	return l
}

// DrawExplored draws the lanes of the chosen cell's run.
func DrawExplored(d *DrawList, r *Run, width float64, lang words.Lang) {
	scale := Scale{Axis: AxisTime, Width: width}
	if r.EndSeconds() <= 0 {
		scale.Axis = AxisSteps
	}
	scale.To = axisTotal(r.Trace, scale.Axis)
	drawLanes(d, r, ExploreLayout(len(r.Lanes), width), scale, ExploreLanesMax, lang)
}
