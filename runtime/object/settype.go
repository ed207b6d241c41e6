package object

func init() {
	SetType.Add("__hash__", None)
	SetType.Slots.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) {
		return newSet(cls).Value(), t.Charge(instanceBytes + setTableMin*setEntryBytes)
	}
	SetType.Slots.Init = func(t *Thread, self Value, args Args) *Exception {
		if err := args.CheckCount("set", 0, 1); err != nil {
			return err
		}
		s, _ := AsSet(self)
		s.Clear()
		if len(args.Pos) == 1 {
			return s.Update(t, args.Pos[0])
		}
		return nil
	}
	FrozenSetType.Slots.New = frozenSetNew
	FrozenSetType.Slots.Hash = frozenSetHash
	for _, typ := range []*Type{SetType, FrozenSetType} {
		typ.Alloc = func(cls *Type) *Object { return &newSet(cls).Object }
		initSetSlots(typ)
		addSetAlgebra(typ)
		typ.AllowSubscript()
	}
	addSetMutators()
	for name, op := range map[BinaryOp]func(*Thread, *Set, Value) *Exception{
		OpBitOr: setUpdateWith, OpBitAnd: setIntersectWith, OpSub: setSubtract, OpBitXor: setSymmetricWith,
	} {
		SetType.Slots.InPlace[name] = func(t *Thread, a, b Value) (Value, *Exception) {
			s, _ := AsSet(a)
			if _, ok := AsSet(b); !ok {
				return NotImplemented, nil
			}
			return a, op(t, s, b)
		}
	}
}

func initSetSlots(typ *Type) {
	s := &typ.Slots
	s.Repr = setRepr
	s.Compare = setCompare
	s.Len = func(t *Thread, v Value) (int, *Exception) { set, _ := AsSet(v); return set.used, nil }
	s.Contains = func(t *Thread, v, x Value) (bool, *Exception) {
		set, _ := AsSet(v)
		return set.Contains(t, setKey(x))
	}
	s.Iter = func(t *Thread, v Value) (Value, *Exception) {
		set, _ := AsSet(v)
		return newSetIterator(set), nil
	}
	s.Traverse = func(v Value, visit func(Value)) {
		set, _ := AsSet(v)
		for i := range set.table {
			if set.table[i].key.IsValid() {
				visit(set.table[i].key)
			}
		}
	}
	binary := func(op BinaryOp, f setOperation) {
		s.Binary[op] = func(t *Thread, a, b Value) (Value, *Exception) {
			x, ok := AsSet(a)
			_, ok2 := AsSet(b)
			if !ok || !ok2 {
				return NotImplemented, nil
			}
			return setResult(f(t, x, b))
		}
	}
	binary(OpBitOr, setUnion)
	binary(OpBitAnd, setIntersection)
	binary(OpSub, setDifference)
	binary(OpBitXor, setSymmetric)
}

// setOperation makes a new set from a set and an iterable.
type setOperation func(t *Thread, s *Set, v Value) (*Set, *Exception)

func setResult(s *Set, err *Exception) (Value, *Exception) {
	if err != nil {
		return Value{}, err
	}
	return s.Value(), nil
}

// setKey lets a set be looked up in a set of frozensets, as CPython does.
func setKey(x Value) Value {
	if s, ok := AsSet(x); ok && s.typ == SetType {
		return (&Set{Object: Object{typ: FrozenSetType}, table: s.table, fill: s.fill, used: s.used}).Value()
	}
	return x
}

// copyOf copies x as a set of its built-in type, which is what operators give.
func (s *Set) copyOf(t *Thread) (*Set, *Exception) { return copySet(t, s.Value(), s.builtinType()) }

func (s *Set) builtinType() *Type {
	if s.typ.IsSubtype(FrozenSetType) {
		return FrozenSetType
	}
	return SetType
}

// The functions below make new sets and add the members in CPython's order, on which the
// order of the result depends.

func setUnion(t *Thread, s *Set, v Value) (*Set, *Exception) {
	c, err := s.copyOf(t)
	if err != nil {
		return nil, err
	}
	return c, c.Update(t, v)
}

// setIntersection walks the smaller of two sets, or the other iterable.
func setIntersection(t *Thread, s *Set, v Value) (*Set, *Exception) {
	if v == s.Value() {
		return s.copyOf(t)
	}
	result := newSet(s.builtinType())
	source, probe := v, s
	if other, ok := AsSet(v); ok && other.used > s.used {
		source, probe = s.Value(), other
	}
	return result, Iterate(t, source, func(x Value) *Exception {
		hash, err := Hash(t, x)
		if err != nil {
			return err
		}
		i, err := probe.find(t, x, hash)
		if err != nil || i < 0 {
			return err
		}
		return result.add(t, x, hash)
	})
}

