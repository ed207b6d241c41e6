package object

// Str is a str. S is UTF-8, in which lone surrogates stand as their three-byte forms
// (WTF-8). Length counts code points; it equals len(S) when the string is ASCII.
type Str struct {
	Object
	S      string
	Length int
	hash   uint64 // 0: not yet computed
}

// Bytes is a bytes object, B holding the bytes as a Go string.
type Bytes struct {
	Object
	B string
}

// ByteArray is a bytearray.
type ByteArray struct {
	Object
	B []byte
}

// Complex is a complex number.
type Complex struct {
	Object
	C complex128
}

// List is a list.
type List struct {
	Object
	Items []Value
}

// Tuple is a tuple. Items never change once the tuple is visible to the program.
type Tuple struct {
	Object
	Items []Value
}

// Range is range(Start, Stop, Step) with its length, or when big is set the range that it holds.
type Range struct {
	Object
	Start, Stop, Step, Length int64
	big                       *bigRange
}

// Slice is slice(Start, Stop, Step); absent parts are None.
type Slice struct {
	Object
	Start, Stop, Step Value
}

// Module is a module: its namespace is Dict.
type Module struct {
	Object
	Name string
	Dict *Dict
	// Missing, when set, loads attributes that are not in the dict yet.
	Missing func(t *Thread, m *Module, name string) (v Value, ok bool, err *Exception)
}

// BoundMethod is a callable bound to its first argument.
type BoundMethod struct {
	Object
	Self Value
	Func Value
}

// NewList makes a list that owns items.
func NewList(items []Value) Value {
	return (&List{Object: Object{typ: ListType}, Items: items}).Value()
}

// NewTuple makes a tuple that owns items.
func NewTuple(items ...Value) Value {
	return (&Tuple{Object: Object{typ: TupleType}, Items: items}).Value()
}

// NewSlice makes a slice object.
func NewSlice(start, stop, step Value) Value {
	return (&Slice{Object: Object{typ: SliceType}, Start: start, Stop: stop, Step: step}).Value()
}

// NewBytes makes a bytes object.
func NewBytes(b string) Value {
	return (&Bytes{Object: Object{typ: BytesType}, B: b}).Value()
}

// NewComplex makes a complex number.
func NewComplex(c complex128) Value {
	return (&Complex{Object: Object{typ: ComplexType}, C: c}).Value()
}

// NewBoundMethod binds fn to self. Its type is the one that CPython has for such a
// function once bound.
func NewBoundMethod(self, fn Value) Value {
	typ := MethodType
	if d, ok := AsMethodDescriptor(fn); ok && d.Owner.Flags&FlagPythonClass == 0 {
		typ = nativeMethodType
	} else if fn.Type() == SlotWrapperType {
		typ = methodWrapperType
	}
	return (&BoundMethod{Object: Object{typ: typ}, Self: self, Func: fn}).Value()
}

// NewModule makes an empty module.
func NewModule(name string) *Module {
	m := &Module{Object: Object{typ: ModuleType}, Name: name, Dict: NewDict()}
	m.Dict.SetStr("__name__", NewStr(name))
	m.Dict.SetStr("__doc__", None)
	return m
}
