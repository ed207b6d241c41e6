package object

import (
	"math"
	"math/big"
	"unsafe"
)

// Value is a Python value: two words, so that ints, floats and bools need no allocation.
// ref points to the object's header; for an immediate it points to the header shared by
// all of its type and bits holds the payload. The zero Value is no Python value: it
// stands for "unbound" or "not given".
type Value struct {
	ref  *Object
	bits uint64
}

// Object is the header that every heap object embeds as its first field, so that a
// pointer to it is a pointer to the whole. Only cast in this file turns one into another.
type Object struct {
	typ *Type
	// attrs holds instance attributes; nil until the first is set.
	attrs *Attrs
}

// Layout says which Go struct an object of a type is. A subclass has its base's layout,
// so a cast is guarded by a look at the layout, not at the exact type.
type Layout uint8

// Layouts of this package. LayoutNative is for structs of other packages, which embed
// Native.
const (
	LayoutInstance Layout = iota // plain instances: only header and attributes
	LayoutNone
	LayoutBool
	LayoutInt   // immediate, or BigInt when large or of a subclass
	LayoutFloat // immediate, or FloatObject when of a subclass
	LayoutComplex
	LayoutStr
	LayoutBytes
	LayoutByteArray
	LayoutList
	LayoutTuple
	LayoutDict
	LayoutSet // set and frozenset
	LayoutRange
	LayoutSlice
	LayoutType
	LayoutModule
	LayoutException
	LayoutNativeFunction
	LayoutMethodDescriptor
	LayoutBoundMethod
	LayoutNative
)

// Headers that immediates point to.
var (
	noneHeader, boolHeader, intHeader, floatHeader Object
	notImplementedHeader, ellipsisHeader           Object
)

// The constants.
var (
	None           = Value{ref: &noneHeader}
	True           = Value{ref: &boolHeader, bits: 1}
	False          = Value{ref: &boolHeader}
	NotImplemented = Value{ref: &notImplementedHeader}
	Ellipsis       = Value{ref: &ellipsisHeader}
)

// Int makes an int.
func Int(i int64) Value { return Value{ref: &intHeader, bits: uint64(i)} }

// Float makes a float.
func Float(f float64) Value { return Value{ref: &floatHeader, bits: math.Float64bits(f)} }

// Bool makes a bool.
func Bool(b bool) Value {
	if b {
		return True
	}
	return False
}

// BigInt is an int outside int64, or an instance of a subclass of int.
type BigInt struct {
	Object
	Int *big.Int
}

// FloatObject is an instance of a subclass of float.
type FloatObject struct {
	Object
	F float64
}

// NewInt makes an int of any size; it keeps b, which must not change afterwards.
func NewInt(b *big.Int) Value {
	if b.IsInt64() {
		return Int(b.Int64())
	}
	return Ref(&(&BigInt{Object: Object{typ: IntType}, Int: b}).Object)
}

// Ref makes the Value of a heap object from its header.
func Ref(o *Object) Value { return Value{ref: o} }

// IsValid reports whether v is a value at all (see Value).
func (v Value) IsValid() bool { return v.ref != nil }

// IsNone, IsInt (small ones only), IsFloat and IsBool test for immediates.
func (v Value) IsNone() bool  { return v.ref == &noneHeader }
func (v Value) IsInt() bool   { return v.ref == &intHeader }
func (v Value) IsFloat() bool { return v.ref == &floatHeader }
func (v Value) IsBool() bool  { return v.ref == &boolHeader }

// AsInt64 returns the payload of an immediate int or bool; check IsInt or IsBool first.
func (v Value) AsInt64() int64 { return int64(v.bits) }

// AsFloat64 returns the payload of an immediate float; check IsFloat first.
func (v Value) AsFloat64() float64 { return math.Float64frombits(v.bits) }

// Is is Python's `is`. Small ints and floats are equal when their bits are.
func (v Value) Is(w Value) bool { return v == w }

// Type returns the value's type.
func (v Value) Type() *Type { return v.ref.typ }

