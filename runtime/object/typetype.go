package object

func init() {
	TypeType.Slots.Call = typeCall
	TypeType.Slots.New = typeNew
	TypeType.Slots.Init = func(t *Thread, self Value, args Args) *Exception { return nil }
	TypeType.Slots.Repr = func(t *Thread, v Value) (Value, *Exception) {
		cls, _ := AsType(v)
		return NewStr("<class '" + cls.FullName() + "'>"), nil
	}
	TypeType.Slots.GetAttr = typeGetAttr
	TypeType.Slots.SetAttr = typeSetAttr
	TypeType.Slots.Binary[OpBitOr] = unionOr
	addTypeGetters()
	addTypeMethods()
}

// typeCall makes an instance: cls.__new__, then __init__ when that gave an instance of cls.
func typeCall(t *Thread, callee Value, args Args) (Value, *Exception) {
	cls, _ := AsType(callee)
	if cls == TypeType {
		if len(args.Pos) == 1 && len(args.KwNames) == 0 {
			return args.Pos[0].Type().Value(), nil
		}
		if len(args.Pos) != 3 {
			return Value{}, TypeErrorf("type() takes 1 or 3 arguments")
		}
	}
	if cls.Slots.New == nil || !cls.canBeMade() {
		return Value{}, TypeErrorf("cannot create '%s' instances", cls.messageName())
	}
	v, err := cls.Slots.New(t, cls, args)
	if err != nil {
		return Value{}, err
	}
	typ := v.Type()
	if typ.Slots.Init == nil || typ != cls && !typ.IsSubtype(cls) {
		return v, nil
	}
	t.pin(v)
	err = typ.Slots.Init(t, v, args)
	t.unpin()
	return v, err
}

func typeNew(t *Thread, meta *Type, args Args) (Value, *Exception) {
	if len(args.Pos) != 3 {
		return Value{}, TypeErrorf("type.__new__() takes exactly 3 arguments (%d given)", len(args.Pos))
	}
	name, ok := StrOf(args.Pos[0])
	if !ok {
		return Value{}, TypeErrorf("type.__new__() argument 1 must be str, not %s", TypeName(args.Pos[0]))
	}
	bases, ok := AsTuple(args.Pos[1])
	if !ok {
		return Value{}, TypeErrorf("type.__new__() argument 2 must be tuple, not %s", TypeName(args.Pos[1]))
	}
	namespace, ok := AsDict(args.Pos[2])
	if !ok {
		return Value{}, TypeErrorf("type.__new__() argument 3 must be dict, not %s", TypeName(args.Pos[2]))
	}
	winner, err := winningMetaclass(meta, bases.Items)
	if err != nil {
		return Value{}, err
	}
	if winner != meta {
		return winner.Slots.New(t, winner, args)
	}
	return NewClass(t, winner, name, bases.Items, namespace, Args{KwNames: args.KwNames, KwValues: args.KwValues})
}

// typeGetAttr is `C.name`: the metaclass's data descriptors, the class, the metaclass.
func typeGetAttr(t *Thread, v Value, name string) (Value, *Exception) {
	cls, _ := AsType(v)
	meta := cls.typ
	metaAttr, inMeta := meta.Lookup(name)
	if inMeta {
		slots := &metaAttr.Type().Slots
		if slots.DescrSet != nil && slots.DescrGet != nil {
			return slots.DescrGet(t, metaAttr, v, meta)
		}
	}
	if attr, ok := cls.Lookup(name); ok {
		if get := attr.Type().Slots.DescrGet; get != nil {
			return get(t, attr, Value{}, cls)
		}
		return attr, nil
	}
	if inMeta {
		if get := metaAttr.Type().Slots.DescrGet; get != nil {
			return get(t, metaAttr, v, meta)
		}
		return metaAttr, nil
	}
	e := AttributeErrorf("type object '%s' has no attribute '%s'", cls.messageName(), name)
	e.setFields(NewStr(name), v)
	return Value{}, e
}

func typeSetAttr(t *Thread, v Value, name string, x Value) *Exception {
	cls, _ := AsType(v)
	if cls.Flags&FlagHeap == 0 {
		return TypeErrorf("cannot set '%s' attribute of immutable type '%s'", name, cls.messageName())
	}
	if attr, ok := cls.typ.Lookup(name); ok {
		if set := attr.Type().Slots.DescrSet; set != nil {
			return set(t, attr, v, x)
		}
	}
	if !x.IsValid() {
		if _, ok := cls.OwnMember(name); !ok {
			e := AttributeErrorf("type object '%s' has no attribute '%s'", cls.messageName(), name)
			e.setFields(NewStr(name), v)
			return e
		}
	}
	if err := t.Charge(classAttributeBytes); err != nil {
		return err
	}
	cls.SetMember(name, x)
	return nil
}

// typeGetter defines an attribute of classes.
func typeGetter(name string, get func(t *Thread, cls *Type) (Value, *Exception)) {
	TypeType.AddGetter(name, func(t *Thread, v Value) (Value, *Exception) {
		cls, _ := AsType(v)
		return get(t, cls)
	})
}

func typeValues(types []*Type) []Value {
	values := make([]Value, len(types))
	for i, c := range types {
		values[i] = c.Value()
	}
	return values
}

