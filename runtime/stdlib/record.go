package stdlib

import "asyncplay/runtime/object"

// Named tuples and data classes get their constructors from here: CPython compiles a function
// for each class, so messages about wrong calls must be those of a real signature.

// tupleGetter is an attribute of a named tuple.
type tupleGetter struct {
	object.Native
	index int
	doc   object.Value
}

var tupleGetterType = declare("collections", "_tuplegetter")

func init() {
	s := &tupleGetterType.Slots
	s.New = func(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
		if err := args.CheckCount("_tuplegetter", 2, 2); err != nil {
			return object.Value{}, err
		}
		i, err := object.AsIndex(t, args.Pos[0])
		g := &tupleGetter{index: i, doc: args.Pos[1]}
		g.InitNative(tupleGetterType, g)
		return g.Value(), err
	}
	s.DescrGet = func(t *object.Thread, descr, obj object.Value, owner *object.Type) (object.Value, *object.Exception) {
		if !obj.IsValid() {
			return descr, nil
		}
		g, _ := object.AsNative[*tupleGetter](descr)
		if items := tupleOf(obj); g.index >= 0 && g.index < len(items) {
			return items[g.index], nil
		}
		return object.Value{}, object.NewException(object.IndexErrorType, "tuple index out of range")
	}
	s.DescrSet = func(t *object.Thread, descr, obj, x object.Value) *object.Exception {
		if x.IsValid() {
			return object.AttributeErrorf("can't set attribute")
		}
		return object.AttributeErrorf("can't delete attribute")
	}
	tupleGetterType.AddGetter("__doc__", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		g, _ := object.AsNative[*tupleGetter](v)
		return g.doc, nil
	})
}

// makeTupleNew is _collections.make_new(typename, fields, defaults): the __new__ of a named
// tuple.
func makeTupleNew(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	names, defaults := tupleOf(a[1]), tupleOf(a[2])
	sig := &object.Signature{Name: str(a[0]) + ".__new__", PosOnly: 1, Pos: len(names) + 1}
	sig.Params = append(sig.Params, object.Parameter{Name: "_cls", Required: true})
	firstDefault := len(names) - len(defaults)
	for i, n := range names {
		sig.Params = append(sig.Params, object.Parameter{Name: str(n), Required: i < firstDefault})
	}
	return object.NewFunction("", "__new__", func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		slots := make([]object.Value, len(sig.Params))
		if err := sig.Bind(args, slots); err != nil {
			return object.Value{}, err
		}
		items := slots[1:]
		for i := range items {
			if !items[i].IsValid() {
				items[i] = defaults[i-firstDefault]
			}
		}
		cls, ok := object.AsType(slots[0])
		if !ok || !cls.IsSubtype(object.TupleType) {
			return object.Value{}, object.TypeErrorf("%s(X): X is not a type object (%s)", sig.Name, object.TypeName(slots[0]))
		}
		tuple := &object.Tuple{Items: items}
		tuple.InitHeader(cls)
		return tuple.Value(), t.Charge(int64(len(items))*16 + 48)
	}), nil
}

// dataField is a field of a data class, as the constructor treats it.
type dataField struct {
	name             string
	slot             int          // of the signature; -1: not a parameter
	fallback         object.Value // invalid: none
	factory          object.Value // invalid: none
	forInit, keyword bool
}

// makeDataInit is _collections.make_init(cls, fields, frozen): the __init__ of a data class.
// A field is a tuple (name, init, kw_only, default, default factory, is an InitVar); absent
// defaults are the third argument's first item, the mark for "missing".
func makeDataInit(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	cls, ok := object.AsType(a[0])
	if !ok {
		return object.Value{}, object.TypeErrorf("a class was expected, got %s", object.TypeName(a[0]))
	}
	missing := a[3]
	frozen := a[2].Is(object.True)
	sig := &object.Signature{Name: cls.Qualname + ".__init__"}
	sig.Params = append(sig.Params, object.Parameter{Name: "self", Required: true})
	var fields []*dataField
	list, err := object.ToSlice(t, a[1])
	if err != nil {
		return object.Value{}, err
	}
	for _, v := range list {
		p := tupleOf(v)
		f := &dataField{name: str(p[0]), slot: -1, forInit: p[5].Is(object.True), keyword: p[2].Is(object.True)}
		if !p[3].Is(missing) {
			f.fallback = p[3]
		}
		if !p[4].Is(missing) {
			f.factory = p[4]
		}
		if p[1].Is(object.True) {
			f.slot = 0
		}
		fields = append(fields, f)
	}
	for _, keyword := range []bool{false, true} {
		for _, f := range fields {
			if f.slot < 0 || f.keyword != keyword {
				continue
			}
			f.slot = len(sig.Params)
			sig.Params = append(sig.Params, object.Parameter{Name: f.name, Required: !f.fallback.IsValid() && !f.factory.IsValid()})
			if !keyword {
				sig.Pos = len(sig.Params)
			}
		}
	}
	sig.Pos = max(sig.Pos, 1)
	return object.NewMethodDescriptor(cls, "__init__", func(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
		slots := make([]object.Value, len(sig.Params))
		if err := sig.Bind(args, slots); err != nil {
			return object.Value{}, err
		}
		return object.None, fillDataObject(t, slots, fields, frozen)
	}), nil
}

func fillDataObject(t *object.Thread, slots []object.Value, fields []*dataField, frozen bool) *object.Exception {
	self := slots[0]
	var variables []object.Value
	for _, f := range fields {
		var v object.Value
		if f.slot >= 0 {
			v = slots[f.slot]
		}
		if !v.IsValid() {
			switch {
			case f.factory.IsValid():
				var err *object.Exception
				if v, err = object.Call(t, f.factory, object.Args{}); err != nil {
					return err
				}
			case f.fallback.IsValid():
				v = f.fallback
			default:
				continue
			}
		}
		var err *object.Exception
		switch {
		case f.forInit:
			variables = append(variables, v)
		case frozen:
			err = object.ObjectType.Slots.SetAttr(t, self, f.name, v)
		default:
			err = object.SetAttr(t, self, f.name, v)
		}
		if err != nil {
			return err
		}
	}
	if _, ok := self.Type().Lookup("__post_init__"); ok {
		_, err := object.CallMethod(t, self, "__post_init__", variables...)
		return err
	}
	return nil
}
