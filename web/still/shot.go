package still

import (
	"fmt"
	"math"
	"strings"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime"
	"asyncplay/runtime/trace"
)

// Shot is a program that has run, ready to be drawn.
type Shot struct{ pg *model.Playground }

// instantEngine runs everything at once, but answers only when it is drained, as the model wants it.
type instantEngine struct{ waiting []func() }

// Run implements model.Env.
func (e *instantEngine) Run(r runtime.Request, _ func(model.Progress), done func(*trace.Trace, error)) (stop func()) {
	e.waiting = append(e.waiting, func() { done(runtime.Run(r, runtime.Hooks{}), nil) })
	return func() {}
}

// Inspect implements model.Env: pictures show no variables.
func (e *instantEngine) Inspect(runtime.Request, func(runtime.Inspection, error)) {}

// Settle implements model.Env: what is not on the picture need not run.
func (e *instantEngine) Settle(func()) {}

// Take runs the program of a state as links hold it.
func Take(state string, lang words.Lang) (*Shot, error) {
	engine := &instantEngine{}
	pg := model.New(engine, model.Options{Lang: lang, ReducedMotion: true, Link: &model.Link{Text: state}})
	for len(engine.waiting) > 0 {
		next := engine.waiting[0]
		engine.waiting = engine.waiting[1:]
		next()
	}
	if !pg.Borrowed() || pg.Run() == nil {
		return nil, fmt.Errorf("the program has no run to draw")
	}
	return &Shot{pg}, nil
}

// Outcome is how the run on the picture ended.
func (s *Shot) Outcome() model.Outcome { return s.pg.Current().Outcome() }

const (
	labelWidth  = 40
	badgeWidth  = 25
	badgeHeight = 17
	marginRight = 8
)

// Picture is an SVG file of the timeline in a box of a given size in CSS pixels. A long list of lanes makes it higher.
type Picture struct {
	SVG           []byte
	Width, Height int
}

// Draw draws the timeline with the badges of its lanes.
func (s *Shot) Draw(width, height float64, theme Theme, title string) Picture {
	run := s.pg.Run()
	palette := Palette(theme)
	layout := s.layout(width-labelWidth-marginRight, height)
	var list model.DrawList
	model.DrawTimeline(&list, run, layout, s.pg.Scale(layout.Width), s.pg.Lang)
	w := &svgWriter{patterns: map[string]bool{}, value: func(property string) string { return palette[property] }}
	w.shapes(&list)
	timeline := w.body.String()
	w.body.Reset()
	from, to := layout.VisibleLanes(len(run.Rows()))
	for i, label := range s.pg.LaneLabels(from, to) {
		w.badge(layout.LaneY(from+i)+layout.LaneHeight/2, label)
	}
	full := math.Ceil(layout.Height)
	svg := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s"><title>%s</title><defs>%s</defs>`+
		`<rect width="100%%" height="100%%" style="fill:%s"/>%s<g transform="translate(%d 0)">%s</g></svg>`,
		num(width), num(full), num(width), num(full), escaped(title), w.defs.String(), w.value("bg"), w.body.String(), labelWidth, timeline)
	return Picture{[]byte(svg), int(width), int(full)}
}

func (s *Shot) layout(width, height float64) model.Layout {
	return model.NewInsetLayout(s.pg.Run(), width, height, 0)
}

// badge draws the letters of a lane's task.
func (w *svgWriter) badge(centre float64, label model.LaneLabel) {
	fill, ink, line := w.tint(int(label.Look.Style)), w.strong(int(label.Look.Style)), ""
	radius := 4.0
	switch label.Look.Name {
	case "raised", "run":
		fill, ink = ink, w.value("bg")
	case "done", "cancelled":
		radius = badgeHeight / 2.0
	}
	if label.Look.Name == "cancelled" {
		line = ` text-decoration="line-through"`
	}
	const left = 6
	fmt.Fprintf(&w.body, `<rect x="%d" y="%s" width="%d" height="%d" rx="%s" style="fill:%s;stroke:%s" stroke-opacity=".45"/>`,
		left, num(centre-badgeHeight/2.0), badgeWidth, badgeHeight, num(radius), fill, w.strong(int(label.Look.Style)))
	fmt.Fprintf(&w.body, `<text x="%s" y="%s" dominant-baseline="central" text-anchor="middle" style="font:600 11px %s;fill:%s"%s>%s</text>`,
		num(left+badgeWidth/2.0), num(centre+.5), w.value("mono"), ink, line, escaped(shortened(label.Badge)))
}

func shortened(badge string) string {
	if letters := []rune(badge); len(letters) > 3 {
		return strings.TrimSpace(string(letters[:3]))
	}
	return badge
}
