package object

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sampleValues are values of many types, some of them odd, as a careless or hostile
// program would pass them around.
func sampleValues(t *testing.T, th *Thread) []Value {
	t.Helper()
	d := NewDict()
	d.SetStr("a", Int(1))
	s := NewSet()
	require.Nil(t, s.Add(th, Int(3)))
	cyclic := NewList([]Value{Int(1)})
	list, _ := AsList(cyclic)
	list.Items = append(list.Items, cyclic)
	values := []Value{
		None, True, Int(0), Int(-1), Int(3), Int(1 << 62), Float(1.5), NewStr(""), NewStr("a"), NewStr("__class__"), NewBytes("x"),
		NewList(nil), cyclic, NewTuple(), NewTuple(NewStr("a"), Int(1)), d.Value(), s.Value(), NewRange(0, 3, 1), NewSlice(None, Int(1), None),
		NewException(ValueErrorType, "v").Value(), exceptionGroup(t, th),
		IntType.Value(), TypeType.Value(), ObjectType.Value(), ExceptionType.Value(), NewFunction("m", "f", func(*Thread, Args) (Value, *Exception) { return None, nil }),
		NewModule("m").Value(), NotImplemented, newListIterator(list), newDictView(DictItemsType, d, entryItem), newProxy(d.Value()),
	}
	for _, base := range []*Type{ObjectType, ListType, DictType, SetType, FrozenSetType, TupleType, IntType, StrType, FloatType, ExceptionType, PropertyType, SuperType,
		EnumerateType, ZipType, MapType, FilterType, ReversedType, ClassMethodType, StaticMethodType, ModuleType, BytesType, ByteArrayType, ComplexType, BaseExceptionGroupType} {
		cls, err := NewClass(th, TypeType, "Sub"+base.Name, []Value{base.Value()}, NewDict(), Args{})
		require.Nil(t, err)
		values = append(values, cls)
		if v, err := Call(th, cls, Args{}); err == nil {
			values = append(values, v)
		}
		if typ, _ := AsType(cls); typ.Alloc != nil {
			values = append(values, typ.Alloc(typ).Value())
		}
	}
	return values
}

// Every function and method of the built-in types must answer any call with a value or an
// exception.
func TestNoCallOfABuiltinPanics(t *testing.T) {
	th := newTestThread(t, nil)
	th.Run.Builtins = NewBuiltins()
	th.Run.StepsLeft = 1 << 50
	th.Run.Import = func(t *Thread, name string) (*Module, *Exception) {
		return nil, ImportErrorOf(ModuleNotFoundErrorType, name, "No module named '"+name+"'")
	}
	samples := sampleValues(t, th)
	var callees []Value
	seen := map[*Type]bool{}
	for _, v := range append(append([]Value(nil), samples...), builtinValues...) {
		callees = append(callees, v)
		types := v.Type().MRO
		if c, ok := AsType(v); ok {
			types = c.MRO
		}
		for _, c := range types {
			if seen[c] {
				continue
			}
			seen[c] = true
			for _, name := range c.OwnNames() {
				member, _ := c.OwnMember(name)
				callees = append(callees, member)
			}
		}
	}
	argSets := []Args{{}, {KwNames: []string{"key"}, KwValues: []Value{None}}}
	for i, v := range samples {
		w, x := samples[(i*7+3)%len(samples)], samples[(i*11+5)%len(samples)]
		argSets = append(argSets, Arguments(v), Arguments(v, w), Arguments(v, x), Arguments(v, w, x),
			Args{Pos: []Value{v, w}, KwNames: []string{"default"}, KwValues: []Value{x}}, Arguments(v, w, x, w))
	}
	for _, callee := range callees {
		for _, args := range argSets {
			requireNoPanic(t, th, callee, args)
		}
	}
}

// Every special operation must answer any operands likewise.
func TestNoOperationPanics(t *testing.T) {
	th := newTestThread(t, nil)
	th.Run.StepsLeft = 1 << 50
	samples := sampleValues(t, th)
	for _, v := range samples {
		for _, w := range samples {
			name := fmt.Sprintf("%s and %s", TypeName(v), TypeName(w))
			require.NotPanics(t, func() {
				for op := OpAdd; op < binaryOpCount; op++ {
					_, _ = Binary(th, op, v, w)
				}
				for op := CompareEq; op <= CompareGe; op++ {
					_, _ = Compare(th, op, v, w)
				}
				_, _ = Contains(th, v, w)
				_, _ = GetItem(th, v, w)
				_, _ = IsInstance(th, v, w)
				_, _ = IsSubclass(th, v, w)
				_, _ = UnpackStar(th, v, 1, 1)
			}, name)
		}
		require.NotPanics(t, func() {
			_, _ = Repr(th, v)
			_, _ = ToStr(th, v)
			_, _ = Hash(th, v)
			_, _ = Truth(th, v)
			_, _ = ToSlice(th, v)
			_, _ = FormatValue(th, v, ">5")
			for _, name := range instanceNames(v) {
				_, _ = GetAttr(th, v, name)
				_ = SetAttr(th, v, name, None)
				_ = DelAttr(th, v, name)
			}
		}, TypeName(v))
	}
}

func requireNoPanic(t *testing.T, th *Thread, callee Value, args Args) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			th.reprs, th.nativeDepth = nil, 0
			types := ""
			for _, v := range args.Pos {
				types += " " + TypeName(v)
			}
			assert.Failf(t, "panic", "%s of%s: %v", nameFor(callee), types, r)
		}
	}()
	_, _ = Call(th, callee, args)
}

// nameFor names a callee without running any of its code.
func nameFor(v Value) string {
	if m, ok := AsMethodDescriptor(v); ok {
		return m.Owner.Name + "." + m.Name
	}
	if w, ok := AsNative[*SlotWrapper](v); ok {
		return w.owner.Name + "." + w.name
	}
	if f, ok := AsNativeFunction(v); ok {
		return f.Name
	}
	if c, ok := AsType(v); ok {
		return "type " + c.Name
	}
	return TypeName(v)
}

func exceptionGroup(t *testing.T, th *Thread) Value {
	t.Helper()
	members := NewList([]Value{NewException(KeyErrorType, "k").Value()})
	group, err := Call(th, ExceptionGroupType.Value(), Args{Pos: []Value{NewStr("g"), members}})
	require.Nil(t, err)
	return group
}