// setDifference adds what is not in the other, or, when that is small or no set, copies
// and removes.
func setDifference(t *Thread, s *Set, v Value) (*Set, *Exception) {
	other, isSet := AsSet(v)
	d, isDict := AsDict(v)
	if !isSet && !isDict || isSet && s.used>>2 > other.used || isDict && s.used>>2 > d.live {
		c, err := s.copyOf(t)
		if err != nil {
			return nil, err
		}
		return c, setSubtract(t, c, v)
	}
	result := newSet(s.builtinType())
	return result, Iterate(t, s.Value(), func(x Value) *Exception {
		hash, err := Hash(t, x)
		if err != nil {
			return err
		}
		i := 0
		if isSet {
			i, err = other.find(t, x, hash)
		} else {
			i, err = d.find(t, x, hash)
		}
		if err != nil || i >= 0 {
			return err
		}
		return result.add(t, x, hash)
	})
}

// setSymmetric starts from the other's members.
func setSymmetric(t *Thread, s *Set, v Value) (*Set, *Exception) {
	c, err := copySet(t, v, s.builtinType())
	if err != nil {
		return nil, err
	}
	return c, setSymmetricWith(t, c, s.Value())
}

func setUpdateWith(t *Thread, s *Set, v Value) *Exception { return s.Update(t, v) }

func setIntersectWith(t *Thread, s *Set, v Value) *Exception {
	r, err := setIntersection(t, s, v)
	if err == nil {
		s.take(r)
	}
	return err
}

func (s *Set) take(other *Set) {
	s.table, s.fill, s.used, s.order, s.finger = other.table, other.fill, other.used, other.order, 0
	s.version++
}

func setSubtract(t *Thread, s *Set, v Value) *Exception {
	if v == s.Value() {
		s.Clear()
		return nil
	}
	err := Iterate(t, v, func(x Value) *Exception {
		_, err := s.Discard(t, x)
		return err
	})
	if s.fill-s.used > (len(s.table)-1)/4 {
		s.resize(s.growth())
	}
	return err
}

func setSymmetricWith(t *Thread, s *Set, v Value) *Exception {
	if v == s.Value() {
		s.Clear()
		return nil
	}
	other, ok := AsSet(v)
	if !ok {
		var err *Exception
		if other, err = copySet(t, v, SetType); err != nil {
			return err
		}
	}
	return Iterate(t, other.Value(), func(x Value) *Exception {
		removed, err := s.Discard(t, x)
		if err != nil || removed {
			return err
		}
		return s.Add(t, x)
	})
}

func frozenSetNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if cls == FrozenSetType {
		if err := args.CheckCount("frozenset", 0, 1); err != nil {
			return Value{}, err
		}
	}
	if len(args.Pos) == 0 {
		return newSet(cls).Value(), nil
	}
	if cls == FrozenSetType && args.Pos[0].Type() == FrozenSetType {
		return args.Pos[0], nil
	}
	s, err := copySet(t, args.Pos[0], cls)
	if err != nil {
		return Value{}, err
	}
	return s.Value(), nil
}

// frozenSetHash mixes the members' hashes so that their order does not matter, with
// CPython's constants.
func frozenSetHash(t *Thread, v Value) (int64, *Exception) {
	s, _ := AsSet(v)
	if s.hashed {
		return s.hash, nil
	}
	var h uint64
	for _, e := range s.table {
		if e.key.IsValid() {
			h ^= ((uint64(e.hash) ^ 89869747) ^ (uint64(e.hash) << 16)) * 3644798167
		}
	}
	h ^= (uint64(s.used) + 1) * 1927868237
	h ^= (h >> 11) ^ (h >> 25)
	h = h*69069 + 907133923
	if h == ^uint64(0) {
		h = 590923713
	}
	s.hash, s.hashed = int64(h), true
	return s.hash, nil
}

func setRepr(t *Thread, v Value) (Value, *Exception) {
	s, _ := AsSet(v)
	name := v.Type().Name
	if s.used == 0 {
		return NewStr(name + "()"), nil
	}
	if !t.enterRepr(v) {
		return NewStr(name + "(...)"), nil
	}
	defer t.leaveRepr()
	pos := 0
	b, err := reprItems(t, func(int) (Value, bool) { return s.NextEntry(&pos) })
	if err != nil {
		return Value{}, err
	}
	if v.Type() == SetType {
		return NewStr("{" + string(b) + "}"), nil
	}
	return NewStr(name + "({" + string(b) + "})"), nil
}

