package object

// Types of the standard descriptors.
var (
	PropertyType     = declare("builtins", "property", LayoutNative)
	ClassMethodType  = declare("builtins", "classmethod", LayoutNative)
	StaticMethodType = declare("builtins", "staticmethod", LayoutNative)
)

type property struct {
	Native
	get, set, del, doc Value // None when absent
	name               Value // set by __set_name__; invalid before
}

type classMethod struct {
	Native
	fn Value
}

type staticMethod struct {
	Native
	fn Value
}

func newClassMethod(fn Value) Value {
	c := &classMethod{fn: fn}
	c.InitNative(ClassMethodType, c)
	return c.Value()
}

func newStaticMethod(fn Value) Value {
	s := &staticMethod{fn: fn}
	s.InitNative(StaticMethodType, s)
	return s.Value()
}

func init() {
	initProperty()
	initMethodWrapper(ClassMethodType, func() (*Native, *Value) { c := &classMethod{}; c.Self = c; return &c.Native, &c.fn })
	initMethodWrapper(StaticMethodType, func() (*Native, *Value) { s := &staticMethod{}; s.Self = s; return &s.Native, &s.fn })
	ClassMethodType.Slots.DescrGet = func(t *Thread, descr, obj Value, owner *Type) (Value, *Exception) {
		c, _ := AsNative[*classMethod](descr)
		return NewBoundMethod(owner.Value(), c.fn), nil
	}
	StaticMethodType.Slots.DescrGet = func(t *Thread, descr, obj Value, owner *Type) (Value, *Exception) {
		s, _ := AsNative[*staticMethod](descr)
		return s.fn, nil
	}
	StaticMethodType.Slots.Call = func(t *Thread, callee Value, args Args) (Value, *Exception) {
		s, _ := AsNative[*staticMethod](callee)
		return Call(t, s.fn, args)
	}
}

// wrapped returns the function inside a classmethod or staticmethod.
func wrapped(v Value) Value {
	if c, ok := AsNative[*classMethod](v); ok {
		return c.fn
	}
	s, _ := AsNative[*staticMethod](v)
	return s.fn
}

// initMethodWrapper defines what classmethod and staticmethod have in common.
func initMethodWrapper(typ *Type, alloc func() (*Native, *Value)) {
	typ.Flags |= FlagHasDict
	s := &typ.Slots
	typ.Alloc = func(cls *Type) *Object {
		n, fn := alloc()
		n.typ, *fn = cls, None
		return &n.Object
	}
	s.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) {
		if err := args.CheckCount(typ.Name, 1, 1); err != nil {
			return Value{}, err
		}
		n, fn := alloc()
		n.typ, *fn = cls, args.Pos[0]
		return n.Value(), nil
	}
	s.Init = func(t *Thread, self Value, args Args) *Exception { return nil }
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		r, err := Repr(t, wrapped(v))
		return NewStr("<" + typ.Name + "(" + r + ")>"), err
	}
	s.Traverse = func(v Value, visit func(Value)) { visit(wrapped(v)) }
	typ.AddGetter("__func__", func(t *Thread, v Value) (Value, *Exception) { return wrapped(v), nil })
	typ.AddGetter("__wrapped__", func(t *Thread, v Value) (Value, *Exception) { return wrapped(v), nil })
	typ.AddGetter("__isabstractmethod__", func(t *Thread, v Value) (Value, *Exception) { return isAbstract(t, wrapped(v)) })
	for _, name := range []string{"__name__", "__qualname__", "__module__", "__doc__"} {
		typ.AddGetter(name, func(t *Thread, v Value) (Value, *Exception) { return GetAttr(t, wrapped(v), name) })
	}
}

func isAbstract(t *Thread, fn Value) (Value, *Exception) {
	if fn.IsNone() || !fn.IsValid() {
		return False, nil
	}
	v, ok, err := OptAttr(t, fn, "__isabstractmethod__")
	if err != nil || !ok {
		return False, err
	}
	b, err := Truth(t, v)
	return Bool(b), err
}

var propertySignature = NativeSignature("property(fget=, fset=, fdel=, doc=)")

