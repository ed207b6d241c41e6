package stdlib

import "asyncplay/runtime/object"

// declared are the types that the last init function completes.
var declared []*object.Type

// declare makes a type, to be filled in by an init function.
func declare(module, name string, bases ...*object.Type) *object.Type {
	typ := object.DeclareType(module, name, object.LayoutNative, bases...)
	declared = append(declared, typ)
	return typ
}
