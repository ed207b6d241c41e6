package model

import "strings"

// lineMove follows lines through an edit. Lines that the edit did not touch stay themselves, wherever they went; so does a line
// that is edited by itself; one that vanishes with others around it is gone.
type lineMove struct {
	before, after []string
	head, tail    int // how many lines at either end the edit did not touch
}

func newLineMove(before, after string) lineMove {
	m := lineMove{before: strings.Split(before, "\n"), after: strings.Split(after, "\n")}
	a, b := m.before, m.after
	for m.head < len(a) && m.head < len(b) && a[m.head] == b[m.head] {
		m.head++
	}
	for m.tail < len(a)-m.head && m.tail < len(b)-m.head && a[len(a)-1-m.tail] == b[len(b)-1-m.tail] {
		m.tail++
	}
	return m
}

// line is the new number of a line, 0 when it is gone.
func (m *lineMove) line(line int) int {
	a, b := m.before, m.after
	switch {
	case line < 1 || line > len(a):
		return 0
	case line <= m.head:
		return line
	case line > len(a)-m.tail:
		return line + len(b) - len(a)
	}
	want := strings.TrimSpace(a[line-1])
	for i := m.head; i < len(b)-m.tail; i++ {
		if want != "" && strings.TrimSpace(b[i]) == want {
			return i + 1
		}
	}
	const editedAloneMax = 2 // lines
	if changed := len(a) - m.tail - m.head; changed <= editedAloneMax && len(b)-m.tail > m.head {
		return min(line, len(b)-m.tail)
	}
	return 0
}

// FollowFaults are the faults of one program in another version of it: each on the line that says the same there. Those whose
// line is gone are left out.
func FollowFaults(faults []Fault, from, to string) []Fault {
	if len(faults) == 0 {
		return nil
	}
	var kept []Fault
	move := newLineMove(from, to)
	for _, f := range faults {
		if f.OnNetwork() {
			kept = append(kept, f)
		} else if f.Line = move.line(f.Line); f.Line > 0 {
			kept = append(kept, f)
		}
	}
	return kept
}

// linesNow follows lines of the program that ran to the program as it stands in the editor. Where none came or went they stay
// themselves: a knob or a typed word changes some of them, many times a second.
type linesNow struct {
	ran, now string
	moves    bool
	move     lineMove
}

func (p *Playground) lineNow(r *Run, line int) int {
	l, now := &p.lines, p.Current().Source
	if l.ran != r.Source || l.now != now {
		*l = linesNow{ran: r.Source, now: now, moves: strings.Count(r.Source, "\n") != strings.Count(now, "\n")}
		if l.moves {
			l.move = newLineMove(r.Source, now)
		}
	}
	if !l.moves {
		return line
	}
	return l.move.line(line)
}
