package stdlib

import "asyncplay/runtime/object"

// newOperatorModule makes _operator: the functions of module operator that are an operator of
// the language. The rest of it is written in Python.
func newOperatorModule(t *object.Thread) *object.Module {
	m := object.NewModule("_operator")
	addBinaryOperators(m)
	addComparisons(m)
	addUnaryOperators(m)
	addItemOperators(m)
	return m
}

var operatorNames = []struct {
	name string
	op   object.BinaryOp
}{
	{"add", object.OpAdd}, {"sub", object.OpSub}, {"mul", object.OpMult}, {"matmul", object.OpMatMult}, {"truediv", object.OpDiv},
	{"mod", object.OpMod}, {"pow", object.OpPow}, {"lshift", object.OpLShift}, {"rshift", object.OpRShift}, {"or_", object.OpBitOr},
	{"xor", object.OpBitXor}, {"and_", object.OpBitAnd}, {"floordiv", object.OpFloorDiv},
}

func operator2(m *object.Module, name string, fn func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception)) {
	defineN(m, name, 2, 2, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) { return fn(t, a[0], a[1]) })
}

func addBinaryOperators(m *object.Module) {
	for _, o := range operatorNames {
		operator2(m, o.name, func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
			return object.Binary(t, o.op, a, b)
		})
		inPlace := "i" + o.name
		if n := len(inPlace) - 1; inPlace[n] == '_' {
			inPlace = inPlace[:n]
		}
		operator2(m, inPlace, func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
			return object.InPlace(t, o.op, a, b)
		})
	}
	operator2(m, "concat", func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
		if !isSequence(a) {
			return object.Value{}, object.TypeErrorf("'%s' object can't be concatenated", object.TypeName(a))
		}
		return object.Binary(t, object.OpAdd, a, b)
	})
	operator2(m, "iconcat", func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
		if !isSequence(a) {
			return object.Value{}, object.TypeErrorf("'%s' object can't be concatenated", object.TypeName(a))
		}
		return object.InPlace(t, object.OpAdd, a, b)
	})
}

func addComparisons(m *object.Module) {
	for i, name := range []string{"eq", "ne", "lt", "le", "gt", "ge"} {
		operator2(m, name, func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
			return object.Compare(t, object.CompareOp(i), a, b)
		})
	}
	operator2(m, "is_", func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
		return object.Bool(a.Is(b)), nil
	})
	operator2(m, "is_not", func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
		return object.Bool(!a.Is(b)), nil
	})
	operator2(m, "contains", func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
		found, err := object.Contains(t, a, b)
		return object.Bool(found), err
	})
}

func addUnaryOperators(m *object.Module) {
	define1(m, "neg", object.Neg)
	define1(m, "pos", object.Pos)
	define1(m, "inv", object.Invert)
	define1(m, "invert", object.Invert)
	define1(m, "abs", object.Abs)
	define1(m, "index", object.Index)
	define1(m, "truth", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		b, err := object.Truth(t, v)
		return object.Bool(b), err
	})
	define1(m, "not_", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		b, err := object.Truth(t, v)
		return object.Bool(!b), err
	})
}

func addItemOperators(m *object.Module) {
	operator2(m, "getitem", object.GetItem)
	operator2(m, "delitem", func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
		return object.None, object.DelItem(t, a, b)
	})
	defineN(m, "setitem", 3, 3, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.None, object.SetItem(t, a[0], a[1], a[2])
	})
	counting := func(name string, result func(found, n int) int, all bool) {
		operator2(m, name, func(t *object.Thread, a, b object.Value) (object.Value, *object.Exception) {
			found, n := -1, 0
			count := 0
			err := object.Iterate(t, a, func(x object.Value) *object.Exception {
				equal, err := object.Equal(t, x, b)
				if equal {
					count++
					if found < 0 {
						found = n
					}
				}
				n++
				return err
			})
			if err != nil {
				return object.Value{}, err
			}
			if !all && found < 0 {
				return object.Value{}, object.ValueErrorf("sequence.index(x): x not in sequence")
			}
			return object.Int(int64(result(found, count))), nil
		})
	}
	counting("countOf", func(found, count int) int { return count }, true)
	counting("indexOf", func(found, count int) int { return found }, false)
	define(m, "length_hint(obj, default=, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		if a[0].Type().Slots.Len != nil {
			n, err := object.Len(t, a[0])
			return object.Int(int64(n)), err
		}
		if hint, ok := object.SpecialMethod(t, a[0], "__length_hint__"); ok {
			v, err := object.Call(t, hint, object.Args{})
			if err != nil || !v.Is(object.NotImplemented) {
				return v, err
			}
		}
		return given(a[1], object.Int(0)), nil
	})
}
