package syntax

// nameFlags is what a scope does with a name.
type nameFlags uint16

const (
	nameGlobal nameFlags = 1 << iota
	nameLocal
	nameParam
	nameNonlocal
	nameUsed
	nameImported
	nameAnnotated
	nameTypeParam
	nameIteration // target of a comprehension's for

	nameBound = nameLocal | nameParam | nameImported | nameTypeParam
)

type scopeKind uint8

const (
	scopeModule scopeKind = iota
	scopeClass
	scopeFunction
	scopeTypeParams // the definition of a generic
	scopeTypeBound  // the bound or default of a type parameter
	scopeTypeAlias
)

// directive is a global or nonlocal statement's name.
type directive struct {
	name string
	span Span
}

// nameScope is one block of the symbol table (CPython 3.13 Python/symtable.c).
type nameScope struct {
	kind          scopeKind
	parent        *nameScope
	names         map[string]nameFlags
	order         []string
	directives    []directive
	children      []*nameScope
	comprehension bool
	compKind      ComprehensionKind
	inIterable    int  // > 0 inside the iterable of a comprehension
	inTarget      bool // inside the target of a comprehension's for
	generator     bool // has a yield
	coroutine     bool // awaits, for comprehensions
	what          string
}

func (c *nameChecker) push(kind scopeKind) *nameScope {
	s := &nameScope{kind: kind, parent: c.scope, names: map[string]nameFlags{}}
	if c.scope != nil {
		c.scope.children = append(c.scope.children, s)
		s.inIterable = c.scope.inIterable
	}
	c.scope = s
	return s
}

func (c *nameChecker) pop() { c.scope = c.scope.parent }

func (c *nameChecker) add(name string, flags nameFlags, span Span) {
	s := c.scope
	old, known := s.names[name]
	if !known {
		s.order = append(s.order, name)
	}
	if flags&nameParam != 0 && old&nameParam != 0 {
		c.raise(span, "duplicate argument '%s' in function definition", name)
	}
	if flags&nameTypeParam != 0 && old&nameTypeParam != 0 {
		c.raise(span, "duplicate type parameter '%s'", name)
	}
	if s.inTarget {
		if old&(nameGlobal|nameNonlocal) != 0 {
			c.raise(span, "comprehension inner loop cannot rebind assignment expression target '%s'", name)
		}
		flags |= nameIteration
	}
	s.names[name] = old | flags
}

func (c *nameChecker) addTo(s *nameScope, name string) {
	if _, known := s.names[name]; !known {
		s.order = append(s.order, name)
	}
	s.names[name] |= nameLocal
}

// resolve looks for nonlocal names without a binding, scope by scope.
func (c *nameChecker) resolve(s *nameScope) {
	for _, name := range s.order {
		flags := s.names[name]
		if flags&nameNonlocal == 0 {
			continue
		}
		span := s.directiveSpan(name)
		switch {
		case flags&nameGlobal != 0:
			c.raise(span, "name '%s' is nonlocal and global", name)
		case s.kind == scopeModule:
			c.raise(span, "nonlocal declaration not allowed at module level")
		case !s.parent.binds(name):
			c.raise(span, "no binding for nonlocal '%s' found", name)
		}
	}
	for _, child := range s.children {
		c.enter(child)
		c.resolve(child)
		c.leave()
	}
}

// Position is where the depth limit points to when it is met in resolve.
func (s *nameScope) Position() Span { return Span{Line: 1, EndLine: 1} }

func (s *nameScope) directiveSpan(name string) Span {
	for _, d := range s.directives {
		if d.name == name {
			return d.span
		}
	}
	return Span{Line: 1, EndLine: 1}
}

// binds says whether a function scope from here outwards binds the name.
func (s *nameScope) binds(name string) bool {
	for ; s != nil && s.kind != scopeModule; s = s.parent {
		if s.kind == scopeClass {
			// Methods see the class as __class__.
			if name == "__class__" {
				return true
			}
			continue
		}
		flags := s.names[name]
		if flags&nameGlobal != 0 {
			return false
		}
		if flags&(nameBound|nameNonlocal) != 0 {
			return flags&nameTypeParam == 0
		}
	}
	return false
}
