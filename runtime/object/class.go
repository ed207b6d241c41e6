package object

import "slices"

// ClassCell is implemented by the closure cell that a class body leaves in its namespace
// under __classcell__, for `super()` and `__class__`.
type ClassCell interface{ SetClass(cls Value) }

// PrepareClass does what a class statement does before its body runs: it resolves
// __mro_entries__, picks the metaclass, takes it out of kw, and makes the namespace.
// namespace is what the body fills; origBases is valid when it must be set as __orig_bases__.
func PrepareClass(t *Thread, name string, bases []Value, kw Args) (meta Value, newBases []Value, namespace *Dict, rest Args, err *Exception) {
	newBases, changed, err := resolveBases(t, bases)
	if err != nil {
		return
	}
	meta = TypeType.Value()
	explicit := false
	for i, n := range kw.KwNames {
		if n == "metaclass" {
			meta, explicit = kw.KwValues[i], true
			continue
		}
		rest.KwNames = append(rest.KwNames, n)
		rest.KwValues = append(rest.KwValues, kw.KwValues[i])
	}
	if !explicit && len(newBases) > 0 {
		meta = newBases[0].Type().Value()
	}
	if m, ok := AsType(meta); ok {
		winner, werr := winningMetaclass(m, newBases)
		if werr != nil {
			return meta, nil, nil, rest, werr
		}
		meta = winner.Value()
	}
	namespace, err = prepareNamespace(t, meta, name, newBases, rest)
	if err == nil && changed {
		namespace.SetStr("__orig_bases__", NewTuple(bases...))
	}
	return
}

// FinishClass makes the class of a class statement once its body has run.
func FinishClass(t *Thread, meta Value, name string, bases []Value, namespace *Dict, kw Args) (Value, *Exception) {
	args := Args{Pos: []Value{NewStr(name), NewTuple(bases...), namespace.Value()}, KwNames: kw.KwNames, KwValues: kw.KwValues}
	return Call(t, meta, args)
}

func resolveBases(t *Thread, bases []Value) (out []Value, changed bool, err *Exception) {
	for _, b := range bases {
		if _, ok := AsType(b); ok {
			out = append(out, b)
			continue
		}
		fn, ok, err := OptAttr(t, b, "__mro_entries__")
		if err != nil {
			return nil, false, err
		}
		if !ok {
			out = append(out, b)
			continue
		}
		entries, err := Call(t, fn, Arguments(NewTuple(bases...)))
		if err != nil {
			return nil, false, err
		}
		tuple, ok := AsTuple(entries)
		if !ok {
			return nil, false, TypeErrorf("__mro_entries__ must return a tuple")
		}
		out = append(out, tuple.Items...)
		changed = true
	}
	return out, changed, nil
}

func prepareNamespace(t *Thread, meta Value, name string, bases []Value, kw Args) (*Dict, *Exception) {
	if meta == TypeType.Value() {
		return NewDict(), nil
	}
	prepare, ok, err := OptAttr(t, meta, "__prepare__")
	if err != nil {
		return nil, err
	}
	if !ok {
		return NewDict(), nil
	}
	args := Args{Pos: []Value{NewStr(name), NewTuple(bases...)}, KwNames: kw.KwNames, KwValues: kw.KwValues}
	v, err := Call(t, prepare, args)
	if err != nil {
		return nil, err
	}
	d, ok := AsDict(v)
	if !ok {
		metaName := "<metaclass>"
		if m, ok := AsType(meta); ok {
			metaName = m.Name
		}
		return nil, TypeErrorf("%s.__prepare__() must return a mapping, not %s", metaName, TypeName(v))
	}
	return d, nil
}

