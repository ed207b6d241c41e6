package stdlib

import (
	"slices"
	"unicode"

	"asyncplay/runtime/object"
)

// regexMatcher runs a pattern over a text by backtracking: match tries to match a node at a
// position and then what follows it, given as a continuation.
type regexMatcher struct {
	t    *object.Thread
	text []rune
	end  int   // the text ends here for the pattern
	caps []int // start and end of each group, -1 when it took no part
	last int   // number of the group closed last
	err  *object.Exception
	// depth bounds the Go stack.
	depth int
}

// regexStackMax is the number of continuations inside one another: WebAssembly's stack is
// small. Repeats of single characters need none.
const regexStackMax = 4000

type regexNext func(pos int) bool

func newRegexMatcher(t *object.Thread, p *regexProgram, text []rune, end int) *regexMatcher {
	m := &regexMatcher{t: t, text: text, end: end, caps: make([]int, 2*(p.groups+1))}
	m.reset()
	return m
}

func (m *regexMatcher) reset() {
	for i := range m.caps {
		m.caps[i] = -1
	}
	m.last = 0
}

// try matches the whole pattern at start and reports the end.
func (m *regexMatcher) try(p *regexProgram, start int, full bool) (end int, ok bool) {
	m.reset()
	ok = m.match(p.root, start, func(pos int) bool {
		if full && pos != m.end {
			return false
		}
		end = pos
		return true
	})
	if ok {
		m.caps[0], m.caps[1] = start, end
	}
	return end, ok && m.err == nil
}

func (m *regexMatcher) match(n *regexNode, pos int, next regexNext) bool {
	if m.err != nil {
		return false
	}
	if m.err = m.t.Tick(1); m.err != nil {
		return false
	}
	if m.depth++; m.depth > regexStackMax {
		m.err = object.NewException(object.RecursionErrorType, "regular expression needs too much backtracking")
		return false
	}
	defer func() { m.depth-- }()
	switch n.op {
	case regexLiteral, regexAny, regexSet:
		return pos < m.end && n.matches(m.text[pos]) && next(pos+1)
	case regexSeq:
		return m.sequence(n.subs, pos, next)
	case regexAlt:
		for _, s := range n.subs {
			if m.match(s, pos, next) {
				return true
			}
		}
		return false
	case regexRepeat:
		return m.repeat(n, pos, next)
	case regexGroup:
		return m.group(n, pos, next)
	case regexAtomic:
		end, ok := m.isolated(n.subs[0], pos)
		return ok && next(end)
	case regexLook:
		return m.look(n, pos, next)
	case regexBackref:
		return m.backref(n, pos, next)
	case regexConditional:
		if m.caps[2*n.n+1] >= 0 {
			return m.match(n.subs[0], pos, next)
		}
		return m.match(n.subs[1], pos, next)
	}
	return m.holds(n, pos) && next(pos)
}

func (m *regexMatcher) sequence(subs []*regexNode, pos int, next regexNext) bool {
	for len(subs) > 0 && subs[0].isSingle() {
		if pos >= m.end || !subs[0].matches(m.text[pos]) {
			return false
		}
		pos++
		subs = subs[1:]
	}
	if len(subs) == 0 {
		return next(pos)
	}
	return m.match(subs[0], pos, func(pos int) bool { return m.sequence(subs[1:], pos, next) })
}

func (m *regexMatcher) group(n *regexNode, pos int, next regexNext) bool {
	oldStart, oldEnd, oldLast := m.caps[2*n.n], m.caps[2*n.n+1], m.last
	if m.match(n.subs[0], pos, func(end int) bool {
		beforeStart, beforeEnd, beforeLast := m.caps[2*n.n], m.caps[2*n.n+1], m.last
		m.caps[2*n.n], m.caps[2*n.n+1], m.last = pos, end, n.n
		if next(end) {
			return true
		}
		m.caps[2*n.n], m.caps[2*n.n+1], m.last = beforeStart, beforeEnd, beforeLast
		return false
	}) {
		return true
	}
	m.caps[2*n.n], m.caps[2*n.n+1], m.last = oldStart, oldEnd, oldLast
	return false
}

// isolated matches a node for itself: what follows cannot make it try again.
func (m *regexMatcher) isolated(n *regexNode, pos int) (end int, ok bool) {
	saved, last := slices.Clone(m.caps), m.last
	ok = m.match(n, pos, func(e int) bool {
		end = e
		return true
	})
	if !ok {
		copy(m.caps, saved)
		m.last = last
	}
	return end, ok
}

func (m *regexMatcher) look(n *regexNode, pos int, next regexNext) bool {
	at := pos
	if n.behind {
		at -= n.width
	}
	saved, last := slices.Clone(m.caps), m.last
	ok := false
	if at >= 0 {
		ok = m.match(n.subs[0], at, func(end int) bool { return !n.behind || end == pos })
	}
	if m.err != nil {
		return false
	}
	if ok == n.negative {
		copy(m.caps, saved)
		m.last = last
		return false
	}
	if n.negative {
		copy(m.caps, saved)
		m.last = last
	}
	if next(pos) {
		return true
	}
	copy(m.caps, saved)
	m.last = last
	return false
}

