package syntax

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
		Finally   int32 // line of the word finally; 0 without one
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
