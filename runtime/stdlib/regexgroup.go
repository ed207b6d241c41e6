package stdlib

import (
	"slices"
	"strconv"

	"asyncplay/runtime/object"
)

// group parses what follows an opening parenthesis at start.
func (p *regexParser) group(flags regexFlags, start int) *regexNode {
	if !p.accept("?") {
		return p.capture(flags, "", start)
	}
	switch {
	case p.accept(":"):
		sub, _ := p.alternatives(flags, false)
		p.closeGroup(start)
		return &regexNode{op: regexSeq, subs: []*regexNode{sub}}
	case p.accept(">"):
		sub, _ := p.alternatives(flags, false)
		p.closeGroup(start)
		return &regexNode{op: regexAtomic, subs: []*regexNode{sub}}
	case p.accept("="):
		return p.look(flags, start, false, false)
	case p.accept("!"):
		return p.look(flags, start, false, true)
	case p.accept("<="):
		return p.look(flags, start, true, false)
	case p.accept("<!"):
		return p.look(flags, start, true, true)
	case p.accept("P<"):
		return p.capture(flags, p.name('>'), start)
	case p.accept("P="):
		at := p.pos
		name := p.name(')')
		n, ok := p.program.names[name]
		if !ok {
			p.fail("unknown group name "+object.StrRepr(name), at)
		}
		return p.backref(n, name, at, flags)
	case p.accept("("):
		return p.conditional(flags, start)
	case p.accept("#"):
		for p.pos < len(p.s) && p.s[p.pos] != ')' {
			p.pos++
		}
		if !p.accept(")") {
			p.fail("missing ), unterminated comment", start)
		}
		return nil
	}
	return p.scopedFlags(flags, start)
}

func (p *regexParser) closeGroup(start int) {
	if !p.accept(")") {
		p.fail("missing ), unterminated subpattern", start)
	}
}

// name reads the name of a group up to its terminator.
func (p *regexParser) name(end rune) string {
	start := p.pos
	for p.pos < len(p.s) && p.s[p.pos] != end {
		p.pos++
	}
	name := string(p.s[start:p.pos])
	if p.pos >= len(p.s) {
		if name == "" {
			p.fail("missing group name", start)
		}
		p.fail("missing "+string(end)+", unterminated name", start)
	}
	p.pos++
	if name == "" {
		p.fail("missing group name", start)
	}
	if !object.IsIdentifier(name) {
		p.fail("bad character in group name "+object.StrRepr(name), start)
	}
	return name
}

func (p *regexParser) capture(flags regexFlags, name string, start int) *regexNode {
	p.program.groups++
	n := p.program.groups
	if name != "" {
		if old, ok := p.program.names[name]; ok {
			p.fail("redefinition of group name "+object.StrRepr(name)+" as group "+strconv.Itoa(n)+"; was group "+strconv.Itoa(old), start+4)
		}
		p.program.names[name] = n
	}
	p.open = append(p.open, n)
	sub, _ := p.alternatives(flags, false)
	p.closeGroup(start)
	p.open = p.open[:len(p.open)-1]
	return &regexNode{op: regexGroup, n: n, subs: []*regexNode{sub}}
}

func (p *regexParser) look(flags regexFlags, start int, behind, negative bool) *regexNode {
	sub, _ := p.alternatives(flags, false)
	p.closeGroup(start)
	node := &regexNode{op: regexLook, subs: []*regexNode{sub}, behind: behind, negative: negative}
	if behind {
		low, high := regexWidth(sub)
		if low != high {
			p.fail("look-behind requires fixed-width pattern", regexNoPlace)
		}
		node.width = low
	}
	return node
}

func (p *regexParser) conditional(flags regexFlags, start int) *regexNode {
	at := p.pos
	for p.pos < len(p.s) && p.s[p.pos] != ')' {
		p.pos++
	}
	text := string(p.s[at:p.pos])
	if !p.accept(")") {
		p.fail("missing ), unterminated name", at)
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		known, ok := p.program.names[text]
		if !ok {
			p.fail("unknown group name "+object.StrRepr(text), at)
		}
		n = known
	}
	if n == 0 {
		p.fail("bad group number", at)
	}
	p.conditions = append(p.conditions, groupReference{n, text, at})
	node := &regexNode{op: regexConditional, n: n, subs: []*regexNode{p.sequence(flags), {op: regexSeq}}}
	if p.accept("|") {
		node.subs[1] = p.sequence(flags)
		if p.peek() == '|' {
			p.fail("conditional backref with more than two branches", p.pos)
		}
	}
	p.closeGroup(start)
	return node
}

// scopedFlags parses (?i:…) and (?i-s:…).
func (p *regexParser) scopedFlags(flags regexFlags, start int) *regexNode {
	var on, off regexFlags
	target := &on
	for {
		c := p.peek()
		switch {
		case c == '-' && target == &on:
			target = &off
		case c == ':':
			p.pos++
			if on&regexASCII != 0 {
				flags &^= regexUnicode
			}
			sub, _ := p.alternatives(flags&^off|on, false)
			p.closeGroup(start)
			return &regexNode{op: regexSeq, subs: []*regexNode{sub}}
		case c == ')' && target == &on && on != 0:
			p.fail("global flags not at the start of the expression", start)
		case c < 0:
			p.fail("unexpected end of pattern", p.pos)
		case regexFlagLetters[c] == 0:
			p.fail("unknown extension ?"+string(c), start+1)
		default:
			*target |= regexFlagLetters[c]
		}
		p.pos++
	}
}

const regexWidthMax = 1 << 30

// regexWidth is how many characters a node can match.
func regexWidth(n *regexNode) (low, high int) {
	switch n.op {
	case regexLiteral, regexAny, regexSet:
		return 1, 1
	case regexSeq:
		for _, s := range n.subs {
			l, h := regexWidth(s)
			low, high = min(low+l, regexWidthMax), min(high+h, regexWidthMax)
		}
		return low, high
	case regexGroup, regexAtomic:
		return regexWidth(n.subs[0])
	case regexAlt, regexConditional:
		low = regexWidthMax
		for _, s := range n.subs {
			l, h := regexWidth(s)
			low, high = min(low, l), max(high, h)
		}
		return low, high
	case regexRepeat:
		l, h := regexWidth(n.subs[0])
		if n.max < 0 && h > 0 {
			return min(l*n.min, regexWidthMax), regexWidthMax
		}
		return min(l*n.min, regexWidthMax), min(h*max(n.max, 0), regexWidthMax)
	case regexBackref:
		return 0, regexWidthMax
	}
	return 0, 0
}

// names lists the named groups in order of their numbers.
func (p *regexProgram) named() []string {
	return slices.DeleteFunc(slices.Clone(p.order), func(s string) bool { return s == "" })
}
