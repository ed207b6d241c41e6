package compile

import "asyncplay/runtime/syntax"

// matcher emits one case of a match statement. Names are captured in temporaries and
// assigned once the whole pattern has matched.
type matcher struct {
	*unit
	captures map[string]uint16
	order    []string
}

func (u *unit) match(s *syntax.Match) {
	subject := u.temp()
	u.expr(s.Subject, subject)
	end := newLabel()
	after := boundSet{dead: true}
	for _, c := range s.Cases {
		mark := u.top
		before := u.bound.clone()
		fail := newLabel()
		m := &matcher{unit: u, captures: map[string]uint16{}}
		m.reserve(c.Pattern)
		m.pattern(c.Pattern, subject, fail)
		u.span = c.Pattern.Position()
		for _, name := range m.order {
			u.storeName(u.scope.mangle(name), m.captures[name])
		}
		if c.Guard != nil {
			u.jumpIf(c.Guard, false, fail)
		}
		u.stmts(c.Body)
		after = after.meet(u.bound)
		u.span = c.Pattern.Position()
		u.goOn(end)
		u.bound = before
		u.bound.dead = u.bound.dead || len(fail.refs) == 0
		u.bind(fail)
		u.top = mark
	}
	u.bind(end)
	u.bound = u.bound.meet(after)
}

// reserve gives every name of the pattern its temporary.
func (m *matcher) reserve(p syntax.Pattern) {
	switch p := p.(type) {
	case *syntax.MatchAs:
		if p.Pattern != nil {
			m.reserve(p.Pattern)
		}
		m.reserveName(p.Name)
	case *syntax.MatchStar:
		m.reserveName(p.Name)
	case *syntax.MatchSequence:
		m.reserveAll(p.Patterns)
	case *syntax.MatchOr:
		m.reserveAll(p.Patterns)
	case *syntax.MatchClass:
		m.reserveAll(p.Patterns)
		m.reserveAll(p.KwdPatterns)
	case *syntax.MatchMapping:
		m.reserveAll(p.Patterns)
		m.reserveName(p.Rest)
	}
}

func (m *matcher) reserveAll(list []syntax.Pattern) {
	for _, p := range list {
		m.reserve(p)
	}
}

func (m *matcher) reserveName(name string) {
	if _, ok := m.captures[name]; !ok && name != "" {
		m.captures[name] = m.temp()
		m.order = append(m.order, name)
	}
}

func (m *matcher) capture(name string, src uint16) {
	if name != "" {
		m.emit(OpMove, m.captures[name], src, 0)
	}
}

// pattern goes to fail unless R[subject] matches.
func (m *matcher) pattern(p syntax.Pattern, subject uint16, fail *label) {
	mark, span := m.top, m.span
	m.span = p.Position()
	switch p := p.(type) {
	case *syntax.MatchValue:
		m.emit(OpCompareJump, subject, m.operand(p.Value), uint16(syntax.Eq)<<1)
		m.jump(OpJump, 0, fail)
	case *syntax.MatchSingleton:
		m.emit(OpCompareJump, subject, m.operand(p.Value), uint16(syntax.Is)<<1)
		m.jump(OpJump, 0, fail)
	case *syntax.MatchSequence:
		m.sequence(p, subject, fail)
	case *syntax.MatchMapping:
		m.mapping(p, subject, fail)
	case *syntax.MatchClass:
		m.class(p, subject, fail)
	case *syntax.MatchAs:
		if p.Pattern != nil {
			m.pattern(p.Pattern, subject, fail)
		}
		m.capture(p.Name, subject)
	case *syntax.MatchOr:
		m.alternatives(p, subject, fail)
	}
	m.top, m.span = mark, span
}

func (m *matcher) alternatives(p *syntax.MatchOr, subject uint16, fail *label) {
	matched := newLabel()
	for i, alternative := range p.Patterns {
		if i == len(p.Patterns)-1 {
			m.pattern(alternative, subject, fail)
			break
		}
		next := newLabel()
		m.pattern(alternative, subject, next)
		m.jump(OpJump, 0, matched)
		m.bind(next)
	}
	m.bind(matched)
}

