package object

import "strings"

// addBytesSplit defines what takes bytes apart, and join.
func addBytesSplit(typ *Type, add bytesMethodAdder) {
	split := func(name string, bySpace spaceSplitter, bySep sepSplitter) {
		add(name+"(self, sep=, maxsplit=)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			return bytesSplit(t, typ, b, a, bySpace, bySep)
		})
	}
	split("split", splitSpace, splitLeft)
	split("rsplit", rsplitSpace, splitRight)
	add("splitlines(self, keepends=)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		keep, err := truthOr(t, a[1], false)
		if err != nil {
			return Value{}, err
		}
		return newBytesList(typ, splitLines(b, keep, func(r rune) bool { return r == '\n' || r == '\r' })), nil
	})
	part := func(name string, at func(s, sep string) int, missing func(b string) (before, after string)) {
		add(name+"(self, sep, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			sep, err := separator(t, a[1])
			if err != nil {
				return Value{}, err
			}
			before, after := missing(b)
			if i := at(b, sep); i >= 0 {
				before, after = b[:i], b[i+len(sep):]
			} else {
				sep = ""
			}
			return NewTuple(newBytesLike(typ, before), newBytesLike(typ, sep), newBytesLike(typ, after)), nil
		})
	}
	part("partition", strings.Index, func(b string) (before, after string) { return b, "" })
	part("rpartition", strings.LastIndex, func(b string) (before, after string) { return "", b })
	add("join(self, iterable, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		return bytesJoin(t, typ, b, a[1])
	})
}

// bytesSplit is split and rsplit; a[1] is the separator, a[2] the limit.
func bytesSplit(t *Thread, typ *Type, b string, a []Value, bySpace spaceSplitter, bySep sepSplitter) (Value, *Exception) {
	limit, err := indexOr(t, a[2], -1)
	if err != nil {
		return Value{}, err
	}
	if err := t.Charge(int64(len(b)) * 8); err != nil {
		return Value{}, err
	}
	if !a[1].IsValid() || a[1].IsNone() {
		return newBytesList(typ, bySpace(b, limit, func(r rune) bool { return strings.ContainsRune(asciiSpace, r) })), nil
	}
	sep, err := separator(t, a[1])
	if err != nil {
		return Value{}, err
	}
	return newBytesList(typ, bySep(b, sep, limit)), nil
}

func separator(t *Thread, v Value) (string, *Exception) {
	sep, err := bytesLike(t, v)
	if err == nil && sep == "" {
		err = ValueErrorf("empty separator")
	}
	return sep, err
}

func newBytesList(typ *Type, parts []string) Value {
	items := make([]Value, len(parts))
	for i, p := range parts {
		items[i] = newBytesLike(typ, p)
	}
	return NewList(items)
}

func bytesJoin(t *Thread, typ *Type, b string, iterable Value) (Value, *Exception) {
	if iterable.Type().Slots.Iter == nil && iterable.Type().Slots.GetItem == nil {
		return Value{}, TypeErrorf("can only join an iterable")
	}
	items, err := ToSlice(t, iterable)
	if err != nil {
		return Value{}, err
	}
	parts := make([]string, len(items))
	size := len(b) * len(items)
	for i, v := range items {
		if !isBytesLike(v) {
			return Value{}, TypeErrorf("sequence item %d: expected a bytes-like object, %s found", i, v.Type().Name)
		}
		parts[i] = bytesOf(v)
		size += len(parts[i])
	}
	if err := t.Charge(int64(size)); err != nil {
		return Value{}, err
	}
	return newBytesLike(typ, strings.Join(parts, b)), nil
}

func addBytesStrip(typ *Type, add bytesMethodAdder) {
	strip := func(name string, left, right bool) {
		add(name+"(self, chars=, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			chars := asciiSpace
			if a[1].IsValid() && !a[1].IsNone() {
				var err *Exception
				if chars, err = bytesLike(t, a[1]); err != nil {
					return Value{}, err
				}
			}
			for left && b != "" && strings.IndexByte(chars, b[0]) >= 0 {
				b = b[1:]
			}
			for right && b != "" && strings.IndexByte(chars, b[len(b)-1]) >= 0 {
				b = b[:len(b)-1]
			}
			return newBytesLike(typ, b), nil
		})
	}
	strip("strip", true, true)
	strip("lstrip", true, false)
	strip("rstrip", false, true)
}
