package embed

import (
	"strconv"
	"strings"

	"asyncplay/app/model"
)

// pictures are those that have to be drawn anew.
func (s *Session) pictures() []Picture {
	r := s.pg.Run()
	if r == nil {
		return nil
	}
	l, scale := s.layout(r)
	var out []Picture
	draw := func(canvas, key string, width, height float64, do func(*model.DrawList)) {
		if s.sent["canvas "+canvas] == key || width <= 0 || height <= 0 {
			return
		}
		s.sent["canvas "+canvas] = key
		var d model.DrawList
		do(&d)
		out = append(out, Picture{canvas, width, height, d.Len(), d.Strings(), d.Bytes()})
	}
	run := key(float64(s.pg.Rev(model.PartRun)), float64(s.pg.Lang), float64(s.pg.Active))
	still := run + key(l.Width, l.Height, l.ScrollTop, scale.From, scale.To)
	draw("still", still, l.Width, l.Height, func(d *model.DrawList) { model.DrawTimeline(d, r, l, scale, s.pg.Lang) })
	x := scale.X(s.pg.Play.Unit())
	over := still + key(x, float64(s.pg.Play.Event), float64(s.pg.Lit.Task), float64(s.pg.Lit.Line), float64(s.pg.Lit.Queue), float64(s.pg.Lit.Item))
	draw("overlay", over, l.Width, l.Height, func(d *model.DrawList) {
		model.DrawOverlay(d, r, l, scale, x, s.pg.Play.Event, s.pg.Lit, nil)
	})
	mini := run + key(s.size.Mini, s.size.MiniHeight, float64(s.pg.Play.Axis))
	draw("minimap-canvas", mini, s.size.Mini, s.size.MiniHeight, func(d *model.DrawList) {
		model.DrawMinimap(d, r, s.pg.Play.Axis, s.size.Mini, s.size.MiniHeight)
	})
	return out
}

func key(numbers ...float64) string {
	var b strings.Builder
	for _, n := range numbers {
		b.WriteString(strconv.FormatFloat(n, 'g', -1, 64))
		b.WriteByte('|')
	}
	return b.String()
}
