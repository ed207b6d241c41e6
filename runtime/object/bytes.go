package object

import (
	"strings"
	"unicode/utf8"
)

// BytesType is bytes; ByteArrayType is bytearray.
var (
	BytesType     = declare("builtins", "bytes", LayoutBytes)
	ByteArrayType = declare("builtins", "bytearray", LayoutByteArray)
)

func init() {
	s := &BytesType.Slots
	s.Repr = func(t *Thread, v Value) (Value, *Exception) { return NewStr(BytesRepr(bytesOf(v))), nil }
	s.Hash = func(t *Thread, v Value) (int64, *Exception) { return avoidMinusOne(int64(strHash(bytesOf(v)))), nil }
	s.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) {
		b, err := bytesFromArgs(t, "bytes", args)
		return (&Bytes{Object: Object{typ: cls}, B: b}).Value(), err
	}
	a := &ByteArrayType.Slots
	a.Repr = func(t *Thread, v Value) (Value, *Exception) {
		return NewStr("bytearray(" + BytesRepr(bytesOf(v)) + ")"), nil
	}
	a.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) {
		b, err := bytesFromArgs(t, "bytearray", args)
		return (&ByteArray{Object: Object{typ: cls}, B: []byte(b)}).Value(), err
	}
	a.SetItem = byteArraySetItem
	for _, typ := range []*Type{BytesType, ByteArrayType} {
		addBytesSlots(typ)
		addBytesMethods(typ)
		addBytesText(typ)
	}
	addByteArrayMethods()
}

// bytesOf returns the content of a bytes or bytearray.
func bytesOf(v Value) string {
	if b, ok := AsBytes(v); ok {
		return b.B
	}
	if b, ok := AsByteArray(v); ok {
		return string(b.B)
	}
	if m, ok := AsNative[*MemoryView](v); ok && !m.released {
		return m.content()
	}
	return ""
}

func isBytesLike(v Value) bool {
	layout := v.Type().Layout
	return layout == LayoutBytes || layout == LayoutByteArray || v.Type() == memoryViewType
}

// bytesLike returns the content of a bytes-like object, or a TypeError.
func bytesLike(t *Thread, v Value) (string, *Exception) {
	if isBytesLike(v) {
		return bytesOf(v), nil
	}
	return "", TypeErrorf("a bytes-like object is required, not '%s'", v.Type().Name)
}

// newBytesLike makes an object of the kind of model.
func newBytesLike(model *Type, b string) Value {
	if model.Layout == LayoutByteArray {
		return (&ByteArray{Object: Object{typ: ByteArrayType}, B: []byte(b)}).Value()
	}
	return NewBytes(b)
}

func addBytesSlots(typ *Type) {
	s := &typ.Slots
	s.Bool = func(t *Thread, v Value) (bool, *Exception) { return bytesOf(v) != "", nil }
	s.Len = func(t *Thread, v Value) (int, *Exception) { return len(bytesOf(v)), nil }
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		if !isBytesLike(a) || !isBytesLike(b) {
			return NotImplemented, nil
		}
		return Bool(op.ordered(strings.Compare(bytesOf(a), bytesOf(b)))), nil
	}
	s.GetItem = func(t *Thread, v, key Value) (Value, *Exception) { return bytesGetItem(t, typ, v, key) }
	s.Contains = func(t *Thread, v, x Value) (bool, *Exception) {
		if i, ok := SmallInt(x); ok {
			if i < 0 || i > 255 {
				return false, ValueErrorf("byte must be in range(0, 256)")
			}
			return strings.IndexByte(bytesOf(v), byte(i)) >= 0, nil
		}
		sub, err := bytesLike(t, x)
		return strings.Contains(bytesOf(v), sub), err
	}
	s.Iter = func(t *Thread, v Value) (Value, *Exception) {
		it := &bytesIterator{rest: bytesOf(v)}
		it.InitNative(bytesIteratorType, it)
		return it.Value(), nil
	}
	s.Binary[OpAdd] = func(t *Thread, a, b Value) (Value, *Exception) {
		if !isBytesLike(a) || !isBytesLike(b) || a.Type() == memoryViewType {
			return NotImplemented, nil
		}
		x, y := bytesOf(a), bytesOf(b)
		return newBytesLike(a.Type(), x+y), t.Charge(int64(len(x) + len(y)))
	}
	s.Binary[OpMult] = func(t *Thread, a, b Value) (Value, *Exception) {
		return repeatOperands(t, a, b, typ, func(v Value, n int) (Value, *Exception) {
			if err := t.Charge(int64(len(bytesOf(v))) * int64(n)); err != nil {
				return Value{}, err
			}
			return newBytesLike(typ, strings.Repeat(bytesOf(v), n)), nil
		})
	}
	s.Binary[OpMod] = func(t *Thread, a, b Value) (Value, *Exception) {
		if !isBytesLike(a) {
			return NotImplemented, nil
		}
		r, err := percentFormat(t, latin1Text(bytesOf(a)), b, true)
		return newBytesLike(a.Type(), latin1Bytes(r)), err
	}
}

