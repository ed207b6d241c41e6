package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// What an attribute cache remembers, in cache.index: a slot of the instance (0 and up), or
// one of these.
const (
	attrUnknown = -1
	attrMethod  = -2 // a method of the type; the instance has no attribute of the name
)

// cachedAttr returns an attribute of an instance through the instruction's cache, or the
// zero Value when it does not know.
func (f *frame) cachedAttr(v object.Value, site uint16) object.Value {
	c := &f.code.caches[site]
	if typ := v.Type(); c.typ != typ || c.version != typ.Version || c.index < 0 {
		return object.Value{}
	}
	attrs := v.Header().Attrs()
	if attrs == nil || attrs.Shape != c.shape {
		return object.Value{}
	}
	return attrs.Slots[c.index]
}

// getAttr executes OpGetAttr and fills the cache if it can.
func (m *machine) getAttr(f *frame, in compile.Instr) (err *object.Exception) {
	v, name := f.regs[in.B], f.code.source.Sites[in.C]
	f.regs[in.A], err = object.GetAttr(m.t, v, name)
	if err == nil {
		f.code.caches[in.C].learnSlot(v, name)
	}
	return err
}

// learnSlot remembers where an instance keeps an attribute that no descriptor of its class can hide.
func (c *cache) learnSlot(v object.Value, name string) {
	typ := v.Type()
	attrs := v.Header().Attrs()
	if !typ.GenericGetAttr || attrs == nil || attrs.Shape == nil {
		return
	}
	i, ok := attrs.Shape.Index(name)
	if !ok {
		return
	}
	if descr, found := typ.Lookup(name); found && descr.Type().Slots.DescrSet != nil {
		return
	}
	*c = cache{typ: typ, version: typ.Version, shape: attrs.Shape, index: int32(i)}
}

// cachedMethod returns the method of v's type through the instruction's cache, or the zero Value
// when it does not know.
func (f *frame) cachedMethod(v object.Value, site uint16) object.Value {
	c := &f.code.caches[site]
	if typ := v.Type(); c.typ != typ || c.version != typ.Version || c.index != attrMethod {
		return object.Value{}
	}
	if attrs := v.Header().Attrs(); attrs != nil && (attrs.Shape != c.shape || attrs.Dict != nil) {
		return object.Value{}
	}
	return c.value
}

// loadMethod executes OpLoadMethod and fills the cache if it can.
func (m *machine) loadMethod(f *frame, in compile.Instr) *object.Exception {
	v, name := f.regs[in.B], f.code.source.Sites[in.C]
	fn, self, err := object.LookupMethod(m.t, v, name)
	if err != nil {
		return err
	}
	f.regs[in.A], f.regs[in.A+1] = fn, self
	if !self.IsValid() {
		return nil
	}
	typ := v.Type()
	c := &f.code.caches[in.C]
	*c = cache{typ: typ, version: typ.Version, value: fn, index: attrMethod}
	if attrs := v.Header().Attrs(); attrs != nil {
		if attrs.Dict != nil {
			c.typ = nil
			return nil
		}
		c.shape = attrs.Shape
	}
	return nil
}

// setAttr executes OpSetAttr.
func (m *machine) setAttr(f *frame, in compile.Instr) *object.Exception {
	v, x := f.regs[in.A], f.regs[in.B]
	c := &f.code.caches[in.C]
	var before *object.Shape
	attrs := v.Header().Attrs()
	if attrs != nil {
		before = attrs.Shape
	}
	if typ := v.Type(); c.typ == typ && c.version == typ.Version && before == c.shape {
		switch {
		case c.next != nil && (attrs == nil || attrs.Dict == nil):
			return m.addAttr(v, c.next, x)
		case c.index >= 0 && before != nil:
			attrs.Slots[c.index] = x
			return nil
		}
	}
	name := f.code.source.Sites[in.C]
	if err := object.SetAttr(m.t, v, name, x); err != nil {
		return err
	}
	if v.Type().GenericSetAttr {
		c.learnSet(v, name, before)
	}
	return nil
}

// addAttr gives an instance one attribute more, as its new shape says.
func (m *machine) addAttr(v object.Value, shape *object.Shape, x object.Value) *object.Exception {
	attrs := v.Header().EnsureAttrs()
	if attrs.Slots == nil {
		attrs.Slots = make([]object.Value, 0, attrsExpected)
	}
	attrs.Shape = shape
	attrs.Slots = append(attrs.Slots, x)
	return m.t.Charge(valueBytes)
}

// attrsExpected is the number of attributes for which a new instance makes room.
const attrsExpected = 4

// learnSet remembers what setting the attribute did to an instance whose shape was before.
func (c *cache) learnSet(v object.Value, name string, before *object.Shape) {
	c.typ = nil
	c.learnSlot(v, name)
	if c.typ == nil || c.shape == before {
		return
	}
	if int(c.index) != len(v.Header().Attrs().Slots)-1 {
		c.typ = nil
		return
	}
	c.next, c.shape, c.index = c.shape, before, attrUnknown
}
