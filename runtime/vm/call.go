package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// call calls anything. The result is in register ret of f, or the frame returned is the
// callee's, about to run. self, when valid, goes before the arguments.
func (m *machine) call(f *frame, callee object.Value, args object.Args, self object.Value, ret uint16) (*frame, *object.Exception) {
	switch callee.Type() {
	case FunctionType:
		return m.callPython(f, functionOf(callee), args, self, ret)
	case object.NativeFunctionType, object.PythonLikeFunctionType:
		if fn, ok := object.AsNativeFunction(callee); ok && !self.IsValid() {
			v, err := fn.Fn(m.t, args)
			if err != nil {
				return f, err
			}
			m.noteCoroutine(f, v)
			return f, m.store(f, ret, v)
		}
	case object.MethodType:
		if bound, ok := object.AsBoundMethod(callee); ok && !self.IsValid() && bound.Func.Type() == FunctionType {
			return m.callPython(f, functionOf(bound.Func), args, bound.Self, ret)
		}
	case object.TypeType:
		if init := m.pythonInit(callee); init != nil && !self.IsValid() {
			return m.construct(f, callee, init, args, ret)
		}
	}
	if self.IsValid() {
		args = args.Prepend(self)
	}
	v, err := object.Call(m.t, callee, args)
	if err != nil {
		return f, err
	}
	m.noteCoroutine(f, v)
	return f, m.store(f, ret, v)
}

// store puts the result of a call where the instruction wants it.
func (m *machine) store(f *frame, ret uint16, v object.Value) *object.Exception {
	if ret == noResult {
		return m.discard(v)
	}
	f.regs[ret] = v
	return nil
}

// callPython makes the frame of a Python function, or the generator of a deferred one.
func (m *machine) callPython(f *frame, fn *Function, args object.Args, self object.Value, ret uint16) (*frame, *object.Exception) {
	if fn.code.deferred {
		if self.IsValid() {
			args = args.Prepend(self)
		}
		watch := !f.awaitsResult()
		if watch && fn.code.kind == kindCoroutine {
			f.watchLine = f.line()
		}
		v, err := m.newGenerator(fn, args, watch)
		if err != nil {
			return f, err
		}
		return f, m.store(f, ret, v)
	}
	callee, err := m.push(fn)
	if err != nil {
		return f, err
	}
	if err := fn.bindSelf(args, self, callee.regs); err != nil {
		m.refused = err
		m.pop(callee)
		return f, err
	}
	callee.ret = ret
	m.top = callee
	return callee, nil
}

// bindSelf is bind with a first argument that may be absent.
func (fn *Function) bindSelf(args object.Args, self object.Value, regs []object.Value) *object.Exception {
	if !self.IsValid() {
		return fn.bind(args, regs)
	}
	c := fn.code
	if c.simple && len(args.KwNames) == 0 && len(args.Pos)+1 == c.argCount {
		regs[0] = self
		copy(regs[1:], args.Pos)
		return nil
	}
	return fn.bind(args.Prepend(self), regs)
}

// classCall remembers of a class how its instances are made.
type classCall struct {
	version uint32
	init    *Function // nil: not by a plain Python __init__ alone
}

// pythonInit returns the __init__ of a class whose call does no more than make an
// instance and run it.
func (m *machine) pythonInit(callee object.Value) *Function {
	cls, _ := object.AsType(callee)
	if cls.Flags&object.FlagHeap == 0 {
		return nil
	}
	known, ok := m.classes[cls]
	if !ok || known.version != cls.Version {
		known = classCall{version: cls.Version, init: findPlainInit(cls)}
		if m.classes == nil {
			m.classes = map[*object.Type]classCall{}
		}
		m.classes[cls] = known
	}
	return known.init
}

func findPlainInit(cls *object.Type) *Function {
	if made, ok := cls.Lookup("__new__"); ok {
		if plain, _ := object.ObjectType.OwnMember("__new__"); plain != made {
			return nil
		}
	}
	init, ok := cls.Lookup("__init__")
	if !ok || cls.Layout != object.LayoutInstance {
		return nil
	}
	fn, ok := FunctionOf(init)
	if !ok || fn.code.deferred {
		return nil
	}
	return fn
}

// construct makes an instance and the frame of its __init__.
func (m *machine) construct(f *frame, callee object.Value, init *Function, args object.Args, ret uint16) (*frame, *object.Exception) {
	cls, _ := object.AsType(callee)
	self, err := cls.Slots.New(m.t, cls, object.Args{})
	if err != nil {
		return f, err
	}
	next, err := m.callPython(f, init, args, self, ret)
	if err != nil {
		return f, err
	}
	next.mode, next.self = modeInit, self
	return next, nil
}

