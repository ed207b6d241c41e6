package object

// ObjectType is object; TypeType is type.
var (
	ObjectType = declare("builtins", "object", LayoutInstance)
	TypeType   = declare("builtins", "type", LayoutType)
)

func init() {
	ObjectType.Alloc = func(cls *Type) *Object { return &Object{typ: cls} }
	s := &ObjectType.Slots
	s.Repr = func(t *Thread, v Value) (Value, *Exception) { return NewStr(DefaultRepr(t, v)), nil }
	s.Str = func(t *Thread, v Value) (Value, *Exception) { return v.Type().Slots.Repr(t, v) }
	s.Format = objectFormat
	s.Hash = func(t *Thread, v Value) (int64, *Exception) { return int64(t.Run.ID(v) >> 4), nil }
	s.New = objectNew
	s.Init = objectInit
	s.GetAttr = genericGetAttr
	s.SetAttr = genericSetAttr
	s.Compare = objectCompare
	ObjectType.AddGetSet("__class__", func(t *Thread, v Value) (Value, *Exception) { return v.Type().Value(), nil }, setClass)
	ObjectType.Add("__doc__", None)
	ObjectType.method0("__sizeof__", func(t *Thread, v Value) (Value, *Exception) { return Int(sizeOf(v)), nil })
	ObjectType.method0("__dir__", func(t *Thread, v Value) (Value, *Exception) {
		return NewList(strValues(instanceNames(v))), nil
	})
	ObjectType.classMethod("__init_subclass__", func(t *Thread, a Args) (Value, *Exception) {
		cls, _ := AsType(a.Pos[0])
		if len(a.KwNames) > 0 {
			return Value{}, TypeErrorf("%s.__init_subclass__() takes no keyword arguments", cls.Name)
		}
		return None, nil
	})
	ObjectType.classMethod("__subclasshook__", func(t *Thread, a Args) (Value, *Exception) { return NotImplemented, nil })
}

// DefaultRepr is object.__repr__: `<module.Class object at 0x…>`.
func DefaultRepr(t *Thread, v Value) string {
	return "<" + v.Type().FullName() + " object at " + addressOf(t, v) + ">"
}

func addressOf(t *Thread, v Value) string { return "0x" + hexNumber(t.Run.ID(v)) }

func hexNumber(n uint64) string {
	const digits = "0123456789abcdef"
	var b [16]byte
	i := len(b)
	for {
		i--
		b[i] = digits[n&15]
		n >>= 4
		if n == 0 {
			return string(b[i:])
		}
	}
}

func objectFormat(t *Thread, v Value, spec string) (Value, *Exception) {
	if spec != "" {
		return Value{}, TypeErrorf("unsupported format string passed to %s.__format__", TypeName(v))
	}
	return StrValue(t, v)
}

func objectCompare(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
	switch op {
	case CompareEq:
		if a == b {
			return True, nil
		}
	case CompareNe:
		f := a.Type().Slots.Compare
		if f == nil {
			return NotImplemented, nil
		}
		r, err := f(t, CompareEq, a, b)
		if err != nil || r == NotImplemented {
			return r, err
		}
		eq, err := Truth(t, r)
		return Bool(!eq), err
	}
	return NotImplemented, nil
}

// objectNew is object.__new__: arguments are refused unless __init__ takes them.
func objectNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if len(args.Pos)+len(args.KwNames) > 0 {
		_, newIn, _ := cls.lookupWhere("__new__")
		_, initIn, _ := cls.lookupWhere("__init__")
		if newIn != ObjectType {
			return Value{}, TypeErrorf("object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if initIn == ObjectType {
			return Value{}, TypeErrorf("%s() takes no arguments", cls.Name)
		}
	}
	if cls.Flags&FlagAbstract != 0 {
		return Value{}, abstractError(t, cls)
	}
	if cls.Alloc == nil {
		return Value{}, TypeErrorf("cannot create '%s' instances", cls.messageName())
	}
	if err := t.Charge(instanceBytes); err != nil {
		return Value{}, err
	}
	return cls.Alloc(cls).Value(), nil
}

// instanceBytes is the estimate for an object without its attributes.
const instanceBytes = 64

func objectInit(t *Thread, self Value, args Args) *Exception {
	if len(args.Pos)+len(args.KwNames) == 0 {
		return nil
	}
	typ := self.Type()
	_, newIn, _ := typ.lookupWhere("__new__")
	_, initIn, _ := typ.lookupWhere("__init__")
	if initIn != ObjectType {
		return TypeErrorf("object.__init__() takes exactly one argument (the instance to initialize)")
	}
	if newIn == ObjectType {
		return TypeErrorf("%s() takes no arguments", typ.Name)
	}
	return nil
}

// abstractError is what instantiating a class with abstract methods raises.
func abstractError(t *Thread, cls *Type) *Exception {
	names, err := ToSlice(t, cls.abstractMethods())
	if err != nil {
		return err
	}
	if err := sortValues(t, names, Value{}, false); err != nil {
		return err
	}
	list := ""
	for i, n := range names {
		if i > 0 {
			list += ", "
		}
		s, _ := StrOf(n)
		list += "'" + s + "'"
	}
	plural := "s"
	if len(names) == 1 {
		plural = ""
	}
	return TypeErrorf("Can't instantiate abstract class %s without an implementation for abstract method%s %s", cls.Name, plural, list)
}

func (t *Type) abstractMethods() Value {
	if v, ok := t.OwnMember("__abstractmethods__"); ok {
		return v
	}
	return NewTuple()
}

// setClass is `obj.__class__ = cls`, for instances of classes of the program.
func setClass(t *Thread, v, x Value) *Exception {
	if !x.IsValid() {
		return TypeErrorf("can't delete __class__ attribute")
	}
	cls, ok := AsType(x)
	if !ok {
		return TypeErrorf("__class__ must be set to a class, not '%s' object", TypeName(x))
	}
	old := v.Type()
	if old.Flags&cls.Flags&FlagHeap == 0 {
		return TypeErrorf("__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if old.builtinBase() != cls.builtinBase() || old.HasDict() != cls.HasDict() {
		return TypeErrorf("__class__ assignment: '%s' object layout differs from '%s'", cls.Name, old.Name)
	}
	v.ref.typ = cls
	return nil
}

// instanceNames is what dir() lists for an instance or, with its class's rules, a type.
func instanceNames(v Value) []string {
	seen := map[string]bool{}
	var names []string
	add := func(list []string) {
		for _, n := range list {
			if !seen[n] {
				seen[n] = true
				names = append(names, n)
			}
		}
	}
	if m, ok := AsModule(v); ok {
		add(m.Dict.strKeys())
		return names
	}
	add(v.ref.attrs.Names())
	typ := v.Type()
	if cls, ok := AsType(v); ok {
		typ = cls
	}
	for _, c := range typ.MRO {
		add(c.names)
	}
	return names
}

func strValues(names []string) []Value {
	values := make([]Value, len(names))
	for i, n := range names {
		values[i] = NewStr(n)
	}
	return values
}
