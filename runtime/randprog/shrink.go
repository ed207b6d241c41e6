package randprog

import "slices"

// Shrink reduces a program as long as keeps says of its source that it still shows what is looked for. It
// changes the program in place: it drops runs of statements, puts blocks in place of the statements around them,
// drops clauses and makes expressions simpler, until none of these helps any more.
func Shrink(p *Program, keeps func(source string) bool) {
	s := &shrinker{program: p, keeps: keeps, source: p.Source()}
	for before := ""; before != s.source; {
		before = s.source
		s.shrinkBlock(&p.body)
	}
}

type shrinker struct {
	program *Program
	keeps   func(source string) bool
	// source is the text of the smallest program so far.
	source string
}

// accepts says whether the changed program is still of use.
func (s *shrinker) accepts() bool {
	source := s.program.Source()
	if source == s.source || !s.keeps(source) {
		return false
	}
	s.source = source
	return true
}

// replace tries other nodes in place of some.
func (s *shrinker) replace(nodes *[]*node, from, to int, with ...*node) bool {
	old := *nodes
	*nodes = slices.Concat(old[:from], with, old[to:])
	if s.accepts() {
		return true
	}
	*nodes = old
	return false
}

func (s *shrinker) shrinkBlock(nodes *[]*node) {
	for size := len(*nodes); size > 0; size /= 2 {
		for i := 0; i+size <= len(*nodes); {
			if !s.replace(nodes, i, i+size) {
				i += size
			}
		}
	}
	for i := 0; i < len(*nodes); i++ {
		n := (*nodes)[i]
		for _, c := range n.clauses {
			if c.isBlock && s.replace(nodes, i, i+1, c.body...) {
				break
			}
		}
		if i < len(*nodes) {
			s.shrinkNode((*nodes)[i])
		}
	}
}

func (s *shrinker) shrinkNode(n *node) {
	for i := 1; i < len(n.clauses); {
		old := n.clauses
		n.clauses = slices.Delete(slices.Clone(old), i, i+1)
		if !s.accepts() {
			n.clauses = old
			i++
		}
	}
	for _, c := range n.clauses {
		s.shrinkExpr(&c.head)
		s.shrinkBlock(&c.body)
	}
}

func (s *shrinker) shrinkExpr(place *expr) {
	switch e := (*place).(type) {
	case *choice:
		*place = text(e.simpler)
		if !s.accepts() {
			*place = e
		}
	case *list:
		for i := 0; i < len(e.items) && len(e.items) > e.keep; {
			old := e.items
			e.items = slices.Delete(slices.Clone(old), i, i+1)
			if !s.accepts() {
				e.items = old
				i++
			}
		}
		for i := range e.items {
			s.shrinkExpr(&e.items[i])
		}
	case *call:
		for i := range e.args {
			s.shrinkExpr(&e.args[i])
		}
	}
}
