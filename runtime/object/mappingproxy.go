package object

// MappingProxyType is the read-only view of a mapping, such as a class's __dict__.
var MappingProxyType = declare("builtins", "mappingproxy", LayoutNative)

type mappingProxy struct {
	Native
	mapping Value
}

func newProxy(mapping Value) Value {
	p := &mappingProxy{mapping: mapping}
	p.InitNative(MappingProxyType, p)
	return p.Value()
}

// newMappingProxy shows a class's own attributes as they are now.
func newMappingProxy(t *Thread, cls *Type) (Value, *Exception) {
	if err := t.Charge(int64(len(cls.names)) * dictEntrySize); err != nil {
		return Value{}, err
	}
	d := NewDict()
	for _, name := range cls.names {
		d.SetStr(name, cls.members[name])
	}
	return newProxy(d.Value()), nil
}

func init() {
	MappingProxyType.Flags |= FlagFinal
	target := func(v Value) Value {
		p, _ := AsNative[*mappingProxy](v)
		return p.mapping
	}
	s := &MappingProxyType.Slots
	s.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) {
		if err := args.CheckCount("mappingproxy", 1, 1); err != nil {
			return Value{}, err
		}
		if args.Pos[0].Type().Slots.GetItem == nil {
			return Value{}, TypeErrorf("mappingproxy() argument must be a mapping, not %s", TypeName(args.Pos[0]))
		}
		return newProxy(args.Pos[0]), nil
	}
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		r, err := Repr(t, target(v))
		return NewStr("mappingproxy(" + r + ")"), err
	}
	s.Str = func(t *Thread, v Value) (Value, *Exception) { return StrValue(t, target(v)) }
	s.Len = func(t *Thread, v Value) (int, *Exception) { return Len(t, target(v)) }
	s.Iter = func(t *Thread, v Value) (Value, *Exception) { return Iter(t, target(v)) }
	s.GetItem = func(t *Thread, v, key Value) (Value, *Exception) { return GetItem(t, target(v), key) }
	s.Contains = func(t *Thread, v, x Value) (bool, *Exception) { return Contains(t, target(v), x) }
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		if p, ok := AsNative[*mappingProxy](b); ok {
			b = p.mapping
		}
		return equality(t, op, target(a), b)
	}
	s.Traverse = func(v Value, visit func(Value)) { visit(target(v)) }
	for _, name := range []string{"get", "keys", "values", "items", "copy"} {
		MappingProxyType.AddMethod(name, func(t *Thread, a Args) (Value, *Exception) {
			fn, err := GetAttr(t, target(a.Pos[0]), name)
			if err != nil {
				return Value{}, err
			}
			return Call(t, fn, a.rest())
		})
	}
}
