package object

// Types of the constants.
var (
	NoneType           = declare("builtins", "NoneType", LayoutNone)
	NotImplementedType = declare("builtins", "NotImplementedType", LayoutInstance)
	EllipsisType       = declare("builtins", "ellipsis", LayoutInstance)
)

func init() {
	noneHeader.typ = NoneType
	notImplementedHeader.typ = NotImplementedType
	ellipsisHeader.typ = EllipsisType
	constant(NoneType, "None", None)
	constant(NotImplementedType, "NotImplemented", NotImplemented)
	constant(EllipsisType, "Ellipsis", Ellipsis)
	NoneType.Slots.Bool = func(t *Thread, v Value) (bool, *Exception) { return false, nil }
	NoneType.Slots.Hash = func(t *Thread, v Value) (int64, *Exception) { return 0xfca86420, nil }
	NoneType.Slots.Binary[OpBitOr] = unionOr
	NotImplementedType.Slots.Bool = func(t *Thread, v Value) (bool, *Exception) {
		return true, nil
	}
}

// constant makes typ the type of one value that prints as name.
func constant(typ *Type, name string, v Value) {
	typ.Flags |= FlagFinal
	typ.Slots.Repr = func(t *Thread, _ Value) (Value, *Exception) { return NewStr(name), nil }
	typ.Slots.New = func(t *Thread, cls *Type, args Args) (Value, *Exception) {
		if len(args.Pos)+len(args.KwNames) > 0 {
			return Value{}, TypeErrorf("%s takes no arguments", typ.Name)
		}
		return v, nil
	}
}
