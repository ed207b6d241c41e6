package object

import "strings"

// GenericAliasType is the type of `list[int]`; UnionType that of `int | None`.
var (
	GenericAliasType = declare("types", "GenericAlias", LayoutNative)
	UnionType        = declare("types", "UnionType", LayoutNative)
)

type genericAlias struct {
	Native
	origin Value
	args   []Value
}

type unionType struct {
	Native
	args []Value
}

func newGenericAlias(origin Value, key Value) Value {
	g := &genericAlias{origin: origin}
	if tuple, ok := AsTuple(key); ok {
		g.args = tuple.Items
	} else {
		g.args = []Value{key}
	}
	g.InitNative(GenericAliasType, g)
	return g.Value()
}

// AllowSubscript gives a type of Go the `__class_getitem__` that makes `C[int]`.
func (t *Type) AllowSubscript() {
	t.classMethod("__class_getitem__", func(_ *Thread, a Args) (Value, *Exception) {
		if err := a.check("__class_getitem__", 1, 1); err != nil {
			return Value{}, err
		}
		return newGenericAlias(a.Pos[0], a.Pos[1]), nil
	})
}

func init() {
	s := &GenericAliasType.Slots
	s.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) {
		if err := args.CheckCount("GenericAlias", 2, 2); err != nil {
			return Value{}, err
		}
		return newGenericAlias(args.Pos[0], args.Pos[1]), nil
	}
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		g, _ := AsNative[*genericAlias](v)
		origin, err := typeText(t, g.origin)
		if err != nil {
			return Value{}, err
		}
		parts := make([]string, len(g.args))
		for i, a := range g.args {
			if parts[i], err = typeText(t, a); err != nil {
				return Value{}, err
			}
		}
		return NewStr(origin + "[" + strings.Join(parts, ", ") + "]"), nil
	}
	s.Call = func(t *Thread, v Value, args Args) (Value, *Exception) {
		g, _ := AsNative[*genericAlias](v)
		return Call(t, g.origin, args)
	}
	s.GetAttr = func(t *Thread, v Value, name string) (Value, *Exception) {
		g, _ := AsNative[*genericAlias](v)
		switch name {
		case "__origin__":
			return g.origin, nil
		case "__args__":
			return NewTuple(g.args...), nil
		case "__class__", "__mro_entries__":
			return genericGetAttr(t, v, name)
		}
		return GetAttr(t, g.origin, name)
	}
	s.Hash = func(t *Thread, v Value) (int64, *Exception) {
		g, _ := AsNative[*genericAlias](v)
		return Hash(t, NewTuple(append([]Value{g.origin}, g.args...)...))
	}
	s.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		x, _ := AsNative[*genericAlias](a)
		y, ok := AsNative[*genericAlias](b)
		if !ok {
			return NotImplemented, nil
		}
		return equality(t, op, NewTuple(append([]Value{x.origin}, x.args...)...), NewTuple(append([]Value{y.origin}, y.args...)...))
	}
	s.Binary[OpBitOr] = unionOr
	s.Traverse = func(v Value, visit func(Value)) {
		g, _ := AsNative[*genericAlias](v)
		for _, a := range g.args {
			visit(a)
		}
	}
	GenericAliasType.method1("__mro_entries__", func(t *Thread, self, bases Value) (Value, *Exception) {
		g, _ := AsNative[*genericAlias](self)
		return NewTuple(g.origin), nil
	})
	u := &UnionType.Slots
	u.Repr = func(t *Thread, v Value) (Value, *Exception) {
		union, _ := AsNative[*unionType](v)
		parts := make([]string, len(union.args))
		var err *Exception
		for i, a := range union.args {
			if parts[i], err = typeText(t, a); err != nil {
				return Value{}, err
			}
		}
		return NewStr(strings.Join(parts, " | ")), nil
	}
	u.Binary[OpBitOr] = unionOr
	u.Compare = func(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
		x, _ := AsNative[*unionType](a)
		y, ok := AsNative[*unionType](b)
		if !ok {
			return NotImplemented, nil
		}
		return equality(t, op, NewTuple(x.args...), NewTuple(y.args...))
	}
	UnionType.AddGetter("__args__", func(t *Thread, v Value) (Value, *Exception) {
		union, _ := AsNative[*unionType](v)
		return NewTuple(union.args...), nil
	})
}

// equality answers == and != for values whose own comparison decides; other operators
// are not supported.
func equality(t *Thread, op CompareOp, a, b Value) (Value, *Exception) {
	if op > CompareNe {
		return NotImplemented, nil
	}
	eq, err := Equal(t, a, b)
	return Bool(eq == (op == CompareEq)), err
}

func typeText(t *Thread, v Value) (string, *Exception) {
	switch {
	case v.IsNone() || v == NoneType.Value():
		return "None", nil
	case v == Ellipsis:
		return "...", nil
	}
	if c, ok := AsType(v); ok {
		return c.FullName(), nil
	}
	return Repr(t, v)
}

// unionOr is `X | Y` of types.
func unionOr(t *Thread, a, b Value) (Value, *Exception) {
	if !canUnite(a) || !canUnite(b) {
		return NotImplemented, nil
	}
	u := &unionType{}
	for _, v := range []Value{a, b} {
		parts := []Value{v}
		if other, ok := AsNative[*unionType](v); ok {
			parts = other.args
		}
		for _, p := range parts {
			if p.IsNone() {
				p = NoneType.Value()
			}
			known := false
			for _, q := range u.args {
				eq, err := Equal(t, p, q)
				if err != nil {
					return Value{}, err
				}
				known = known || eq
			}
			if !known {
				u.args = append(u.args, p)
			}
		}
	}
	if len(u.args) == 1 {
		return u.args[0], nil
	}
	u.InitNative(UnionType, u)
	return u.Value(), nil
}

func canUnite(v Value) bool {
	if v.IsNone() {
		return true
	}
	_, ok := AsType(v)
	return ok || v.Type() == GenericAliasType || v.Type() == UnionType
}
