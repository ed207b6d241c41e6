package trace

import (
	"cmp"
	"strconv"
)

// stateColors are the token and the pattern of a segment, by StateName.
var stateColors = map[string]struct{ token, pattern string }{
	"ready":      {"ready", ""},
	"blocked":    {"run", ""},
	"thread":     {"run", ""},
	"sleep":      {"sleep", ""},
	"network":    {"sleep", "network"},
	"get":        {"get", "get"},
	"put":        {"get", "put"},
	"join":       {"join", "join"},
	"future":     {"wait", "future"},
	"task":       {"wait", "wait"},
	"gather":     {"wait", "wait"},
	"task_group": {"wait", "wait"},
	"any":        {"wait", "wait"},
	"lock":       {"lock", "lock"},
	"semaphore":  {"lock", "lock"},
	"event":      {"lock", "lock"},
	"condition":  {"lock", "lock"},
	"barrier":    {"lock", "lock"},
}

func (d *svgDrawing) lane(lane *Lane, y float64) {
	d.line(0, y+svgLane, float64(d.o.Width), y+svgLane, d.color("rule2"), "")
	d.label(lane, y)
	top := y + (svgLane-svgBar)/2
	for i := range lane.Segments {
		d.segment(&lane.Segments[i], top)
	}
	for i := range lane.Debts {
		d.debt(&lane.Debts[i], top)
	}
	last := -1.0
	for _, s := range lane.Steps {
		x := d.x(s.Start, s.StartEvent)
		if x-last < 1 && last >= 0 {
			continue
		}
		last = x
		d.rect(x-1.5, top-3, 3, svgBar+6, d.color("run"), "")
	}
	d.ending(&lane.End, top+svgBar/2)
}

func (d *svgDrawing) label(lane *Lane, y float64) {
	x := 8.0
	if id := int(lane.Task); id <= len(d.o.Badges) && d.o.Badges[id-1] != "" {
		token := endToken(lane.End.Kind)
		d.rect(x, y+(svgLane-17)/2, 23, 17, d.color(token+"-t"), ` rx="3" stroke="`+d.color(token)+`"`)
		d.text(x+11.5, y+svgLane/2+4, d.o.Badges[id-1], d.color(token), ` text-anchor="middle"`)
		x += 31
	}
	name := []rune(d.names[lane.Task-1])
	if room := int((svgLabels - x - 8) / svgCharacter); len(name) > room {
		name = append(name[:room-1], '…')
	}
	d.text(x, y+svgLane/2+4, string(name), d.color("ink"), "")
}

// endToken is the colour of how a lane ended; one that has not waits.
func endToken(kind Kind) string {
	switch kind {
	case TaskRaised, ThreadRaised:
		return "raised"
	case TaskCancelled:
		return "cancelled"
	case TaskDone, ThreadEnded:
		return "done"
	}
	return "ready"
}

func (d *svgDrawing) segment(s *Segment, top float64) {
	x, end := d.x(s.Start, s.StartEvent), d.x(s.End, s.EndEvent)
	width := end - x
	if width < svgPixelShare {
		return
	}
	c := stateColors[s.StateName()]
	if c.token == "" || c.token == "ready" {
		d.rect(x, top+svgBar-3, width, 3, d.color("ready-t"), "")
		return
	}
	d.bar(x, top, width, c.token, c.pattern, "")
	if s.Endless && d.hung {
		d.bar(end, top, svgTail, c.token, c.pattern, ` opacity=".4"`)
	}
	text := ""
	if s.Item != 0 {
		text = "#" + strconv.Itoa(int(s.Item))
		if full := text + " " + ShortRepr(d.trace.Text(s.Text)); float64(len([]rune(full)))*svgCharacter < width-8 {
			text = full
		}
	} else if s.Kind == SpanWait && s.Wait != WaitSleep {
		text = s.Wait.String()
		if s.Wait == WaitQueueGet || s.Wait == WaitQueuePut || s.Wait == WaitQueueJoin {
			text += "()"
		}
	}
	if float64(len(text))*svgCharacter < width-6 {
		d.text(x+6, top+svgBar/2+4, text, d.color(c.token), "")
	}
}

// bar is a tinted span with its pattern and base line.
func (d *svgDrawing) bar(x, top, width float64, token, pattern, attributes string) {
	d.rect(x, top, width, svgBar, d.color(token+"-t"), attributes)
	if pattern != "" {
		d.rect(x, top, width, svgBar, "url(#"+d.o.IDPrefix+"-"+pattern+")", attributes)
	}
	d.rect(x, top+svgBar-1.5, width, 1.5, d.color(token), attributes)
}

