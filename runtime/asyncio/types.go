package asyncio

import "asyncplay/runtime/object"

// declared are the types that completeTypes finishes.
var declared []*object.Type

// declare makes a type that CPython has in C, to be filled in by an init function.
func declare(module, name string, bases ...*object.Type) *object.Type {
	typ := object.DeclareType(module, name, object.LayoutNative, bases...)
	declared = append(declared, typ)
	return typ
}

// declareClass makes a type that is a class written in Python in CPython: instances take
// attributes, and messages name it without its module.
func declareClass(module, name string, bases ...*object.Type) *object.Type {
	typ := declare(module, name, bases...)
	typ.Flags |= object.FlagHasDict | object.FlagPythonClass
	return typ
}
