package vm

import (
	"strings"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// importModule asks the run for a module by its dotted name.
func (m *machine) importModule(name string) (*object.Module, *object.Exception) {
	if m.t.Run.Import == nil {
		return nil, object.ImportErrorOf(object.ModuleNotFoundErrorType, name, "No module named '"+name+"'")
	}
	return m.t.Run.Import(m.t, name)
}

// importName executes OpImportName.
func (m *machine) importName(f *frame, in compile.Instr) *object.Exception {
	imp := f.code.source.Imports[in.B]
	if imp.Level > 0 {
		return object.NewException(object.ImportErrorType, "attempted relative import with no known parent package")
	}
	module, err := m.importModule(imp.Module)
	if err != nil {
		return err
	}
	if first, _, dotted := strings.Cut(imp.Module, "."); dotted && imp.From == nil {
		if module, err = m.importModule(first); err != nil {
			return err
		}
	}
	f.regs[in.A] = module.Value()
	return nil
}

// importFrom executes OpImportFrom.
func (m *machine) importFrom(f *frame, in compile.Instr) *object.Exception {
	from, name := f.regs[in.B], f.code.source.Names[in.C]
	v, ok, err := object.OptAttr(m.t, from, name)
	if err != nil {
		return err
	}
	if ok {
		f.regs[in.A] = v
		return nil
	}
	module, ok := object.AsModule(from)
	if !ok {
		return object.ImportErrorOf(object.ImportErrorType, "", "cannot import name '"+name+"'")
	}
	submodule := module.Name + "." + name
	sub, err := m.importModule(submodule)
	if err == nil {
		f.regs[in.A] = sub.Value()
		return nil
	}
	if !err.Is(object.ModuleNotFoundErrorType) {
		return err
	}
	// The submodule may be there and miss another module.
	missing, ok, attrErr := object.OptAttr(m.t, err.Value(), "name")
	if attrErr != nil {
		return attrErr
	}
	if text, isStr := object.StrOf(missing); ok && isStr && text != submodule {
		return err
	}
	return m.cannotImport(module, name)
}

func (m *machine) cannotImport(module *object.Module, name string) *object.Exception {
	place := "unknown location"
	if file, ok := object.StrOf(orNone(module.Dict.GetStr("__file__"))); ok {
		place = file
	}
	e := object.ImportErrorOf(object.ImportErrorType, module.Name, "cannot import name '"+name+"' from '"+module.Name+"' ("+place+")")
	if err := object.SetAttr(m.t, e.Value(), "name_from", object.NewStr(name)); err != nil {
		return err
	}
	return e
}

func orNone(v object.Value) object.Value {
	if v.IsValid() {
		return v
	}
	return object.None
}

// importStar executes OpImportStar.
func (m *machine) importStar(f *frame, from object.Value) *object.Exception {
	module, ok := object.AsModule(from)
	if !ok {
		return object.TypeErrorf("module expected")
	}
	target := m.namespace(f)
	if all := module.Dict.GetStr("__all__"); all.IsValid() {
		return object.Iterate(m.t, all, func(name object.Value) *object.Exception {
			s, ok := object.StrOf(name)
			if !ok {
				return object.TypeErrorf("Item in %s.__all__ must be str, not %s", module.Name, object.TypeName(name))
			}
			v, err := object.GetAttr(m.t, from, s)
			if err == nil {
				target.SetStr(s, v)
			}
			return err
		})
	}
	for pos := 0; ; {
		key, v, more := module.Dict.NextEntry(&pos)
		if !more {
			return nil
		}
		if name, ok := object.StrOf(key); ok && !strings.HasPrefix(name, "_") {
			target.SetStr(name, v)
		}
	}
}