func (d *svgDrawing) debt(debt *Debt, top float64) {
	x, end := d.x(debt.Start, debt.StartEvent), d.x(debt.End, debt.EndEvent)
	if d.hung && !debt.Settled {
		end += svgTail
	}
	if end-x < svgPixelShare {
		return
	}
	d.rect(x, top, end-x, svgBar, "url(#"+d.o.IDPrefix+"-owes)", "")
	d.rect(x, top+svgBar-1.5, end-x, 1.5, d.color("raised"), "")
	text := "#" + strconv.Itoa(int(debt.Item)) + " " + d.o.Words.NeverMarkedDone
	width := float64(len([]rune(text))) * svgCharacter
	if debt.Settled || width > end-x-18 {
		return
	}
	d.rect(x+12, top+3, width+6, svgBar-6, d.color("bg"), "")
	d.text(x+15, top+svgBar/2+4, text, d.color("raised"), "")
}

// ending draws how a lane ended: round and checked, round and barred, square and crossed.
func (d *svgDrawing) ending(end *LaneEnd, middle float64) {
	if end.Kind == KindInvalid {
		return
	}
	x := d.x(end.Time, end.Event)
	token := endToken(end.Kind)
	switch token {
	case "raised":
		d.rect(x-7, middle-7, 14, 14, d.color(token), ` rx="1"`)
		d.path(x, middle, "m-3.5-3.5 7 7m0-7-7 7")
	case "cancelled":
		d.circle(x, middle, 7, d.color(token))
		d.path(x, middle, "m-3.5 3.5 7-7")
	default:
		d.circle(x, middle, 7, d.color(token))
		d.path(x, middle, "m-3.5 0 2.5 2.5 4.5-5")
	}
}

// queue draws the two counters of a queue as steps: items in it and items unfinished.
func (d *svgDrawing) queue(lane *QueueLane, y float64) {
	const pad = 10
	top, bottom := y+pad, y+svgQueue-pad
	most := int32(1)
	for _, p := range lane.Points {
		most = max(most, p.Size)
		if lane.Accounted {
			most = max(most, p.Unfinished)
		}
	}
	height := func(n int32) float64 { return bottom - float64(max(n, 0))/float64(most)*(bottom-top) }
	size := func(p *QueuePoint) int32 { return p.Size }
	unfinished := func(p *QueuePoint) int32 { return p.Unfinished }
	right := d.right
	if d.hung {
		right += svgTail
	}
	area := d.steps(lane, height, size, right)
	d.raw(`<path d="` + area + "V" + number(bottom) + "H" + number(d.x(lane.Points[0].Time, lane.Points[0].Event)) +
		`Z" fill="` + d.color("get-t") + `"/>`)
	d.raw(`<path d="` + area + `" fill="none" stroke="` + d.color("get") + `" stroke-dasharray="4 3"/>`)
	if lane.Accounted {
		d.raw(`<path d="` + d.steps(lane, height, unfinished, right) + `" fill="none" stroke="` + d.color("join") + `" stroke-width="1.5"/>` + "\n")
	}
	last := lane.Points[len(lane.Points)-1]
	d.text(8, y+24, cmp.Or(d.trace.ObjectName(lane.Object), d.o.Words.Queue), d.color("ink"), "")
	if lane.Accounted {
		d.text(8, y+44, d.o.Words.Unfinished+" "+strconv.Itoa(int(last.Unfinished)), d.color("join"), "")
	}
	d.text(8, y+62, d.o.Words.InQueue+" "+strconv.Itoa(int(last.Size)), d.color("get"), "")
	d.text(d.left-6, top+8, strconv.Itoa(int(most)), d.color("ink3"), ` text-anchor="end"`)
	at, below := height(last.Unfinished)+4, height(last.Size)+4
	if lane.Accounted {
		d.text(right+6, at, strconv.Itoa(int(last.Unfinished)), d.color("join"), "")
	}
	if below-at > 11 || !lane.Accounted {
		d.text(right+6, below, strconv.Itoa(int(last.Size)), d.color("get"), "")
	}
}

// steps returns the path of one counter; points nearer than a pixel share their last
// value.
func (d *svgDrawing) steps(lane *QueueLane, height func(int32) float64, value func(*QueuePoint) int32, right float64) string {
	var b []byte
	for i := range lane.Points {
		p := &lane.Points[i]
		x := d.x(p.Time, p.Event)
		if i+1 < len(lane.Points) && i > 0 {
			if next := &lane.Points[i+1]; d.x(next.Time, next.Event)-x < svgPixelShare {
				continue
			}
		}
		y := height(value(p))
		if len(b) == 0 {
			b = append(b, "M"+number(x)+" "+number(y)...)
			continue
		}
		b = append(b, "H"+number(x)+"V"+number(y)...)
	}
	return string(append(b, "H"+number(right)...))
}
