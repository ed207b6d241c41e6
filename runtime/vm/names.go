package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// builtinPosition marks in cache.index a name found in the builtins: it holds
// builtinPosition - position. absentPosition: not known.
const builtinPosition = -2

// cachedGlobal returns a global variable through the instruction's cache, or the zero
// Value when it does not know.
func (f *frame) cachedGlobal(site uint16) object.Value {
	c := &f.code.caches[site]
	globals := f.fn.Globals
	if c.dict != globals || c.version != globals.KeysVersion() {
		return object.Value{}
	}
	if c.index >= 0 {
		return globals.ValueAt(int(c.index))
	}
	if c.builtins.KeysVersion() != c.version2 {
		return object.Value{}
	}
	return c.builtins.ValueAt(int(builtinPosition - c.index))
}

// loadGlobal executes OpLoadGlobal for the first time.
func (m *machine) loadGlobal(f *frame, in compile.Instr) *object.Exception {
	name, globals := f.code.source.Sites[in.B], f.globals()
	c := &f.code.caches[in.B]
	if i := globals.Find(name); i >= 0 {
		*c = cache{dict: globals, version: globals.KeysVersion(), index: int32(i)}
		f.regs[in.A] = globals.ValueAt(i)
		return nil
	}
	builtins, err := m.builtinsOf(globals)
	if err != nil {
		return err
	}
	if i := builtins.Find(name); i >= 0 {
		*c = cache{dict: globals, version: globals.KeysVersion(), builtins: builtins, version2: builtins.KeysVersion(), index: builtinPosition - int32(i)}
		f.regs[in.A] = builtins.ValueAt(i)
		return nil
	}
	return undefinedName(name)
}

// builtinsOf is what a global namespace has as __builtins__: the module or a dict. Only namespaces that eval() or exec() got have another
// one than the run's own.
func (m *machine) builtinsOf(globals *object.Dict) (*object.Dict, *object.Exception) {
	v := globals.GetStr("__builtins__")
	if !v.IsValid() {
		return m.t.Run.Builtins.Dict, nil
	}
	if d, ok := object.AsDict(v); ok {
		return d, nil
	}
	if module, ok := object.AsModule(v); ok {
		return module.Dict, nil
	}
	return nil, object.TypeErrorf("'%s' object is not subscriptable", object.TypeName(v))
}

func undefinedName(name string) *object.Exception {
	return object.NameErrorOf(object.NameErrorType, name, "name '"+name+"' is not defined")
}

// namespace is the dict that names of the frame's code live in: a class body's own, else
// the globals.
func (m *machine) namespace(f *frame) *object.Dict {
	if f.self.IsValid() {
		if d, ok := object.AsDict(f.self); ok {
			return d
		}
	}
	return f.globals()
}

// executeName carries out the instructions on names, apart from OpLoadGlobal's fast path.
func (m *machine) executeName(f *frame, in compile.Instr) *object.Exception {
	source, regs := f.code.source, f.regs
	switch in.Op {
	case compile.OpStoreGlobal:
		return m.storeName(f.globals(), source.Sites[in.B], regs[in.A])
	case compile.OpStoreName:
		return m.storeName(m.namespace(f), source.Names[in.B], regs[in.A])
	case compile.OpDeleteGlobal:
		return deleteName(f.globals(), source.Names[in.B])
	case compile.OpDeleteName:
		return deleteName(m.namespace(f), source.Names[in.B])
	case compile.OpLoadNamespace:
		regs[in.A] = m.namespace(f).Value()
		return nil
	case compile.OpLoadName:
		return m.loadFrom(f, m.namespace(f).Value(), in.A, in.B)
	case compile.OpLoadFromDictOrGlobal:
		return m.loadFrom(f, regs[in.A], in.A, in.B)
	case compile.OpLoadFromDictOrDeref:
		v, err := m.mappingGet(regs[in.A], source.Names[in.C])
		if err != nil {
			return err
		}
		if !v.IsValid() {
			if v = cellOf(regs[in.B]).v; !v.IsValid() {
				return unboundCell(f, in.B)
			}
		}
		regs[in.A] = v
		return nil
	}
	return m.loadGlobal(f, in)
}