func (m *regexMatcher) backref(n *regexNode, pos int, next regexNext) bool {
	start, end := m.caps[2*n.n], m.caps[2*n.n+1]
	if start < 0 || end < 0 || pos+end-start > m.end {
		return false
	}
	for i := start; i < end; i++ {
		a, b := m.text[i], m.text[pos+i-start]
		if a != b && !(n.flags&regexIgnoreCase != 0 && unicode.ToLower(a) == unicode.ToLower(b)) {
			return false
		}
	}
	return next(pos + end - start)
}

func (m *regexMatcher) repeat(n *regexNode, pos int, next regexNext) bool {
	if n.subs[0].isSingle() {
		return m.repeatSingle(n, pos, next)
	}
	if n.possessive {
		plain := *n
		plain.possessive = false
		end, ok := m.isolated(&plain, pos)
		return ok && next(end)
	}
	return m.round(n, 0, pos, -1, next)
}

// round has matched count rounds; last is where the round before began.
func (m *regexMatcher) round(n *regexNode, count, pos, last int, next regexNext) bool {
	more := func() bool {
		if n.max >= 0 && count >= n.max || pos == last && count >= n.min {
			return false
		}
		return m.match(n.subs[0], pos, func(end int) bool { return m.round(n, count+1, end, pos, next) })
	}
	if count < n.min {
		return more()
	}
	if n.greedy {
		return more() || m.err == nil && next(pos)
	}
	return next(pos) || more()
}

// repeatSingle repeats what matches exactly one character, without recursion.
func (m *regexMatcher) repeatSingle(n *regexNode, pos int, next regexNext) bool {
	limit := m.end - pos
	if n.max >= 0 {
		limit = min(limit, n.max)
	}
	one := n.subs[0]
	if !n.greedy {
		for count := 0; ; count++ {
			if count >= n.min && next(pos+count) {
				return true
			}
			if count >= limit || m.err != nil || !one.matches(m.text[pos+count]) {
				return false
			}
			if m.err = m.t.Tick(1); m.err != nil {
				return false
			}
		}
	}
	count := 0
	for count < limit && one.matches(m.text[pos+count]) {
		count++
	}
	if m.err = m.t.Tick(count); m.err != nil {
		return false
	}
	if n.possessive {
		return count >= n.min && next(pos+count)
	}
	for ; count >= n.min; count-- {
		if next(pos + count) {
			return true
		}
		if m.err != nil {
			return false
		}
		if m.err = m.t.Tick(1); m.err != nil {
			return false
		}
	}
	return false
}

// holds tests a position.
func (m *regexMatcher) holds(n *regexNode, pos int) bool {
	switch n.op {
	case regexStart:
		return pos == 0 || n.flags&regexMultiline != 0 && m.text[pos-1] == '\n'
	case regexEnd:
		return pos == m.end || pos == m.end-1 && m.text[pos] == '\n' || n.flags&regexMultiline != 0 && m.text[pos] == '\n'
	case regexStringStart:
		return pos == 0
	case regexStringEnd:
		return pos == m.end
	case regexBoundary, regexNotBoundary:
		ascii := n.flags&regexASCII != 0
		before := pos > 0 && isWordRune(m.text[pos-1], ascii)
		after := pos < m.end && isWordRune(m.text[pos], ascii)
		if n.op == regexNotBoundary {
			return before == after && m.end > 0
		}
		return before != after
	}
	return true
}

func (n *regexNode) isSingle() bool {
	return n.op == regexLiteral || n.op == regexAny || n.op == regexSet
}

// matches tests one character.
func (n *regexNode) matches(r rune) bool {
	switch n.op {
	case regexAny:
		return r != '\n' || n.flags&regexDotAll != 0
	case regexLiteral:
		return r == n.r || n.flags&regexIgnoreCase != 0 && equalFold(r, n.r, n.flags)
	}
	if n.flags&regexIgnoreCase != 0 && (n.flags&regexASCII == 0 || r < 128) {
		return n.set.contains(r, n.flags) != n.set.negated || n.set.contains(unicode.ToLower(r), n.flags) && !n.set.negated ||
			n.set.contains(unicode.ToUpper(r), n.flags) && !n.set.negated
	}
	return n.set.contains(r, n.flags) != n.set.negated
}

func equalFold(a, b rune, flags regexFlags) bool {
	if flags&regexASCII != 0 && (a >= 128 || b >= 128) {
		return false
	}
	return unicode.ToLower(a) == unicode.ToLower(b)
}

func (s *regexCharSet) contains(r rune, flags regexFlags) bool {
	for _, x := range s.ranges {
		if r >= x[0] && r <= x[1] {
			return true
		}
	}
	for _, c := range s.classes {
		if inClass(c, r, flags&regexASCII != 0) {
			return true
		}
	}
	return false
}

func inClass(class byte, r rune, ascii bool) bool {
	switch class {
	case 'd':
		return r >= '0' && r <= '9' || !ascii && r >= 128 && unicode.Is(unicode.Nd, r)
	case 's':
		return r == ' ' || r >= '\t' && r <= '\r' || !ascii && (r >= 0x1c && r <= 0x1f || r >= 128 && unicode.IsSpace(r))
	case 'w':
		return isWordRune(r, ascii)
	case 'D':
		return !inClass('d', r, ascii)
	case 'S':
		return !inClass('s', r, ascii)
	}
	return !isWordRune(r, ascii)
}

func isWordRune(r rune, ascii bool) bool {
	if r < 128 {
		return r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
	}
	return !ascii && (unicode.IsLetter(r) || unicode.IsNumber(r))
}
