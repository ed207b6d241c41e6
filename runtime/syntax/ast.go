package syntax

// Span is where a node stands in the source. Lines count from 1, columns from 0 in
// UTF-8 bytes, the end is exclusive: the convention of CPython's ast module.
type Span struct {
	Line, Col       int32
	EndLine, EndCol int32
}

// Node is any statement, expression, pattern or clause.
type Node interface{ Position() Span }

// Position returns the span itself, so that embedding Span makes a Node.
func (s Span) Position() Span { return s }

// Stmt is a statement; Expr an expression; Pattern a pattern of a match statement.
// The node types carry CPython's ast names and fields.
type (
	Stmt interface {
		Node
		stmt()
	}
	Expr interface {
		Node
		expr()
	}
	Pattern interface {
		Node
		pattern()
	}
)

// Module is one parsed source file.
type Module struct {
	Span
	Body []Stmt
	// Futures holds the names imported by `from __future__ import …`.
	Futures []string
	// Warnings are those of the text itself, in the order in which CPython gives them.
	Warnings []Warning
}

// Warning is a SyntaxWarning: code that is right but cannot be meant.
type Warning struct {
	Line    int32
	Message string
}

// Clauses.
type (
	// Arguments is the parameter list of a function.
	Arguments struct {
		PosOnly    []*Arg
		Args       []*Arg
		Vararg     *Arg // *args, nil when absent
		KwOnly     []*Arg
		KwDefaults []Expr // one for each KwOnly, nil when it has none
		Kwarg      *Arg   // **kwargs, nil when absent
		Defaults   []Expr // of the last len(Defaults) of PosOnly+Args
	}
	Arg struct {
		Span
		Name       string
		Annotation Expr // nil when absent
	}
	// Keyword is name=value in a call; an empty Name marks **value.
	Keyword struct {
		Span
		Name  string
		Value Expr
	}
	Alias struct {
		Span
		Name   string // dotted; "*" in `from m import *`
		AsName string // "" when absent
	}
	WithItem struct {
		ContextExpr  Expr
		OptionalVars Expr // nil when absent
	}
	MatchCase struct {
		Span
		Pattern Pattern
		Guard   Expr // nil when absent
		Body    []Stmt
	}
	ExceptHandler struct {
		Span
		Type Expr   // nil for a bare except
		Name string // "" when absent
		Body []Stmt
	}
	// Generator is one `for … in … if …` of a comprehension.
	Generator struct {
		Async  bool
		Target Expr
		Iter   Expr
		Ifs    []Expr
	}
	TypeParam struct {
		Span
		Kind    TypeParamKind
		Name    string
		Bound   Expr // nil when absent
		Default Expr // nil when absent
	}
)

// TypeParamKind says which type parameter: T, *Ts or **P.
type TypeParamKind uint8

const (
	TypeVar TypeParamKind = iota
	TypeVarTuple
	ParamSpec
)