func initProperty() {
	typ := PropertyType
	s := &typ.Slots
	typ.Alloc = func(cls *Type) *Object {
		p := &property{get: None, set: None, del: None, doc: None}
		p.InitNative(cls, p)
		return &p.Object
	}
	s.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) { return typ.Alloc(cls).Value(), nil }
	s.Init = propertyInit
	s.DescrGet = func(t *Thread, descr, obj Value, owner *Type) (Value, *Exception) {
		p, _ := AsNative[*property](descr)
		if !obj.IsValid() {
			return descr, nil
		}
		if p.get.IsNone() {
			return Value{}, p.missing(t, obj, "getter")
		}
		return Call(t, p.get, Arguments(obj))
	}
	s.DescrSet = func(t *Thread, descr, obj, x Value) *Exception {
		p, _ := AsNative[*property](descr)
		fn, what, args := p.set, "setter", Arguments(obj, x)
		if !x.IsValid() {
			fn, what, args = p.del, "deleter", Arguments(obj)
		}
		if fn.IsNone() {
			return p.missing(t, obj, what)
		}
		_, err := Call(t, fn, args)
		return err
	}
	s.Traverse = func(v Value, visit func(Value)) {
		p, _ := AsNative[*property](v)
		visit(p.get)
		visit(p.set)
		visit(p.del)
		visit(p.doc)
	}
	propertyPart := func(name, attr string, field func(p *property) *Value) {
		typ.AddGetter(attr, func(t *Thread, v Value) (Value, *Exception) {
			p, _ := AsNative[*property](v)
			return *field(p), nil
		})
		typ.method1(name, func(t *Thread, v, fn Value) (Value, *Exception) {
			p, _ := AsNative[*property](v)
			c := &property{get: p.get, set: p.set, del: p.del, doc: p.doc, name: p.name}
			c.InitNative(p.typ, c)
			*field(c) = fn
			return c.Value(), nil
		})
	}
	propertyPart("getter", "fget", func(p *property) *Value { return &p.get })
	propertyPart("setter", "fset", func(p *property) *Value { return &p.set })
	propertyPart("deleter", "fdel", func(p *property) *Value { return &p.del })
	typ.AddGetSet("__doc__", func(t *Thread, v Value) (Value, *Exception) {
		p, _ := AsNative[*property](v)
		return p.doc, nil
	}, func(t *Thread, v, x Value) *Exception {
		p, _ := AsNative[*property](v)
		p.doc = x
		return nil
	})
	typ.AddGetter("__isabstractmethod__", func(t *Thread, v Value) (Value, *Exception) {
		p, _ := AsNative[*property](v)
		for _, fn := range []Value{p.get, p.set, p.del} {
			if r, err := isAbstract(t, fn); err != nil || r == True {
				return r, err
			}
		}
		return False, nil
	})
	typ.methodN("__set_name__", 2, 2, func(t *Thread, a Args) (Value, *Exception) {
		p, _ := AsNative[*property](a.Pos[0])
		p.name = a.Pos[2]
		return None, nil
	})
}

func propertyInit(t *Thread, self Value, args Args) *Exception {
	p, _ := AsNative[*property](self)
	var slots [4]Value
	if err := propertySignature.Bind(args, slots[:]); err != nil {
		return err
	}
	for i, field := range []*Value{&p.get, &p.set, &p.del, &p.doc} {
		*field = None
		if slots[i].IsValid() {
			*field = slots[i]
		}
	}
	if p.doc.IsNone() && !p.get.IsNone() {
		doc, ok, err := OptAttr(t, p.get, "__doc__")
		if err != nil {
			return err
		}
		if ok {
			p.doc = doc
		}
	}
	return nil
}

// missing is the error of using a property without the function for it.
func (p *property) missing(t *Thread, obj Value, what string) *Exception {
	if !p.name.IsValid() {
		return AttributeErrorf("property of '%s' object has no %s", obj.Type().Qualname, what)
	}
	name, err := Repr(t, p.name)
	if err != nil {
		return err
	}
	return AttributeErrorf("property %s of '%s' object has no %s", name, obj.Type().Qualname, what)
}
