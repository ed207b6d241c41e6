package syntax

import "math/big"

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

// Statements.
type (
	// FunctionDef is `def` and, with Async, `async def`.
	FunctionDef struct {
		Span
		Async      bool
		Name       string
		NameSpan   Span
		TypeParams []*TypeParam
		Args       *Arguments
		Returns    Expr // nil when absent
		Decorators []Expr
		Body       []Stmt
	}
	ClassDef struct {
		Span
		Name       string
		TypeParams []*TypeParam
		Bases      []Expr // may hold *Starred
		Keywords   []*Keyword
		Decorators []Expr
		Body       []Stmt
	}
	Return struct {
		Span
		Value Expr // nil when absent
	}
	Delete struct {
		Span
		Targets []Expr
	}
	Assign struct {
		Span
		Targets []Expr // more than one for a = b = value
		Value   Expr
	}
	// TypeAlias is `type Name[params] = value`.
	TypeAlias struct {
		Span
		Name       *Name
		TypeParams []*TypeParam
		Value      Expr
	}
	AugAssign struct {
		Span
		Target Expr
		Op     Operator
		Value  Expr
	}
	AnnAssign struct {
		Span
		Target     Expr
		Annotation Expr
		Value      Expr // nil when absent
		Simple     bool // the target is a bare name, not in parentheses
	}
	// For is `for` and, with Async, `async for`.
	For struct {
		Span
		Async  bool
		Target Expr
		Iter   Expr
		Body   []Stmt
		Orelse []Stmt
	}
	While struct {
		Span
		Test   Expr
		Body   []Stmt
		Orelse []Stmt
	}
	If struct {
		Span
		Test   Expr
		Body   []Stmt
		Orelse []Stmt // one *If for elif
	}
	// With is `with` and, with Async, `async with`.
	With struct {
		Span
		Async bool
		Items []WithItem
		Body  []Stmt
	}
	Match struct {
		Span
		Subject Expr
		Cases   []*MatchCase
	}
	Raise struct {
		Span
		Exc   Expr // nil for a bare raise
		Cause Expr // nil when absent
	}
	// Try is `try`; Star marks `except*`.
	Try struct {
		Span
		Star      bool
		Body      []Stmt
		Handlers  []*ExceptHandler
		Orelse    []Stmt
		Finalbody []Stmt
	}
	Assert struct {
		Span
		Test Expr
		Msg  Expr // nil when absent
	}
	Import struct {
		Span
		Names []*Alias
	}
	ImportFrom struct {
		Span
		Module string // "" for `from . import x`
		Names  []*Alias
		Level  int // leading dots
	}
	Global struct {
		Span
		Names []string
	}
	Nonlocal struct {
		Span
		Names []string
	}
	ExprStmt struct {
		Span
		Value Expr
	}
	Pass     struct{ Span }
	Break    struct{ Span }
	Continue struct{ Span }
)

// Expressions.
type (
	// BoolOp is a chain of one operator: a and b and c.
	BoolOp struct {
		Span
		Or     bool
		Values []Expr
	}
	// NamedExpr is the walrus: target := value.
	NamedExpr struct {
		Span
		Target *Name
		Value  Expr
	}
	BinOp struct {
		Span
		Left  Expr
		Op    Operator
		Right Expr
	}
	UnaryOp struct {
		Span
		Op      UnaryOperator
		Operand Expr
	}
	Lambda struct {
		Span
		Args *Arguments
		Body Expr
	}
	IfExp struct {
		Span
		Test, Body, Orelse Expr
	}
	// Dict pairs Keys with Values; a nil key marks `**value`.
	Dict struct {
		Span
		Keys   []Expr
		Values []Expr
	}
	Set struct {
		Span
		Elts []Expr
	}
	// Comprehension is every comprehension and generator expression. Value is set
	// for CompDict only, where Elt is the key.
	Comprehension struct {
		Span
		Kind       ComprehensionKind
		Elt        Expr
		Value      Expr
		Generators []*Generator
	}
	Await struct {
		Span
		Value Expr
	}
	Yield struct {
		Span
		Value Expr // nil when absent
	}
	YieldFrom struct {
		Span
		Value Expr
	}
	// Compare is a chain: Left Ops[0] Comparators[0] Ops[1] …
	Compare struct {
		Span
		Left        Expr
		Ops         []CompareOperator
		Comparators []Expr
	}
	Call struct {
		Span
		Func     Expr
		Args     []Expr // may hold *Starred
		Keywords []*Keyword
	}
	// JoinedStr is an f-string (with the plain strings it is concatenated with):
	// Values are *Constant strings and *FormattedValue.
	JoinedStr struct {
		Span
		Values []Expr
	}
	// FormattedValue is one replacement field. The text of a `=` field is in the
	// Constant before it, as in CPython, and Conversion is 'r' unless given.
	FormattedValue struct {
		Span
		Value      Expr
		Conversion byte       // 0, 'r', 's' or 'a'
		FormatSpec *JoinedStr // nil when absent
	}
	Constant struct {
		Span
		Kind  ConstantKind
		Str   string   // ConstString (WTF-8: lone surrogates are kept), ConstBytes
		Int   int64    // ConstInt that fits
		Big   *big.Int // ConstInt that does not
		Float float64  // ConstFloat, ConstImaginary
	}
	Attribute struct {
		Span
		Value    Expr
		Attr     string
		AttrSpan Span
	}
	Subscript struct {
		Span
		Value Expr
		Index Expr // a *Slice, or a *Tuple that may hold them
	}
	Starred struct {
		Span
		Value Expr
	}
	Name struct {
		Span
		ID string
	}
	List struct {
		Span
		Elts []Expr
	}
	Tuple struct {
		Span
		Elts          []Expr
		Parenthesized bool
	}
	Slice struct {
		Span
		Lower, Upper, Step Expr // nil when absent
	}
)

