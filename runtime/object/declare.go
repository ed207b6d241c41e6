package object

// DeclareType makes a built-in type whose slots and methods are still to come: packages
// above this one use it for package-level variables, fill the types in by init functions
// and call Complete last, as slots refer to functions that refer to the types.
func DeclareType(module, name string, layout Layout, bases ...*Type) *Type {
	return &Type{Name: name, Qualname: name, Module: module, Layout: layout, Bases: bases, members: map[string]Value{}}
}

// Complete finishes a declared type: it inherits from its bases, which are completed
// first, and gets the special methods that its slots stand for.
func (t *Type) Complete() { t.finish() }

// DeclareIteratorType is DeclareType for a type of NewIterator.
func DeclareIteratorType(module, name string) *Type {
	t := DeclareType(module, name, LayoutNative)
	initIteratorType(t)
	return t
}
