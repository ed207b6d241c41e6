package object

// Slots are the Go functions behind the special methods. A nil slot means that the type
// does not support the operation. For a class of the program a slot calls the special
// method found in the class; see slotdefs.go.
type Slots struct {
	Repr     func(t *Thread, v Value) (Value, *Exception)
	Str      func(t *Thread, v Value) (Value, *Exception)
	Format   func(t *Thread, v Value, spec string) (Value, *Exception)
	Hash     func(t *Thread, v Value) (int64, *Exception) // nil: unhashable
	Bool     func(t *Thread, v Value) (bool, *Exception)
	Call     func(t *Thread, callee Value, args Args) (Value, *Exception)
	New      func(t *Thread, cls *Type, args Args) (Value, *Exception)
	Init     func(t *Thread, self Value, args Args) *Exception
	GetAttr  func(t *Thread, v Value, name string) (Value, *Exception)     // __getattribute__ (+ __getattr__)
	SetAttr  func(t *Thread, v Value, name string, x Value) *Exception     // x invalid: delete
	Compare  func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) // may return NotImplemented
	Iter     func(t *Thread, v Value) (Value, *Exception)
	Next     func(t *Thread, v Value) (Value, *Exception) // zero Value, nil: exhausted
	Len      func(t *Thread, v Value) (int, *Exception)
	GetItem  func(t *Thread, v, key Value) (Value, *Exception)
	SetItem  func(t *Thread, v, key, x Value) *Exception // x invalid: delete
	Contains func(t *Thread, v, x Value) (bool, *Exception)
	// Binary holds the arithmetic operators by BinaryOp. As in CPython each is called
	// with the operands in source order, whichever of them has the type, and may
	// return NotImplemented.
	Binary  [binaryOpCount]func(t *Thread, a, b Value) (Value, *Exception)
	InPlace [binaryOpCount]func(t *Thread, a, b Value) (Value, *Exception)
	Neg     func(t *Thread, v Value) (Value, *Exception)
	Pos     func(t *Thread, v Value) (Value, *Exception)
	Invert  func(t *Thread, v Value) (Value, *Exception)
	Abs     func(t *Thread, v Value) (Value, *Exception)
	Int     func(t *Thread, v Value) (Value, *Exception)
	Float   func(t *Thread, v Value) (Value, *Exception)
	Index   func(t *Thread, v Value) (Value, *Exception)
	// DescrGet binds a class attribute; obj is invalid when got from the class itself.
	DescrGet func(t *Thread, descr, obj Value, owner *Type) (Value, *Exception)
	// DescrSet makes the type a data descriptor; x invalid: delete.
	DescrSet func(t *Thread, descr, obj, x Value) *Exception
	// Await returns what drives an `await` of the value.
	Await func(t *Thread, v Value) (Resumable, *Exception)
	AIter func(t *Thread, v Value) (Value, *Exception)
	ANext func(t *Thread, v Value) (Value, *Exception) // returns an awaitable
	// Traverse visits the values that the object refers to, beyond its attributes.
	Traverse func(v Value, visit func(Value))
}

// BinaryOp is an arithmetic operator. The order is that of syntax.Operator, and DivMod
// and the rest that have no operator sign follow.
type BinaryOp uint8

const (
	OpAdd BinaryOp = iota
	OpSub
	OpMult
	OpMatMult
	OpDiv
	OpMod
	OpPow
	OpLShift
	OpRShift
	OpBitOr
	OpBitXor
	OpBitAnd
	OpFloorDiv
	OpDivMod
	binaryOpCount
)

// CompareOp is a rich comparison, in the order of syntax.CompareOperator.
type CompareOp uint8

const (
	CompareEq CompareOp = iota
	CompareNe
	CompareLt
	CompareLe
	CompareGt
	CompareGe
)

// Names of the special methods and the signs of the operators, by BinaryOp.
var (
	binaryNames = [binaryOpCount]string{"add", "sub", "mul", "matmul", "truediv", "mod", "pow", "lshift", "rshift", "or", "xor", "and", "floordiv", "divmod"}
	binarySigns = [binaryOpCount]string{"+", "-", "*", "@", "/", "%", "** or pow()", "<<", ">>", "|", "^", "&", "//", "divmod()"}
)

var (
	compareNames = [...]string{"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"}
	compareSigns = [...]string{"==", "!=", "<", "<=", ">", ">="}
	// mirrored is the comparison that gives the same answer with the operands swapped.
	mirrored = [...]CompareOp{CompareEq, CompareNe, CompareGt, CompareGe, CompareLt, CompareLe}
)