// Patterns of the match statement.
type (
	MatchValue struct {
		Span
		Value Expr
	}
	MatchSingleton struct {
		Span
		Value *Constant
	}
	// MatchSequence may hold one *MatchStar.
	MatchSequence struct {
		Span
		Patterns []Pattern
	}
	MatchMapping struct {
		Span
		Keys     []Expr
		Patterns []Pattern
		Rest     string // "" when absent
	}
	MatchClass struct {
		Span
		Cls         Expr
		Patterns    []Pattern
		KwdAttrs    []string
		KwdPatterns []Pattern
	}
	MatchStar struct {
		Span
		Name string // "" for *_
	}
	// MatchAs is a capture (Pattern nil), a wildcard (both empty) or `pattern as name`.
	MatchAs struct {
		Span
		Pattern Pattern
		Name    string
	}
	MatchOr struct {
		Span
		Patterns []Pattern
	}
)

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

// ConstantKind says which literal a Constant is.
type ConstantKind uint8

const (
	ConstNone ConstantKind = iota
	ConstTrue
	ConstFalse
	ConstEllipsis
	ConstInt
	ConstFloat
	ConstImaginary
	ConstString
	ConstBytes
)

// ComprehensionKind says what a comprehension builds.
type ComprehensionKind uint8

const (
	CompList ComprehensionKind = iota
	CompSet
	CompDict
	CompGenerator
)

// TypeParamKind says which type parameter: T, *Ts or **P.
type TypeParamKind uint8

const (
	TypeVar TypeParamKind = iota
	TypeVarTuple
	ParamSpec
)

// Operator is a binary arithmetic operator, also of augmented assignment.
type Operator uint8

const (
	Add Operator = iota
	Sub
	Mult
	MatMult
	Div
	Mod
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
)

// UnaryOperator is a prefix operator.
type UnaryOperator uint8

const (
	Invert UnaryOperator = iota
	Not
	UAdd
	USub
)

// CompareOperator is an operator of a comparison chain.
type CompareOperator uint8

const (
	Eq CompareOperator = iota
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)

func (*FunctionDef) stmt() {}
func (*ClassDef) stmt()    {}
func (*Return) stmt()      {}
func (*Delete) stmt()      {}
func (*Assign) stmt()      {}
func (*TypeAlias) stmt()   {}
func (*AugAssign) stmt()   {}
func (*AnnAssign) stmt()   {}
func (*For) stmt()         {}
func (*While) stmt()       {}
func (*If) stmt()          {}
func (*With) stmt()        {}
func (*Match) stmt()       {}
func (*Raise) stmt()       {}
func (*Try) stmt()         {}
func (*Assert) stmt()      {}
func (*Import) stmt()      {}
func (*ImportFrom) stmt()  {}
func (*Global) stmt()      {}
func (*Nonlocal) stmt()    {}
func (*ExprStmt) stmt()    {}
func (*Pass) stmt()        {}
func (*Break) stmt()       {}
func (*Continue) stmt()    {}

func (*BoolOp) expr()         {}
func (*NamedExpr) expr()      {}
func (*BinOp) expr()          {}
func (*UnaryOp) expr()        {}
func (*Lambda) expr()         {}
func (*IfExp) expr()          {}
func (*Dict) expr()           {}
func (*Set) expr()            {}
func (*Comprehension) expr()  {}
func (*Await) expr()          {}
func (*Yield) expr()          {}
func (*YieldFrom) expr()      {}
func (*Compare) expr()        {}
func (*Call) expr()           {}
func (*JoinedStr) expr()      {}
func (*FormattedValue) expr() {}
func (*Constant) expr()       {}
func (*Attribute) expr()      {}
func (*Subscript) expr()      {}
func (*Starred) expr()        {}
func (*Name) expr()           {}
func (*List) expr()           {}
func (*Tuple) expr()          {}
func (*Slice) expr()          {}

func (*MatchValue) pattern()     {}
func (*MatchSingleton) pattern() {}
func (*MatchSequence) pattern()  {}
func (*MatchMapping) pattern()   {}
func (*MatchClass) pattern()     {}
func (*MatchStar) pattern()      {}
func (*MatchAs) pattern()        {}
func (*MatchOr) pattern()        {}
