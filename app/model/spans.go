package model

import (
	"sort"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// SpanRow is a row of the timeline's text equivalent.
type SpanRow struct {
	Task, State, From, To string
	Line                  int
	Event                 int
}

const spanRowsMax = 300

// Spans are the lanes as rows: what each task did from when to when, whom it cancelled, whom its exception reached, how it
// ended. total is how many there are in all.
func (p *Playground) Spans() (rows []SpanRow, total int) {
	r := p.Run()
	if r == nil {
		return nil, 0
	}
	leaving := map[trace.TaskID][]*arrow{}
	for i := range r.arrows {
		leaving[r.arrows[i].from] = append(leaving[r.arrows[i].from], &r.arrows[i])
	}
	for i := range r.Lanes {
		lane := &r.Lanes[i]
		_, _, ended := endLook(lane.End.Kind)
		total += len(lane.Segments) + len(leaving[lane.Task])
		if ended {
			total++
		}
		if room := spanRowsMax - len(rows); room > 0 {
			own := p.laneRows(r, lane, leaving[lane.Task], room)
			rows = append(rows, own[:min(room, len(own))]...)
		}
	}
	return rows, total
}

// laneRows are the rows of a lane in order, at least as many as there is room for.
func (p *Playground) laneRows(r *Run, lane *trace.Lane, leaving []*arrow, room int) []SpanRow {
	name := r.TaskName(lane.Task)
	var rows []SpanRow
	for i := range lane.Segments[:min(room, len(lane.Segments))] {
		s := &lane.Segments[i]
		to := FormatClock(s.End)
		if s.Endless {
			to = p.Text(words.SpanForever)
		}
		rows = append(rows, SpanRow{
			Task: name, State: p.facts(p.spanState(r, s), p.passingText(r, s)), From: FormatClock(s.Start), To: to, Line: int(s.Line), Event: int(s.StartEvent),
		})
	}
	for _, a := range leaving[:min(room, len(leaving))] {
		at, text := FormatClock(a.seconds), p.arrowSentence(r, a)
		rows = append(rows, SpanRow{Task: name, State: text, From: at, To: at, Line: int(r.arrowLine(a)), Event: int(a.event)})
	}
	if _, _, ended := endLook(lane.End.Kind); ended {
		at := FormatClock(lane.End.Time)
		rows = append(rows, SpanRow{Task: name, State: p.endState(r, lane), From: at, To: at, Line: int(lane.End.Line), Event: int(lane.End.Event)})
	}
	sort.SliceStable(rows, func(a, b int) bool { return rows[a].Event < rows[b].Event })
	return rows
}
