package object

// Types of functions written in Go and of what they look like once bound.
var (
	NativeFunctionType = declare("builtins", "builtin_function_or_method", LayoutNativeFunction)
	// PythonLikeFunctionType is the type of functions written in Go that stand for ones written in Python (asyncio's).
	PythonLikeFunctionType = declare("builtins", "function", LayoutNativeFunction)
	MethodDescriptorType   = declare("builtins", "method_descriptor", LayoutMethodDescriptor)
	MethodType             = declare("builtins", "method", LayoutBoundMethod)
	nativeMethodType       = declare("builtins", "builtin_function_or_method", LayoutBoundMethod)
	methodWrapperType      = declare("builtins", "method-wrapper", LayoutBoundMethod)
	GetSetType             = declare("builtins", "getset_descriptor", LayoutNative)
	MemberType             = declare("builtins", "member_descriptor", LayoutNative)
	SlotWrapperType        = declare("builtins", "wrapper_descriptor", LayoutNative)
)

func init() {
	for _, typ := range []*Type{NativeFunctionType, PythonLikeFunctionType, MethodDescriptorType, MethodType, nativeMethodType, methodWrapperType, GetSetType, MemberType, SlotWrapperType} {
		typ.Flags |= FlagFinal
	}
	MethodDescriptorType.Flags |= FlagMethod
	SlotWrapperType.Flags |= FlagMethod | FlagShared
	GetSetType.Flags |= FlagShared
	initNativeFunction(NativeFunctionType)
	initNativeFunction(PythonLikeFunctionType)
	PythonLikeFunctionType.Flags |= FlagMethod
	PythonLikeFunctionType.Slots.DescrGet = func(t *Thread, descr, obj Value, owner *Type) (Value, *Exception) {
		if !obj.IsValid() {
			return descr, nil
		}
		return NewBoundMethod(obj, descr), nil
	}
	initMethodDescriptor()
	initSlotWrapper()
	for _, typ := range []*Type{MethodType, nativeMethodType, methodWrapperType} {
		initBoundMethod(typ)
	}
	MethodType.Slots.New = methodNew
	initGetSet()
	initMember()
}

func initNativeFunction(typ *Type) {
	typ.Slots.Call = func(t *Thread, callee Value, args Args) (Value, *Exception) {
		f, _ := AsNativeFunction(callee)
		return f.Fn(t, args)
	}
	typ.Slots.Repr = func(t *Thread, v Value) (Value, *Exception) {
		f, _ := AsNativeFunction(v)
		switch {
		case f.typ == PythonLikeFunctionType:
			return NewStr("<function " + f.Name + " at " + addressOf(t, v) + ">"), nil
		case f.SelfType != nil:
			return NewStr("<built-in method " + f.Name + " of type object at " + addressOf(t, f.SelfType.Value()) + ">"), nil
		}
		return NewStr("<built-in function " + f.Name + ">"), nil
	}
	typ.AddGetter("__name__", func(t *Thread, v Value) (Value, *Exception) {
		f, _ := AsNativeFunction(v)
		return NewStr(lastPart(f.Name)), nil
	})
	typ.AddGetter("__qualname__", func(t *Thread, v Value) (Value, *Exception) {
		f, _ := AsNativeFunction(v)
		return NewStr(f.Name), nil
	})
	typ.AddGetter("__module__", func(t *Thread, v Value) (Value, *Exception) {
		f, _ := AsNativeFunction(v)
		return NewStr(f.Module), nil
	})
	typ.AddGetter("__self__", func(t *Thread, v Value) (Value, *Exception) {
		f, _ := AsNativeFunction(v)
		if f.SelfType != nil {
			return f.SelfType.Value(), nil
		}
		return None, nil
	})
}

