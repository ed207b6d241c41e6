package stdlib

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

type regexParser struct {
	s       []rune
	pos     int
	program *regexProgram
	open    []int // groups that are not closed yet
	depth   int
	isBytes bool
	// conditions are the groups that (?(n)…) asks for, which may stand further on.
	conditions []groupReference
}

// groupReference is a group's number as the pattern has it at pos.
type groupReference struct {
	n    int
	text string
	pos  int
}

// regexNoPlace is the position of a problem that CPython reports without one.
const regexNoPlace = -1

// regexDepthMax bounds the nesting of groups.
const regexDepthMax = 200

// parseRegex compiles a pattern.
func parseRegex(pattern []rune, flags regexFlags, isBytes bool) (program *regexProgram, problem *regexProblem) {
	p := &regexParser{s: pattern, program: &regexProgram{names: map[string]int{}}, isBytes: isBytes}
	defer func() {
		if r := recover(); r != nil {
			bad, ok := r.(*regexProblem)
			if !ok {
				panic(r)
			}
			program, problem = nil, bad
		}
	}()
	root, flags := p.alternatives(flags, true)
	if p.pos < len(p.s) {
		p.fail("unbalanced parenthesis", p.pos)
	}
	for _, c := range p.conditions {
		if c.n > p.program.groups {
			p.fail("invalid group reference "+c.text, c.pos)
		}
	}
	if !isBytes && flags&regexASCII == 0 {
		flags |= regexUnicode
	}
	p.program.root, p.program.flags = root, flags
	p.program.order = make([]string, p.program.groups+1)
	for name, n := range p.program.names {
		p.program.order[n] = name
	}
	return p.program, nil
}

// fail ends the parse: parseRegex returns the problem.
func (p *regexParser) fail(message string, pos int) { panic(&regexProblem{message, pos}) }

func (p *regexParser) peek() rune {
	if p.pos < len(p.s) {
		return p.s[p.pos]
	}
	return -1
}

func (p *regexParser) accept(text string) bool {
	runes := []rune(text)
	if p.pos+len(runes) <= len(p.s) && slices.Equal(p.s[p.pos:p.pos+len(runes)], runes) {
		p.pos += len(runes)
		return true
	}
	return false
}

// alternatives parses up to a closing parenthesis or the end. Global flags at the start of
// the pattern change the flags that it returns.
func (p *regexParser) alternatives(flags regexFlags, top bool) (*regexNode, regexFlags) {
	if p.depth++; p.depth > regexDepthMax {
		p.fail("too many nested groups", p.pos)
	}
	defer func() { p.depth-- }()
	if top {
		flags = p.globalFlags(flags)
	}
	var alternatives []*regexNode
	for {
		alternatives = append(alternatives, p.sequence(flags))
		if !p.accept("|") {
			break
		}
	}
	if len(alternatives) == 1 {
		return alternatives[0], flags
	}
	return &regexNode{op: regexAlt, subs: alternatives}, flags
}

var regexFlagLetters = map[rune]regexFlags{'i': regexIgnoreCase, 'L': regexLocale, 'm': regexMultiline, 's': regexDotAll, 'u': regexUnicode, 'x': regexVerbose, 'a': regexASCII}

func (p *regexParser) globalFlags(flags regexFlags) regexFlags {
	for {
		start := p.pos
		if !p.accept("(?") {
			return flags
		}
		var found regexFlags
		for regexFlagLetters[p.peek()] != 0 {
			found |= regexFlagLetters[p.peek()]
			p.pos++
		}
		if found == 0 || !p.accept(")") {
			p.pos = start
			return flags
		}
		flags |= found
	}
}

func (p *regexParser) sequence(flags regexFlags) *regexNode {
	seq := &regexNode{op: regexSeq}
	for p.pos < len(p.s) && p.peek() != '|' && p.peek() != ')' {
		if flags&regexVerbose != 0 && p.skipVerbose() {
			continue
		}
		start := p.pos
		atom := p.atom(flags)
		if atom == nil {
			continue
		}
		seq.subs = append(seq.subs, p.quantified(atom, start, flags))
	}
	if len(seq.subs) == 1 {
		return seq.subs[0]
	}
	return seq
}