func setCompare(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
	x, ok := AsSet(a)
	y, ok2 := AsSet(b)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	switch op {
	case CompareEq, CompareNe:
		eq := x.used == y.used
		var err *Exception
		if eq {
			eq, err = x.within(t, y)
		}
		return Bool(eq == (op == CompareEq)), err
	case CompareLt, CompareGt:
		if op == CompareGt {
			x, y = y, x
		}
		if x.used >= y.used {
			return False, nil
		}
	case CompareGe:
		x, y = y, x
	}
	sub, err := x.within(t, y)
	return Bool(sub), err
}

// within reports whether s is a subset of other.
func (s *Set) within(t *Thread, other *Set) (bool, *Exception) {
	if s.used > other.used {
		return false, nil
	}
	for _, e := range s.table {
		if !e.key.IsValid() {
			continue
		}
		i, err := other.find(t, e.key, e.hash)
		if err != nil || i < 0 {
			return false, err
		}
		if err := t.Tick(1); err != nil {
			return false, err
		}
	}
	return true, nil
}

func addSetAlgebra(typ *Type) {
	many := func(name string, first setOperation, more func(*Thread, *Set, Value) *Exception) {
		typ.methodN(name, 0, -1, func(t *Thread, a Args) (Value, *Exception) {
			s, _ := AsSet(a.Pos[0])
			if len(a.Pos) == 1 {
				return setResult(s.copyOf(t))
			}
			r, err := first(t, s, a.Pos[1])
			for _, v := range a.Pos[2:] {
				if err == nil {
					err = more(t, r, v)
				}
			}
			return setResult(r, err)
		})
	}
	many("union", setUnion, setUpdateWith)
	many("intersection", setIntersection, setIntersectWith)
	many("difference", setDifference, setSubtract)
	typ.method1("symmetric_difference", func(t *Thread, self, x Value) (Value, *Exception) {
		s, _ := AsSet(self)
		return setResult(setSymmetric(t, s, x))
	})
	typ.method0("copy", func(t *Thread, self Value) (Value, *Exception) {
		s, _ := AsSet(self)
		if self.Type() == FrozenSetType {
			return self, nil
		}
		return setResult(s.copyOf(t))
	})
	typ.method1("isdisjoint", func(t *Thread, self, x Value) (Value, *Exception) {
		s, _ := AsSet(self)
		common, err := copySet(t, x, SetType)
		if err != nil {
			return Value{}, err
		}
		err = setIntersectWith(t, common, s.Value())
		return Bool(common.used == 0), err
	})
	test := func(name string, f func(t *Thread, a, b *Set) (bool, *Exception)) {
		typ.method1(name, func(t *Thread, self, x Value) (Value, *Exception) {
			s, _ := AsSet(self)
			other, ok := AsSet(x)
			if !ok {
				var err *Exception
				if other, err = copySet(t, x, SetType); err != nil {
					return Value{}, err
				}
			}
			r, err := f(t, s, other)
			return Bool(r), err
		})
	}
	test("issubset", func(t *Thread, a, b *Set) (bool, *Exception) { return a.within(t, b) })
	test("issuperset", func(t *Thread, a, b *Set) (bool, *Exception) { return b.within(t, a) })
}

func addSetMutators() {
	SetType.method1("add", func(t *Thread, self, x Value) (Value, *Exception) {
		s, _ := AsSet(self)
		return None, s.Add(t, x)
	})
	SetType.method1("discard", func(t *Thread, self, x Value) (Value, *Exception) {
		s, _ := AsSet(self)
		_, err := s.Discard(t, setKey(x))
		return None, err
	})
	SetType.method1("remove", func(t *Thread, self, x Value) (Value, *Exception) {
		s, _ := AsSet(self)
		removed, err := s.Discard(t, setKey(x))
		if err == nil && !removed {
			err = KeyError(x)
		}
		return None, err
	})
	SetType.method0("pop", func(t *Thread, self Value) (Value, *Exception) {
		s, _ := AsSet(self)
		v, ok := s.pop()
		if !ok {
			return Value{}, newExceptionArgs(KeyErrorType, NewStr("pop from an empty set"))
		}
		return v, nil
	})
	SetType.method0("clear", func(t *Thread, self Value) (Value, *Exception) {
		s, _ := AsSet(self)
		s.Clear()
		return None, nil
	})
	many := func(name string, f func(*Thread, *Set, Value) *Exception) {
		SetType.methodN(name, 0, -1, func(t *Thread, a Args) (Value, *Exception) {
			s, _ := AsSet(a.Pos[0])
			for _, x := range a.Pos[1:] {
				if err := f(t, s, x); err != nil {
					return Value{}, err
				}
			}
			return None, nil
		})
	}
	many("update", setUpdateWith)
	many("intersection_update", setIntersectWith)
	many("difference_update", setSubtract)
	SetType.method1("symmetric_difference_update", func(t *Thread, self, x Value) (Value, *Exception) {
		s, _ := AsSet(self)
		return None, setSymmetricWith(t, s, x)
	})
}
