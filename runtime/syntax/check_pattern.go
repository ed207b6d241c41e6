package syntax

import (
	"sort"
	"strconv"
	"strings"
)

// patternState is what the check of one case carries along.
type patternState struct {
	stores      map[string]bool
	irrefutable bool // a pattern that always matches may stand here
}

func (c *codeChecker) match(s *Match) {
	c.elements([]Expr{s.Subject})
	for i, k := range s.Cases {
		state := &patternState{
			stores:      map[string]bool{},
			irrefutable: k.Guard != nil || i == len(s.Cases)-1,
		}
		c.pattern(k.Pattern, state)
		c.expr(k.Guard)
		c.stmts(k.Body)
	}
}

// subpatterns checks patterns inside a pattern, where those that always match are fine.
func (c *codeChecker) subpatterns(list []Pattern, state *patternState) {
	old := state.irrefutable
	state.irrefutable = true
	for _, p := range list {
		c.pattern(p, state)
	}
	state.irrefutable = old
}

func (c *codeChecker) pattern(p Pattern, state *patternState) {
	c.enter(p)
	defer c.leave()
	switch p := p.(type) {
	case *MatchValue:
		c.expr(p.Value)
	case *MatchSequence:
		c.sequencePattern(p, state)
	case *MatchMapping:
		c.mappingPattern(p, state)
	case *MatchClass:
		c.classPattern(p, state)
	case *MatchStar:
		c.storeName(p.Name, p.Span, state)
	case *MatchAs:
		c.asPattern(p, state)
	case *MatchOr:
		c.orPattern(p, state)
	}
}

func (c *codeChecker) asPattern(p *MatchAs, state *patternState) {
	if p.Pattern != nil {
		c.pattern(p.Pattern, state)
	} else if !state.irrefutable {
		if p.Name != "" {
			c.raise(p.Span, "name capture '%s' makes remaining patterns unreachable", p.Name)
		}
		c.raise(p.Span, "wildcard makes remaining patterns unreachable")
	}
	c.storeName(p.Name, p.Span, state)
}

func (c *codeChecker) storeName(name string, span Span, state *patternState) {
	if name == "" {
		return
	}
	c.refuseDebug(name, span, "assign to")
	if state.stores[name] {
		c.raise(span, "multiple assignments to name '%s' in pattern", name)
	}
	state.stores[name] = true
}

func (c *codeChecker) sequencePattern(p *MatchSequence, state *patternState) {
	stars := 0
	for _, sub := range p.Patterns {
		if _, ok := sub.(*MatchStar); ok {
			stars++
		}
	}
	if stars > 1 {
		c.raise(p.Span, "multiple starred names in sequence pattern")
	}
	c.subpatterns(p.Patterns, state)
}

func (c *codeChecker) mappingPattern(p *MatchMapping, state *patternState) {
	seen := map[string]bool{}
	for _, key := range p.Keys {
		text, ok := constantRepr(key)
		if !ok {
			c.expr(key)
			continue
		}
		if seen[text] {
			c.raise(p.Span, "mapping pattern checks duplicate key (%s)", text)
		}
		seen[text] = true
	}
	c.subpatterns(p.Patterns, state)
	c.storeName(p.Rest, p.Span, state)
}

// constantRepr writes the keys that may be equal as repr() does.
func constantRepr(e Expr) (string, bool) {
	sign := ""
	if u, ok := e.(*UnaryOp); ok {
		sign, e = "-", u.Operand
	}
	k, ok := e.(*Constant)
	if !ok {
		return "", false
	}
	switch k.Kind {
	case ConstNone:
		return "None", true
	case ConstTrue:
		return "True", true
	case ConstFalse:
		return "False", true
	case ConstInt:
		if k.Big != nil {
			return sign + k.Big.String(), true
		}
		return sign + strconv.FormatInt(k.Int, 10), true
	case ConstString, ConstBytes:
		text := strings.ReplaceAll(strings.ReplaceAll(k.Str, `\`, `\\`), "\n", `\n`)
		if !strings.Contains(text, "'") {
			text = "'" + text + "'"
		} else {
			text = `"` + text + `"`
		}
		if k.Kind == ConstBytes {
			text = "b" + text
		}
		return text, true
	}
	return "", false
}

func (c *codeChecker) classPattern(p *MatchClass, state *patternState) {
	seen := map[string]bool{}
	for i, name := range p.KwdAttrs {
		if seen[name] {
			c.raise(p.KwdPatterns[i].Position(), "attribute name repeated in class pattern: %s", name)
		}
		seen[name] = true
	}
	c.expr(p.Cls)
	c.subpatterns(p.Patterns, state)
	c.subpatterns(p.KwdPatterns, state)
}

// orPattern requires all alternatives to bind the same names.
func (c *codeChecker) orPattern(p *MatchOr, state *patternState) {
	outer := *state
	first := ""
	for i, sub := range p.Patterns {
		state.stores = map[string]bool{}
		state.irrefutable = outer.irrefutable && i == len(p.Patterns)-1
		c.pattern(sub, state)
		names := joinNames(state.stores)
		if i == 0 {
			first = names
		} else if names != first {
			c.raise(p.Span, "alternative patterns bind different names")
		}
	}
	bound := state.stores
	*state = outer
	for _, name := range sortedNames(bound) {
		c.storeName(name, p.Span, state)
	}
}

func sortedNames(set map[string]bool) []string {
	names := make([]string, 0, len(set))
	for name := range set {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func joinNames(set map[string]bool) string { return strings.Join(sortedNames(set), " ") }
