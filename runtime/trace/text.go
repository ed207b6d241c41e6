package trace

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	textWidthMin  = 40 // columns
	textLanesMax  = 64
	textLabelsMax = 18 // columns
)

// glyphs of the text timeline, by Segment.StateName.
var glyphs = []struct {
	state string
	glyph rune
}{
	{"ready", '˙'},
	{"blocked", '█'},
	{"sleep", '─'},
	{"get", '░'},
	{"put", '▒'},
	{"join", '═'},
	{"future", '~'},
	{"task", '≡'},
	{"gather", '≡'},
	{"task_group", '≡'},
	{"any", '≡'},
	{"lock", '╳'},
	{"semaphore", '╳'},
	{"event", '╳'},
	{"condition", '╳'},
	{"barrier", '╳'},
	{"thread", '▓'},
	{"network", '»'},
}

const (
	glyphStep      = '│'
	glyphDone      = '✓'
	glyphRaised    = '✗'
	glyphCancelled = '⊘'
	glyphOwes      = '/'
)

// WriteText writes the run as a picture in characters: a lane per task on one axis of
// virtual time, then a legend of what occurs. width is in columns.
func WriteText(out io.Writer, t *Trace, width int) error {
	p := newTextPicture(t, width)
	var b strings.Builder
	fmt.Fprintf(&b, "%*s %s\n", p.labels, "", p.axis())
	for i, lane := range p.lanes {
		if i == textLanesMax {
			fmt.Fprintf(&b, "%*s … and %d more lanes\n", p.labels, "", len(p.lanes)-i)
			break
		}
		label := fitColumns(p.names[i], p.labels)
		pad := strings.Repeat(" ", p.labels-utf8.RuneCountInString(label))
		fmt.Fprintf(&b, "%s%s %s\n", label, pad, strings.TrimRight(string(p.row(&lane)), " "))
	}
	fmt.Fprintf(&b, "%*s %s\n", p.labels, "", p.legend())
	_, err := io.WriteString(out, b.String())
	return err
}

type textPicture struct {
	trace  *Trace
	lanes  []Lane
	names  []string
	labels int // columns of the names
	plot   int // columns of the lanes
	end    float64
	used   map[rune]bool
}

func newTextPicture(t *Trace, width int) *textPicture {
	p := &textPicture{trace: t, lanes: Lanes(t), names: DisplayNames(t), end: t.EndTime(), used: map[rune]bool{}}
	for _, name := range p.names {
		p.labels = max(p.labels, min(utf8.RuneCountInString(name), textLabelsMax))
	}
	p.plot = max(width, textWidthMin) - p.labels - 2
	return p
}

// fitColumns shortens a name and keeps control characters off the terminal.
func fitColumns(name string, columns int) string {
	runes := []rune(name)
	for i, r := range runes {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			runes[i] = '·'
		}
	}
	if len(runes) > columns {
		runes = append(runes[:columns-1], '…')
	}
	return string(runes)
}

// column is where an instant stands.
func (p *textPicture) column(seconds float64, event int32) int {
	share := p.trace.shareOfRun(seconds, event)
	return min(max(int(share*float64(p.plot-1)), 0), p.plot-1)
}

func (p *textPicture) axis() string {
	end := strconv.FormatFloat(p.end, 'f', 3, 64) + " s"
	if p.trace.Outcome.Status == StatusHung {
		end += " ∞"
	}
	return "0" + strings.Repeat(" ", max(1, p.plot-1-utf8.RuneCountInString(end))) + end
}

func (p *textPicture) row(lane *Lane) []rune {
	row := []rune(strings.Repeat(" ", p.plot))
	put := func(column int, glyph rune) {
		row[column] = glyph
		p.used[glyph] = true
	}
	for i := range lane.Segments {
		s := &lane.Segments[i]
		if s.End <= s.Start && p.end > 0 {
			continue
		}
		glyph := glyphOf(s)
		for c := p.column(s.Start, s.StartEvent); c <= p.column(s.End, s.EndEvent); c++ {
			put(c, glyph)
		}
	}
	for _, d := range lane.Debts {
		for c := p.column(d.Start, d.StartEvent); c <= p.column(d.End, d.EndEvent); c++ {
			put(c, glyphOwes)
		}
	}
	for _, s := range lane.Steps {
		put(p.column(s.Start, s.StartEvent), glyphStep)
	}
	for i := range lane.Segments { // over the tick of the step that blocks
		if s := &lane.Segments[i]; s.Kind == SpanBlocked && s.End > s.Start {
			for c := p.column(s.Start, s.StartEvent) + 1; c < p.column(s.End, s.EndEvent); c++ {
				put(c, glyphOf(s))
			}
		}
	}
	if lane.End.Kind != KindInvalid {
		glyph := glyphDone
		switch lane.End.Kind {
		case TaskRaised, ThreadRaised:
			glyph = glyphRaised
		case TaskCancelled:
			glyph = glyphCancelled
		}
		put(p.column(lane.End.Time, lane.End.Event), glyph)
	}
	return row
}

func glyphOf(s *Segment) rune {
	name := s.StateName()
	for i := range glyphs {
		if glyphs[i].state == name {
			return glyphs[i].glyph
		}
	}
	return '?'
}

// legend names the glyphs that occur; states that share a glyph are named together.
func (p *textPicture) legend() string {
	var parts []string
	add := func(glyph rune, name string) {
		if p.used[glyph] {
			parts = append(parts, string(glyph)+" "+name)
		}
	}
	add(glyphStep, "runs")
	add('˙', "ready")
	add('█', "blocks the loop")
	add('─', "sleep")
	add('░', "get()")
	add('▒', "put()")
	add('═', "join()")
	add('~', "future")
	add('≡', "awaits tasks")
	add('╳', "lock")
	add('▓', "thread")
	add('»', "network")
	add(glyphDone, "done")
	add(glyphRaised, "raised")
	add(glyphCancelled, "cancelled")
	add(glyphOwes, "owes task_done()")
	return strings.Join(parts, "  ")
}
