package vm

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
)

// result is what a program run by itself left behind.
type result struct {
	stdout, stderr string
	exc            *object.Exception
	thread         *object.Thread
	module         *object.Module
}

func testRun() *object.Run {
	return &object.Run{
		RootShape: object.NewShape(), Modules: object.NewDict(), Builtins: testBuiltins(),
		StepsLeft: 50_000_000, MemoryMaxBytes: 256 << 20, IntBitsMax: 1 << 20, RecursionMax: 1000,
	}
}

// testBuiltins holds what the programs of these tests use.
func testBuiltins() *object.Module {
	b := object.NewModule("builtins")
	for _, typ := range []*object.Type{
		object.IntType, object.StrType, object.FloatType, object.BoolType, object.ListType, object.TupleType, object.DictType, object.SetType,
		object.RangeType, object.TypeType, object.ObjectType, object.SuperType, object.PropertyType, object.ClassMethodType, object.StaticMethodType,
		object.BaseExceptionType, object.ExceptionType, object.ValueErrorType, object.TypeErrorType, object.KeyErrorType, object.IndexErrorType,
		object.RuntimeErrorType, object.StopIterationType, object.StopAsyncIterationType, object.GeneratorExitType, object.AttributeErrorType,
		object.NameErrorType, object.ZeroDivisionErrorType, object.RecursionErrorType, object.ExceptionGroupType, object.BaseExceptionGroupType,
		object.UnboundLocalErrorType, object.AssertionErrorType, object.OSErrorType, object.ArithmeticErrorType, object.LookupErrorType,
	} {
		b.Dict.SetStr(typ.Name, typ.Value())
	}
	def := func(name string, fn object.NativeFn) { b.Dict.SetStr(name, object.NewFunction("builtins", name, fn)) }
	def("print", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		var parts []string
		for _, v := range a.Pos {
			s, err := object.ToStr(t, v)
			if err != nil {
				return object.Value{}, err
			}
			parts = append(parts, s)
		}
		return object.None, t.Run.Write(t, 1, strings.Join(parts, " ")+"\n")
	})
	def("len", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		n, err := object.Len(t, a.Pos[0])
		return object.Int(int64(n)), err
	})
	def("repr", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		s, err := object.Repr(t, a.Pos[0])
		return object.NewStr(s), err
	})
	def("next", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		v, err := a.Pos[0].Type().Slots.Next(t, a.Pos[0])
		if err == nil && !v.IsValid() {
			if len(a.Pos) > 1 {
				return a.Pos[1], nil
			}
			err = object.NewStopIteration(object.None)
		}
		return v, err
	})
	def("iter", func(t *object.Thread, a object.Args) (object.Value, *object.Exception) {
		return object.Iter(t, a.Pos[0])
	})
	return b
}

// execute runs a program; a traceback that it ends with goes to stderr.
func execute(t testing.TB, source string) *result {
	t.Helper()
	run := testRun()
	r := &result{}
	run.Write = func(_ *object.Thread, fd int, text string) *object.Exception {
		if fd == 1 {
			r.stdout += text
		} else {
			r.stderr += text
		}
		return nil
	}
	tree, serr := syntax.Parse("x.py", source)
	require.Nil(t, serr, "%v", serr)
	code, serr := compile.Compile(tree, "x.py", compile.Options{})
	require.Nil(t, serr, "%v", serr)
	AddSource(run, "x.py", source)
	r.thread = NewThread(run)
	r.module = object.NewModule("__main__")
	if r.exc = RunModule(r.thread, code, r.module); r.exc != nil {
		r.stderr += FormatException(r.thread, r.exc, true)
	}
	return r
}
