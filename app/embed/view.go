package embed

import (
	"encoding/json"
	"strconv"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime/explain"
	explainwords "asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"
)

// Update is what a frame gets: the parts that changed, by name, what happened, and pictures to draw.
type Update struct {
	Text     string
	Pictures []Picture
}

// Picture is a draw list for one of the frame's canvases.
type Picture struct {
	Canvas        string
	Width, Height float64
	Shapes        int
	Strings       string
	Bytes         []byte
}

// update gathers what the frame does not have yet; ok is false when that is nothing.
func (s *Session) update() (u Update, ok bool) {
	parts := map[string]json.RawMessage{}
	if s.pg != nil {
		s.gather(parts)
		u.Pictures = s.pictures()
		s.tellResult()
	}
	if len(parts) == 0 && len(u.Pictures) == 0 && len(s.outbox) == 0 && s.acked == s.done {
		return u, false
	}
	s.acked = s.done
	text, err := json.Marshal(struct {
		Done   int                        `json:"done"` // commands carried out so far: a frame waits for it before it sends the next of many
		Parts  map[string]json.RawMessage `json:"parts"`
		Events []Event                    `json:"events,omitempty"`
	}{s.done, parts, s.outbox})
	if err != nil {
		return u, false
	}
	s.outbox = nil
	u.Text = string(text)
	return u, true
}

// gather fills in the parts that have changed.
func (s *Session) gather(parts map[string]json.RawMessage) {
	put := func(name string, value any) {
		text, err := json.Marshal(value)
		if err == nil && s.sent[name] != string(text) {
			s.sent[name] = string(text)
			parts[name] = text
		}
	}
	pg, r := s.pg, s.pg.Run()
	if _, known := s.sent["state"]; !known {
		put("state", pg.Encode())
	}
	if k := s.slowKey(); s.sent["slow key"] != k {
		s.sent["slow key"] = k
		put("head", s.head())
		put("source", pg.Current().Source)
		put("knobs", s.knobs())
		put("verdict", s.verdict())
	}
	if _, known := s.sent["spans"]; !known && r != nil {
		put("spans", s.spans())
	}
	put("lit", lit{int(pg.Lit.Task), int(pg.Lit.Line), model.ItemKey(pg.Lit.Queue, pg.Lit.Item)})
	if k := s.slowKey() + key(float64(pg.Rev(model.PartInstant)), float64(pg.Play.Event)); s.sent["instant key"] != k {
		s.sent["instant key"] = k
		put("marks", pg.RunMarks())
		if r != nil {
			put("lanes", s.lanes(r))
			put("caption", caption{s.sentence(pg.Caption(), pg.Play.Event), r.BadNews(pg.Play.Event)})
			put("console", s.console(r))
		}
	}
	if r != nil {
		put("clock", s.clock(r))
	}
}

// slowKey changes with everything but the instant: while a run plays, the parts that hang on it are left alone.
func (s *Session) slowKey() string {
	pg := s.pg
	running := 0.0
	if pg.Current().Running() {
		running = 1
	}
	return key(float64(pg.Rev(model.PartShell, model.PartProgram, model.PartKnobs, model.PartSource, model.PartRun, model.PartOthers, model.PartWindow)),
		float64(pg.Lang), float64(pg.Active), running, s.size.Plot, s.size.Room, s.scroll)
}

func (s *Session) head() head {
	pg := s.pg
	v := pg.Current()
	h := head{Running: v.Running(), Active: pg.Active, Stale: v.Stale()}
	for _, other := range pg.Variants {
		h.Variants = append(h.Variants, variantTab{other.Name, pg.Text(other.Outcome().Word())})
	}
	h.Outcome = v.Outcome().Name()
	switch r := pg.Run(); {
	case v.Broken() != nil:
		h.Outcome, h.Text = "broken", pg.Text(words.EmbedBroken)
	case v.Halted():
		h.Outcome, h.Text = "limit", pg.Text(words.EmbedStopped)
	case r != nil:
		h.Text = pg.Text(outcomeAt[v.Outcome()], model.FormatClock(r.EndSeconds()))
	}
	return h
}

var outcomeAt = map[model.Outcome]words.Key{
	model.OutcomeFine: words.EmbedEndsAt, model.OutcomeTrouble: words.EmbedEndsAt, model.OutcomeHung: words.EmbedHangsAt,
	model.OutcomeFailed: words.EmbedRaisesAt, model.OutcomeLimit: words.EmbedLimitAt,
}

var knobKinds = []string{"number", "slider", "boolean", "choice", "string"}

func (s *Session) knobs() []knob {
	knobs := []knob{}
	for _, k := range s.pg.Knobs() {
		kind := "string"
		if int(k.Kind) < len(knobKinds) {
			kind = knobKinds[k.Kind]
		}
		knobs = append(knobs, knob{k.Name, kind, k.Value, k.Min, k.Max, k.Step, k.Percent(), k.Choices, k.Err})
	}
	return knobs
}

func (s *Session) layout(r *model.Run) (model.Layout, model.Scale) {
	l := model.NewInsetLayout(r, s.size.Plot, s.size.Room, s.scroll)
	return l, s.pg.Scale(l.Width)
}

