package object

// MemoryView is a memoryview of bytes or a bytearray, of format "B" and one dimension.
type MemoryView struct {
	Native
	base                Value
	start, step, length int
	released, readonly  bool
}

var memoryViewType = declare("builtins", "memoryview", LayoutNative)

func init() {
	memoryViewType.Flags |= FlagFinal
	s := &memoryViewType.Slots
	s.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) {
		var a [1]Value
		if err := memoryViewSignature.Bind(args, a[:]); err != nil {
			return Value{}, err
		}
		return newMemoryView(a[0])
	}
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		if m, _ := AsNative[*MemoryView](v); m.released {
			return NewStr("<released memory at " + addressOf(t, v) + ">"), nil
		}
		return NewStr("<memory at " + addressOf(t, v) + ">"), nil
	}
	s.Traverse = func(v Value, visit func(Value)) {
		m, _ := AsNative[*MemoryView](v)
		visit(m.base)
	}
	s.Len = func(t *Thread, v Value) (int, *Exception) {
		m, err := openView(v)
		if err != nil {
			return 0, err
		}
		return m.length, nil
	}
	s.Iter = func(t *Thread, v Value) (Value, *Exception) {
		m, err := openView(v)
		if err != nil {
			return Value{}, err
		}
		it := &bytesIterator{rest: m.content()}
		it.InitNative(bytesIteratorType, it)
		return it.Value(), nil
	}
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		if op > CompareNe || !isBytesLike(a) || !isBytesLike(b) {
			return NotImplemented, nil
		}
		return Bool((bytesOf(a) == bytesOf(b)) == (op == CompareEq)), nil
	}
	s.Hash = func(t *Thread, v Value) (int64, *Exception) {
		m, err := openView(v)
		if err != nil {
			return 0, err
		}
		if !m.readonly {
			return 0, ValueErrorf("cannot hash writable memoryview object")
		}
		return avoidMinusOne(int64(strHash(m.content()))), nil
	}
	s.GetItem = memoryViewGetItem
	s.SetItem = memoryViewSetItem
	addMemoryViewMethods()
	addMemoryViewFields()
}

var memoryViewSignature = NativeSignature("memoryview(object)")

func newMemoryView(base Value) (Value, *Exception) {
	m := &MemoryView{base: base, step: 1, readonly: true}
	switch base.Type().Layout {
	case LayoutBytes:
		b, _ := AsBytes(base)
		m.length = len(b.B)
	case LayoutByteArray:
		b, _ := AsByteArray(base)
		m.length, m.readonly = len(b.B), false
	default:
		other, ok := AsNative[*MemoryView](base)
		if !ok {
			return Value{}, TypeErrorf("memoryview: a bytes-like object is required, not '%s'", TypeName(base))
		}
		if other.released {
			return Value{}, releasedView()
		}
		*m = *other
	}
	m.InitNative(memoryViewType, m)
	return m.Value(), nil
}

func releasedView() *Exception {
	return ValueErrorf("operation forbidden on released memoryview object")
}

func openView(v Value) (*MemoryView, *Exception) {
	m, _ := AsNative[*MemoryView](v)
	if m.released {
		return nil, releasedView()
	}
	return m, nil
}

// content copies what the view shows; a bytearray that has shrunk since then shows less.
func (m *MemoryView) content() string {
	whole := bytesOf(m.base)
	if m.step == 1 && m.start+m.length <= len(whole) {
		return whole[m.start : m.start+m.length]
	}
	b := make([]byte, 0, m.length)
	for i := range m.length {
		if at := m.start + i*m.step; at >= 0 && at < len(whole) {
			b = append(b, whole[at])
		}
	}
	return string(b)
}

func (m *MemoryView) slice(t *Thread, s *Slice) (*MemoryView, *Exception) {
	start, step, n, err := s.Indices(t, m.length)
	if err != nil {
		return nil, err
	}
	part := &MemoryView{base: m.base, start: m.start + start*m.step, step: m.step * step, length: n, readonly: m.readonly}
	part.InitNative(memoryViewType, part)
	return part, nil
}

// at returns the place in the base of an index.
func (m *MemoryView) at(t *Thread, key Value) (int, *Exception) {
	if key.Type().Slots.Index == nil {
		return 0, TypeErrorf("memoryview: invalid slice key")
	}
	i, err := AsIndex(t, key)
	if err != nil {
		return 0, err
	}
	if i < 0 {
		i += m.length
	}
	if i < 0 || i >= m.length {
		return 0, NewException(IndexErrorType, "index out of bounds on dimension 1")
	}
	return m.start + i*m.step, nil
}

func memoryViewGetItem(t *Thread, v, key Value) (Value, *Exception) {
	m, err := openView(v)
	if err != nil {
		return Value{}, err
	}
	if s, ok := AsSlice(key); ok {
		part, err := m.slice(t, s)
		if err != nil {
			return Value{}, err
		}
		return part.Value(), nil
	}
	at, err := m.at(t, key)
	if err != nil {
		return Value{}, err
	}
	if whole := bytesOf(m.base); at < len(whole) {
		return Int(int64(whole[at])), nil
	}
	return Value{}, NewException(IndexErrorType, "index out of bounds on dimension 1")
}