func isWildcard(p syntax.Pattern) bool {
	as, ok := p.(*syntax.MatchAs)
	return ok && as.Pattern == nil && as.Name == ""
}

// requireLen goes to fail when op holds for len(R[subject]) and n.
func (m *matcher) requireLen(subject uint16, op syntax.CompareOperator, n int, fail *label) {
	t := m.temp()
	m.emit(OpLen, t, subject, 0)
	m.emit(OpCompareIntJump, t, uint16(n), uint16(op)<<1|1)
	m.jump(OpJump, 0, fail)
}

func (m *matcher) sequence(p *syntax.MatchSequence, subject uint16, fail *label) {
	star, plain := -1, false
	for i, x := range p.Patterns {
		if s, ok := x.(*syntax.MatchStar); ok {
			star = i
			plain = plain || s.Name != ""
		} else {
			plain = plain || !isWildcard(x)
		}
	}
	n := len(p.Patterns)
	m.jump(OpMatchSequence, subject, fail)
	if n > 0xFF {
		m.c.fail(p, "too many patterns in a sequence pattern")
		return
	}
	if star < 0 {
		m.requireLen(subject, syntax.NotEq, n, fail)
	} else if n > 1 {
		m.requireLen(subject, syntax.Lt, n-1, fail)
	}
	if !plain {
		return
	}
	items := m.temps(n)
	if star < 0 {
		m.emit(OpUnpackSequence, items, subject, uint16(n))
	} else {
		m.emit(OpUnpackEx, items, subject, uint16(star<<8|(n-star-1)))
	}
	for i, x := range p.Patterns {
		if s, ok := x.(*syntax.MatchStar); ok {
			m.capture(s.Name, items+uint16(i))
		} else {
			m.pattern(x, items+uint16(i), fail)
		}
	}
}

func (m *matcher) mapping(p *syntax.MatchMapping, subject uint16, fail *label) {
	m.jump(OpMatchMapping, subject, fail)
	n := len(p.Keys)
	if n > 0x7FFF {
		m.c.fail(p, "too many patterns in a mapping pattern")
		return
	}
	keys := m.temp()
	if n > 0 {
		m.requireLen(subject, syntax.Lt, n, fail)
	}
	if n > 0 || p.Rest != "" {
		m.emit(OpBuildTuple, keys, m.consecutive(p.Keys), uint16(n))
	}
	if n > 0 {
		values := m.temp()
		m.emit(OpMatchKeys, values, subject, keys)
		m.jump(OpJumpIfNone, values, fail)
		m.each(p.Patterns, values, fail)
	}
	if p.Rest != "" {
		m.emit(OpMatchRest, m.captures[p.Rest], subject, keys)
	}
}

// each matches the patterns against the items of the tuple R[values].
func (m *matcher) each(patterns []syntax.Pattern, values uint16, fail *label) {
	items := m.temps(len(patterns))
	m.emit(OpUnpackSequence, items, values, uint16(len(patterns)))
	for i, x := range patterns {
		m.pattern(x, items+uint16(i), fail)
	}
}

func (m *matcher) class(p *syntax.MatchClass, subject uint16, fail *label) {
	at := m.temps(2)
	m.expr(p.Cls, at)
	names := make([]Const, len(p.KwdAttrs))
	for i, name := range p.KwdAttrs {
		names[i] = Const{Kind: ConstString, Str: m.scope.mangle(name)}
	}
	m.loadConst(at+1, Const{Kind: ConstTuple, Items: names})
	m.emit(OpMatchClass, at, subject, uint16(len(p.Patterns)))
	m.jump(OpJumpIfNone, at, fail)
	all := append(append([]syntax.Pattern(nil), p.Patterns...), p.KwdPatterns...)
	m.each(all, at, fail)
}