func initMethodDescriptor() {
	s := &MethodDescriptorType.Slots
	s.Call = func(t *Thread, callee Value, args Args) (Value, *Exception) {
		m, _ := AsMethodDescriptor(callee)
		if err := checkReceiver(m.Owner, m.Name, args); err != nil {
			return Value{}, err
		}
		return m.Fn(t, args)
	}
	s.DescrGet = func(t *Thread, descr, obj Value, owner *Type) (Value, *Exception) {
		if !obj.IsValid() {
			return descr, nil
		}
		return NewBoundMethod(obj, descr), nil
	}
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		m, _ := AsMethodDescriptor(v)
		if m.Owner.Flags&FlagPythonClass != 0 {
			return NewStr("<function " + m.Owner.Qualname + "." + m.Name + " at " + addressOf(t, v) + ">"), nil
		}
		return NewStr("<method '" + m.Name + "' of '" + m.Owner.messageName() + "' objects>"), nil
	}
	MethodDescriptorType.AddGetter("__name__", func(t *Thread, v Value) (Value, *Exception) {
		m, _ := AsMethodDescriptor(v)
		return NewStr(m.Name), nil
	})
	MethodDescriptorType.AddGetter("__qualname__", func(t *Thread, v Value) (Value, *Exception) {
		m, _ := AsMethodDescriptor(v)
		return NewStr(m.Owner.Qualname + "." + m.Name), nil
	})
	MethodDescriptorType.AddGetter("__module__", func(t *Thread, v Value) (Value, *Exception) {
		m, _ := AsMethodDescriptor(v)
		return NewStr(m.Owner.Module), nil
	})
}

// checkReceiver tests that a method of a built-in type got an instance of it.
func checkReceiver(owner *Type, name string, args Args) *Exception {
	if len(args.Pos) == 0 {
		return TypeErrorf("unbound method %s.%s() needs an argument", owner.messageName(), name)
	}
	if !args.Pos[0].Type().IsSubtype(owner) {
		return TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name, owner.messageName(), TypeName(args.Pos[0]))
	}
	return nil
}

func initSlotWrapper() {
	s := &SlotWrapperType.Slots
	s.Call = func(t *Thread, callee Value, args Args) (Value, *Exception) {
		w, _ := AsNative[*SlotWrapper](callee)
		if len(args.Pos) == 0 {
			return Value{}, TypeErrorf("descriptor '%s' of '%s' object needs an argument", w.name, w.owner.messageName())
		}
		if !args.Pos[0].Type().IsSubtype(w.owner) {
			return Value{}, TypeErrorf("descriptor '%s' requires a '%s' object but received a '%s'", w.name, w.owner.messageName(), TypeName(args.Pos[0]))
		}
		return w.call(t, args)
	}
	s.DescrGet = MethodDescriptorType.Slots.DescrGet
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		w, _ := AsNative[*SlotWrapper](v)
		return NewStr("<slot wrapper '" + w.name + "' of '" + w.owner.messageName() + "' objects>"), nil
	}
	SlotWrapperType.AddGetter("__name__", func(t *Thread, v Value) (Value, *Exception) {
		w, _ := AsNative[*SlotWrapper](v)
		return NewStr(w.name), nil
	})
	SlotWrapperType.AddGetter("__qualname__", func(t *Thread, v Value) (Value, *Exception) {
		w, _ := AsNative[*SlotWrapper](v)
		return NewStr(w.owner.Qualname + "." + w.name), nil
	})
}

func methodNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if err := args.CheckCount("method", 2, 2); err != nil {
		return Value{}, err
	}
	return NewBoundMethod(args.Pos[1], args.Pos[0]), nil
}

func initBoundMethod(typ *Type) {
	s := &typ.Slots
	s.Call = func(t *Thread, callee Value, args Args) (Value, *Exception) {
		m, _ := AsBoundMethod(callee)
		return Call(t, m.Func, args.Prepend(m.Self))
	}
	s.Repr = boundMethodRepr
	s.Hash = func(t *Thread, v Value) (int64, *Exception) {
		m, _ := AsBoundMethod(v)
		h, err := Hash(t, m.Func)
		return avoidMinusOne(h ^ int64(t.Run.ID(m.Self)>>4)), err
	}
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		x, _ := AsBoundMethod(a)
		y, ok := AsBoundMethod(b)
		if !ok || op > CompareNe {
			return NotImplemented, nil
		}
		return Bool((x.Self == y.Self && x.Func == y.Func) == (op == CompareEq)), nil
	}
	s.GetAttr = func(t *Thread, v Value, name string) (Value, *Exception) {
		m, _ := AsBoundMethod(v)
		switch name {
		case "__self__":
			return m.Self, nil
		case "__func__":
			return m.Func, nil
		}
		if r, ok, err := lookupGeneric(t, v, typ, name); (ok || err != nil) && name != "__doc__" {
			return r, err
		}
		return GetAttr(t, m.Func, name)
	}
	s.Traverse = func(v Value, visit func(Value)) {
		m, _ := AsBoundMethod(v)
		visit(m.Self)
		visit(m.Func)
	}
}

