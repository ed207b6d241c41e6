package compile

import (
	"math/big"
	"sort"

	"asyncplay/runtime/syntax"
)

// Code is one compiled module, class body, function, lambda or generator expression. It
// never changes after Compile returns.
type Code struct {
	Name      string // co_name: "main", "<module>", "<lambda>", "<genexpr>"
	Qualname  string // co_qualname: "main.<locals>.worker"
	Filename  string
	FirstLine int32
	Docstring string
	HasDoc    bool
	Flags     Flags

	// The parameters take the first registers: positional ones (PosOnlyCount of them
	// positional-only), keyword-only ones, then *args and **kwargs if the flags say so.
	ArgCount     int // positional parameters, positional-only included
	PosOnlyCount int
	KwOnlyCount  int

	// VarNames names the first len(VarNames) registers: parameters, locals, cells and
	// free variables. VarKinds says which they are. Free variables come last, from
	// register FreeStart on.
	VarNames []string
	VarKinds []VarKind
	// FreeStart is the register of the first free variable. When a frame starts, the cells of
	// the function's closure are in the registers from here on.
	FreeStart int
	// FreeFrom tells, for each free variable, the register of the enclosing Code that holds
	// the cell: what OpMakeFunction collects into the closure.
	FreeFrom []uint16
	// Registers is the size of a frame: named registers and temporaries.
	Registers int

	Instrs []Instr
	// Positions has one entry for each instruction.
	Positions []syntax.Span
	// Handlers is the exception table; the first entry that covers a pc is the
	// innermost.
	Handlers []Handler
	// Finallies are innermost first.
	Finallies []Finally
	// Statements is in the order of PC. A statement of a finally block stands in it once
	// for each copy of the block.
	Statements []Statement

	Consts []Const
	Names  []string // of instructions without a cache
	// Sites holds the name of each inline cache: instruction operand "site" is an index into
	// it. Every instruction has its own site.
	Sites   []string
	KwNames [][]string // of OpCallKw and OpCallMethodKw
	Imports []Import   // of OpImportName

	// Warnings are those of the whole source, in the Code of a module.
	Warnings []Warning
}

// Flags qualify a Code.
type Flags uint16

const (
	FlagVarargs        Flags = 1 << iota // has *args
	FlagVarKeywords                      // has **kwargs
	FlagGenerator                        // def with yield
	FlagCoroutine                        // async def without yield
	FlagAsyncGenerator                   // async def with yield
	FlagFunction                         // function, lambda or generator expression: has fast locals
	FlagClass                            // class body: has a namespace
	FlagModule                           // module: its namespace is its globals
	FlagNested                           // defined inside a function
)

// VarKind says what a named register holds.
type VarKind uint8

const (
	// VarLocal: the value itself; the zero Value while unbound.
	VarLocal VarKind = iota
	// VarCell: a cell, from its OpMakeCell on, since an inner function captures the variable.
	VarCell
	// VarFree: a cell of an enclosing function.
	VarFree
	// VarHidden: like VarLocal, but a variable of an inlined comprehension: not part of
	// the function's locals().
	VarHidden
	// VarHiddenCell: a captured variable of an inlined comprehension.
	VarHiddenCell
)

// IsCell reports whether the register holds a cell and not the value.
func (k VarKind) IsCell() bool { return k == VarCell || k == VarFree || k == VarHiddenCell }

// Handler is an entry of the exception table. When an instruction in [Start, End) raises,
// the frame goes on at Target with the exception in Reg, which becomes the exception that
// the frame handles: sys.exception(), and the context of what is raised from there on,
// until OpLeaveHandler. The exception being handled at the time of the raise has become the context
// before that, and is forgotten here, even when it belonged to a handler within [Start, End).
type Handler struct {
	Start, End, Target uint32
	Reg                uint16
}

// Finally is the copy of a finally clause that runs while an exception passes through it: from Start to End, with the
// exception in Reg.
type Finally struct {
	Start, End uint32
	Reg        uint16
	Line       int32 // of the word finally
}

// Statement is the start of a statement. A compound statement may start where the first
// one of its body does; several entries may have one PC.
type Statement struct {
	PC   uint32
	Line int32
	// Live is the number of registers that hold something at the start: the rest are temporaries of
	// statements that are over.
	Live uint16
}

// Import is what one import statement asks for.
type Import struct {
	Module string
	Level  int
	From   []string // names of `from m import a, b`; nil for `import m`
}

// ConstKind says what a Const is.
type ConstKind uint8

const (
	ConstNone ConstKind = iota
	ConstTrue
	ConstFalse
	ConstEllipsis
	ConstInt       // Int, or Big when it is not nil
	ConstFloat     // Float
	ConstImaginary // complex(0, Float)
	ConstString    // Str
	ConstBytes     // Str
	ConstTuple     // Items
	ConstFrozenSet // Items
	ConstCode      // Code
)

// Const is a constant of the code.
type Const struct {
	Kind  ConstKind
	Int   int64
	Big   *big.Int
	Float float64
	Str   string
	Items []Const
	Code  *Code
}

// Instr is one instruction. A, B and C are registers unless the opcode says otherwise.
type Instr struct {
	Op      Op
	A, B, C uint16
}

// NoReg stands for "no register" in an operand.
const NoReg = 0xFFFF

// Wide returns the 32-bit operand that B and C make together: a jump target or the index
// of a constant.
func (i Instr) Wide() uint32 { return uint32(i.B)<<16 | uint32(i.C) }

func wide(op Op, a uint16, bc uint32) Instr {
	return Instr{Op: op, A: a, B: uint16(bc >> 16), C: uint16(bc)}
}

// ParamCount is the number of parameters, which are the first variables.
func (c *Code) ParamCount() int {
	n := c.ArgCount + c.KwOnlyCount
	if c.Flags&FlagVarargs != 0 {
		n++
	}
	if c.Flags&FlagVarKeywords != 0 {
		n++
	}
	return n
}

// CapturedLocals are the variables besides parameters that inner functions capture, by name.
func (c *Code) CapturedLocals() []int {
	var captured []int
	for i := c.ParamCount(); i < c.FreeStart; i++ {
		if c.VarKinds[i] == VarCell {
			captured = append(captured, i)
		}
	}
	sort.SliceStable(captured, func(a, b int) bool { return c.VarNames[captured[a]] < c.VarNames[captured[b]] })
	return captured
}
