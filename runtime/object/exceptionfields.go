package object

// fieldNames lists, for the exception types that have attributes of their own, their
// names in the order of Exception.fields.
var (
	nameErrorFields      = []string{"name"}
	attributeErrorFields = []string{"name", "obj"}
	importErrorFields    = []string{"msg", "name", "path", "name_from"}
	stopFields           = []string{"value"}
	systemExitFields     = []string{"code"}
	osErrorFields        = []string{"errno", "strerror", "filename", "filename2"}
	syntaxErrorFields    = []string{"msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line"}
	unicodeErrorFields   = []string{"encoding", "object", "start", "end", "reason"}
)

func init() {
	defineFields(NameErrorType, nameErrorFields)
	defineFields(AttributeErrorType, attributeErrorFields)
	defineFields(ImportErrorType, importErrorFields)
	defineFields(StopIterationType, stopFields)
	defineFields(SystemExitType, systemExitFields)
	defineFields(OSErrorType, osErrorFields)
	defineFields(SyntaxErrorType, syntaxErrorFields)
	defineFields(UnicodeDecodeErrorType, unicodeErrorFields)
	defineFields(UnicodeEncodeErrorType, unicodeErrorFields)

	NameErrorType.Slots.Init = keywordFieldsInit(0, "name")
	AttributeErrorType.Slots.Init = keywordFieldsInit(0, "name", "obj")
	ImportErrorType.Slots.Init = importErrorInit
	ImportErrorType.Slots.Str = importErrorStr
	KeyErrorType.Slots.Str = keyErrorStr
	StopIterationType.Slots.Init = firstArgInit
	SystemExitType.Slots.Init = systemExitInit
	OSErrorType.Slots.New = osErrorNew
	OSErrorType.Slots.Init = osErrorInit
	OSErrorType.Slots.Str = osErrorStr
	SyntaxErrorType.Slots.Init = syntaxErrorInit
	SyntaxErrorType.Slots.Str = syntaxErrorStr
	for _, typ := range []*Type{UnicodeDecodeErrorType, UnicodeEncodeErrorType} {
		typ.Slots.Init = unicodeErrorInit
		typ.Slots.Str = unicodeErrorStr
	}
}

// field returns a field, None when it was never set.
func (e *Exception) field(i int) Value {
	if i < len(e.fields) && e.fields[i].IsValid() {
		return e.fields[i]
	}
	// Exceptions made in Go have not been through __init__.
	if e.fields == nil && i < len(e.Args) && e.argsAreFields(i) {
		return e.Args[i]
	}
	return None
}

// argsAreFields reports whether argument i of such an exception is also its field i.
func (e *Exception) argsAreFields(i int) bool {
	switch {
	case e.typ.IsSubtype(StopIterationType), e.typ.IsSubtype(SystemExitType):
		return i == 0
	case e.typ.IsSubtype(OSErrorType):
		return len(e.Args) > 1
	case e.typ.IsSubtype(UnicodeErrorType):
		return len(e.Args) == len(unicodeErrorFields)
	}
	return false
}

func (e *Exception) setField(i int, v Value) {
	for len(e.fields) <= i {
		e.fields = append(e.fields, Value{})
	}
	e.fields[i] = v
}

func (e *Exception) setFields(values ...Value) { e.fields = values }

func defineFields(typ *Type, names []string) {
	for i, name := range names {
		typ.AddGetSet(name, func(t *Thread, v Value) (Value, *Exception) {
			e, _ := AsException(v)
			return e.field(i), nil
		}, func(t *Thread, v, x Value) *Exception {
			e, _ := AsException(v)
			e.setField(i, x)
			return nil
		})
	}
}

// NameErrorOf makes NameError(message) with its name attribute set.
func NameErrorOf(typ *Type, name, message string) *Exception {
	e := NewException(typ, message)
	e.setFields(NewStr(name))
	return e
}

// ImportErrorOf makes an ImportError or ModuleNotFoundError with its name attribute.
func ImportErrorOf(typ *Type, name, message string) *Exception {
	e := NewException(typ, message)
	e.setFields(NewStr(message), NewStr(name))
	return e
}