// latin1Text makes text whose code points are the bytes; latin1Bytes goes back.
func latin1Text(b string) string {
	var out []byte
	for i := 0; i < len(b); i++ {
		out = utf8.AppendRune(out, rune(b[i]))
	}
	return string(out)
}

func latin1Bytes(s string) string {
	out := make([]byte, 0, len(s))
	for _, r := range s {
		out = append(out, byte(r))
	}
	return string(out)
}

type bytesIterator struct {
	Native
	rest string
}

var bytesIteratorType = declare("builtins", "bytes_iterator", LayoutNative)

func init() {
	bytesIteratorType.Slots.Iter = func(t *Thread, v Value) (Value, *Exception) { return v, nil }
	bytesIteratorType.Slots.Next = func(t *Thread, v Value) (Value, *Exception) {
		it, _ := AsNative[*bytesIterator](v)
		if it.rest == "" {
			return Value{}, nil
		}
		c := it.rest[0]
		it.rest = it.rest[1:]
		return Int(int64(c)), nil
	}
}

func bytesGetItem(t *Thread, typ *Type, v, key Value) (Value, *Exception) {
	b := bytesOf(v)
	if slice, ok := AsSlice(key); ok {
		start, step, n, err := slice.Indices(t, len(b))
		if err != nil {
			return Value{}, err
		}
		if step == 1 {
			return newBytesLike(typ, b[start:start+n]), nil
		}
		out := make([]byte, 0, n)
		for i := start; n > 0; i, n = i+step, n-1 {
			out = append(out, b[i])
		}
		return newBytesLike(typ, string(out)), nil
	}
	if key.Type().Slots.Index == nil {
		return Value{}, TypeErrorf("%s indices must be integers or slices, not %s", subscriptName(typ), key.Type().Name)
	}
	i, err := AsIndex(t, key)
	if err != nil {
		return Value{}, err
	}
	if i < 0 {
		i += len(b)
	}
	if i < 0 || i >= len(b) {
		if typ == BytesType {
			return Value{}, NewException(IndexErrorType, "index out of range")
		}
		return Value{}, NewException(IndexErrorType, "bytearray index out of range")
	}
	return Int(int64(b[i])), nil
}

func subscriptName(typ *Type) string {
	if typ == BytesType {
		return "byte"
	}
	return typ.Name
}

