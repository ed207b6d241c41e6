package syntax

import "math/big"

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
