package object

import (
	"strings"
)

// A bytesMethod gets the bytes as they are now and its arguments bound to the slots of a signature; a[0] is self.
type bytesMethod func(t *Thread, b string, a []Value) (Value, *Exception)

// bytesMethodAdder adds a method with a signature such as "find(self, sub, start=, end=, /)".
type bytesMethodAdder func(decl string, fn bytesMethod)

// addBytesMethod adds a method to bytes or bytearray.
func addBytesMethod(typ *Type, decl string, fn bytesMethod) {
	binder := newMethodBinder(typ, decl)
	typ.AddMethod(binder.sig.Name, func(t *Thread, args Args) (Value, *Exception) {
		var buf [4]Value
		slots := buf[:1+binder.sig.Slots()]
		if err := binder.bind(args, slots); err != nil {
			return Value{}, err
		}
		if !isBytesLike(slots[0]) {
			return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", binder.sig.Name, typ.Name, slots[0].Type().Name)
		}
		return fn(t, bytesOf(slots[0]), slots)
	})
}

// addBytesMethods defines what bytes and bytearray have in common, but for what takes them as text.
func addBytesMethods(typ *Type) {
	add := func(decl string, fn bytesMethod) { addBytesMethod(typ, decl, fn) }
	add("decode(self, encoding=, errors=)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		return newStrResult(strDecoded(t, a[0], a[1], a[2]))
	})
	add("hex(self, sep=, bytes_per_sep=)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		return bytesHex(t, b, a[1], a[2])
	})
	typ.Add("fromhex", newClassMethod(NewFunction("builtins", "fromhex", func(t *Thread, a Args) (Value, *Exception) {
		return bytesFromHex(typ, a)
	})))
	addBytesSearch(add)
	add("replace(self, old, new, count=, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		old, err := bytesLike(t, a[1])
		if err != nil {
			return Value{}, err
		}
		with, err := bytesLike(t, a[2])
		if err != nil {
			return Value{}, err
		}
		text, err := replaceText(t, b, old, with, a[3])
		return newBytesLike(typ, text), err
	})
	addBytesSplit(typ, add)
	addBytesStrip(typ, add)
}

func addBytesSearch(add bytesMethodAdder) {
	find := func(name string, search func(s, sub string) int, must bool) {
		add(name+"(self, sub, start=, end=, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			sub, start, end, err := bytesWindow(t, b, a)
			if err != nil {
				return Value{}, err
			}
			i := -1
			if start <= end {
				i = search(b[start:end], sub)
			}
			if i < 0 && must {
				return Value{}, ValueErrorf("subsection not found")
			}
			if i >= 0 {
				i += start
			}
			return Int(int64(i)), nil
		})
	}
	find("find", strings.Index, false)
	find("rfind", strings.LastIndex, false)
	find("index", strings.Index, true)
	find("rindex", strings.LastIndex, true)
	add("count(self, sub, start=, end=, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
		sub, start, end, err := bytesWindow(t, b, a)
		if err != nil || start > end {
			return Int(0), err
		}
		if sub == "" {
			return Int(int64(end - start + 1)), nil
		}
		return Int(int64(strings.Count(b[start:end], sub))), nil
	})
	affix := func(name string, test func(s, affix string) bool) {
		add(name+"(self, affix, start=, end=, /)", func(t *Thread, b string, a []Value) (Value, *Exception) {
			return bytesHasAffix(t, name, b, a, test)
		})
	}
	affix("startswith", strings.HasPrefix)
	affix("endswith", strings.HasSuffix)
}

// bytesWindow returns what to search for, and the part of b between a[2] and a[3] to search in; start may be after end.
func bytesWindow(t *Thread, b string, a []Value) (sub string, start, end int, err *Exception) {
	if i, ok := SmallInt(a[1]); ok {
		if i < 0 || i > 255 {
			return "", 0, 0, ValueErrorf("byte must be in range(0, 256)")
		}
		sub = string([]byte{byte(i)})
	} else if sub, err = bytesLike(t, a[1]); err != nil {
		return "", 0, 0, TypeErrorf("argument should be integer or bytes-like object, not '%s'", a[1].Type().Name)
	}
	start, end, err = searchRange(t, a[2], a[3], len(b))
	return sub, start, end, err
}

func bytesHasAffix(t *Thread, name, b string, a []Value, test func(s, affix string) bool) (Value, *Exception) {
	start, end, err := searchRange(t, a[2], a[3], len(b))
	if err != nil {
		return Value{}, err
	}
	affixes := []Value{a[1]}
	if tuple, ok := AsTuple(a[1]); ok {
		affixes = tuple.Items
	}
	for _, v := range affixes {
		if !isBytesLike(v) {
			return Value{}, TypeErrorf("%s first arg must be bytes or a tuple of bytes, not %s", name, v.Type().Name)
		}
		if start <= end && test(b[start:end], bytesOf(v)) {
			return True, nil
		}
	}
	return False, nil
}
