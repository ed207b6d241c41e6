package object

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func intList(values ...int64) Value {
	items := make([]Value, len(values))
	for i, v := range values {
		items[i] = Int(v)
	}
	return NewList(items)
}

// The expected orders are what CPython 3.13 prints.
func TestSetsOfIntsHaveCPythonsOrder(t *testing.T) {
	th := newTestThread(t, nil)
	for name, c := range map[string]struct {
		add, discard []int64
		want         string
	}{
		"small":           {add: []int64{3, 1, 2}, want: "{1, 2, 3}"},
		"colliding":       {add: []int64{8, 0, 16}, want: "{8, 0, 16}"},
		"grown":           {add: []int64{5, 100, 50, 7, -1, 33, 65, 8}, want: "{33, 65, 100, 5, 7, 8, 50, -1}"},
		"with holes left": {add: []int64{1, 2, 3, 4}, discard: []int64{2, 1}, want: "{3, 4}"},
	} {
		t.Run(name, func(t *testing.T) {
			s := NewSet()
			for _, v := range c.add {
				require.Nil(t, s.Add(th, Int(v)))
			}
			for _, v := range c.discard {
				removed, err := s.Discard(th, Int(v))
				require.Nil(t, err)
				require.True(t, removed)
			}
			assert.Equal(t, c.want, reprOf(t, th, s.Value()))
		})
	}
}

func TestDictKeepsInsertionOrderThroughDeletionsAndGrowth(t *testing.T) {
	th := newTestThread(t, nil)
	d := NewDict()
	for i := range int64(1000) {
		require.Nil(t, d.Set(th, Int(i), Int(-i)))
	}
	for i := range int64(1000) {
		if i%3 != 0 {
			ok, err := d.Delete(th, Int(i))
			require.Nil(t, err)
			require.True(t, ok)
		}
	}
	require.Nil(t, d.Set(th, Int(1), None))
	assert.Equal(t, 335, d.Len())
	pos, want := 0, int64(0)
	for {
		k, _, ok := d.NextEntry(&pos)
		if !ok || want > 999 {
			assert.Equal(t, Int(1), k)
			break
		}
		assert.Equal(t, Int(want), k)
		want += 3
	}
}

func TestPositionOfAKeyHoldsWhileKeysVersionStays(t *testing.T) {
	d := NewDict()
	d.SetStr("a", Int(1))
	d.SetStr("b", Int(2))
	version, at := d.KeysVersion(), d.Find("b")
	d.SetStr("b", Int(3))
	assert.Equal(t, version, d.KeysVersion())
	assert.Equal(t, Int(3), d.ValueAt(at))
	d.DeleteStr("a")
	assert.NotEqual(t, version, d.KeysVersion())
	assert.Equal(t, -1, d.Find("a"))
}

func TestSortIsStableAndKeepsEveryItemOnError(t *testing.T) {
	th := newTestThread(t, nil)
	items := make([]Value, 0, 300)
	for i := range int64(300) {
		items = append(items, NewTuple(Int(i*7919%10), Int(i)))
	}
	first := NewFunction("", "first", func(t *Thread, a Args) (Value, *Exception) { return GetItem(t, a.Pos[0], Int(0)) })
	require.Nil(t, sortValues(th, items, first, false))
	for i := 1; i < len(items); i++ {
		less, err := CompareBool(th, CompareLt, items[i-1], items[i])
		require.Nil(t, err)
		assert.True(t, less, "pairs with equal keys keep their order, at %d", i)
	}

	mixed := []Value{Int(3), Int(1), NewStr("x"), Int(2)}
	err := sortValues(th, mixed, Value{}, false)
	require.NotNil(t, err)
	assert.Equal(t, "'<' not supported between instances of 'str' and 'int'", mustStr(err.Args[0]))
	assert.ElementsMatch(t, []Value{Int(1), Int(2), Int(3)}, func() (ints []Value) {
		for _, v := range mixed {
			if v.IsInt() {
				ints = append(ints, v)
			}
		}
		return
	}())
}

func TestMemoryLimitEndsTheRunBeforeAllocating(t *testing.T) {
	th := newTestThread(t, nil)
	_, err := Binary(th, OpMult, intList(0), Int(1_000_000_000_000))
	require.NotNil(t, err)
	assert.Equal(t, LimitMemory, err.Fatal)
	assert.False(t, err.Is(BaseExceptionType), "no Python code can catch it")
}

func TestMemoryLimitCountsWhatIsBeingBuilt(t *testing.T) {
	th := newTestThread(t, nil)
	th.Run.StepsLeft = 1 << 40
	_, err := ToSlice(th, NewRange(0, 1<<40, 1))
	require.NotNil(t, err)
	assert.Equal(t, LimitMemory, err.Fatal)
	assert.Empty(t, th.Run.memory.pinned)
}

func TestGarbageDoesNotCountAsMemory(t *testing.T) {
	th := newTestThread(t, nil)
	th.Run.StepsLeft = 1 << 40
	for range 2000 {
		_, err := Binary(th, OpMult, intList(0), Int(10_000))
		require.Nil(t, err)
	}
}

func TestStepLimitEndsAnEndlessLoopInGo(t *testing.T) {
	th := newTestThread(t, nil)
	th.Run.StepsLeft = 100_000
	endless := newCallableIterator(NewFunction("", "f", func(*Thread, Args) (Value, *Exception) { return Int(1), nil }), None)
	err := Iterate(th, endless, func(Value) *Exception { return nil })
	require.NotNil(t, err)
	assert.Equal(t, LimitSteps, err.Fatal)
}

func TestSuggestFollowsCPythonsRules(t *testing.T) {
	for _, c := range []struct {
		name       string
		candidates []string
		want       string
	}{
		{"pritn", []string{"print", "repr"}, "print"},
		{"bluch", []string{"blech", "bluchin"}, "blech"},
		{"Foo", []string{"foo", "fob"}, "foo"},
		{"x", []string{"yy", "zzz"}, ""},
		{"name", []string{"name"}, ""},
		{strings.Repeat("a", 41), []string{strings.Repeat("a", 40)}, ""},
	} {
		assert.Equal(t, c.want, Suggest(c.name, c.candidates), c.name)
	}
}

func TestSignatureMessages(t *testing.T) {
	python := MustSignature("f(a, b, c=, *, key)")
	native := NativeSignature("g(x, y=)")
	for _, c := range []struct {
		sig  *Signature
		args Args
		want string
	}{
		{python, Arguments(), "f() missing 2 required positional arguments: 'a' and 'b'"},
		{python, Arguments(None, None), "f() missing 1 required keyword-only argument: 'key'"},
		{python, Arguments(None, None, None, None), "f() takes from 2 to 3 positional arguments but 4 were given"},
		{python, Args{Pos: []Value{None}, KwNames: []string{"a"}, KwValues: []Value{None}}, "f() got multiple values for argument 'a'"},
		{python, Args{KwNames: []string{"kee"}, KwValues: []Value{None}}, "f() got an unexpected keyword argument 'kee'. Did you mean 'key'?"},
		{native, Arguments(), "g() missing required argument 'x' (pos 1)"},
		{native, Arguments(None, None, None), "g() takes at most 2 arguments (3 given)"},
	} {
		err := c.sig.Bind(c.args, make([]Value, c.sig.Slots()))
		require.NotNil(t, err, c.want)
		assert.Equal(t, c.want, mustStr(err.Args[0]))
	}
}
