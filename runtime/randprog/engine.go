package randprog

import (
	"regexp"
	"strings"

	"asyncplay/runtime"
	"asyncplay/runtime/trace/eventtext"
)

var (
	address     = regexp.MustCompile(`\b0x[0-9a-f]{8,16}\b`)
	libraryLine = regexp.MustCompile(`/[\w/.]+/python3\.13/([\w/.]+\.py):\d+`)
)

// RunEngine runs a program in our engine, and makes of its output what testdata/record.py makes of CPython's.
func RunEngine(source string, events bool) Result {
	var stdout, stderr strings.Builder
	recorded := runtime.Run(runtime.Request{Filename: "program.py", Source: source}, runtime.Hooks{
		Stdout: func(text string) { stdout.WriteString(text) },
		Stderr: func(text string) { stderr.WriteString(text) },
	})
	mask := func(text string) string {
		return address.ReplaceAllString(libraryLine.ReplaceAllString(text, "$1:…"), "0x…")
	}
	r := Result{Exit: int(recorded.Outcome.ExitCode), Out: mask(stdout.String()), Err: mask(stderr.String())}
	if events {
		r.Events = eventtext.Lines(recorded)
		prepareEvents(&r)
	}
	return r
}

// prepareEvents makes results comparable event by event. For its trace the oracle uses the tasks of CPython that are
// written in Python: their reprs and some messages are others, so that of what is printed only the beginning counts.
func prepareEvents(r *Result) {
	eventtext.OrderCancels(r.Events)
	for i, line := range r.Events {
		head, printed, ok := strings.Cut(line, " stdout ")
		if !ok {
			continue
		}
		var b strings.Builder
		for _, text := range strings.Split(printed, `\n`) {
			words, kept := strings.Fields(text), 2 // time and task, and then often "at" and the number of the place
			if len(words) > 3 && words[2] == "at" {
				kept = 4
			}
			b.WriteString(" " + strings.Join(words[:min(len(words), kept)], " "))
		}
		r.Events[i] = head + " stdout" + b.String()
	}
	r.Out, r.Err = "", ""
}
