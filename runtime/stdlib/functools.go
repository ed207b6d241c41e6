package stdlib

import (
	"slices"
	"strings"

	"asyncplay/runtime/object"
)

// newFunctoolsModule makes _functools: what of module functools calls are made through.
func newFunctoolsModule(t *object.Thread) *object.Module {
	m := object.NewModule("functools")
	m.Dict.SetStr("partial", partialType.Value())
	m.Dict.SetStr("_lru_cache_wrapper", cacheType.Value())
	defineN(m, "reduce", 2, 3, functoolsReduce)
	define(m, "cmp_to_key(mycmp)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return newComparisonKey(a[0], object.Value{}), nil
	})
	return m
}

func functoolsReduce(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	var result object.Value
	if len(a) == 3 {
		result = a[2]
	}
	if a[1].Type().Slots.Iter == nil && a[1].Type().Slots.GetItem == nil {
		return object.Value{}, object.TypeErrorf("reduce() arg 2 must support iteration")
	}
	err := object.Iterate(t, a[1], func(x object.Value) (err *object.Exception) {
		if !result.IsValid() {
			result = x
			return nil
		}
		result, err = object.Call(t, a[0], object.Arguments(result, x))
		return err
	})
	if err == nil && !result.IsValid() {
		err = object.TypeErrorf("reduce() of empty iterable with no initial value")
	}
	return result, err
}

// partial is functools.partial.
type partial struct {
	object.Native
	fn   object.Value
	pos  []object.Value
	kw   *object.Dict
	args object.Args // pos and kw
}

var partialType = declare("functools", "partial")

func partialOf(v object.Value) *partial {
	p, _ := object.AsNative[*partial](v)
	return p
}

func init() {
	partialType.Flags |= object.FlagHasDict
	partialType.AllowSubscript()
	partialType.Alloc = func(cls *object.Type) *object.Object {
		p := &partial{fn: object.None, kw: object.NewDict()}
		p.InitNative(cls, p)
		return &p.Object
	}
	s := &partialType.Slots
	s.New = newPartial
	s.Call = func(t *object.Thread, callee object.Value, args object.Args) (object.Value, *object.Exception) {
		p := partialOf(callee)
		return object.Call(t, p.fn, joinArgs(p.args, args))
	}
	s.Repr = partialRepr
	s.Traverse = func(v object.Value, visit func(object.Value)) {
		p := partialOf(v)
		visit(p.fn)
		visit(p.kw.Value())
		for _, x := range p.pos {
			visit(x)
		}
	}
	getter := func(name string, get func(p *partial) object.Value) {
		partialType.AddGetter(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			return get(partialOf(v)), nil
		})
	}
	getter("func", func(p *partial) object.Value { return p.fn })
	getter("args", func(p *partial) object.Value { return object.NewTuple(p.pos...) })
	getter("keywords", func(p *partial) object.Value { return p.kw.Value() })
}

// joinArgs puts the arguments of a call behind those kept; keywords of the call win.
func joinArgs(kept, call object.Args) object.Args {
	joined := object.Args{Pos: slices.Concat(kept.Pos, call.Pos)}
	if len(kept.KwNames) == 0 {
		joined.KwNames, joined.KwValues = call.KwNames, call.KwValues
		return joined
	}
	joined.KwNames = slices.Clone(kept.KwNames)
	joined.KwValues = slices.Clone(kept.KwValues)
	for i, name := range call.KwNames {
		if at := slices.Index(joined.KwNames, name); at >= 0 {
			joined.KwValues[at] = call.KwValues[i]
			continue
		}
		joined.KwNames = append(joined.KwNames, name)
		joined.KwValues = append(joined.KwValues, call.KwValues[i])
	}
	return joined
}

func newPartial(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
	if len(args.Pos) < 1 {
		return object.Value{}, object.TypeErrorf("type 'partial' takes at least one argument")
	}
	fn := args.Pos[0]
	if !object.IsCallable(fn) {
		return object.Value{}, object.TypeErrorf("the first argument must be callable")
	}
	kept := object.Args{Pos: slices.Clone(args.Pos[1:]), KwNames: args.KwNames, KwValues: args.KwValues}
	if inner := partialOf(fn); inner != nil && fn.Type() == partialType && fn.Header().Attrs() == nil {
		fn, kept = inner.fn, joinArgs(inner.args, kept)
	}
	p := partialOf(partialType.Alloc(cls).Value())
	p.fn, p.pos = fn, kept.Pos
	p.args = object.Args{Pos: kept.Pos, KwNames: slices.Clone(kept.KwNames), KwValues: slices.Clone(kept.KwValues)}
	for i, name := range kept.KwNames {
		p.kw.SetStr(name, kept.KwValues[i])
	}
	return p.Value(), nil
}

func partialRepr(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
	p := partialOf(v)
	if inside, err := enterRepr(t, v); err != nil || inside {
		return object.NewStr("..."), err
	}
	defer leaveRepr(t)
	var b strings.Builder
	text, err := object.Repr(t, p.fn)
	if err != nil {
		return object.Value{}, err
	}
	b.WriteString(v.Type().FullName() + "(" + text)
	for _, x := range p.pos {
		if text, err = object.Repr(t, x); err != nil {
			return object.Value{}, err
		}
		b.WriteString(", " + text)
	}
	for i, name := range p.args.KwNames {
		if text, err = object.Repr(t, p.args.KwValues[i]); err != nil {
			return object.Value{}, err
		}
		b.WriteString(", " + name + "=" + text)
	}
	b.WriteString(")")
	return object.NewStr(b.String()), nil
}

// comparisonKey is what functools.cmp_to_key makes: without item it is the key function.
type comparisonKey struct {
	object.Native
	compare, item object.Value
}

var comparisonKeyType = declare("functools", "KeyWrapper")

func newComparisonKey(compare, item object.Value) object.Value {
	k := &comparisonKey{compare: compare, item: item}
	k.InitNative(comparisonKeyType, k)
	return k.Value()
}

func init() {
	s := &comparisonKeyType.Slots
	s.Call = func(t *object.Thread, callee object.Value, args object.Args) (object.Value, *object.Exception) {
		k, _ := object.AsNative[*comparisonKey](callee)
		if len(args.Pos) != 1 {
			return object.Value{}, object.TypeErrorf("K() missing required argument 'obj' (pos 1)")
		}
		return newComparisonKey(k.compare, args.Pos[0]), nil
	}
	s.Compare = func(t *object.Thread, op object.CompareOp, a, b object.Value) (object.Value, *object.Exception) {
		x, okX := object.AsNative[*comparisonKey](a)
		y, okY := object.AsNative[*comparisonKey](b)
		if !okX || !okY {
			return object.Value{}, object.TypeErrorf("other argument must be K instance")
		}
		r, err := object.Call(t, x.compare, object.Arguments(x.item, y.item))
		if err != nil {
			return object.Value{}, err
		}
		return object.Compare(t, op, r, object.Int(0))
	}
	comparisonKeyType.AddGetter("obj", func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		k, _ := object.AsNative[*comparisonKey](v)
		return given(k.item, object.None), nil
	})
}