// loadFrom loads a name from a mapping, or else from the globals or builtins.
func (m *machine) loadFrom(f *frame, mapping object.Value, target, site uint16) *object.Exception {
	v, err := m.mappingGet(mapping, f.code.source.Sites[site])
	if err != nil {
		return err
	}
	if v.IsValid() {
		f.regs[target] = v
		return nil
	}
	return m.loadGlobal(f, compile.Instr{Op: compile.OpLoadGlobal, A: target, B: site})
}

// mappingGet is mapping[name], or the zero Value when there is no such key.
func (m *machine) mappingGet(mapping object.Value, name string) (object.Value, *object.Exception) {
	if d, ok := object.AsDict(mapping); ok && mapping.Type() == object.DictType {
		return d.GetStr(name), nil
	}
	v, err := object.GetItem(m.t, mapping, object.NewStr(name))
	if err != nil && err.Is(object.KeyErrorType) {
		return object.Value{}, nil
	}
	return v, err
}

func (m *machine) storeName(d *object.Dict, name string, v object.Value) *object.Exception {
	if i := d.Find(name); i >= 0 {
		d.SetAt(i, v)
		return nil
	}
	if d.Value().Type() != object.DictType {
		return object.SetItem(m.t, d.Value(), object.NewStr(name), v)
	}
	d.SetStr(name, v)
	return m.t.Charge(3 * valueBytes)
}

func deleteName(d *object.Dict, name string) *object.Exception {
	if !d.DeleteStr(name) {
		return undefinedName(name)
	}
	return nil
}

// Globals implements object.Executor.
func (m *machine) Globals() *object.Dict {
	if f := m.pythonFrame(); f != nil {
		return f.globals()
	}
	return nil
}

// Locals implements object.Executor.
func (m *machine) Locals() (*object.Dict, *object.Exception) {
	f := m.pythonFrame()
	if f == nil {
		return nil, object.NewException(object.SystemErrorType, "frame does not exist")
	}
	if f.code.source.Flags&compile.FlagFunction == 0 {
		return m.namespace(f), nil
	}
	d := object.NewDict()
	f.visitLocals(d.SetStr)
	return d, nil
}

// SuperArgs implements object.Executor.
func (m *machine) SuperArgs() (class, self object.Value, err *object.Exception) {
	f := m.pythonFrame()
	if f == nil {
		return class, self, object.RuntimeErrorf("super(): no current frame")
	}
	c := f.code.source
	if c.ArgCount == 0 && c.Flags&compile.FlagVarargs == 0 {
		return class, self, object.RuntimeErrorf("super(): no arguments")
	}
	if self = f.regs[0]; c.VarKinds[0].IsCell() {
		self = cellOf(self).v
	}
	if !self.IsValid() {
		return class, self, object.RuntimeErrorf("super(): arg[0] deleted")
	}
	for i := c.FreeStart; i < len(c.VarNames); i++ {
		if c.VarNames[i] != "__class__" {
			continue
		}
		if class = cellOf(f.regs[i]).v; !class.IsValid() {
			return class, self, object.RuntimeErrorf("super(): empty __class__ cell")
		}
		return class, self, nil
	}
	return class, self, object.RuntimeErrorf("super(): __class__ cell not found")
}

// pythonFrame is the innermost frame of Python code.
func (m *machine) pythonFrame() *frame {
	f := m.top
	for f != nil && f.code == nil {
		f = f.back
	}
	return f
}

// visitLocals calls visit with each bound variable of a function's frame: parameters and locals, then those that inner
// functions capture, then free variables, the latter two by name.
func (f *frame) visitLocals(visit func(name string, v object.Value)) {
	c := f.code.source
	visitAt := func(i int) {
		if i >= len(f.regs) {
			return
		}
		v := f.regs[i]
		if c.VarKinds[i].IsCell() && v.IsValid() && v.Type() == CellType {
			v = cellOf(v).v
		}
		if v.IsValid() {
			visit(c.VarNames[i], v)
		}
	}
	for i, kind := range c.VarKinds {
		if kind == compile.VarLocal || kind == compile.VarCell && i < c.ParamCount() {
			visitAt(i)
		}
	}
	for _, i := range c.CapturedLocals() {
		visitAt(i)
	}
	for i := c.FreeStart; i < len(c.VarKinds); i++ {
		visitAt(i)
	}
}