func memoryViewSetItem(t *Thread, v, key, x Value) *Exception {
	m, err := openView(v)
	if err != nil {
		return err
	}
	if m.readonly {
		return TypeErrorf("cannot modify read-only memory")
	}
	if !x.IsValid() {
		return TypeErrorf("cannot delete memory")
	}
	base, _ := AsByteArray(m.base)
	if s, ok := AsSlice(key); ok {
		part, err := m.slice(t, s)
		if err != nil {
			return err
		}
		content, err := bytesLike(t, x)
		if err != nil {
			return err
		}
		if len(content) != part.length {
			return ValueErrorf("memoryview assignment: lvalue and rvalue have different structures")
		}
		for i := range part.length {
			if at := part.start + i*part.step; at >= 0 && at < len(base.B) {
				base.B[at] = content[i]
			}
		}
		return nil
	}
	at, err := m.at(t, key)
	if err != nil {
		return err
	}
	if x.Type().Slots.Index == nil {
		return TypeErrorf("memoryview: invalid type for format 'B'")
	}
	c, err := AsIndex(t, x)
	if err != nil {
		return err
	}
	if c < 0 || c > 255 {
		return ValueErrorf("memoryview: invalid value for format 'B'")
	}
	if at < len(base.B) {
		base.B[at] = byte(c)
	}
	return nil
}

func addMemoryViewMethods() {
	method := func(decl string, fn func(t *Thread, m *MemoryView, a []Value) (Value, *Exception)) {
		binder := newMethodBinder(memoryViewType, decl)
		memoryViewType.AddMethod(binder.sig.Name, func(t *Thread, args Args) (Value, *Exception) {
			slots := make([]Value, 1+binder.sig.Slots())
			if err := binder.bind(args, slots); err != nil {
				return Value{}, err
			}
			m, err := openView(slots[0])
			if err != nil {
				return Value{}, err
			}
			return fn(t, m, slots)
		})
	}
	method("tobytes(self, order=)", func(t *Thread, m *MemoryView, a []Value) (Value, *Exception) {
		return NewBytes(m.content()), t.Charge(int64(m.length))
	})
	method("tolist(self, /)", func(t *Thread, m *MemoryView, a []Value) (Value, *Exception) {
		items, err := ToSlice(t, m.Value())
		return NewList(items), err
	})
	method("hex(self, sep=, bytes_per_sep=)", func(t *Thread, m *MemoryView, a []Value) (Value, *Exception) {
		return bytesHex(t, m.content(), a[1], a[2])
	})
	method("toreadonly(self, /)", func(t *Thread, m *MemoryView, a []Value) (Value, *Exception) {
		view := &MemoryView{base: m.base, start: m.start, step: m.step, length: m.length, readonly: true}
		view.InitNative(memoryViewType, view)
		return view.Value(), nil
	})
	method("cast(self, format, shape=)", func(t *Thread, m *MemoryView, a []Value) (Value, *Exception) {
		if format, _ := StrOf(a[1]); format != "B" || a[2].IsValid() {
			return Value{}, NewException(NotImplementedErrorType, "memoryview.cast() to other formats than 'B' is not supported here")
		}
		return m.Value(), nil
	})
	method("__enter__(self, /)", func(t *Thread, m *MemoryView, a []Value) (Value, *Exception) { return m.Value(), nil })
	release := func(t *Thread, a Args) (Value, *Exception) {
		m, _ := AsNative[*MemoryView](a.Pos[0])
		m.released = true
		return None, nil
	}
	memoryViewType.methodN("release", 0, 0, release)
	memoryViewType.methodN("__exit__", 0, 3, release)
}

func addMemoryViewFields() {
	field := func(name string, get func(m *MemoryView) Value) {
		memoryViewType.AddGetter(name, func(t *Thread, v Value) (Value, *Exception) {
			m, err := openView(v)
			if err != nil {
				return Value{}, err
			}
			return get(m), nil
		})
	}
	field("obj", func(m *MemoryView) Value { return m.base })
	field("nbytes", func(m *MemoryView) Value { return Int(int64(m.length)) })
	field("itemsize", func(m *MemoryView) Value { return Int(1) })
	field("ndim", func(m *MemoryView) Value { return Int(1) })
	field("format", func(m *MemoryView) Value { return NewStr("B") })
	field("readonly", func(m *MemoryView) Value { return Bool(m.readonly) })
	field("contiguous", func(m *MemoryView) Value { return Bool(m.step == 1) })
	field("c_contiguous", func(m *MemoryView) Value { return Bool(m.step == 1) })
	field("shape", func(m *MemoryView) Value { return NewTuple(Int(int64(m.length))) })
	field("strides", func(m *MemoryView) Value { return NewTuple(Int(int64(m.step))) })
}