// Header returns the heap object's header.
func (v Value) Header() *Object { return v.ref }

// Type returns the object's type; SetType changes it (obj.__class__ = …).
func (o *Object) Type() *Type     { return o.typ }
func (o *Object) SetType(t *Type) { o.typ = t }

// Value returns the reference to the object.
func (o *Object) Value() Value { return Value{ref: o} }

// InitHeader sets the type of a new object; for structs of other packages.
func (o *Object) InitHeader(t *Type) { o.typ = t }

// cast returns the struct whose header o is. The caller has checked the layout.
func cast[T any](o *Object) *T { return (*T)(unsafe.Pointer(o)) }

func as[T any](v Value, layout Layout) (*T, bool) {
	if v.ref == nil || v.ref.typ.Layout != layout {
		return nil, false
	}
	return cast[T](v.ref), true
}

// AsBigInt returns the struct of an int that is not immediate.
func AsBigInt(v Value) (*BigInt, bool) {
	if v.ref == nil || v.ref == &intHeader {
		return nil, false
	}
	return as[BigInt](v, LayoutInt)
}

// AsFloatObject returns the struct of a float that is not immediate.
func AsFloatObject(v Value) (*FloatObject, bool) {
	if v.ref == nil || v.ref == &floatHeader {
		return nil, false
	}
	return as[FloatObject](v, LayoutFloat)
}

// The As functions return the Go struct of a value whose type is, or derives from, the
// built-in type named.
func AsComplex(v Value) (*Complex, bool)     { return as[Complex](v, LayoutComplex) }
func AsStr(v Value) (*Str, bool)             { return as[Str](v, LayoutStr) }
func AsBytes(v Value) (*Bytes, bool)         { return as[Bytes](v, LayoutBytes) }
func AsByteArray(v Value) (*ByteArray, bool) { return as[ByteArray](v, LayoutByteArray) }
func AsList(v Value) (*List, bool)           { return as[List](v, LayoutList) }
func AsTuple(v Value) (*Tuple, bool)         { return as[Tuple](v, LayoutTuple) }
func AsDict(v Value) (*Dict, bool)           { return as[Dict](v, LayoutDict) }
func AsSet(v Value) (*Set, bool)             { return as[Set](v, LayoutSet) }
func AsRange(v Value) (*Range, bool)         { return as[Range](v, LayoutRange) }
func AsSlice(v Value) (*Slice, bool)         { return as[Slice](v, LayoutSlice) }
func AsType(v Value) (*Type, bool)           { return as[Type](v, LayoutType) }
func AsModule(v Value) (*Module, bool)       { return as[Module](v, LayoutModule) }
func AsException(v Value) (*Exception, bool) { return as[Exception](v, LayoutException) }
func AsNativeFunction(v Value) (*NativeFunction, bool) {
	return as[NativeFunction](v, LayoutNativeFunction)
}
func AsMethodDescriptor(v Value) (*MethodDescriptor, bool) {
	return as[MethodDescriptor](v, LayoutMethodDescriptor)
}
func AsBoundMethod(v Value) (*BoundMethod, bool) { return as[BoundMethod](v, LayoutBoundMethod) }

// Native is the header of objects whose struct is defined in another package: a Future,
// a Python function, a generator. Self holds the struct again, for a checked conversion.
//
//	type Future struct { object.Native; … }
//	f := &Future{}; f.InitNative(FutureType, f)
//	f, ok := object.AsNative[*Future](v)
type Native struct {
	Object
	Self any
}

// InitNative sets type and self reference of a new object.
func (n *Native) InitNative(t *Type, self any) {
	n.typ = t
	n.Self = self
}

// AsNative returns the Go struct of a value of LayoutNative, if it is a T.
func AsNative[T any](v Value) (T, bool) {
	if v.ref != nil && v.ref.typ.Layout == LayoutNative {
		self, ok := cast[Native](v.ref).Self.(T)
		return self, ok
	}
	var zero T
	return zero, false
}
