package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// intrinsic executes OpIntrinsic.
func (m *machine) intrinsic(f *frame, in compile.Instr) *object.Exception {
	operands := f.regs[in.B:]
	switch compile.Intrinsic(in.C) {
	case compile.IntrinsicTypeVar:
		return m.typing(f, in.A, "_declared", "TypeVar", operands[0])
	case compile.IntrinsicTypeVarBound:
		return m.typing(f, in.A, "_declared", "TypeVar", operands[0], object.NewStr("__bound__"), operands[1])
	case compile.IntrinsicTypeVarConstraints:
		return m.typing(f, in.A, "_declared", "TypeVar", operands[0], object.NewStr("__constraints__"), operands[1])
	case compile.IntrinsicParamSpec:
		return m.typing(f, in.A, "_declared", "ParamSpec", operands[0])
	case compile.IntrinsicTypeVarTuple:
		return m.typing(f, in.A, "_declared", "TypeVarTuple", operands[0])
	case compile.IntrinsicTypeParamDefault:
		return m.typing(f, in.A, "_defer", "", operands[0], object.NewStr("__default__"), operands[1])
	case compile.IntrinsicTypeAlias:
		return m.typing(f, in.A, "_declared_alias", "", operands[0], operands[1], operands[2])
	case compile.IntrinsicGeneric:
		return m.typing(f, in.A, "_declared_generic", "", operands[0])
	case compile.IntrinsicFunctionTypeParams:
		if fn, ok := FunctionOf(operands[0]); ok {
			fn.typeParams = operands[1]
		}
		f.regs[in.A] = operands[0]
		return nil
	}
	return object.NewException(object.SystemErrorType, "unknown intrinsic")
}

// typing calls a function of module typing, where type parameters are at home; class, when given, is
// the name of a class there that becomes the first argument.
func (m *machine) typing(f *frame, to uint16, function, class string, args ...object.Value) *object.Exception {
	module, err := m.t.Run.Import(m.t, "typing")
	if err != nil {
		return err
	}
	if class != "" {
		args = append([]object.Value{module.Dict.GetStr(class)}, args...)
	}
	f.regs[to], err = object.Call(m.t, module.Dict.GetStr(function), object.Arguments(args...))
	return err
}