func boundMethodRepr(t *Thread, v Value) (Value, *Exception) {
	m, _ := AsBoundMethod(v)
	switch {
	case m.Func.Type() == SlotWrapperType:
		w, _ := AsNative[*SlotWrapper](m.Func)
		return NewStr("<method-wrapper '" + w.name + "' of " + TypeName(m.Self) + " object at " + addressOf(t, m.Self) + ">"), nil
	case m.Func.Type() == MethodDescriptorType:
		d, _ := AsMethodDescriptor(m.Func)
		if d.Owner.Flags&FlagPythonClass == 0 {
			return NewStr("<built-in method " + d.Name + " of " + TypeName(m.Self) + " object at " + addressOf(t, m.Self) + ">"), nil
		}
	}
	name := "?"
	if q, ok, err := OptAttr(t, m.Func, "__qualname__"); err != nil {
		return Value{}, err
	} else if ok {
		name, _ = StrOf(q)
	}
	self, err := Repr(t, m.Self)
	if err != nil {
		return Value{}, err
	}
	return NewStr("<bound method " + name + " of " + self + ">"), nil
}

func initGetSet() {
	s := &GetSetType.Slots
	s.DescrGet = func(t *Thread, descr, obj Value, owner *Type) (Value, *Exception) {
		if !obj.IsValid() {
			return descr, nil
		}
		g, _ := AsNative[*getSet](descr)
		if !obj.Type().IsSubtype(g.owner) {
			return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.name, g.owner.messageName(), TypeName(obj))
		}
		return g.get(t, obj)
	}
	s.DescrSet = func(t *Thread, descr, obj, x Value) *Exception {
		g, _ := AsNative[*getSet](descr)
		if !obj.Type().IsSubtype(g.owner) {
			return TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.name, g.owner.messageName(), TypeName(obj))
		}
		if g.set == nil {
			return AttributeErrorf("attribute '%s' of '%s' objects is not writable", g.name, g.owner.messageName())
		}
		return g.set(t, obj, x)
	}
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		g, _ := AsNative[*getSet](v)
		return NewStr("<attribute '" + g.name + "' of '" + g.owner.messageName() + "' objects>"), nil
	}
	GetSetType.AddGetter("__name__", func(t *Thread, v Value) (Value, *Exception) {
		g, _ := AsNative[*getSet](v)
		return NewStr(g.name), nil
	})
}

// member is an attribute that __slots__ names.
type member struct {
	Native
	name  string
	owner *Type
	index int // in Attrs.members
}

func newMember(owner *Type, name string, index int) Value {
	m := &member{name: name, owner: owner, index: index}
	m.InitNative(MemberType, m)
	return m.Value()
}

func initMember() {
	s := &MemberType.Slots
	s.DescrGet = func(t *Thread, descr, obj Value, owner *Type) (Value, *Exception) {
		if !obj.IsValid() {
			return descr, nil
		}
		m, _ := AsNative[*member](descr)
		if !obj.Type().IsSubtype(m.owner) {
			return Value{}, TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.name, m.owner.Name, TypeName(obj))
		}
		if a := obj.ref.attrs; a != nil && m.index < len(a.members) && a.members[m.index].IsValid() {
			return a.members[m.index], nil
		}
		return Value{}, newAttributeError(t, obj, m.name)
	}
	s.DescrSet = func(t *Thread, descr, obj, x Value) *Exception {
		m, _ := AsNative[*member](descr)
		if !obj.Type().IsSubtype(m.owner) {
			return TypeErrorf("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", m.name, m.owner.Name, TypeName(obj))
		}
		a := obj.ref.EnsureAttrs()
		for len(a.members) <= m.index {
			a.members = append(a.members, Value{})
		}
		if !x.IsValid() && !a.members[m.index].IsValid() {
			return NewException(AttributeErrorType, m.name)
		}
		a.members[m.index] = x
		return nil
	}
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		m, _ := AsNative[*member](v)
		return NewStr("<member '" + m.name + "' of '" + m.owner.Name + "' objects>"), nil
	}
	MemberType.AddGetter("__name__", func(t *Thread, v Value) (Value, *Exception) {
		m, _ := AsNative[*member](v)
		return NewStr(m.name), nil
	})
}
