package stdlib

import (
	"fmt"
	"math/big"
	"strings"

	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
)

// literalOf is ast.literal_eval: the value of an expression of constants and brackets (CPython 3.13 Lib/ast.py).
func literalOf(t *object.Thread, text string) (object.Value, *object.Exception) {
	if err := t.Charge(int64(len(text)) * compileBytesPerByte); err != nil {
		return object.Value{}, err
	}
	if err := t.Tick(1 + len(text)); err != nil {
		return object.Value{}, err
	}
	tree, serr := syntax.ParseExpression("<unknown>", text)
	if serr != nil {
		return object.Value{}, syntaxErrorOf(serr, "eval")
	}
	return literalValue(t, tree.Body[0].(*syntax.ExprStmt).Value)
}

func literalValue(t *object.Thread, e syntax.Expr) (object.Value, *object.Exception) {
	switch e := e.(type) {
	case *syntax.Constant:
		return constantValue(e), nil
	case *syntax.Tuple:
		items, err := literalValues(t, e.Elts)
		return object.NewTuple(items...), err
	case *syntax.List:
		items, err := literalValues(t, e.Elts)
		return object.NewList(items), err
	case *syntax.Set:
		return literalSet(t, e.Elts)
	case *syntax.Dict:
		return literalDict(t, e)
	case *syntax.Call:
		if name, ok := e.Func.(*syntax.Name); ok && name.ID == "set" && len(e.Args)+len(e.Keywords) == 0 {
			return object.NewSet().Value(), nil
		}
	case *syntax.UnaryOp:
		return literalSigned(t, e)
	case *syntax.BinOp:
		return literalComplex(t, e)
	}
	return malformed(t, e)
}

// malformed is the error for what is no literal; e is nil for the ** of a dict.
func malformed(t *object.Thread, e syntax.Expr) (object.Value, *object.Exception) {
	if e == nil {
		return object.Value{}, object.ValueErrorf("malformed node or string: None")
	}
	kind := strings.TrimPrefix(fmt.Sprintf("%T", e), "*syntax.")
	return object.Value{}, object.ValueErrorf("malformed node or string on line %d: <ast.%s object at %#x>", e.Position().Line, kind, t.Run.ID(object.NewList(nil)))
}

func constantValue(k *syntax.Constant) object.Value {
	switch k.Kind {
	case syntax.ConstTrue:
		return object.True
	case syntax.ConstFalse:
		return object.False
	case syntax.ConstEllipsis:
		return object.Ellipsis
	case syntax.ConstInt:
		if k.Big != nil {
			return object.NewInt(new(big.Int).Set(k.Big))
		}
		return object.Int(k.Int)
	case syntax.ConstFloat:
		return object.Float(k.Float)
	case syntax.ConstImaginary:
		return object.NewComplex(complex(0, k.Float))
	case syntax.ConstString:
		return object.NewStr(k.Str)
	case syntax.ConstBytes:
		return object.NewBytes(k.Str)
	}
	return object.None
}

func literalValues(t *object.Thread, elts []syntax.Expr) ([]object.Value, *object.Exception) {
	var items []object.Value
	for _, e := range elts {
		v, err := literalValue(t, e)
		if err != nil {
			return nil, err
		}
		items = append(items, v)
	}
	return items, nil
}

func literalSet(t *object.Thread, elts []syntax.Expr) (object.Value, *object.Exception) {
	items, err := literalValues(t, elts)
	if err != nil {
		return object.Value{}, err
	}
	set := object.NewSet()
	for _, v := range items {
		if err := set.Add(t, v); err != nil {
			return object.Value{}, err
		}
	}
	return set.Value(), nil
}

func literalDict(t *object.Thread, e *syntax.Dict) (object.Value, *object.Exception) {
	d := object.NewDict()
	for i, key := range e.Keys {
		if key == nil { // **more
			return malformed(t, nil)
		}
		k, err := literalValue(t, key)
		if err != nil {
			return object.Value{}, err
		}
		v, err := literalValue(t, e.Values[i])
		if err != nil {
			return object.Value{}, err
		}
		if err := d.Set(t, k, v); err != nil {
			return object.Value{}, err
		}
	}
	return d.Value(), nil
}

// literalSigned is a number with a sign.
func literalSigned(t *object.Thread, e *syntax.UnaryOp) (object.Value, *object.Exception) {
	if e.Op != syntax.USub && e.Op != syntax.UAdd {
		return malformed(t, e)
	}
	k, ok := e.Operand.(*syntax.Constant)
	if !ok || k.Kind != syntax.ConstInt && k.Kind != syntax.ConstFloat && k.Kind != syntax.ConstImaginary {
		return malformed(t, e.Operand)
	}
	if e.Op == syntax.UAdd {
		return constantValue(k), nil
	}
	return object.Neg(t, constantValue(k))
}

// literalComplex is a sum or difference of a real and an imaginary number.
func literalComplex(t *object.Thread, e *syntax.BinOp) (object.Value, *object.Exception) {
	right, ok := e.Right.(*syntax.Constant)
	if !ok || right.Kind != syntax.ConstImaginary || e.Op != syntax.Add && e.Op != syntax.Sub {
		return malformed(t, e)
	}
	left, err := literalValue(t, e.Left)
	if err != nil {
		return object.Value{}, err
	}
	if !left.IsInt() && !left.IsFloat() {
		return malformed(t, e)
	}
	real, err := object.ToFloat(t, left)
	if err != nil {
		return object.Value{}, err
	}
	if e.Op == syntax.Sub {
		return object.NewComplex(complex(real, -right.Float)), nil
	}
	return object.NewComplex(complex(real, right.Float)), nil
}
