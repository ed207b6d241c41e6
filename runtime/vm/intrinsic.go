package vm

import (
	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// TypeParamType is the type of type parameters (PEP 695), TypeAliasType that of `type X = …`.
// GenericType is typing.Generic, the base that a class with type parameters gets.
var (
	TypeVarType      *object.Type
	TypeVarTupleType *object.Type
	ParamSpecType    *object.Type
	TypeAliasType    *object.Type
	GenericType      *object.Type
)

// typeParam is a TypeVar, TypeVarTuple, ParamSpec, or a type alias. What it refers to is
// evaluated when it is first asked for.
type typeParam struct {
	object.Native
	name                        object.Value
	bound, constraints, aliased lazyValue
	def                         lazyValue
	params                      object.Value
}

// lazyValue is a value behind a function without parameters.
type lazyValue struct{ fn, v object.Value }

func (l *lazyValue) get(t *object.Thread, absent object.Value) (object.Value, *object.Exception) {
	if !l.v.IsValid() {
		if !l.fn.IsValid() {
			return absent, nil
		}
		v, err := object.Call(t, l.fn, object.Args{})
		if err != nil {
			return object.Value{}, err
		}
		l.v = v
	}
	return l.v, nil
}

func init() {
	repr := func(prefix string) func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		return func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			p, _ := object.AsNative[*typeParam](v)
			s, _ := object.StrOf(p.name)
			return object.NewStr(prefix + s), nil
		}
	}
	declare := func(name string) *object.Type {
		typ := object.NewBuiltinType("typing", name, object.LayoutNative, object.Slots{Repr: repr("")})
		addParamAttributes(typ)
		return typ
	}
	TypeVarType = declare("TypeVar")
	TypeVarTupleType = declare("TypeVarTuple")
	ParamSpecType = declare("ParamSpec")
	TypeAliasType = declare("TypeAliasType")
	GenericType = object.NewBuiltinType("typing", "Generic", object.LayoutInstance, object.Slots{})
	GenericType.Alloc = object.ObjectType.Alloc
}

func addParamAttributes(typ *object.Type) {
	getter := func(name string, get func(t *object.Thread, p *typeParam) (object.Value, *object.Exception)) {
		typ.AddGetter(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			p, _ := object.AsNative[*typeParam](v)
			return get(t, p)
		})
	}
	getter("__name__", func(t *object.Thread, p *typeParam) (object.Value, *object.Exception) { return p.name, nil })
	getter("__bound__", func(t *object.Thread, p *typeParam) (object.Value, *object.Exception) {
		return p.bound.get(t, object.None)
	})
	getter("__constraints__", func(t *object.Thread, p *typeParam) (object.Value, *object.Exception) {
		return p.constraints.get(t, object.NewTuple())
	})
	getter("__default__", func(t *object.Thread, p *typeParam) (object.Value, *object.Exception) {
		return p.def.get(t, object.None)
	})
	getter("__aliased_", func(t *object.Thread, p *typeParam) (object.Value, *object.Exception) {
		return p.aliased.get(t, object.None)
	})
	getter("__type_params__", func(t *object.Thread, p *typeParam) (object.Value, *object.Exception) { return p.params, nil })
}

func newTypeParam(typ *object.Type, name object.Value) *typeParam {
	p := &typeParam{name: name, params: object.NewTuple()}
	p.InitNative(typ, p)
	return p
}

// intrinsic executes OpIntrinsic.
func (m *machine) intrinsic(f *frame, in compile.Instr) *object.Exception {
	operands := f.regs[in.B:]
	switch compile.Intrinsic(in.C) {
	case compile.IntrinsicTypeVar:
		f.regs[in.A] = newTypeParam(TypeVarType, operands[0]).Value()
	case compile.IntrinsicTypeVarBound:
		p := newTypeParam(TypeVarType, operands[0])
		p.bound.fn = operands[1]
		f.regs[in.A] = p.Value()
	case compile.IntrinsicTypeVarConstraints:
		p := newTypeParam(TypeVarType, operands[0])
		p.constraints.fn = operands[1]
		f.regs[in.A] = p.Value()
	case compile.IntrinsicParamSpec:
		f.regs[in.A] = newTypeParam(ParamSpecType, operands[0]).Value()
	case compile.IntrinsicTypeVarTuple:
		f.regs[in.A] = newTypeParam(TypeVarTupleType, operands[0]).Value()
	case compile.IntrinsicTypeParamDefault:
		if p, ok := object.AsNative[*typeParam](operands[0]); ok {
			p.def.fn = operands[1]
		}
		f.regs[in.A] = operands[0]
	case compile.IntrinsicTypeAlias:
		p := newTypeParam(TypeAliasType, operands[0])
		if !operands[1].IsNone() {
			p.params = operands[1]
		}
		p.aliased.fn = operands[2]
		f.regs[in.A] = p.Value()
	case compile.IntrinsicGeneric:
		f.regs[in.A] = GenericType.Value()
	case compile.IntrinsicFunctionTypeParams:
		if fn, ok := FunctionOf(operands[0]); ok {
			fn.typeParams = operands[1]
		}
		f.regs[in.A] = operands[0]
	default:
		return object.NewException(object.SystemErrorType, "unknown intrinsic")
	}
	return nil
}