func winningMetaclass(meta *Type, bases []Value) (*Type, *Exception) {
	winner := meta
	for _, b := range bases {
		m := b.Type()
		switch {
		case winner.IsSubtype(m):
		case m.IsSubtype(winner):
			winner = m
		default:
			return nil, TypeErrorf("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return winner, nil
}

// NewClass is type.__new__(metatype, name, bases, namespace, **kw).
func NewClass(t *Thread, metatype *Type, name string, bases []Value, namespace *Dict, kw Args) (Value, *Exception) {
	if err := t.Charge(classBytes); err != nil {
		return Value{}, err
	}
	cls := &Type{Name: name, Qualname: name, Module: "__main__", Flags: FlagHeap, members: map[string]Value{}}
	cls.typ = metatype
	if err := cls.setBases(bases); err != nil {
		return Value{}, err
	}
	cell, err := cls.fillMembers(t, namespace)
	if err != nil {
		return Value{}, err
	}
	if err := cls.applySlotNames(t); err != nil {
		return Value{}, err
	}
	if err := cls.computeMRO(t); err != nil {
		return Value{}, err
	}
	cls.resolveSlots()
	cls.noteAbstract(t)
	for _, b := range cls.Bases {
		if b.Flags&FlagHeap != 0 {
			b.subclasses = append(b.subclasses, cls)
		}
	}
	if cell.IsValid() {
		if c, ok := AsNative[ClassCell](cell); ok {
			c.SetClass(cls.Value())
		}
	}
	if err := cls.callSetName(t); err != nil {
		return Value{}, err
	}
	return cls.Value(), cls.callInitSubclass(t, kw)
}

// Estimates for a class and for each of its attributes.
const (
	classBytes          = 1200
	classAttributeBytes = 64
)

// setBases checks the bases and takes layout and allocation from the one that decides.
func (t *Type) setBases(bases []Value) *Exception {
	if len(bases) == 0 {
		bases = []Value{ObjectType.Value()}
	}
	var best *Type
	for _, b := range bases {
		base, ok := AsType(b)
		if !ok {
			return TypeErrorf("bases must be types")
		}
		if base.Flags&FlagFinal != 0 || !base.canBeMade() {
			return TypeErrorf("type '%s' is not an acceptable base type", base.messageName())
		}
		if slices.Contains(t.Bases, base) {
			return TypeErrorf("duplicate base class %s", base.Name)
		}
		t.Bases = append(t.Bases, base)
		solid := base.builtinBase()
		switch {
		case best == nil || solid.IsSubtype(best):
			best = solid
		case best.IsSubtype(solid) || best.Layout == LayoutException && solid.Layout == LayoutException:
		default:
			return TypeErrorf("multiple bases have instance lay-out conflict")
		}
	}
	t.Layout, t.Alloc = best.Layout, best.Alloc
	withMembers := 0
	for _, b := range t.Bases {
		t.Flags |= b.Flags & (FlagHasDict | FlagMethod)
		if b.memberCount > 0 {
			withMembers++
		}
		t.memberCount = max(t.memberCount, b.memberCount)
		if b.Alloc != nil && b.Layout == t.Layout && t.Alloc == nil {
			t.Alloc = b.Alloc
		}
	}
	if withMembers > 1 && !oneChain(t.Bases) {
		return TypeErrorf("multiple bases have instance lay-out conflict")
	}
	return nil
}

// canBeMade reports whether instances of t, or of classes derived from it, can be made by
// a call.
func (t *Type) canBeMade() bool {
	if t.Alloc != nil {
		return true
	}
	_, where, _ := t.lookupWhere("__new__")
	return where != ObjectType
}

// oneChain reports whether the classes with members of __slots__ among bases and their
// bases all derive from one another, so that the members' places agree.
func oneChain(bases []*Type) bool {
	for _, a := range bases {
		for _, b := range bases {
			if a.memberCount > 0 && b.memberCount > 0 && !a.IsSubtype(b) && !b.IsSubtype(a) && !(a.memberCount == b.memberCount && a.ownMembers == 0 && b.ownMembers == 0) {
				return false
			}
		}
	}
	return true
}

// fillMembers copies the namespace and treats the names that class creation knows.
func (t *Type) fillMembers(th *Thread, namespace *Dict) (cell Value, err *Exception) {
	pos := 0
	for {
		k, v, ok := namespace.NextEntry(&pos)
		if !ok {
			break
		}
		name, ok := StrOf(k)
		if !ok {
			return Value{}, TypeErrorf("type.__new__() argument 3 must have str keys")
		}
		switch name {
		case "__classcell__":
			cell = v
			continue
		case "__module__":
			if s, ok := StrOf(v); ok {
				t.Module = s
			}
		case "__qualname__":
			s, ok := StrOf(v)
			if !ok {
				return Value{}, TypeErrorf("type __qualname__ must be a str, not %s", TypeName(v))
			}
			t.Qualname = s
			continue
		case "__new__":
			if isPlainFunction(v) {
				v = newStaticMethod(v)
			}
		case "__init_subclass__", "__class_getitem__":
			if isPlainFunction(v) {
				v = newClassMethod(v)
			}
		}
		t.Add(name, v)
	}
	if _, ok := t.members["__doc__"]; !ok {
		t.Add("__doc__", None)
	}
	if _, ok := t.members["__eq__"]; ok {
		if _, ok := t.members["__hash__"]; !ok {
			t.Add("__hash__", None)
		}
	}
	return cell, nil
}

// isPlainFunction reports whether v is a function that binds when found in a class.
func isPlainFunction(v Value) bool {
	return v.Type().Flags&FlagMethod != 0 && v.Type().Layout == LayoutNative
}

// applySlotNames turns __slots__ into member descriptors.
func (t *Type) applySlotNames(th *Thread) *Exception {
	slots, ok := t.members["__slots__"]
	inherited := false
	for _, b := range t.Bases {
		inherited = inherited || b.HasDict()
	}
	if !ok {
		return nil
	}
	var names []Value
	if _, ok := AsStr(slots); ok {
		names = []Value{slots}
	} else {
		var err *Exception
		if names, err = ToSlice(th, slots); err != nil {
			return err
		}
	}
	withDict := inherited
	for _, n := range names {
		name, ok := StrOf(n)
		if !ok {
			return TypeErrorf("__slots__ items must be strings, not '%s'", TypeName(n))
		}
		if !IsIdentifier(name) {
			return TypeErrorf("__slots__ must be identifiers")
		}
		switch name {
		case "__dict__":
			withDict = true
			continue
		case "__weakref__":
			continue
		}
		if _, ok := t.members[name]; ok {
			return ValueErrorf("'%s' in __slots__ conflicts with class variable", name)
		}
		name = mangle(t.Name, name)
		t.Add(name, newMember(t, name, t.memberCount))
		t.memberCount++
		t.ownMembers++
	}
	if !withDict {
		t.Flags |= FlagSlotted
	}
	return nil
}

// mangle is the renaming of private names: __x in class C is _C__x.
func mangle(class, name string) string {
	if len(name) < 3 || name[:2] != "__" || name[len(name)-2:] == "__" {
		return name
	}
	for len(class) > 0 && class[0] == '_' {
		class = class[1:]
	}
	if class == "" {
		return name
	}
	return "_" + class + name
}

// computeMRO linearises the bases, or asks the metaclass's own mro().
func (t *Type) computeMRO(th *Thread) *Exception {
	mro, ok := c3(t)
	if !ok {
		names := ""
		for i, b := range t.Bases {
			if i > 0 {
				names += ", "
			}
			names += b.Name
		}
		return TypeErrorf("Cannot create a consistent method resolution order (MRO) for bases %s", names)
	}
	t.MRO = mro
	return nil
}

// noteAbstract keeps the flag that instantiation looks at.
func (t *Type) noteAbstract(th *Thread) {
	t.Flags &^= FlagAbstract
	if v, ok := t.OwnMember("__abstractmethods__"); ok {
		if n, err := Len(th, v); err == nil && n > 0 {
			t.Flags |= FlagAbstract
		}
	}
}

func (t *Type) callSetName(th *Thread) *Exception {
	for _, name := range slices.Clone(t.names) {
		v := t.members[name]
		if !v.IsValid() {
			continue
		}
		fn, ok := v.Type().Lookup("__set_name__")
		if !ok {
			continue
		}
		if _, err := callClassAttribute(th, fn, v, Arguments(t.Value(), NewStr(name))); err != nil {
			err.addNote("Error calling __set_name__ on '" + TypeName(v) + "' instance '" + name + "' in '" + t.Name + "'")
			return err
		}
	}
	return nil
}

// callInitSubclass calls the __init_subclass__ that stands behind t in its own MRO.
func (t *Type) callInitSubclass(th *Thread, kw Args) *Exception {
	for _, c := range t.MRO[1:] {
		fn, ok := c.members["__init_subclass__"]
		if !ok {
			continue
		}
		if get := fn.Type().Slots.DescrGet; get != nil {
			bound, err := get(th, fn, Value{}, t)
			if err != nil {
				return err
			}
			fn = bound
		}
		_, err := Call(th, fn, Args{KwNames: kw.KwNames, KwValues: kw.KwValues})
		return err
	}
	return nil
}