// callRare executes the calls with keywords and stars.
func (m *machine) callRare(f *frame, in compile.Instr) (*frame, *object.Exception) {
	a := in.A
	if in.Op == compile.OpCallEx {
		args, err := m.starArguments(f, a)
		if err != nil {
			return f, err
		}
		return m.call(f, f.regs[a], args, object.Value{}, a)
	}
	first, self := a+1, object.Value{}
	if in.Op == compile.OpCallMethodKw {
		first, self = a+2, f.regs[a+1]
	}
	names := f.code.source.KwNames[in.C]
	all := f.regs[first : first+in.B]
	positional := len(all) - len(names)
	args := object.Args{Pos: all[:positional], KwNames: names, KwValues: all[positional:]}
	return m.call(f, f.regs[a], args, self, a)
}

func (m *machine) starArguments(f *frame, a uint16) (object.Args, *object.Exception) {
	var args object.Args
	if list, ok := object.AsList(f.regs[a+1]); ok {
		args.Pos = list.Items
	} else if tuple, ok := object.AsTuple(f.regs[a+1]); ok {
		args.Pos = tuple.Items
	}
	dict, ok := object.AsDict(f.regs[a+2])
	if !ok {
		return args, nil
	}
	for pos := 0; ; {
		key, value, more := dict.NextEntry(&pos)
		if !more {
			return args, nil
		}
		name, isStr := object.StrOf(key)
		if !isStr {
			return args, object.TypeErrorf("keywords must be strings")
		}
		args.KwNames = append(args.KwNames, name)
		args.KwValues = append(args.KwValues, value)
	}
}

// callSuper executes OpCallSuper.
func (m *machine) callSuper(f *frame, in compile.Instr) *object.Exception {
	var args []object.Value
	if f.regs[in.A] == object.SuperType.Value() {
		cls := cellOf(f.regs[in.B]).v
		if !cls.IsValid() {
			return object.RuntimeErrorf("super(): empty __class__ cell")
		}
		self := f.regs[in.C]
		if f.code.source.VarKinds[in.C].IsCell() {
			self = cellOf(self).v
		}
		if !self.IsValid() {
			return object.RuntimeErrorf("super(): arg[0] deleted")
		}
		args = []object.Value{cls, self}
	}
	v, err := object.Call(m.t, f.regs[in.A], object.Args{Pos: args})
	f.regs[in.A] = v
	return err
}

// buildClass is __build_class__(function, name, *bases, **keywords).
var buildClass object.Value

func buildClassFn(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
	if len(args.Pos) < 2 {
		return object.Value{}, object.TypeErrorf("__build_class__: not enough arguments")
	}
	fn, ok := FunctionOf(args.Pos[0])
	if !ok {
		return object.Value{}, object.TypeErrorf("__build_class__: func must be a function")
	}
	name, ok := object.StrOf(args.Pos[1])
	if !ok {
		return object.Value{}, object.TypeErrorf("__build_class__: name is not a string")
	}
	kw := object.Args{KwNames: args.KwNames, KwValues: args.KwValues}
	bases := append([]object.Value(nil), args.Pos[2:]...)
	meta, bases, namespace, rest, err := object.PrepareClass(t, name, bases, kw)
	if err != nil {
		return object.Value{}, err
	}
	cell, err := machineOf(t).runBody(fn, namespace)
	if err != nil {
		return object.Value{}, err
	}
	if cell.Type() == CellType {
		namespace.SetStr("__classcell__", cell)
	}
	return object.FinishClass(t, meta, name, bases, namespace, rest)
}

// runBody runs the body of a class in its namespace.
func (m *machine) runBody(fn *Function, namespace *object.Dict) (object.Value, *object.Exception) {
	if err := m.t.EnterNative(""); err != nil {
		return object.Value{}, err
	}
	defer m.t.LeaveNative()
	f, err := m.push(fn)
	if err != nil {
		return object.Value{}, err
	}
	f.fromGo, f.self = true, namespace.Value()
	m.top = f
	out := m.run(f, nil)
	return out.Value, out.Exc
}

// forGenerator goes on with a generator for OpForIter of f.
func (m *machine) forGenerator(f *frame, it object.Value, target uint16) (*frame, *object.Exception) {
	g, _ := object.AsNative[*Generator](it)
	finished, err := g.checkResume(object.None)
	if err != nil {
		return f, err
	}
	if finished {
		f.pc++
		return f, nil
	}
	child := &g.frame
	if child.linked() {
		child.detach()
	}
	child.mode, child.fromGo, child.ret = modeFor, false, target
	return m.reenter(child, object.None, nil)
}
