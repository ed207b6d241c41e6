package object

import (
	"slices"
	"strings"
)

func addByteArrayMethods() {
	add := func(decl string, fn func(t *Thread, b *ByteArray, a []Value) (Value, *Exception)) {
		addBytesMethod(ByteArrayType, decl, func(t *Thread, _ string, a []Value) (Value, *Exception) {
			b, _ := AsByteArray(a[0])
			return fn(t, b, a)
		})
	}
	add("append(self, item, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		c, err := byteValue(t, "bytearray", a[1])
		if err != nil {
			return Value{}, err
		}
		b.B = append(b.B, c)
		return None, t.Charge(1)
	})
	add("extend(self, iterable, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		more := bytesOf(a[1])
		if !isBytesLike(a[1]) {
			if a[1].Type().Slots.Iter == nil && a[1].Type().Slots.GetItem == nil {
				return Value{}, TypeErrorf("can't extend bytearray with %s", TypeName(a[1]))
			}
			var err *Exception
			if more, err = bytesFromIterable(t, "bytearray", a[1]); err != nil {
				return Value{}, err
			}
		}
		b.B = append(b.B, more...)
		return None, t.Charge(int64(len(more)))
	})
	add("insert(self, index, item, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		i, err := clampIndexStrict(t, a[1], len(b.B))
		if err != nil {
			return Value{}, err
		}
		c, err := byteValue(t, "bytearray", a[2])
		if err != nil {
			return Value{}, err
		}
		b.B = append(b.B, 0)
		copy(b.B[i+1:], b.B[i:])
		b.B[i] = c
		return None, t.Charge(1)
	})
	add("remove(self, value, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		c, err := byteValue(t, "bytearray", a[1])
		if err != nil {
			return Value{}, err
		}
		i := strings.IndexByte(string(b.B), c)
		if i < 0 {
			return Value{}, ValueErrorf("value not found in bytearray")
		}
		b.B = append(b.B[:i], b.B[i+1:]...)
		return None, nil
	})
	add("clear(self, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) { b.B = nil; return None, nil })
	add("pop(self, index=, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		i, err := indexOr(t, a[1], -1)
		if err != nil {
			return Value{}, err
		}
		if i < 0 {
			i += len(b.B)
		}
		if len(b.B) == 0 {
			return Value{}, NewException(IndexErrorType, "pop from empty bytearray")
		}
		if i < 0 || i >= len(b.B) {
			return Value{}, NewException(IndexErrorType, "pop index out of range")
		}
		c := b.B[i]
		b.B = append(b.B[:i], b.B[i+1:]...)
		return Int(int64(c)), nil
	})
	add("reverse(self, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) { slices.Reverse(b.B); return None, nil })
	add("copy(self, /)", func(t *Thread, b *ByteArray, a []Value) (Value, *Exception) {
		return newBytesLike(ByteArrayType, string(b.B)), t.Charge(int64(len(b.B)))
	})
}