// MissingName returns the name that a NameError, AttributeError or ImportError is about,
// and for an AttributeError the object; invalid when there is none.
func (e *Exception) MissingName() (name, obj Value) {
	switch {
	case e.typ.IsSubtype(AttributeErrorType):
		return e.field(0), e.field(1)
	case e.typ.IsSubtype(NameErrorType):
		return e.field(0), Value{}
	case e.typ.IsSubtype(ImportErrorType):
		return e.field(1), Value{}
	}
	return Value{}, Value{}
}

// StopValue is the value of a StopIteration.
func (e *Exception) StopValue() Value { return e.field(0) }

// NewOSError makes the exception of OSError(errno, message).
func NewOSError(errno int64, message string) *Exception {
	typ := errnoTypes[errno]
	if typ == nil {
		typ = OSErrorType
	}
	e := newExceptionArgs(typ, Int(errno), NewStr(message))
	e.fields = e.Args
	return e
}

// keywordFieldsInit makes an __init__ that takes some fields by keyword, the first of them
// at position `first`.
func keywordFieldsInit(first int, names ...string) func(t *Thread, self Value, args Args) *Exception {
	return func(t *Thread, self Value, args Args) *Exception {
		e, _ := AsException(self)
		for i, kw := range args.KwNames {
			known := false
			for j, name := range names {
				if kw == name {
					e.setField(first+j, args.KwValues[i])
					known = true
				}
			}
			if !known {
				return TypeErrorf("%s() got an unexpected keyword argument '%s'", TypeName(self), kw)
			}
		}
		e.Args = append([]Value(nil), args.Pos...)
		return nil
	}
}

func importErrorInit(t *Thread, self Value, args Args) *Exception {
	if err := keywordFieldsInit(1, "name", "path", "name_from")(t, self, args); err != nil {
		return err
	}
	if len(args.Pos) == 1 {
		e, _ := AsException(self)
		e.setField(0, args.Pos[0])
	}
	return nil
}

func importErrorStr(t *Thread, v Value) (Value, *Exception) {
	e, _ := AsException(v)
	if msg := e.field(0); msg.Type() == StrType {
		return msg, nil
	}
	return exceptionStr(t, v)
}

func keyErrorStr(t *Thread, v Value) (Value, *Exception) {
	e, _ := AsException(v)
	if len(e.Args) == 1 {
		return reprValue(t, e.Args[0])
	}
	return exceptionStr(t, v)
}

func firstArgInit(t *Thread, self Value, args Args) *Exception {
	if err := exceptionInit(t, self, args); err != nil {
		return err
	}
	e, _ := AsException(self)
	value := None
	if len(args.Pos) > 0 {
		value = args.Pos[0]
	}
	e.setFields(value)
	return nil
}

func systemExitInit(t *Thread, self Value, args Args) *Exception {
	if err := exceptionInit(t, self, args); err != nil {
		return err
	}
	e, _ := AsException(self)
	switch len(args.Pos) {
	case 0:
		e.setFields(None)
	case 1:
		e.setFields(args.Pos[0])
	default:
		e.setFields(NewTuple(e.Args...))
	}
	return nil
}

// osErrorNew turns OSError(errno, …) into the subclass for that number.
func osErrorNew(t *Thread, cls *Type, args Args) (Value, *Exception) {
	if cls == OSErrorType && len(args.Pos) >= 2 && len(args.Pos) <= 5 {
		if n, ok := SmallInt(args.Pos[0]); ok && errnoTypes[n] != nil {
			cls = errnoTypes[n]
		}
	}
	return exceptionNew(t, cls, args)
}

func osErrorInit(t *Thread, self Value, args Args) *Exception {
	if err := exceptionInit(t, self, args); err != nil {
		return err
	}
	e, _ := AsException(self)
	n := len(args.Pos)
	if n < 2 || n > 5 {
		return nil
	}
	e.setFields(args.Pos[0], args.Pos[1])
	if n >= 3 {
		e.setField(2, args.Pos[2])
		e.Args = e.Args[:2]
	}
	if n == 5 {
		e.setField(3, args.Pos[4])
	}
	return nil
}

