package embed

import (
	"strings"

	"asyncplay/app/model"
	"asyncplay/runtime/trace"
)

// Result is how a run ended, as the page around the frame is told. Names of fields and outcomes are for ever:
// docs/embedding/README.md lists them.
type Result struct {
	Outcome   string  `json:"outcome"` // finished, raised, hung, limit, stopped
	Seconds   float64 `json:"durationSeconds"`
	Stdout    string  `json:"stdout"`
	Stderr    string  `json:"stderr"`
	Exception string  `json:"exception,omitempty"` // "ValueError: no"
	Verdict   string  `json:"verdict,omitempty"`   // the known mistake behind it, as in docs/verdicts
	Report    string  `json:"report"`              // the kind of the sentence under the program
	Sentence  string  `json:"sentence"`
	Tasks     int     `json:"tasks"`
	Variant   string  `json:"variant"`
	Line      int     `json:"line,omitempty"` // of a program that does not compile
}

var outcomes = map[trace.Status]string{
	trace.StatusFinished: "finished", trace.StatusRaised: "raised", trace.StatusSyntaxError: "raised", trace.StatusHung: "hung",
	trace.StatusLimit: "limit", trace.StatusStopped: "stopped",
}

// tellResult tells how the run on the screen ended, once, and to those who asked for changes that turned out to be none.
func (s *Session) tellResult() {
	pg := s.pg
	v := pg.Current()
	r := pg.Run()
	if v.Broken() != nil {
		r = v.Broken()
	}
	if pg.Busy() == v || r == nil && v.Failure() == "" {
		return
	}
	if v.Failure() != "" {
		if s.told != nil || len(s.asked) > 0 {
			s.outbox = append(s.outbox, Event{Type: "error", Message: v.Failure(), Commands: s.asked})
			s.told, s.asked = nil, nil
		}
		return
	}
	if s.told == r && len(s.asked) == 0 {
		return
	}
	s.outbox = append(s.outbox, Event{Type: "result", Commands: s.asked, Detail: s.result(r)})
	s.told, s.asked = r, nil
}

func (s *Session) result(r *model.Run) *Result {
	t := r.Trace
	out := &Result{
		Outcome: outcomes[t.Outcome.Status], Seconds: r.EndSeconds(), Report: string(r.Report.ID), Tasks: r.Report.Facts.Tasks,
		Variant: s.pg.Current().Name, Sentence: plain(s, r),
	}
	var stdout, stderr strings.Builder
	for i := range t.Events {
		switch e := &t.Events[i]; e.Kind {
		case trace.Stdout:
			stdout.WriteString(t.Text(e.Text))
		case trace.Stderr:
			stderr.WriteString(t.Text(e.Text))
		}
	}
	out.Stdout, out.Stderr = stdout.String(), stderr.String()
	switch t.Outcome.Status {
	case trace.StatusRaised:
		out.Exception = t.Text(t.Outcome.Text)
	case trace.StatusSyntaxError:
		out.Exception, out.Line = t.Text(t.Outcome.Text), int(t.Outcome.Line)
	}
	if findings := r.Findings(); len(findings) > 0 {
		out.Verdict = string(findings[0].ID)
	}
	return out
}

func plain(s *Session, r *model.Run) string {
	var b strings.Builder
	for _, p := range s.sentenceIn(r, r.Report.Title, r.Last()) {
		if p.Kind == "task" {
			b.WriteString(p.Title)
			continue
		}
		b.WriteString(p.Text)
	}
	return b.String()
}
