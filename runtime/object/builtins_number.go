package object

import "math"

func addNumberBuiltins() {
	builtin1("abs", Abs)
	builtinN("divmod", 2, 2, func(t *Thread, p []Value) (Value, *Exception) { return Binary(t, OpDivMod, p[0], p[1]) })
	builtin("pow", builtinPow)
	builtin("round", builtinRound)
	builtin("sum", builtinSum)
	builtin("min", func(t *Thread, a Args) (Value, *Exception) { return extreme(t, "min", CompareLt, a) })
	builtin("max", func(t *Thread, a Args) (Value, *Exception) { return extreme(t, "max", CompareGt, a) })
}

var powSignature = NativeSignature("pow(base, exp, mod=)")

func builtinPow(t *Thread, a Args) (Value, *Exception) {
	var p [3]Value
	if err := powSignature.Bind(a, p[:]); err != nil {
		return Value{}, err
	}
	if !p[2].IsValid() || p[2].IsNone() {
		return Binary(t, OpPow, p[0], p[1])
	}
	if IsIntLike(p[0]) && IsIntLike(p[1]) && IsIntLike(p[2]) {
		return IntPowMod(t, p[0], p[1], p[2])
	}
	if fn, ok := SpecialMethod(t, p[0], "__pow__"); ok && p[0].Type().Flags&FlagHeap != 0 {
		r, err := Call(t, fn, Arguments(p[1], p[2]))
		if err != nil || r != NotImplemented {
			return r, err
		}
	}
	if p[0].IsFloat() || p[1].IsFloat() {
		return Value{}, TypeErrorf("pow() 3rd argument not allowed unless all arguments are integers")
	}
	return Value{}, TypeErrorf("unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", TypeName(p[0]), TypeName(p[1]), TypeName(p[2]))
}

var roundSignature = NativeSignature("round(number, ndigits=)")

func builtinRound(t *Thread, a Args) (Value, *Exception) {
	var p [2]Value
	if err := roundSignature.Bind(a, p[:]); err != nil {
		return Value{}, err
	}
	fn, ok := SpecialMethod(t, p[0], "__round__")
	if !ok {
		return Value{}, TypeErrorf("type %s doesn't define __round__ method", TypeName(p[0]))
	}
	if !p[1].IsValid() || p[1].IsNone() {
		return Call(t, fn, Args{})
	}
	return Call(t, fn, Arguments(p[1]))
}

var sumSignature = NativeSignature("sum(iterable, /, start=)")

func builtinSum(t *Thread, a Args) (Value, *Exception) {
	var p [2]Value
	if err := sumSignature.Bind(a, p[:]); err != nil {
		return Value{}, err
	}
	s := summer{t: t, total: Int(0)}
	if p[1].IsValid() {
		s.total = p[1]
		switch p[1].Type().Layout {
		case LayoutStr:
			return Value{}, TypeErrorf("sum() can't sum strings [use ''.join(seq) instead]")
		case LayoutBytes:
			return Value{}, TypeErrorf("sum() can't sum bytes [use b''.join(seq) instead]")
		case LayoutByteArray:
			return Value{}, TypeErrorf("sum() can't sum bytearray [use b''.join(seq) instead]")
		}
	}
	s.startFloat()
	if err := Iterate(t, p[0], s.add); err != nil {
		return Value{}, err
	}
	return s.result(), nil
}

// summer adds up; floats with a running compensation of what rounding lost, as CPython
// does since 3.12.
type summer struct {
	t        *Thread
	total    Value
	floating bool
	high     float64
	low      float64
}

func (s *summer) startFloat() {
	if s.total.IsFloat() {
		s.floating, s.high, s.low = true, s.total.AsFloat64(), 0
	}
}

func (s *summer) add(v Value) *Exception {
	if s.floating {
		switch {
		case v.IsFloat():
			s.addFloat(v.AsFloat64())
			return nil
		case v.IsInt():
			s.addFloat(float64(v.AsInt64()))
			return nil
		}
		s.total, s.floating = s.result(), false
	} else if s.total.IsInt() && v.IsInt() {
		x, y := s.total.AsInt64(), v.AsInt64()
		if sum := x + y; (sum > x) == (y > 0) {
			s.total = Int(sum)
			return nil
		}
	}
	r, err := Binary(s.t, OpAdd, s.total, v)
	s.total = r
	if err == nil {
		s.startFloat()
	}
	return err
}

func (s *summer) addFloat(x float64) {
	sum := s.high + x
	if math.Abs(s.high) >= math.Abs(x) {
		s.low += (s.high - sum) + x
	} else {
		s.low += (x - sum) + s.high
	}
	s.high = sum
}

func (s *summer) result() Value {
	if !s.floating {
		return s.total
	}
	if s.low != 0 && !math.IsInf(s.high, 0) && !math.IsNaN(s.high) && !math.IsInf(s.low, 0) && !math.IsNaN(s.low) {
		return Float(s.high + s.low)
	}
	return Float(s.high)
}

// extreme is min and max: op holds when a value replaces the best so far.
func extreme(t *Thread, name string, op CompareOp, a Args) (Value, *Exception) {
	var key, fallback Value
	for i, kw := range a.KwNames {
		switch kw {
		case "key":
			key = a.KwValues[i]
		case "default":
			fallback = a.KwValues[i]
		default:
			return Value{}, TypeErrorf("%s() got an unexpected keyword argument '%s'", name, kw)
		}
	}
	if key.IsValid() && key.IsNone() {
		key = Value{}
	}
	if len(a.Pos) == 0 {
		return Value{}, TypeErrorf("%s expected at least 1 argument, got 0", name)
	}
	source := a.Pos[0]
	if len(a.Pos) > 1 {
		if fallback.IsValid() {
			return Value{}, TypeErrorf("Cannot specify a default for %s() with multiple positional arguments", name)
		}
		source = NewTuple(a.Pos...)
	}
	var best, bestKey Value
	err := Iterate(t, source, func(v Value) *Exception {
		k := v
		var err *Exception
		if key.IsValid() {
			if k, err = Call(t, key, Arguments(v)); err != nil {
				return err
			}
		}
		if best.IsValid() {
			better, err := CompareBool(t, op, k, bestKey)
			if err != nil || !better {
				return err
			}
		}
		best, bestKey = v, k
		return nil
	})
	switch {
	case err != nil:
		return Value{}, err
	case best.IsValid():
		return best, nil
	case fallback.IsValid():
		return fallback, nil
	}
	return Value{}, ValueErrorf("%s() iterable argument is empty", name)
}
