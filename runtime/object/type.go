package object

import "slices"

// Type is a class. Built-in types are made at package initialisation and never change;
// classes of the program are made by NewClass and can.
type Type struct {
	Object
	Name     string // as in repr: without module
	Qualname string
	Module   string // "builtins" for built-in types
	Bases    []*Type
	MRO      []*Type // this type first
	Layout   Layout
	Slots    Slots
	Flags    TypeFlags
	// Alloc makes an instance of cls, this type or one derived from it, with zero
	// content; nil for types that cannot be instantiated or inherited that way.
	Alloc func(cls *Type) *Object
	// GenericGetAttr and GenericSetAttr report that attribute access follows object's
	// own rules, which is what lets code remember where an attribute stands.
	GenericGetAttr, GenericSetAttr bool

	names   []string // attribute names in order of definition
	members map[string]Value
	// Version changes whenever an attribute of the type or of one of its bases changes;
	// caches compare it. Built-in types keep 0.
	Version    uint32
	subclasses []*Type // of classes of the program
	// cache holds answers of Lookup for a class of the program.
	cache map[string]Value
	// genericBinary has a bit for each BinaryOp whose slot calls methods of the program.
	genericBinary uint32
	// memberCount is the number of attributes named by __slots__ of the class and its
	// bases, ownMembers that of its own.
	memberCount, ownMembers int
}

// TypeFlags qualify a Type.
type TypeFlags uint16

const (
	// FlagHeap marks a class of the program: mutable, its instances have attributes.
	FlagHeap TypeFlags = 1 << iota
	// FlagFinal marks a built-in type that cannot be a base ("type 'bool' is not an acceptable base type").
	FlagFinal
	// FlagHasDict marks a built-in type whose instances take attributes (exceptions, functions, asyncio's classes).
	FlagHasDict
	// FlagSlotted marks a class with __slots__ and without __dict__.
	FlagSlotted
	// FlagMethod marks a type of functions for which `obj.f(x)` may be done as `f(obj, x)`
	// when f was found in the class.
	FlagMethod
	// FlagAbstract marks a class that has abstract methods left.
	FlagAbstract
	// FlagPythonClass marks a built-in type that shows itself like a class written in
	// Python: `<class 'asyncio.queues.Queue'>`, with a dotted name in no message.
	FlagPythonClass
	// FlagDotted marks a class of the library that is written in Python here and in C in
	// CPython: messages name it with its module.
	FlagDotted
	// FlagShared marks a type whose instances are made at package initialisation and
	// belong to all runs: nothing may be written to them.
	FlagShared
)

// declared are the types that wait for finishTypes.
var declared []*Type

// declare makes a type of this package, to be used for package-level variables; its
// slots and methods are filled in by init functions, before finishTypes completes it.
//
//go:noinline
func declare(module, name string, layout Layout, bases ...*Type) *Type {
	t := &Type{Name: name, Qualname: name, Module: module, Layout: layout, Bases: bases, members: map[string]Value{}}
	declared = append(declared, t)
	return t
}

// NewBuiltinType makes an immutable type, for packages above this one. With no base it
// derives from object.
func NewBuiltinType(module, name string, layout Layout, slots Slots, bases ...*Type) *Type {
	t := &Type{Name: name, Qualname: name, Module: module, Layout: layout, Slots: slots, Bases: bases, members: map[string]Value{}}
	t.finish()
	return t
}

// finish computes what follows from bases and own slots.
func (t *Type) finish() {
	if t.MRO != nil {
		return // as a base of a type declared before it
	}
	if t.typ == nil {
		t.typ = TypeType
	}
	if len(t.Bases) == 0 && t != ObjectType {
		t.Bases = []*Type{ObjectType}
	}
	for _, b := range t.Bases {
		b.finish()
	}
	mro, ok := c3(t)
	if !ok {
		panic("inconsistent bases of built-in type " + t.Name)
	}
	t.MRO = mro
	for _, b := range t.Bases {
		t.Flags |= b.Flags & FlagHasDict
		if t.Alloc == nil && t.Layout == b.Layout {
			t.Alloc = b.Alloc
		}
	}
	t.addSlotWrappers()
	t.resolveSlots()
}

// Add defines a class attribute of a built-in type, at initialisation only.
func (t *Type) Add(name string, v Value) {
	if _, ok := t.members[name]; !ok {
		t.names = append(t.names, name)
	}
	t.members[name] = v
	if t.MRO != nil && isSpecial(name) && t.Flags&FlagHeap == 0 {
		t.resolveSlot(name)
	}
}

// AddMethod defines a method written in Go; args.Pos[0] is self.
func (t *Type) AddMethod(name string, fn NativeFn) {
	t.Add(name, NewMethodDescriptor(t, name, fn))
}

