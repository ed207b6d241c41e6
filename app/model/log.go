package model

import (
	"sort"
	"strconv"
	"strings"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// LogFilter is what the event log shows; the zero value shows everything.
type LogFilter struct {
	Task   trace.TaskID
	Kind   LogKind
	Search string
}

// LogKind is a group of kinds of events.
type LogKind uint8

const (
	LogAll LogKind = iota
	LogTasks
	LogQueues
	LogLocks
	LogLoop
	LogOutput
	LogTrouble
	logKindCount
)

// LogKinds are the groups with their names.
func LogKinds() []words.Key {
	return []words.Key{words.LogAll, words.LogTasks, words.LogQueues, words.LogLocks, words.LogLoop, words.LogOutput, words.LogTrouble}
}

func logKindOf(k trace.Kind) LogKind {
	switch {
	case k == trace.TaskRaised, k == trace.TaskExceptionLost, k == trace.QueueTaskDoneError, k == trace.ThreadRaised,
		k == trace.FaultApplied, k == trace.ExceptionRaised, k > trace.RunFinished:
		return LogTrouble
	case k <= trace.TaskExceptionLost, k >= trace.ThreadStarted && k <= trace.ThreadRaised:
		return LogTasks
	case k <= trace.ClockBlocked:
		return LogLoop
	case k <= trace.QueueShutdown:
		return LogQueues
	case k <= trace.PrimitiveNotified:
		return LogLocks
	case k == trace.Stdout, k == trace.Stderr:
		return LogOutput
	}
	return LogLoop
}

const logSearchMax = 80 // letters

// FilterLog changes what the log shows.
func (p *Playground) FilterLog(f LogFilter) {
	if f.Kind >= logKindCount {
		f.Kind = LogAll
	}
	if letters := []rune(f.Search); len(letters) > logSearchMax {
		f.Search = string(letters[:logSearchMax])
	}
	if p.Log == f {
		return
	}
	p.input()
	p.Log = f
	p.touch(PartInstant)
}

// logKey says for which run and filter the list of matches was made.
type logKey struct {
	run    *Run
	filter LogFilter
}

// matches are the events that the filter lets through, nil for all.
func (p *Playground) matches(r *Run) []int32 {
	if (p.Log == LogFilter{}) {
		return nil
	}
	k := logKey{r, p.Log}
	if p.logFor == k {
		return p.logMatches
	}
	p.logFor = k
	p.logMatches = r.search(p.Log)
	return p.logMatches
}

// search looks at texts and names once, not once for each event.
func (r *Run) search(f LogFilter) []int32 {
	out := []int32{}
	want := strings.ToLower(strings.TrimSpace(f.Search))
	has := func(s string) bool { return strings.Contains(strings.ToLower(s), want) }
	texts := make([]bool, len(r.Trace.Strings))
	for i, s := range r.Trace.Strings {
		texts[i] = want != "" && has(s)
	}
	names := make([]bool, len(r.Trace.Tasks)+1)
	for i := range r.Trace.Tasks {
		names[i+1] = want != "" && (has(r.TaskName(trace.TaskID(i+1))) || r.Badge(trace.TaskID(i+1)) == want)
	}
	line, _ := strconv.Atoi(strings.TrimPrefix(want, "line "))
	item, _ := strconv.Atoi(strings.TrimPrefix(want, "#"))
	isItem := strings.HasPrefix(want, "#")
	kinds := map[trace.Kind]bool{}
	named := func(id trace.TaskID) bool { return id > 0 && int(id) < len(names) && names[id] }
	for i := range r.Trace.Events {
		e := &r.Trace.Events[i]
		if f.Task > 0 && e.Task != f.Task && e.Target != f.Task || f.Kind != LogAll && logKindOf(e.Kind) != f.Kind {
			continue
		}
		if want != "" {
			kind, known := kinds[e.Kind]
			if !known {
				kind = has(strings.ReplaceAll(e.Kind.String(), "_", " "))
				kinds[e.Kind] = kind
			}
			switch {
			case kind, int(e.Text) < len(texts) && e.Text > 0 && texts[e.Text], named(e.Task), named(e.Target):
			case isItem && e.Item == int32(item) && item > 0 && e.Kind >= trace.FutureCreated:
			case !isItem && line > 0 && e.Line == int32(line):
			default:
				continue
			}
		}
		out = append(out, int32(i))
	}
	return out
}

// filteredEvents are the log's rows around the playhead when a filter is on, and how many events it lets through.
func (p *Playground) filteredEvents(r *Run, matches []int32) []EventRow {
	at := sort.Search(len(matches), func(i int) bool { return int(matches[i]) > p.Play.Event })
	middle := at / eventRowsBlock * eventRowsBlock
	from, to := max(0, middle-eventRowsEachSide), min(len(matches), middle+eventRowsBlock+eventRowsEachSide)
	rows := make([]EventRow, 0, to-from)
	for _, i := range matches[from:to] {
		rows = append(rows, p.eventRow(r, int(i)))
	}
	return rows
}

func (p *Playground) eventRow(r *Run, i int) EventRow {
	return EventRow{Event: i, Clock: FormatClock(r.Trace.Events[i].Time), Future: i > p.Play.Event, Now: i == p.Play.Event}
}

// LogCount is how many events the log shows, and of how many.
func (p *Playground) LogCount() (shown, of int) {
	r := p.Run()
	if r == nil {
		return 0, 0
	}
	if m := p.matches(r); m != nil {
		return len(m), len(r.Trace.Events)
	}
	return len(r.Trace.Events), len(r.Trace.Events)
}
