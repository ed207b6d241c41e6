package object

func init() {
	defineTextSlots()
	defineObjectSlots()
	defineContainerSlots()
	defineBinarySlots()
	defineUnarySlots()
	defineDescriptorSlots()
	defineAsyncSlots()
}

func none(err *Exception) (Value, *Exception) {
	if err != nil {
		return Value{}, err
	}
	return None, nil
}

func defineTextSlots() {
	defineSlot(&slotDef{
		names:   []string{"__repr__"},
		has:     func(s *Slots) bool { return s.Repr != nil },
		copy:    func(dst, src *Slots) { dst.Repr = src.Repr },
		generic: func(dst *Slots) { dst.Repr = genericText("__repr__") },
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			return s.Repr(t, a.Pos[0])
		},
	})
	defineSlot(&slotDef{
		names:   []string{"__str__"},
		has:     func(s *Slots) bool { return s.Str != nil },
		copy:    func(dst, src *Slots) { dst.Str = src.Str },
		generic: func(dst *Slots) { dst.Str = genericText("__str__") },
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			return s.Str(t, a.Pos[0])
		},
	})
	defineSlot(&slotDef{
		names: []string{"__format__"},
		arity: 1,
		has:   func(s *Slots) bool { return s.Format != nil },
		copy:  func(dst, src *Slots) { dst.Format = src.Format },
		generic: func(dst *Slots) {
			dst.Format = func(t *Thread, v Value, spec string) (Value, *Exception) {
				r, err := callSpecial(t, v, "__format__", NewStr(spec))
				if err != nil {
					return Value{}, err
				}
				if _, ok := AsStr(r); !ok {
					return Value{}, TypeErrorf("__format__ must return a str, not %s", TypeName(r))
				}
				return r, nil
			}
		},
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			spec, ok := StrOf(a.Pos[1])
			if !ok {
				return Value{}, TypeErrorf("__format__() argument must be str, not %s", TypeName(a.Pos[1]))
			}
			return s.Format(t, a.Pos[0], spec)
		},
	})
}

// genericText makes the Repr or Str slot of classes with a method of the program.
func genericText(name string) func(t *Thread, v Value) (Value, *Exception) {
	return func(t *Thread, v Value) (Value, *Exception) {
		r, err := callSpecial(t, v, name)
		if err != nil {
			return Value{}, err
		}
		if _, ok := AsStr(r); !ok {
			return Value{}, TypeErrorf("%s returned non-string (type %s)", name, TypeName(r))
		}
		return r, nil
	}
}

func defineObjectSlots() {
	defineSlot(&slotDef{
		names:   []string{"__hash__"},
		has:     func(s *Slots) bool { return s.Hash != nil },
		copy:    func(dst, src *Slots) { dst.Hash = src.Hash },
		generic: func(dst *Slots) { dst.Hash = genericHash },
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			h, err := s.Hash(t, a.Pos[0])
			return Int(h), err
		},
	})
	defineSlot(&slotDef{
		names:   []string{"__bool__"},
		has:     func(s *Slots) bool { return s.Bool != nil },
		copy:    func(dst, src *Slots) { dst.Bool = src.Bool },
		generic: func(dst *Slots) { dst.Bool = genericBool },
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			b, err := s.Bool(t, a.Pos[0])
			return Bool(b), err
		},
	})
	defineSlot(&slotDef{
		names: []string{"__call__"},
		arity: -1,
		has:   func(s *Slots) bool { return s.Call != nil },
		copy:  func(dst, src *Slots) { dst.Call = src.Call },
		generic: func(dst *Slots) {
			dst.Call = func(t *Thread, v Value, args Args) (Value, *Exception) {
				return callSpecialArgs(t, v, "__call__", args)
			}
		},
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			return s.Call(t, a.Pos[0], a.rest())
		},
	})
	defineSlot(&slotDef{
		names:   []string{"__new__"},
		arity:   -1,
		has:     func(s *Slots) bool { return s.New != nil },
		copy:    func(dst, src *Slots) { dst.New = src.New },
		generic: func(dst *Slots) { dst.New = genericNew },
		wrap:    nil, // see newNewFunction
	})
	defineSlot(&slotDef{
		names:   []string{"__init__"},
		arity:   -1,
		has:     func(s *Slots) bool { return s.Init != nil },
		copy:    func(dst, src *Slots) { dst.Init = src.Init },
		generic: func(dst *Slots) { dst.Init = genericInit },
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			return none(s.Init(t, a.Pos[0], a.rest()))
		},
	})
	defineSlot(&slotDef{
		names:   []string{"__getattribute__", "__getattr__"},
		arity:   1,
		has:     func(s *Slots) bool { return s.GetAttr != nil },
		copy:    func(dst, src *Slots) { dst.GetAttr = src.GetAttr },
		generic: func(dst *Slots) { dst.GetAttr = genericGetAttrHook },
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			name, err := attributeName(a.Pos[1])
			if err != nil {
				return Value{}, err
			}
			return s.GetAttr(t, a.Pos[0], name)
		},
	})
	defineSlot(&slotDef{
		names:   []string{"__setattr__", "__delattr__"},
		arity:   2,
		has:     func(s *Slots) bool { return s.SetAttr != nil },
		copy:    func(dst, src *Slots) { dst.SetAttr = src.SetAttr },
		generic: func(dst *Slots) { dst.SetAttr = genericSetAttrHook },
		wrap: func(t *Thread, s *Slots, which int, a Args) (Value, *Exception) {
			name, err := attributeName(a.Pos[1])
			if err != nil {
				return Value{}, err
			}
			var x Value
			if which == 0 {
				x = a.Pos[2]
			}
			return none(s.SetAttr(t, a.Pos[0], name, x))
		},
	})
	defineSlot(&slotDef{
		names:   compareNames[:],
		arity:   1,
		has:     func(s *Slots) bool { return s.Compare != nil },
		copy:    func(dst, src *Slots) { dst.Compare = src.Compare },
		generic: func(dst *Slots) { dst.Compare = genericCompareSlot },
		wrap: func(t *Thread, s *Slots, which int, a Args) (Value, *Exception) {
			return s.Compare(t, CompareOp(which), a.Pos[0], a.Pos[1])
		},
	})
}

