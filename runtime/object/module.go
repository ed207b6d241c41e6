package object

// ModuleType is the type of modules.
var ModuleType = declare("builtins", "module", LayoutModule)

func init() {
	ModuleType.Alloc = func(cls *Type) *Object { return &(&Module{Object: Object{typ: cls}, Dict: NewDict()}).Object }
	s := &ModuleType.Slots
	s.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) { return ModuleType.Alloc(cls).Value(), nil }
	s.Init = func(t *Thread, self Value, args Args) *Exception {
		if err := args.CheckCount("module", 1, 2); err != nil {
			return err
		}
		m, _ := AsModule(self)
		name, ok := StrOf(args.Pos[0])
		if !ok {
			return TypeErrorf("module() argument 'name' must be str, not %s", TypeName(args.Pos[0]))
		}
		m.Name = name
		m.Dict.SetStr("__name__", args.Pos[0])
		m.Dict.SetStr("__doc__", optional(args, 1))
		return nil
	}
	s.Repr = func(t *Thread, v Value) (Value, *Exception) {
		m, _ := AsModule(v)
		if file, ok := StrOf(m.Dict.GetStr("__file__")); ok {
			return NewStr("<module '" + m.Name + "' from '" + file + "'>"), nil
		}
		return NewStr("<module '" + m.Name + "' (built-in)>"), nil
	}
	s.GetAttr = moduleGetAttr
	s.SetAttr = func(t *Thread, v Value, name string, x Value) *Exception {
		m, _ := AsModule(v)
		if x.IsValid() {
			m.Dict.SetStr(name, x)
			return t.Charge(dictEntrySize)
		}
		if !m.Dict.DeleteStr(name) {
			return newModuleAttributeError(v, m, name)
		}
		return nil
	}
	s.Traverse = func(v Value, visit func(Value)) {
		m, _ := AsModule(v)
		visit(m.Dict.Value())
	}
}

func moduleGetAttr(t *Thread, v Value, name string) (Value, *Exception) {
	m, _ := AsModule(v)
	if x := m.Dict.GetStr(name); x.IsValid() {
		return x, nil
	}
	if name == "__dict__" {
		return m.Dict.Value(), nil
	}
	if r, ok, err := lookupGeneric(t, v, m.typ, name); ok || err != nil {
		return r, err
	}
	if m.Missing != nil {
		if r, ok, err := m.Missing(t, m, name); ok || err != nil {
			return r, err
		}
	}
	if hook := m.Dict.GetStr("__getattr__"); hook.IsValid() {
		return Call(t, hook, Arguments(NewStr(name)))
	}
	return Value{}, newModuleAttributeError(v, m, name)
}

func newModuleAttributeError(v Value, m *Module, name string) *Exception {
	e := AttributeErrorf("module '%s' has no attribute '%s'", m.Name, name)
	e.setFields(NewStr(name), v)
	return e
}