// bytesFromArgs is the constructor of bytes and bytearray.
func bytesFromArgs(t *Thread, name string, args Args) (string, *Exception) {
	sig := MustSignature(name + "(source=, encoding=, errors=)")
	var a [3]Value
	if err := sig.Bind(args, a[:]); err != nil {
		return "", err
	}
	source := a[0]
	switch {
	case !source.IsValid():
		return "", nil
	case source.Type().Layout == LayoutStr:
		if !a[1].IsValid() {
			return "", TypeErrorf("string argument without an encoding")
		}
		v, err := strEncode(t, source, a[1], a[2])
		return bytesOf(v), err
	case a[1].IsValid():
		return "", TypeErrorf("encoding without a string argument")
	case isBytesLike(source):
		return bytesOf(source), nil
	}
	if method, ok := SpecialMethod(t, source, "__bytes__"); ok {
		return callBytesMethod(t, method)
	}
	if source.Type().Slots.Index != nil {
		n, err := AsIndex(t, source)
		if err != nil {
			return "", err
		}
		if n < 0 {
			return "", ValueErrorf("negative count")
		}
		if err := t.Charge(int64(n)); err != nil {
			return "", err
		}
		return strings.Repeat("\x00", n), nil
	}
	if source.Type().Slots.Iter == nil && source.Type().Slots.GetItem == nil {
		return "", TypeErrorf("cannot convert '%s' object to %s", source.Type().Name, name)
	}
	return bytesFromIterable(t, name, source)
}

// bytesFromObject is what int.from_bytes takes for bytes: no counts, no text.
func bytesFromObject(t *Thread, v Value) (string, *Exception) {
	if method, ok := SpecialMethod(t, v, "__bytes__"); ok {
		return callBytesMethod(t, method)
	}
	if v.Type().Layout == LayoutStr || v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
		return "", TypeErrorf("cannot convert '%s' object to bytes", TypeName(v))
	}
	return bytesFromIterable(t, "bytes", v)
}

func callBytesMethod(t *Thread, method Value) (string, *Exception) {
	v, err := Call(t, method, Args{})
	if err != nil {
		return "", err
	}
	if _, ok := AsBytes(v); !ok {
		return "", TypeErrorf("__bytes__ returned non-bytes (type %s)", v.Type().Name)
	}
	return bytesOf(v), nil
}

func bytesFromIterable(t *Thread, name string, source Value) (string, *Exception) {
	var out []byte
	err := Iterate(t, source, func(v Value) *Exception {
		c, err := byteValue(t, name, v)
		out = append(out, c)
		return err
	})
	return string(out), err
}

func byteValue(t *Thread, name string, v Value) (byte, *Exception) {
	i, err := AsIndex(t, v)
	if err != nil {
		return 0, err
	}
	if i < 0 || i > 255 {
		if name == "bytes" {
			return 0, ValueErrorf("bytes must be in range(0, 256)")
		}
		return 0, ValueErrorf("byte must be in range(0, 256)")
	}
	return byte(i), nil
}

// sliceBytes is what a slice of a bytearray is set to: bytes, or an iterable of their numbers.
func sliceBytes(t *Thread, x Value) (string, *Exception) {
	if isBytesLike(x) || x.Type().Slots.Iter == nil || x.Type().IsSubtype(StrType) {
		return bytesLike(t, x)
	}
	return bytesFromIterable(t, "bytearray", x)
}

func byteArraySetItem(t *Thread, v, key, x Value) *Exception {
	a, _ := AsByteArray(v)
	if slice, ok := AsSlice(key); ok {
		start, step, n, err := slice.Indices(t, len(a.B))
		if err != nil {
			return err
		}
		with := ""
		if x.IsValid() {
			if with, err = sliceBytes(t, x); err != nil {
				return err
			}
		}
		if step == 1 {
			a.B = append(append(append([]byte(nil), a.B[:start]...), with...), a.B[start+n:]...)
			return t.Charge(int64(len(a.B)))
		}
		if len(with) != n {
			return ValueErrorf("attempt to assign bytes of size %d to extended slice of size %d", len(with), n)
		}
		for k := range n {
			a.B[start+k*step] = with[k]
		}
		return nil
	}
	i, err := AsIndex(t, key)
	if err != nil {
		return err
	}
	if i < 0 {
		i += len(a.B)
	}
	if i < 0 || i >= len(a.B) {
		return NewException(IndexErrorType, "bytearray index out of range")
	}
	if !x.IsValid() {
		a.B = append(a.B[:i], a.B[i+1:]...)
		return nil
	}
	c, err := byteValue(t, "bytearray", x)
	if err == nil {
		a.B[i] = c
	}
	return err
}
