package object

// slotDef ties one slot to the special methods that fill it and that it answers for.
type slotDef struct {
	names []string
	has   func(s *Slots) bool
	copy  func(dst, src *Slots)
	// generic makes the slot call the special methods found in the class.
	generic func(dst *Slots)
	// wrap is the Go function seen as a special method: names[which] called with args.
	wrap func(t *Thread, s *Slots, which int, args Args) (Value, *Exception)
	// arity is the number of arguments after self that wrap takes; -1: any.
	arity int
	// opBit is the bit of Type.genericBinary, 0 for slots that are no binary operator.
	opBit uint32
}

// slotDefs is filled in by init to avoid an initialisation cycle with the types that the
// functions mention; slotOf finds a definition by special method.
var (
	slotDefs []*slotDef
	slotOf   = map[string]*slotDef{}
)

func isSpecial(name string) bool {
	if len(name) < 5 || name[0] != '_' || name[1] != '_' {
		return false
	}
	return slotOf[name] != nil
}

func defineSlot(d *slotDef) {
	slotDefs = append(slotDefs, d)
	for _, n := range d.names {
		slotOf[n] = d
	}
}

// SlotWrapper is the Go function of a slot seen as a special method of its type, as in
// `int.__add__`.
type SlotWrapper struct {
	Native
	name  string
	owner *Type
	which int
	def   *slotDef
}

// call runs the wrapper; args.Pos[0] is self, already known to be an instance of owner.
func (w *SlotWrapper) call(t *Thread, args Args) (Value, *Exception) {
	given := len(args.Pos) - 1
	if w.def.arity >= 0 {
		if len(args.KwNames) > 0 {
			return Value{}, TypeErrorf("wrapper %s() takes no keyword arguments", w.name)
		}
		if want := w.arity(); given != want && !(given == want+1 && w.def.opBit == 1<<OpPow) && !(given == 1 && w.name == "__get__") {
			plural := "s"
			if want == 1 {
				plural = ""
			}
			return Value{}, TypeErrorf("expected %d argument%s, got %d", want, plural, given)
		}
	}
	return w.def.wrap(t, &w.owner.Slots, w.which, args)
}

func (w *SlotWrapper) arity() int {
	switch w.name {
	case "__delattr__", "__delitem__", "__delete__":
		return w.def.arity - 1
	}
	return w.def.arity
}

// addSlotWrappers makes the special methods of a built-in type from its own slots.
func (t *Type) addSlotWrappers() {
	for _, d := range slotDefs {
		if !d.has(&t.Slots) {
			continue
		}
		for i, name := range d.names {
			if _, ok := t.members[name]; ok || name == "__getattr__" {
				continue
			}
			var v Value
			if name == "__new__" {
				v = newNewFunction(t)
			} else {
				w := &SlotWrapper{name: name, owner: t, which: i, def: d}
				w.InitNative(SlotWrapperType, w)
				v = w.Value()
			}
			t.members[name] = v
			t.names = append(t.names, name)
		}
	}
}

// newNewFunction makes T.__new__ of a built-in type.
func newNewFunction(owner *Type) Value {
	f := NewFunction("", "__new__", func(t *Thread, args Args) (Value, *Exception) {
		if len(args.Pos) == 0 {
			return Value{}, TypeErrorf("%s.__new__(): not enough arguments", owner.Name)
		}
		cls, ok := AsType(args.Pos[0])
		if !ok {
			return Value{}, TypeErrorf("%s.__new__(X): X is not a type object (%s)", owner.Name, TypeName(args.Pos[0]))
		}
		if !cls.IsSubtype(owner) {
			return Value{}, TypeErrorf("%s.__new__(%s): %s is not a subtype of %s", owner.Name, cls.Name, cls.Name, owner.Name)
		}
		if nearest := cls.builtinBase(); owner != nearest && !owner.IsSubtype(nearest) && nearest.Layout != owner.Layout {
			return Value{}, TypeErrorf("%s.__new__(%s) is not safe, use %s.__new__()", owner.Name, cls.Name, nearest.Name)
		}
		return owner.Slots.New(t, cls, Args{Pos: args.Pos[1:], KwNames: args.KwNames, KwValues: args.KwValues})
	})
	fn, _ := AsNativeFunction(f)
	fn.SelfType = owner
	return f
}

// builtinBase is the built-in type that decides how instances are laid out.
func (t *Type) builtinBase() *Type {
	for _, c := range t.MRO {
		if c.Flags&FlagHeap == 0 && c.Layout == t.Layout {
			return c
		}
	}
	return ObjectType
}

// resolveSlots fills all slots from the special methods found along the MRO.
func (t *Type) resolveSlots() {
	own := t.Slots
	if t.Flags&FlagHeap != 0 {
		t.Slots = Slots{}
	}
	for _, d := range slotDefs {
		t.resolve(d)
	}
	t.Slots.Traverse = own.Traverse
	for _, c := range t.MRO[1:] {
		if t.Slots.Traverse == nil {
			t.Slots.Traverse = c.Slots.Traverse
		}
	}
	t.noteGenericAttr()
}

// resolveSlot renews the slot behind one special method.
func (t *Type) resolveSlot(name string) {
	t.resolve(slotOf[name])
	t.noteGenericAttr()
}

// noteGenericAttr finds out whether attribute access is object's own.
func (t *Type) noteGenericAttr() {
	_, where, _ := t.lookupWhere("__getattribute__")
	_, _, hook := t.lookupWhere("__getattr__")
	t.GenericGetAttr = where == ObjectType && !hook
	_, where, _ = t.lookupWhere("__setattr__")
	_, del, _ := t.lookupWhere("__delattr__")
	t.GenericSetAttr = where == ObjectType && del == ObjectType
}

// resolve decides one slot: the Go function of the first type of the MRO whose special
// method it is, or, as soon as one of the methods is the program's own, the generic one.
func (t *Type) resolve(d *slotDef) {
	var source *Type
	place := len(t.MRO)
	generic := false
	for _, name := range d.names {
		v, where, ok := t.lookupWhere(name)
		if !ok {
			continue
		}
		if d.copyable(v, where, name) {
			for i, c := range t.MRO {
				if c == where && i < place {
					source, place = where, i
				}
			}
			continue
		}
		if v.IsNone() && name == "__hash__" {
			source = nil
			continue
		}
		generic = true
	}
	t.noteGeneric(d, generic)
	switch {
	case generic:
		d.generic(&t.Slots)
	case source != nil:
		if source != t {
			d.copy(&t.Slots, &source.Slots)
		}
	default:
		d.copy(&t.Slots, &Slots{})
	}
}

// copyable reports whether special method v, found in where, is that type's own slot.
func (d *slotDef) copyable(v Value, where *Type, name string) bool {
	if where.Flags&FlagHeap != 0 {
		return false
	}
	if w, ok := AsNative[*SlotWrapper](v); ok {
		return w.owner == where && w.def == d
	}
	if name == "__new__" {
		fn, ok := AsNativeFunction(v)
		return ok && fn.SelfType == where
	}
	return false
}

// noteGeneric remembers for the operators which kind of function the slot is, since Go
// functions cannot be compared.
func (t *Type) noteGeneric(d *slotDef, generic bool) {
	t.genericBinary &^= d.opBit
	if generic {
		t.genericBinary |= d.opBit
	}
}
