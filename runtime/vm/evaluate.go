package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// NewCode makes the code object of what the program compiles while it runs. Code of that kind is linked by whoever holds it and
// not kept by the run, so that a program may compile any number of texts.
func NewCode(t *object.Thread, c *compile.Code) object.Value {
	l := machineOf(t).shared.makeLinked(t, c)
	l.inner = map[*compile.Code]*code{}
	return l.value()
}

// linkInner links the code of a function or class that f's code makes.
func (m *machine) linkInner(f *frame, c *compile.Code) *code {
	if f.code.inner == nil {
		return m.shared.link(m.t, c)
	}
	l := f.code.inner[c]
	if l == nil {
		l = m.shared.makeLinked(m.t, c)
		l.inner = map[*compile.Code]*code{}
		f.code.inner[c] = l
	}
	return l
}

// IsCode reports whether v is a code object.
func IsCode(v object.Value) bool {
	_, ok := object.AsNative[*codeObject](v)
	return ok
}

// Evaluate runs a code object as eval() does (CPython 3.13 Python/bltinmodule.c, builtin_eval_impl).
func Evaluate(t *object.Thread, code object.Value, globals, locals *object.Dict) (object.Value, *object.Exception) {
	o, _ := object.AsNative[*codeObject](code)
	if n := len(o.code.source.FreeFrom); n > 0 {
		return object.Value{}, object.TypeErrorf("code object passed to eval() may not contain free variables")
	}
	m := machineOf(t)
	fn := newFunction(o.code, globals)
	if o.code.source.Flags&compile.FlagFunction != 0 {
		return m.callFunction(fn, object.Args{}, object.Value{})
	}
	return m.runBody(fn, locals)
}