// AddClassMethod defines a class method written in Go; args.Pos[0] is the class.
func (t *Type) AddClassMethod(name string, fn NativeFn) { t.classMethod(name, fn) }

// AddGetter defines a read-only computed attribute.
func (t *Type) AddGetter(name string, get func(t *Thread, self Value) (Value, *Exception)) {
	t.Add(name, newGetSet(t, name, get, nil))
}

// AddGetSet defines a computed attribute; set is called with an invalid x to delete.
func (t *Type) AddGetSet(name string, get func(t *Thread, self Value) (Value, *Exception), set func(t *Thread, self, x Value) *Exception) {
	t.Add(name, newGetSet(t, name, get, set))
}

// c3 linearises the bases (Python's method resolution order).
func c3(t *Type) ([]*Type, bool) {
	var queues [][]*Type
	for _, b := range t.Bases {
		queues = append(queues, slices.Clone(b.MRO))
	}
	queues = append(queues, slices.Clone(t.Bases))
	order := []*Type{t}
	for {
		queues = slices.DeleteFunc(queues, func(q []*Type) bool { return len(q) == 0 })
		if len(queues) == 0 {
			return order, true
		}
		head := firstFree(queues)
		if head == nil {
			return nil, false
		}
		order = append(order, head)
		for i, q := range queues {
			if q[0] == head {
				queues[i] = q[1:]
			}
		}
	}
}

// firstFree returns the first head that stands in no other queue's tail.
func firstFree(queues [][]*Type) *Type {
	for _, q := range queues {
		inTail := slices.ContainsFunc(queues, func(o []*Type) bool { return slices.Contains(o[1:], q[0]) })
		if !inTail {
			return q[0]
		}
	}
	return nil
}

// IsSubtype reports whether t is base or derives from it.
func (t *Type) IsSubtype(base *Type) bool {
	return t == base || slices.Contains(t.MRO, base)
}

// Lookup finds a class attribute along the method resolution order, without binding it.
func (t *Type) Lookup(name string) (Value, bool) {
	if t.Flags&FlagHeap == 0 {
		v, _, ok := t.lookupWhere(name)
		return v, ok
	}
	if v, ok := t.cache[name]; ok {
		return v, v.IsValid()
	}
	v, _, ok := t.lookupWhere(name)
	if t.cache == nil || len(t.cache) >= lookupCacheMax {
		t.cache = map[string]Value{}
	}
	t.cache[name] = v
	return v, ok
}

// lookupCacheMax bounds the answers remembered for a class.
const lookupCacheMax = 1024

func (t *Type) lookupWhere(name string) (Value, *Type, bool) {
	for _, c := range t.MRO {
		if v, ok := c.members[name]; ok {
			return v, c, true
		}
	}
	return Value{}, nil, false
}

// OwnMember returns an attribute of the class itself.
func (t *Type) OwnMember(name string) (Value, bool) {
	v, ok := t.members[name]
	return v, ok
}

// OwnNames lists the class's own attributes in order of definition.
func (t *Type) OwnNames() []string { return t.names }

// SetMember sets (or with an invalid v deletes) an attribute of a class of the program.
func (t *Type) SetMember(name string, v Value) {
	if !v.IsValid() {
		delete(t.members, name)
		t.names = slices.DeleteFunc(t.names, func(n string) bool { return n == name })
	} else {
		t.Add(name, v)
	}
	t.changed(name)
}

// changed renews the slots and versions of t and all that derive from it.
func (t *Type) changed(name string) {
	t.Version++
	t.cache = nil
	if isSpecial(name) {
		t.resolveSlot(name)
	}
	for _, s := range t.subclasses {
		s.changed(name)
	}
}

// HasDict reports whether instances take attributes of any name.
func (t *Type) HasDict() bool {
	return t.Flags&FlagHasDict != 0 || t.Flags&(FlagHeap|FlagSlotted) == FlagHeap
}

// FullName is the name with its module, except for built-in ones: "collections.deque",
// "__main__.Job", "int".
func (t *Type) FullName() string {
	if t.Module == "builtins" || t.Module == "" {
		return t.Qualname
	}
	return t.Module + "." + t.Qualname
}

// TypeName is the name of v's type as CPython's messages show it.
//
//go:noinline
func TypeName(v Value) string { return v.Type().messageName() }

// messageName is the type's name in messages: for types that CPython implements in C
// outside builtins it includes the module.
//
//go:noinline
func (t *Type) messageName() string {
	if t.Flags&(FlagHeap|FlagPythonClass) != 0 && t.Flags&FlagDotted == 0 || t.Module == "builtins" || t.Module == "" {
		return t.Name
	}
	return t.Module + "." + t.Name
}
