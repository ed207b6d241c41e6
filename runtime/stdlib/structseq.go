package stdlib

import (
	"strings"

	"asyncplay/runtime/object"
)

// structSeq is a type like time.struct_time: a tuple whose items have names too.
type structSeq struct {
	typ    *object.Type
	fields []string
	// shown is the number of fields that are also items; the rest are attributes only.
	shown int
}

// newStructSeq makes the type. Names after "|" are attributes that are not items.
func newStructSeq(module, name, fields string) *structSeq {
	items, extra, _ := strings.Cut(fields, "|")
	s := &structSeq{fields: strings.Fields(items)}
	s.shown = len(s.fields)
	s.fields = append(s.fields, strings.Fields(extra)...)
	s.typ = object.NewBuiltinType(module, name, object.LayoutTuple, object.Slots{Repr: s.repr, New: s.fromSequence}, object.TupleType)
	s.typ.Flags |= object.FlagFinal
	for i, field := range s.fields {
		s.typ.AddGetter(field, func(t *object.Thread, self object.Value) (object.Value, *object.Exception) {
			if i >= s.shown {
				return self.Header().Attrs().Get(field), nil
			}
			return tupleOf(self)[i], nil
		})
	}
	s.typ.Add("n_fields", object.Int(int64(len(s.fields))))
	s.typ.Add("n_sequence_fields", object.Int(int64(s.shown)))
	s.typ.Add("n_unnamed_fields", object.Int(0))
	return s
}

// make makes an instance of values for all fields.
func (s *structSeq) make(t *object.Thread, values ...object.Value) object.Value {
	o := &object.Tuple{Items: values[:s.shown:s.shown]}
	o.InitHeader(s.typ)
	for i := s.shown; i < len(s.fields); i++ {
		o.EnsureAttrs().Set(t.Run.RootShape, s.fields[i], values[i])
	}
	return o.Value()
}

func (s *structSeq) repr(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
	var b strings.Builder
	b.WriteString(s.typ.FullName() + "(")
	for i, item := range tupleOf(v) {
		if i > 0 {
			b.WriteString(", ")
		}
		text, err := object.Repr(t, item)
		if err != nil {
			return object.Value{}, err
		}
		b.WriteString(s.fields[i] + "=" + text)
	}
	b.WriteString(")")
	return object.NewStr(b.String()), nil
}

// fromSequence is the constructor that the program can call.
func (s *structSeq) fromSequence(t *object.Thread, cls *object.Type, args object.Args) (object.Value, *object.Exception) {
	if err := args.CheckCount(s.typ.FullName(), 1, 2); err != nil {
		return object.Value{}, err
	}
	items, err := object.ToSlice(t, args.Pos[0])
	if err != nil {
		return object.Value{}, err
	}
	if len(items) < s.shown {
		return object.Value{}, object.TypeErrorf("%s() takes an at least %d-sequence (%d-sequence given)", s.typ.FullName(), s.shown, len(items))
	}
	if len(items) > len(s.fields) {
		return object.Value{}, object.TypeErrorf("%s() takes an at most %d-sequence (%d-sequence given)", s.typ.FullName(), len(s.fields), len(items))
	}
	values := make([]object.Value, len(s.fields))
	for i := range values {
		values[i] = object.None
	}
	copy(values, items)
	return s.make(t, values...), nil
}

// tupleOf returns the items of a tuple.
func tupleOf(v object.Value) []object.Value {
	if t, ok := object.AsTuple(v); ok {
		return t.Items
	}
	return nil
}
