package object

import "strings"

func addTextBuiltins() {
	builtin("print", builtinPrint)
	builtin1("repr", func(t *Thread, x Value) (Value, *Exception) { return reprValue(t, x) })
	builtin1("ascii", func(t *Thread, x Value) (Value, *Exception) {
		s, err := Repr(t, x)
		return NewStr(asciiOnly(s)), err
	})
	builtinN("format", 1, 2, func(t *Thread, p []Value) (Value, *Exception) {
		spec := ""
		if len(p) == 2 {
			var ok bool
			if spec, ok = StrOf(p[1]); !ok {
				return Value{}, TypeErrorf("format() argument 2 must be str, not %s", TypeName(p[1]))
			}
		}
		s, err := FormatValue(t, p[0], spec)
		return NewStr(s), err
	})
	builtin1("chr", func(t *Thread, x Value) (Value, *Exception) {
		n, err := Index(t, x)
		if err != nil {
			return Value{}, err
		}
		i, ok := SmallInt(n)
		if !ok || i < 0 || i > 0x10ffff {
			return Value{}, ValueErrorf("chr() arg not in range(0x110000)")
		}
		return StrFromRune(rune(i)), nil
	})
	builtin1("ord", builtinOrd)
	builtinN("input", 0, 1, builtinInput)
	for _, base := range []struct{ name, spec string }{{"bin", "#b"}, {"oct", "#o"}, {"hex", "#x"}} {
		builtin1(base.name, func(t *Thread, x Value) (Value, *Exception) {
			n, err := Index(t, x)
			if err != nil {
				return Value{}, err
			}
			s, err := FormatValue(t, plainInt(n), base.spec)
			return NewStr(s), err
		})
	}
}

func builtinOrd(t *Thread, x Value) (Value, *Exception) {
	if s, ok := AsStr(x); ok {
		if s.Length != 1 {
			return Value{}, TypeErrorf("ord() expected a character, but string of length %d found", s.Length)
		}
		r, _ := decodeRune(s.S)
		return Int(int64(r)), nil
	}
	var b string
	if bytes, ok := AsBytes(x); ok {
		b = bytes.B
	} else if array, ok := AsByteArray(x); ok {
		b = string(array.B)
	} else {
		return Value{}, TypeErrorf("ord() expected string of length 1, but %s found", TypeName(x))
	}
	if len(b) != 1 {
		return Value{}, TypeErrorf("ord() expected a character, but string of length %d found", len(b))
	}
	return Int(int64(b[0])), nil
}

var printSignature = NativeSignature("print(*args, sep=, end=, file=, flush=)")

// builtinPrint is print. The whole text goes out in one write.
func builtinPrint(t *Thread, a Args) (Value, *Exception) {
	var p [5]Value
	sep, end := " ", "\n"
	file := None
	if len(a.KwNames) > 0 {
		if err := printSignature.Bind(Args{KwNames: a.KwNames, KwValues: a.KwValues}, p[:]); err != nil {
			return Value{}, err
		}
		for i, text := range []*string{&sep, &end} {
			if v := p[i]; v.IsValid() && !v.IsNone() {
				s, ok := StrOf(v)
				if !ok {
					return Value{}, TypeErrorf("%s must be None or a string, not %s", []string{"sep", "end"}[i], TypeName(v))
				}
				*text = s
			}
		}
		if p[2].IsValid() {
			file = p[2]
		}
	}
	text, err := joinForPrint(t, a.Pos, sep, end)
	if err != nil {
		return Value{}, err
	}
	return None, writeTo(t, file, text)
}

func joinForPrint(t *Thread, values []Value, sep, end string) (string, *Exception) {
	if len(values) == 1 {
		s, err := ToStr(t, values[0])
		return s + end, err
	}
	var b strings.Builder
	for i, v := range values {
		if i > 0 {
			b.WriteString(sep)
		}
		s, err := ToStr(t, v)
		if err != nil {
			return "", err
		}
		if err := t.Charge(int64(len(s))); err != nil {
			return "", err
		}
		b.WriteString(s)
	}
	b.WriteString(end)
	return b.String(), nil
}

// writeTo writes to a file object; None means sys.stdout, which the program may have
// replaced.
func writeTo(t *Thread, file Value, text string) *Exception {
	if file.IsNone() {
		file = t.Run.Stdout
		if sys, ok := AsModule(t.Run.Modules.GetStr("sys")); ok {
			if file = sys.Dict.GetStr("stdout"); !file.IsValid() {
				return RuntimeErrorf("lost sys.stdout")
			}
			if file.IsNone() {
				return nil
			}
		}
		if file == t.Run.Stdout {
			return t.Run.Write(t, 1, text)
		}
	}
	if _, ok, err := OptAttr(t, file, "write"); err != nil {
		return err
	} else if !ok {
		return newAttributeError(t, file, "write")
	}
	_, err := CallMethod(t, file, "write", NewStr(text))
	return err
}

func builtinInput(t *Thread, p []Value) (Value, *Exception) {
	if len(p) == 1 {
		prompt, err := ToStr(t, p[0])
		if err != nil {
			return Value{}, err
		}
		if err := t.Run.Write(t, 1, prompt); err != nil {
			return Value{}, err
		}
	}
	if t.Run.ReadLine != nil {
		if line, ok := t.Run.ReadLine(); ok {
			return NewStr(strings.TrimSuffix(line, "\n")), nil
		}
	}
	return Value{}, NewException(EOFErrorType, "EOF when reading a line")
}
