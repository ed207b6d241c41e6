package trace

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// shortReprMax is the number of characters that ShortRepr leaves.
const shortReprMax = 16

// ShortRepr shortens the repr of an item for a label: a float to two decimals, anything
// else to a few characters on one line.
func ShortRepr(repr string) string {
	if strings.ContainsRune(repr, '.') && len(repr) <= 32 {
		if f, err := strconv.ParseFloat(repr, 64); err == nil && f > -1e9 && f < 1e9 {
			return strconv.FormatFloat(f, 'f', 2, 64)
		}
	}
	count := utf8.RuneCountInString(repr)
	var b strings.Builder
	n := 0
	for _, r := range repr {
		if n == shortReprMax-1 && count > shortReprMax {
			b.WriteRune('…')
			break
		}
		if !unicode.IsPrint(r) {
			r = '·'
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// FinalNames returns the name of each task as it was at the end of the run, by TaskID-1.
func FinalNames(t *Trace) []string {
	names := make([]string, len(t.Tasks))
	for i := range t.Tasks {
		names[i] = t.Text(t.Tasks[i].Name)
	}
	for i := range t.Events {
		e := &t.Events[i]
		if e.Kind == TaskNamed && e.Target >= 1 && int(e.Target) <= len(names) {
			names[e.Target-1] = t.Text(e.Text)
		}
	}
	return names
}

// DisplayNames returns what pictures and sentences call each task, by TaskID-1: its
// name at the end of the run, but main for the task that asyncio.run() made of main().
func DisplayNames(t *Trace) []string {
	names := FinalNames(t)
	for i, name := range names {
		info := &t.Tasks[i]
		if info.Parent == 0 && strings.HasPrefix(name, "Task-") && t.Text(info.CoroName) == "main" {
			names[i] = "main"
		}
	}
	return names
}
