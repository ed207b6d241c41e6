package object

// SuperType is super.
var SuperType = declare("builtins", "super", LayoutNative)

// super looks attributes up behind class `this` in the MRO of objType.
type super struct {
	Native
	this    *Type
	obj     Value // invalid: unbound
	objType *Type
}

func init() {
	SuperType.Alloc = func(cls *Type) *Object {
		s := &super{}
		s.InitNative(cls, s)
		return &s.Object
	}
	s := &SuperType.Slots
	s.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) { return SuperType.Alloc(cls).Value(), nil }
	s.Init = superInit
	s.GetAttr = superGetAttr
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		su, _ := AsNative[*super](v)
		if su.this == nil {
			return NewStr(DefaultRepr(t, v)), nil
		}
		if su.objType == nil {
			return NewStr("<super: <class '" + su.this.Name + "'>, NULL>"), nil
		}
		return NewStr("<super: <class '" + su.this.Name + "'>, <" + su.objType.Name + " object>>"), nil
	}
	s.Traverse = func(v Value, visit func(Value)) {
		if su, ok := AsNative[*super](v); ok && su.obj.IsValid() {
			visit(su.obj)
		}
	}
}

func superInit(t *Thread, self Value, args Args) *Exception {
	su, _ := AsNative[*super](self)
	if err := args.NoKeywords("super"); err != nil {
		return err
	}
	if len(args.Pos) > 2 {
		return TypeErrorf("super() expected at most 2 arguments, got %d", len(args.Pos))
	}
	var class, obj Value
	if len(args.Pos) == 0 {
		var err *Exception
		if class, obj, err = t.Exec.SuperArgs(); err != nil {
			return err
		}
	} else {
		class = args.Pos[0]
		if len(args.Pos) == 2 && !args.Pos[1].IsNone() {
			obj = args.Pos[1]
		}
	}
	this, ok := AsType(class)
	if !ok {
		return TypeErrorf("super() argument 1 must be a type, not %s", TypeName(class))
	}
	su.this = this
	return su.bind(obj)
}

func (su *super) bind(obj Value) *Exception {
	if !obj.IsValid() {
		return nil
	}
	su.obj = obj
	if c, ok := AsType(obj); ok && c.IsSubtype(su.this) {
		su.objType = c
		return nil
	}
	if obj.Type().IsSubtype(su.this) {
		su.objType = obj.Type()
		return nil
	}
	return TypeErrorf("super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).", kindOf(obj), nameOf(obj), su.this.Name)
}

func kindOf(v Value) string {
	if _, ok := AsType(v); ok {
		return "type"
	}
	return "instance of"
}

func nameOf(v Value) string {
	if c, ok := AsType(v); ok {
		return c.Name
	}
	return TypeName(v)
}

func superGetAttr(t *Thread, v Value, name string) (Value, *Exception) {
	su, _ := AsNative[*super](v)
	if su.objType == nil || name == "__class__" {
		return genericGetAttr(t, v, name)
	}
	fn, ok := SuperLookup(su.this, su.objType, name)
	if !ok {
		switch name {
		case "__thisclass__":
			return su.this.Value(), nil
		case "__self__":
			return su.obj, nil
		case "__self_class__":
			return su.objType.Value(), nil
		}
		e := AttributeErrorf("'super' object has no attribute '%s'", name)
		e.setFields(NewStr(name), v)
		return Value{}, e
	}
	get := fn.Type().Slots.DescrGet
	if get == nil {
		return fn, nil
	}
	obj := su.obj
	if su.obj == su.objType.Value() {
		obj = Value{} // super of a class: unbound
	}
	return get(t, fn, obj, su.objType)
}

// SuperLookup finds name behind `this` in the MRO of objType, without binding it.
func SuperLookup(this, objType *Type, name string) (Value, bool) {
	behind := false
	for _, c := range objType.MRO {
		if behind {
			if v, ok := c.members[name]; ok {
				return v, true
			}
		}
		behind = behind || c == this
	}
	return Value{}, false
}
