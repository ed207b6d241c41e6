package model

import (
	"strings"

	"asyncplay/runtime/explain"
	"asyncplay/runtime/trace"
)

// trial is the run of a program under the typing hand, from the key until it is shown.
type trial struct {
	of   *Variant // whose run it is; nil when there is no trial
	edit int      // the number that Typed gave
	// unfinished: the line under the hand is one word, so maybe a call without its parentheses yet.
	unfinished bool
	held       *Run // what has come of it, when it waits for the hand to rest
}

// Typed takes over what was typed in the editor and runs it at once. Most of what a hand passes through is a program as good as the
// one before: its run is shown as soon as it is there. One that brings new trouble is half a word more often than a mistake, so
// it waits for HandRests, which the page calls with the edit's number when no other key has been hit for a while.
func (p *Playground) Typed(source string) int {
	v := p.Shown()
	before, ran := v.Source, v.Source
	if r := p.Run(); r != nil && v == p.Current() {
		ran = r.Source
	} else if p.Trying() {
		ran = "" // what the module was in the run shown is not known
	}
	edit := p.Edited(source)
	p.RunEdited(edit)
	if p.Current().running && source != before && !OnlyANumberDiffers(ran, source) && !pasted(before, source) {
		p.trial = trial{of: p.Current(), edit: edit, unfinished: aWordAlone(before, source)}
	}
	return edit
}

// From so many bytes on, what appears at once was not typed; of what takes the place of lines, fewer will do.
const (
	pasteBytesMin   = 40
	replaceBytesMin = 8
)

// pasted reports whether an edit brought more than a key does: that is no half word, and its trouble is shown at once.
func pasted(before, after string) bool {
	start, endBefore, end := changed(before, after)
	text := strings.TrimSpace(after[start:end])
	return len(text) >= pasteBytesMin || strings.Contains(text, "\n") || len(text) >= replaceBytesMin && strings.Contains(before[start:endBefore], "\n")
}

// HandRests shows what Typed has held back; a run still under way becomes one like any other, with its progress and Stop.
func (p *Playground) HandRests(edit int) {
	t := p.trial
	if t.of == nil || t.edit != edit {
		return
	}
	p.trial = trial{}
	if t.held != nil {
		p.show(t.of, t.held)
		p.ended(t.of)
	}
}

// Trying reports whether the run under way is of a program on which somebody types.
func (p *Playground) Trying() bool { return p.trial.of != nil }

// waits reports whether a run should not be shown before the hand rests: it has trouble that what stands there has not.
func (t *trial) waits(v *Variant, r *Run) bool {
	if r.Trace.Outcome.Status == trace.StatusSyntaxError {
		return v.broken == nil
	}
	shown := v.Run()
	if shown == nil {
		return false
	}
	if t.unfinished || graver(r, shown) {
		return true
	}
	before := shown.troubles()
	for trouble := range r.troubles() {
		if !before[trouble] {
			return true
		}
	}
	return false
}

// graver reports whether a run ends worse than the one before, or in another bad way.
func graver(r, before *Run) bool {
	a, b := &r.Report, &before.Report
	return a.Severity > b.Severity || a.Severity == b.Severity && a.Severity > explain.SeverityQuiet && r.Trace.Outcome.Status != before.Trace.Outcome.Status
}

// troubles are the types of the exceptions that tasks, threads or the program ended with, and what a program that catches them has
// said of names that Python does not know.
func (r *Run) troubles() map[string]bool {
	if r.bad != nil {
		return r.bad
	}
	r.bad = map[string]bool{}
	for i := range r.Trace.Events {
		switch e := &r.Trace.Events[i]; e.Kind {
		case trace.TaskRaised, trace.TaskExceptionLost, trace.ThreadRaised, trace.RunRaised:
			name, _, _ := strings.Cut(r.Trace.Text(e.Text), ":")
			r.bad[name] = true
		}
	}
	for _, text := range r.Trace.Strings {
		if strings.IndexByte(text, '\'') < 0 {
			continue
		}
		for _, around := range unknownNames {
			if _, rest, ok := strings.Cut(text, around[0]); ok {
				if name, end, ok := strings.Cut(rest, "'"); ok && strings.HasPrefix(end, around[1]) {
					r.bad[around[0]+name] = true
				}
			}
		}
	}
	return r.bad
}

// unknownNames are what Python says of a name that is half typed, before the name in quotes and after it.
var unknownNames = [][2]string{
	{"name '", " is not defined"}, {"has no attribute '", ""}, {"No module named '", ""}, {"cannot import name '", ""}, {"keyword argument '", ""},
}

// aWordAlone reports whether an edit ends in a word that is all of its line, dots included: a call without its parentheses yet.
func aWordAlone(before, after string) bool {
	_, _, end := changed(before, after)
	if !isWordPart(after, end-1) {
		return false
	}
	line := after[strings.LastIndexByte(after[:end], '\n')+1:]
	line, _, _ = strings.Cut(line, "\n")
	line = strings.TrimPrefix(strings.TrimSpace(line), "await ")
	for i := range len(line) {
		if line[i] != '.' && !isWordPart(line, i) {
			return false
		}
	}
	return true
}

// changed is where two texts differ: from start to endBefore in the one, to endAfter in the other.
func changed(before, after string) (start, endBefore, endAfter int) {
	for start < len(before) && start < len(after) && before[start] == after[start] {
		start++
	}
	endBefore, endAfter = len(before), len(after)
	for endBefore > start && endAfter > start && before[endBefore-1] == after[endAfter-1] {
		endBefore--
		endAfter--
	}
	return start, endBefore, endAfter
}

// OnlyANumberDiffers reports whether two programs differ in the digits of one number and nothing else. Each such state is a program that
// somebody may want to see; a name that is half typed is not.
func OnlyANumberDiffers(before, after string) bool {
	start, endBefore, endAfter := changed(before, after)
	if strings.Trim(before[start:endBefore]+after[start:endAfter], "0123456789.") != "" || before == after {
		return false
	}
	// What is there now must be a number still, and not the end of a name such as task1.
	left := start
	for left > 0 && isNumberPart(after[left-1]) {
		left--
	}
	right := endAfter
	for right < len(after) && isNumberPart(after[right]) {
		right++
	}
	text := after[left:right]
	return text != "" && strings.Trim(text, ".") != "" && !isNamePart(after, left-1) && !isNamePart(after, right)
}

func isNumberPart(c byte) bool { return c >= '0' && c <= '9' || c == '.' }

// isWordPart reports whether a byte belongs to a name, digits included.
func isWordPart(text string, at int) bool {
	return isNamePart(text, at) || at >= 0 && at < len(text) && text[at] >= '0' && text[at] <= '9'
}

func isNamePart(text string, at int) bool {
	if at < 0 || at >= len(text) {
		return false
	}
	c := text[at]
	return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}