func (s *Session) lanes(r *model.Run) lanes {
	l, _ := s.layout(r)
	rows := len(r.Rows())
	from, to := l.VisibleLanes(rows)
	out := lanes{
		Height: l.Height, LaneHeight: l.LaneHeight, LanesTop: l.LanesTop, LanesHeight: l.LanesHeight, LanesAll: float64(rows) * l.LaneHeight,
		From: from, QueueTop: l.QueueTop, QueueHeight: l.QueueHeight, Queues: min(len(r.QueueLanes), model.QueueLanesMax),
		LockTop: l.LockTop, LockHeight: l.LockHeight, Labels: []laneLabel{},
	}
	for _, label := range s.pg.LaneLabels(from, to) {
		out.Labels = append(out.Labels, laneLabel{label.Badge, label.Name + ": " + label.State, label.Look.Name, int(label.Task)})
	}
	for i := range r.LockLanes {
		out.Locks = append(out.Locks, r.LockLanes[i].Type)
	}
	return out
}

func (s *Session) clock(r *model.Run) clock {
	pg := s.pg
	_, scale := s.layout(r)
	return clock{
		Text: model.FormatClock(pg.Play.Seconds), X: scale.X(pg.Play.Unit()), Fraction: pg.MiniFraction(), Playing: pg.Play.Playing,
		AtEnd: pg.Play.Event >= r.Last(), Total: model.FormatClock(r.EndSeconds()),
		Said: pg.ClockText(r.TimeOf(pg.Play.Event)) + ": " + explainwords.Render(s.lang(), pg.Caption()),
	}
}

func (s *Session) lang() explainwords.Lang { return explainwords.Lang(s.pg.Lang.Code()) }

func (s *Session) verdict() verdict {
	pg := s.pg
	v := pg.Current()
	r := pg.Run()
	if v.Broken() != nil {
		r = v.Broken()
	}
	switch {
	case v.Failure() != "":
		return verdict{[]part{{Text: pg.Text(words.EngineRefused, v.Failure())}}, "error"}
	case r == nil:
		return verdict{[]part{}, "none"}
	}
	return verdict{s.sentenceIn(r, r.Report.Title, r.Last()), model.SeverityName(r.Report.Severity)}
}

func (s *Session) console(r *model.Run) console {
	c := console{Lines: []consoleLine{}, Empty: s.pg.Text(words.ConsoleEmpty)}
	for _, line := range s.pg.Console() {
		tone, when := "", "past"
		switch {
		case line.Error:
			tone = "err"
		case line.Stderr:
			tone = "stderr"
		}
		switch {
		case line.Now:
			when = "now"
		case line.Future:
			when = "future"
		}
		c.Lines = append(c.Lines, consoleLine{line.Clock, line.Text, tone, line.Event, when})
	}
	c.Count = r.ConsoleCount()
	return c
}

func (s *Session) sentence(m explain.Message, at int) []part { return s.sentenceIn(s.pg.Run(), m, at) }

// sentenceIn is a message in pieces: tasks look as at the instant of an event.
func (s *Session) sentenceIn(r *model.Run, m explain.Message, at int) []part {
	pieces := explainwords.Parts(s.lang(), m)
	out := make([]part, 0, len(pieces))
	for i := range pieces {
		out = append(out, s.piece(r, &pieces[i], at))
	}
	return out
}

func (s *Session) piece(r *model.Run, p *explainwords.Part, at int) part {
	switch {
	case p.Arg == nil && p.Code:
		return part{Kind: "code", Text: p.Text}
	case p.Arg == nil:
		return part{Text: p.Text}
	}
	arg := p.Arg
	switch arg.Kind {
	case explainwords.ArgTask:
		if arg.Int > 0 {
			b := s.pg.BadgeIn(r, trace.TaskID(arg.Int), at)
			return part{Kind: "task", Text: b.Badge, Look: b.Look.Name, Title: b.Name, Arg: int(arg.Int)}
		}
	case explainwords.ArgItem:
		return part{Kind: "item", Text: "#" + strconv.FormatInt(arg.Int, 10), Title: arg.Text, Item: model.ItemKey(trace.ObjectID(arg.Object), int32(arg.Int))}
	case explainwords.ArgLine:
		return part{Kind: "line", Text: p.Text, Arg: int(arg.Int)}
	case explainwords.ArgTime:
		return part{Kind: "time", Text: p.Text, Arg: int(arg.Event) + 1}
	case explainwords.ArgCode:
		return part{Kind: "code", Text: p.Text}
	case explainwords.ArgCount:
		return part{Kind: "count", Text: p.Text}
	}
	return part{Text: p.Text}
}

const spanRowsMax = 60

func (s *Session) spans() spans {
	pg := s.pg
	rows, total := pg.Spans()
	out := spans{Caption: pg.Text(words.SpansCaption), Rows: [][]string{}}
	for _, k := range []words.Key{words.SpanTask, words.SpanState, words.SpanFrom, words.SpanTo, words.SpanLine} {
		out.Head = append(out.Head, pg.Text(k))
	}
	for _, row := range rows[:min(len(rows), spanRowsMax)] {
		out.Rows = append(out.Rows, []string{row.Task, row.State, row.From, row.To, strconv.Itoa(row.Line)})
	}
	if total > len(out.Rows) {
		out.Cut = pg.Text(words.SpansCut, strconv.Itoa(len(out.Rows)), strconv.Itoa(total))
	}
	return out
}