func addTypeGetters() {
	typeGetter("__mro__", func(t *Thread, cls *Type) (Value, *Exception) { return NewTuple(typeValues(cls.MRO)...), nil })
	typeGetter("__bases__", func(t *Thread, cls *Type) (Value, *Exception) { return NewTuple(typeValues(cls.Bases)...), nil })
	typeGetter("__base__", func(t *Thread, cls *Type) (Value, *Exception) {
		if len(cls.Bases) == 0 {
			return None, nil
		}
		return cls.Bases[0].Value(), nil
	})
	typeGetter("__dict__", func(t *Thread, cls *Type) (Value, *Exception) { return newMappingProxy(t, cls) })
	typeGetter("__text_signature__", func(t *Thread, cls *Type) (Value, *Exception) { return None, nil })
	TypeType.AddGetSet("__name__", classText(func(cls *Type) *string { return &cls.Name }), setClassText("__name__", func(cls *Type) *string { return &cls.Name }))
	TypeType.AddGetSet("__qualname__", classText(func(cls *Type) *string { return &cls.Qualname }), setClassText("__qualname__", func(cls *Type) *string { return &cls.Qualname }))
	TypeType.AddGetSet("__module__", func(t *Thread, v Value) (Value, *Exception) {
		cls, _ := AsType(v)
		if m, ok := cls.OwnMember("__module__"); ok {
			return m, nil
		}
		return NewStr(cls.Module), nil
	}, func(t *Thread, v, x Value) *Exception {
		cls, _ := AsType(v)
		if s, ok := StrOf(x); ok {
			cls.Module = s
		}
		cls.SetMember("__module__", x)
		return nil
	})
	TypeType.AddGetSet("__doc__", func(t *Thread, v Value) (Value, *Exception) {
		cls, _ := AsType(v)
		doc, ok := cls.OwnMember("__doc__")
		if !ok || doc.Type() == GetSetType {
			return None, nil
		}
		return doc, nil
	}, setOwn("__doc__"))
	TypeType.AddGetSet("__abstractmethods__", func(t *Thread, v Value) (Value, *Exception) {
		cls, _ := AsType(v)
		if m, ok := cls.OwnMember("__abstractmethods__"); ok {
			return m, nil
		}
		return Value{}, NewException(AttributeErrorType, "__abstractmethods__")
	}, func(t *Thread, v, x Value) *Exception {
		if err := setOwn("__abstractmethods__")(t, v, x); err != nil {
			return err
		}
		cls, _ := AsType(v)
		cls.noteAbstract(t)
		return nil
	})
	TypeType.AddGetSet("__annotations__", func(t *Thread, v Value) (Value, *Exception) {
		cls, _ := AsType(v)
		if a, ok := cls.OwnMember("__annotations__"); ok {
			return a, nil
		}
		d := NewDict().Value()
		if cls.Flags&FlagHeap == 0 {
			return Value{}, AttributeErrorf("type object '%s' has no attribute '__annotations__'", cls.Name)
		}
		cls.SetMember("__annotations__", d)
		return d, nil
	}, setOwn("__annotations__"))
}

func setOwn(name string) func(t *Thread, v, x Value) *Exception {
	return func(t *Thread, v, x Value) *Exception {
		cls, _ := AsType(v)
		cls.SetMember(name, x)
		return nil
	}
}

func classText(field func(*Type) *string) func(t *Thread, v Value) (Value, *Exception) {
	return func(t *Thread, v Value) (Value, *Exception) {
		cls, _ := AsType(v)
		return NewStr(*field(cls)), nil
	}
}

func setClassText(name string, field func(*Type) *string) func(t *Thread, v, x Value) *Exception {
	return func(t *Thread, v, x Value) *Exception {
		cls, _ := AsType(v)
		if !x.IsValid() {
			return TypeErrorf("cannot delete '%s' attribute of type '%s'", name, cls.Name)
		}
		s, ok := StrOf(x)
		if !ok {
			return TypeErrorf("can only assign string to %s.%s, not '%s'", cls.Name, name, TypeName(x))
		}
		*field(cls) = s
		return nil
	}
}

func addTypeMethods() {
	TypeType.method0("mro", func(t *Thread, v Value) (Value, *Exception) {
		cls, _ := AsType(v)
		return NewList(typeValues(cls.MRO)), nil
	})
	TypeType.method0("__subclasses__", func(t *Thread, v Value) (Value, *Exception) {
		cls, _ := AsType(v)
		return NewList(typeValues(cls.subclasses)), nil
	})
	TypeType.method1("__instancecheck__", func(t *Thread, v, x Value) (Value, *Exception) {
		cls, _ := AsType(v)
		return Bool(x.Type().IsSubtype(cls)), nil
	})
	TypeType.method1("__subclasscheck__", func(t *Thread, v, x Value) (Value, *Exception) {
		cls, _ := AsType(v)
		sub, ok := AsType(x)
		if !ok {
			return Value{}, TypeErrorf("issubclass() arg 1 must be a class")
		}
		return Bool(sub.IsSubtype(cls)), nil
	})
	TypeType.classMethod("__prepare__", func(t *Thread, a Args) (Value, *Exception) {
		return NewDict().Value(), nil
	})
}
