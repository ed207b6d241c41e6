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
		eventtext.OrderCancels(r.Events)
	}
	return r
}