func attributeName(v Value) (string, *Exception) {
	name, ok := StrOf(v)
	if !ok {
		return "", TypeErrorf("attribute name must be string, not '%s'", TypeName(v))
	}
	return name, nil
}

// rest returns the arguments after self.
func (a Args) rest() Args { return Args{Pos: a.Pos[1:], KwNames: a.KwNames, KwValues: a.KwValues} }

func defineContainerSlots() {
	defineSlot(&slotDef{
		names: []string{"__iter__"},
		has:   func(s *Slots) bool { return s.Iter != nil },
		copy:  func(dst, src *Slots) { dst.Iter = src.Iter },
		generic: func(dst *Slots) {
			dst.Iter = func(t *Thread, v Value) (Value, *Exception) {
				if fn, _ := v.Type().Lookup("__iter__"); fn.IsNone() {
					return Value{}, TypeErrorf("'%s' object is not iterable", TypeName(v))
				}
				return callSpecial(t, v, "__iter__")
			}
		},
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) { return s.Iter(t, a.Pos[0]) },
	})
	defineSlot(&slotDef{
		names:   []string{"__next__"},
		has:     func(s *Slots) bool { return s.Next != nil },
		copy:    func(dst, src *Slots) { dst.Next = src.Next },
		generic: func(dst *Slots) { dst.Next = genericNext },
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			v, err := s.Next(t, a.Pos[0])
			if err == nil && !v.IsValid() {
				err = NewStopIteration(None)
			}
			return v, err
		},
	})
	defineSlot(&slotDef{
		names:   []string{"__len__"},
		has:     func(s *Slots) bool { return s.Len != nil },
		copy:    func(dst, src *Slots) { dst.Len = src.Len },
		generic: func(dst *Slots) { dst.Len = genericLen },
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			n, err := s.Len(t, a.Pos[0])
			return Int(int64(n)), err
		},
	})
	defineSlot(&slotDef{
		names: []string{"__getitem__"},
		arity: 1,
		has:   func(s *Slots) bool { return s.GetItem != nil },
		copy:  func(dst, src *Slots) { dst.GetItem = src.GetItem },
		generic: func(dst *Slots) {
			dst.GetItem = func(t *Thread, v, key Value) (Value, *Exception) {
				return callSpecial(t, v, "__getitem__", key)
			}
		},
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			return s.GetItem(t, a.Pos[0], a.Pos[1])
		},
	})
	defineSlot(&slotDef{
		names:   []string{"__setitem__", "__delitem__"},
		arity:   2,
		has:     func(s *Slots) bool { return s.SetItem != nil },
		copy:    func(dst, src *Slots) { dst.SetItem = src.SetItem },
		generic: func(dst *Slots) { dst.SetItem = genericSetItem },
		wrap: func(t *Thread, s *Slots, which int, a Args) (Value, *Exception) {
			var x Value
			if which == 0 {
				x = a.Pos[2]
			}
			return none(s.SetItem(t, a.Pos[0], a.Pos[1], x))
		},
	})
	defineSlot(&slotDef{
		names:   []string{"__contains__"},
		arity:   1,
		has:     func(s *Slots) bool { return s.Contains != nil },
		copy:    func(dst, src *Slots) { dst.Contains = src.Contains },
		generic: func(dst *Slots) { dst.Contains = genericContains },
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			b, err := s.Contains(t, a.Pos[0], a.Pos[1])
			return Bool(b), err
		},
	})
}