func osErrorStr(t *Thread, v Value) (Value, *Exception) {
	e, _ := AsException(v)
	if e.field(1).IsNone() {
		return exceptionStr(t, v)
	}
	number, err := ToStr(t, e.field(0))
	if err != nil {
		return Value{}, err
	}
	message, err := ToStr(t, e.field(1))
	if err != nil {
		return Value{}, err
	}
	text := "[Errno " + number + "] " + message
	for i, lead := range []string{": ", " -> "} {
		f := e.field(2 + i)
		if f.IsNone() {
			continue
		}
		r, err := Repr(t, f)
		if err != nil {
			return Value{}, err
		}
		text += lead + r
	}
	return NewStr(text), nil
}

func syntaxErrorInit(t *Thread, self Value, args Args) *Exception {
	if err := exceptionInit(t, self, args); err != nil {
		return err
	}
	e, _ := AsException(self)
	if len(args.Pos) > 0 {
		e.setField(0, args.Pos[0])
	}
	if len(args.Pos) == 2 {
		info, err := ToSlice(t, args.Pos[1])
		if err != nil {
			return err
		}
		for i, v := range info {
			if i < 6 {
				e.setField(1+i, v)
			}
		}
	}
	return nil
}

func syntaxErrorStr(t *Thread, v Value) (Value, *Exception) {
	e, _ := AsException(v)
	msg, err := ToStr(t, e.field(0))
	if err != nil {
		return Value{}, err
	}
	file, hasFile := StrOf(e.field(1))
	for i := len(file) - 1; i >= 0; i-- {
		if file[i] == '/' {
			file = file[i+1:]
			break
		}
	}
	line, hasLine := SmallInt(e.field(2))
	switch {
	case hasFile && hasLine:
		msg += " (" + file + ", line " + formatInt64(line) + ")"
	case hasFile:
		msg += " (" + file + ")"
	case hasLine:
		msg += " (line " + formatInt64(line) + ")"
	}
	return NewStr(msg), nil
}

func unicodeErrorInit(t *Thread, self Value, args Args) *Exception {
	if err := exceptionInit(t, self, args); err != nil {
		return err
	}
	if len(args.Pos) != 5 {
		return TypeErrorf("function takes exactly 5 arguments (%d given)", len(args.Pos))
	}
	for _, i := range []int{0, 4} {
		if _, ok := AsStr(args.Pos[i]); !ok {
			return TypeErrorf("argument %d must be str, not %s", i+1, TypeName(args.Pos[i]))
		}
	}
	for _, i := range []int{2, 3} {
		if _, err := AsIndex(t, args.Pos[i]); err != nil {
			return err
		}
	}
	e, _ := AsException(self)
	e.fields = append([]Value(nil), args.Pos...)
	return nil
}

func unicodeErrorStr(t *Thread, v Value) (Value, *Exception) {
	e, _ := AsException(v)
	if e.field(4).IsNone() {
		return NewStr(""), nil
	}
	start, _ := SmallInt(e.field(2))
	end, _ := SmallInt(e.field(3))
	encoding, err := ToStr(t, e.field(0))
	if err != nil {
		return Value{}, err
	}
	reason, err := ToStr(t, e.field(4))
	if err != nil {
		return Value{}, err
	}
	where := "position " + formatInt64(start)
	if end != start+1 {
		where = "position " + formatInt64(start) + "-" + formatInt64(end-1)
	}
	verb, what := "encode", "characters"
	if v.Type().IsSubtype(UnicodeDecodeErrorType) {
		verb, what = "decode", "bytes"
	}
	if end == start+1 {
		what = badUnit(e.field(1), start)
	}
	return NewStr("'" + encoding + "' codec can't " + verb + " " + what + " in " + where + ": " + reason), nil
}

// badUnit shows the one byte or character that could not be converted.
func badUnit(object Value, at int64) string {
	if b, ok := AsBytes(object); ok && at >= 0 && at < int64(len(b.B)) {
		const digits = "0123456789abcdef"
		c := b.B[at]
		return "byte 0x" + string([]byte{digits[c>>4], digits[c&15]})
	}
	s, ok := AsStr(object)
	if !ok || at < 0 || at >= int64(s.Length) {
		return "character"
	}
	r, _ := decodeRune(s.S[s.byteOffset(int(at)):])
	h := hexNumber(uint64(r))
	lead, width := "\\U", 8
	switch {
	case r < 0x100:
		lead, width = "\\x", 2
	case r < 0x10000:
		lead, width = "\\u", 4
	}
	for len(h) < width {
		h = "0" + h
	}
	return "character '" + lead + h + "'"
}