func (p *regexParser) skipVerbose() bool {
	switch c := p.peek(); {
	case strings.ContainsRune(" \t\n\r\v\f", c):
		p.pos++
		return true
	case c == '#':
		for p.pos < len(p.s) && p.s[p.pos] != '\n' {
			p.pos++
		}
		return true
	}
	return false
}

// quantified parses what follows an atom.
func (p *regexParser) quantified(atom *regexNode, start int, flags regexFlags) *regexNode {
	for {
		at := p.pos
		low, high, ok := p.quantifier()
		if !ok {
			return atom
		}
		switch atom.op {
		case regexStart, regexStringStart, regexEmpty:
			p.fail("nothing to repeat", at)
		case regexRepeat:
			p.fail("multiple repeat", at)
		}
		node := &regexNode{op: regexRepeat, subs: []*regexNode{atom}, min: low, max: high, greedy: true}
		switch {
		case p.accept("?"):
			node.greedy = false
		case p.accept("+"):
			node.possessive = true
		}
		atom = node
		for flags&regexVerbose != 0 && p.skipVerbose() {
		}
	}
}

const regexRepeatMax = 1<<32 - 1

func (p *regexParser) quantifier() (low, high int, ok bool) {
	switch p.peek() {
	case '*':
		p.pos++
		return 0, -1, true
	case '+':
		p.pos++
		return 1, -1, true
	case '?':
		p.pos++
		return 0, 1, true
	case '{':
		start := p.pos
		p.pos++
		if p.peek() == '}' {
			p.pos = start
			return 0, 0, false
		}
		lowText := p.digits()
		highText, comma := lowText, p.accept(",")
		if comma {
			highText = p.digits()
		}
		if !p.accept("}") || lowText == "" && !comma {
			p.pos = start
			return 0, 0, false
		}
		low, high = 0, -1
		if lowText != "" {
			low = p.repeatCount(lowText, start)
		}
		if highText != "" {
			if high = p.repeatCount(highText, start); high < low {
				p.fail("min repeat greater than max repeat", start+1)
			}
		}
		return low, high, true
	}
	return 0, 0, false
}

func (p *regexParser) repeatCount(digits string, at int) int {
	n, err := strconv.Atoi(digits)
	if err != nil || n >= regexRepeatMax {
		p.fail("the repetition number is too large", at)
	}
	return n
}

func (p *regexParser) digits() string {
	start := p.pos
	for p.pos < len(p.s) && p.s[p.pos] >= '0' && p.s[p.pos] <= '9' {
		p.pos++
	}
	return string(p.s[start:p.pos])
}

// atom parses one item; nil means that it stands for nothing (a comment).
func (p *regexParser) atom(flags regexFlags) *regexNode {
	start := p.pos
	c := p.s[p.pos]
	p.pos++
	switch c {
	case '.':
		return &regexNode{op: regexAny, flags: flags}
	case '^':
		return &regexNode{op: regexStart, flags: flags}
	case '$':
		return &regexNode{op: regexEnd, flags: flags}
	case '[':
		return &regexNode{op: regexSet, flags: flags, set: p.charSet(start)}
	case '(':
		return p.group(flags, start)
	case '\\':
		return p.escape(flags, start)
	case '*', '+', '?':
		p.fail("nothing to repeat", start)
	}
	if c == '{' {
		p.pos = start
		if _, _, ok := p.quantifier(); ok {
			p.fail("nothing to repeat", start)
		}
		p.pos = start + 1
	}
	return &regexNode{op: regexLiteral, r: c, flags: flags}
}