func defineBinarySlots() {
	for i, base := range binaryNames {
		op := BinaryOp(i)
		name, reflected, inPlace := "__"+base+"__", "__r"+base+"__", "__i"+base+"__"
		defineSlot(&slotDef{
			names:   []string{name, reflected},
			arity:   1,
			opBit:   1 << op,
			has:     func(s *Slots) bool { return s.Binary[op] != nil },
			copy:    func(dst, src *Slots) { dst.Binary[op] = src.Binary[op] },
			generic: func(dst *Slots) { dst.Binary[op] = genericBinaryOp(op, name, reflected) },
			wrap: func(t *Thread, s *Slots, which int, a Args) (Value, *Exception) {
				if op == OpPow && len(a.Pos) == 3 && !a.Pos[2].IsNone() {
					return IntPowMod(t, a.Pos[0], a.Pos[1], a.Pos[2])
				}
				if which == 1 {
					return s.Binary[op](t, a.Pos[1], a.Pos[0])
				}
				r, err := s.Binary[op](t, a.Pos[0], a.Pos[1])
				if err == nil && r == NotImplemented && op == OpAdd {
					if failed := concatError(op, a.Pos[0], a.Pos[1]); failed != nil {
						return Value{}, failed
					}
				}
				return r, err
			},
		})
		if op == OpDivMod {
			continue
		}
		defineSlot(&slotDef{
			names: []string{inPlace},
			arity: 1,
			has:   func(s *Slots) bool { return s.InPlace[op] != nil },
			copy:  func(dst, src *Slots) { dst.InPlace[op] = src.InPlace[op] },
			generic: func(dst *Slots) {
				dst.InPlace[op] = func(t *Thread, a, b Value) (Value, *Exception) {
					return callSpecial(t, a, inPlace, b)
				}
			},
			wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
				return s.InPlace[op](t, a.Pos[0], a.Pos[1])
			},
		})
	}
}

// unarySlot defines a slot of one operand whose method returns any value.
func unarySlot(name string, field func(s *Slots) *func(t *Thread, v Value) (Value, *Exception)) {
	defineSlot(&slotDef{
		names: []string{name},
		has:   func(s *Slots) bool { return *field(s) != nil },
		copy:  func(dst, src *Slots) { *field(dst) = *field(src) },
		generic: func(dst *Slots) {
			*field(dst) = func(t *Thread, v Value) (Value, *Exception) { return callSpecial(t, v, name) }
		},
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) { return (*field(s))(t, a.Pos[0]) },
	})
}

func defineUnarySlots() {
	type unary = func(t *Thread, v Value) (Value, *Exception)
	unarySlot("__neg__", func(s *Slots) *unary { return &s.Neg })
	unarySlot("__pos__", func(s *Slots) *unary { return &s.Pos })
	unarySlot("__invert__", func(s *Slots) *unary { return &s.Invert })
	unarySlot("__abs__", func(s *Slots) *unary { return &s.Abs })
	unarySlot("__int__", func(s *Slots) *unary { return &s.Int })
	unarySlot("__float__", func(s *Slots) *unary { return &s.Float })
	unarySlot("__index__", func(s *Slots) *unary { return &s.Index })
}

func defineDescriptorSlots() {
	defineSlot(&slotDef{
		names:   []string{"__get__"},
		arity:   2,
		has:     func(s *Slots) bool { return s.DescrGet != nil },
		copy:    func(dst, src *Slots) { dst.DescrGet = src.DescrGet },
		generic: func(dst *Slots) { dst.DescrGet = genericDescrGet },
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			obj := a.Pos[1]
			if obj.IsNone() {
				obj = Value{}
			}
			var owner *Type
			if len(a.Pos) > 2 {
				owner, _ = AsType(a.Pos[2])
			}
			if owner == nil {
				if !obj.IsValid() {
					return Value{}, TypeErrorf("__get__(None, None) is invalid")
				}
				owner = obj.Type()
			}
			return s.DescrGet(t, a.Pos[0], obj, owner)
		},
	})
	defineSlot(&slotDef{
		names:   []string{"__set__", "__delete__"},
		arity:   2,
		has:     func(s *Slots) bool { return s.DescrSet != nil },
		copy:    func(dst, src *Slots) { dst.DescrSet = src.DescrSet },
		generic: func(dst *Slots) { dst.DescrSet = genericDescrSet },
		wrap: func(t *Thread, s *Slots, which int, a Args) (Value, *Exception) {
			var x Value
			if which == 0 {
				x = a.Pos[2]
			}
			return none(s.DescrSet(t, a.Pos[0], a.Pos[1], x))
		},
	})
}

func defineAsyncSlots() {
	type unary = func(t *Thread, v Value) (Value, *Exception)
	unarySlot("__aiter__", func(s *Slots) *unary { return &s.AIter })
	unarySlot("__anext__", func(s *Slots) *unary { return &s.ANext })
	defineSlot(&slotDef{
		names:   []string{"__await__"},
		has:     func(s *Slots) bool { return s.Await != nil },
		copy:    func(dst, src *Slots) { dst.Await = src.Await },
		generic: func(dst *Slots) { dst.Await = genericAwait },
		wrap: func(t *Thread, s *Slots, _ int, a Args) (Value, *Exception) {
			r, err := s.Await(t, a.Pos[0])
			if err != nil {
				return Value{}, err
			}
			return NewAwaitIterator(r), nil
		},
	})
}