func (p *regexParser) escape(flags regexFlags, start int) *regexNode {
	if p.pos >= len(p.s) {
		p.fail("bad escape (end of pattern)", start)
	}
	c := p.s[p.pos]
	p.pos++
	switch c {
	case 'A':
		return &regexNode{op: regexStringStart}
	case 'Z':
		return &regexNode{op: regexStringEnd}
	case 'b':
		return &regexNode{op: regexBoundary, flags: flags}
	case 'B':
		return &regexNode{op: regexNotBoundary, flags: flags}
	case 'd', 'D', 's', 'S', 'w', 'W':
		return &regexNode{op: regexSet, flags: flags, set: &regexCharSet{classes: []byte{byte(c)}}}
	}
	if c >= '1' && c <= '9' {
		p.pos--
		digits := p.digits()
		if len(digits) >= 3 && digits[0] <= '3' {
			if n, err := strconv.ParseUint(digits[:3], 8, 32); err == nil {
				p.pos -= len(digits) - 3
				return &regexNode{op: regexLiteral, r: rune(n), flags: flags}
			}
		}
		if len(digits) > 2 {
			p.pos -= len(digits) - 2
			digits = digits[:2]
		}
		n, _ := strconv.Atoi(digits)
		return p.backref(n, digits, start, flags)
	}
	return &regexNode{op: regexLiteral, r: p.escapedRune(c, start), flags: flags}
}

func (p *regexParser) backref(n int, text string, at int, flags regexFlags) *regexNode {
	if n > p.program.groups {
		p.fail("invalid group reference "+text, at+1)
	}
	if slices.Contains(p.open, n) {
		p.fail("cannot refer to an open group", at)
	}
	return &regexNode{op: regexBackref, n: n, flags: flags}
}

var regexSimpleEscapes = map[rune]rune{'a': '\a', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}

// escapedRune is the character of an escape whose letter c has been read.
func (p *regexParser) escapedRune(c rune, start int) rune {
	if r, ok := regexSimpleEscapes[c]; ok {
		return r
	}
	switch {
	case c == '0':
		digits := "0"
		for len(digits) < 3 && p.peek() >= '0' && p.peek() <= '7' {
			digits += string(p.peek())
			p.pos++
		}
		n, _ := strconv.ParseUint(digits, 8, 32)
		return rune(n)
	case c == 'x' || !p.isBytes && (c == 'u' || c == 'U'):
		width := map[rune]int{'x': 2, 'u': 4, 'U': 8}[c]
		end := min(p.pos+width, len(p.s))
		n, err := strconv.ParseUint(string(p.s[p.pos:end]), 16, 32)
		if err != nil || end-p.pos != width {
			p.fail("incomplete escape "+string(p.s[start:end]), start)
		}
		if n > unicode.MaxRune {
			p.fail("bad escape "+string(p.s[start:end]), start)
		}
		p.pos = end
		return rune(n)
	case c < 128 && (unicode.IsLetter(c) || unicode.IsDigit(c)):
		p.fail("bad escape \\"+string(c), start)
	}
	return c
}

func (p *regexParser) charSet(start int) *regexCharSet {
	set := &regexCharSet{negated: p.accept("^")}
	for first := true; ; first = false {
		if p.pos >= len(p.s) {
			p.fail("unterminated character set", start)
		}
		if p.peek() == ']' && !first {
			p.pos++
			return set
		}
		at := p.pos
		low, class := p.setItem(set)
		if p.peek() != '-' || p.pos+1 >= len(p.s) || p.s[p.pos+1] == ']' {
			if !class {
				set.ranges = append(set.ranges, [2]rune{low, low})
			}
			continue
		}
		p.pos++
		high, highClass := p.setItem(set)
		if class || highClass || high < low {
			p.fail("bad character range "+string(p.s[at:p.pos]), at)
		}
		set.ranges = append(set.ranges, [2]rune{low, high})
	}
}

// setItem reads a character of a set, or adds a class like \d to it.
func (p *regexParser) setItem(set *regexCharSet) (r rune, class bool) {
	start := p.pos
	c := p.s[p.pos]
	p.pos++
	if c != '\\' {
		return c, false
	}
	if p.pos >= len(p.s) {
		p.fail("bad escape (end of pattern)", start)
	}
	c = p.s[p.pos]
	p.pos++
	switch {
	case strings.ContainsRune("dDsSwW", c):
		set.classes = append(set.classes, byte(c))
		return 0, true
	case c == 'b':
		return '\b', false
	case c >= '1' && c <= '7':
		digits := string(c)
		for len(digits) < 3 && p.peek() >= '0' && p.peek() <= '7' {
			digits += string(p.peek())
			p.pos++
		}
		n, _ := strconv.ParseUint(digits, 8, 32)
		return rune(n), false
	}
	return p.escapedRune(c, start), false
}
