package object

import (
	"strings"
)

// strFormatMethod is str.format.
func strFormatMethod(t *Thread, args Args) (Value, *Exception) {
	s, ok := StrOf(args.Pos[0])
	if !ok {
		return Value{}, TypeErrorf("descriptor 'format' for 'str' objects doesn't apply to a '%s' object", args.Pos[0].Type().Name)
	}
	return newStrResult(formatTemplate(t, s, Args{Pos: args.Pos[1:], KwNames: args.KwNames, KwValues: args.KwValues}, Value{}))
}

// templateFormatter fills one format string.
type templateFormatter struct {
	t         *Thread
	args      Args
	mapping   Value // of format_map; invalid for format
	automatic int   // next automatic field number
	manual    bool
}

// templateDepthMax is CPython's limit on fields nested in format specs.
const templateDepthMax = 2

func formatTemplate(t *Thread, template string, args Args, mapping Value) (string, *Exception) {
	f := &templateFormatter{t: t, args: args, mapping: mapping}
	return f.fill(template, templateDepthMax)
}

func (f *templateFormatter) fill(template string, depth int) (string, *Exception) {
	if depth == 0 {
		return "", ValueErrorf("Max string recursion exceeded")
	}
	var out strings.Builder
	for template != "" {
		i := strings.IndexAny(template, "{}")
		if i < 0 {
			out.WriteString(template)
			break
		}
		out.WriteString(template[:i])
		c := template[i]
		template = template[i+1:]
		if template != "" && template[0] == c {
			out.WriteByte(c)
			template = template[1:]
			continue
		}
		if c == '}' {
			return "", ValueErrorf("Single '}' encountered in format string")
		}
		if template == "" {
			return "", ValueErrorf("Single '{' encountered in format string")
		}
		field, rest, err := takeField(template)
		if err != nil {
			return "", err
		}
		text, err := f.field(field, depth)
		if err != nil {
			return "", err
		}
		out.WriteString(text)
		template = rest
		if err := f.t.Charge(int64(len(text))); err != nil {
			return "", err
		}
	}
	return out.String(), nil
}

// takeField splits off a replacement field up to its closing brace.
func takeField(s string) (field, rest string, err *Exception) {
	depth := 1
	inBrackets := false
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			inBrackets = true
		case ']':
			inBrackets = false
		case '{':
			if !inBrackets {
				depth++
			}
		case '}':
			if inBrackets {
				continue
			}
			if depth--; depth == 0 {
				return s[:i], s[i+1:], nil
			}
		}
	}
	return "", "", ValueErrorf("expected '}' before end of string")
}

func (f *templateFormatter) field(field string, depth int) (string, *Exception) {
	name, conversion, spec, err := splitField(field)
	if err != nil {
		return "", err
	}
	v, err := f.lookup(name)
	if err != nil {
		return "", err
	}
	if v, err = Convert(f.t, v, conversion); err != nil {
		return "", err
	}
	if strings.ContainsAny(spec, "{}") {
		if spec, err = f.fill(spec, depth-1); err != nil {
			return "", err
		}
	}
	return FormatValue(f.t, v, spec)
}

func splitField(field string) (name string, conversion byte, spec string, err *Exception) {
	end := len(field)
	inBrackets := false
	for i := 0; i < len(field) && end == len(field); i++ {
		switch field[i] {
		case '[':
			inBrackets = true
		case ']':
			inBrackets = false
		case '!', ':':
			if !inBrackets {
				end = i
			}
		case '{':
			return "", 0, "", ValueErrorf("unexpected '{' in field name")
		}
	}
	name, rest := field[:end], field[end:]
	if strings.HasPrefix(rest, "!") {
		if len(rest) < 2 {
			return "", 0, "", ValueErrorf("unmatched '{' in format spec")
		}
		conversion, rest = rest[1], rest[2:]
		if rest != "" && rest[0] != ':' {
			return "", 0, "", ValueErrorf("expected ':' after conversion specifier")
		}
	}
	return name, conversion, strings.TrimPrefix(rest, ":"), nil
}

// Convert applies !r, !s or !a; 0 leaves the value alone.
func Convert(t *Thread, v Value, conversion byte) (Value, *Exception) {
	switch conversion {
	case 0:
		return v, nil
	case 'r':
		return newStrResult(Repr(t, v))
	case 's':
		return toStrValue(t, v)
	case 'a':
		s, err := Repr(t, v)
		return NewStr(asciiOnly(s)), err
	}
	return Value{}, ValueErrorf("Unknown conversion specifier %c", conversion)
}

// asciiOnly escapes what is not ASCII in a repr, as ascii() does.
func asciiOnly(s string) string {
	var b []byte
	for len(s) > 0 {
		r, size := decodeRune(s)
		if r < 0x80 {
			b = append(b, byte(r))
		} else {
			b = appendEscaped(b, r)
		}
		s = s[size:]
	}
	return string(b)
}

// lookup evaluates a field name: an argument followed by .attribute and [index] parts.
func (f *templateFormatter) lookup(name string) (Value, *Exception) {
	end := strings.IndexAny(name, ".[")
	if end < 0 {
		end = len(name)
	}
	v, err := f.argument(name[:end])
	rest := name[end:]
	for err == nil && rest != "" {
		if rest[0] == '.' {
			end := strings.IndexAny(rest[1:], ".[") + 1
			if end == 0 {
				end = len(rest)
			}
			if end == 1 {
				return Value{}, ValueErrorf("Empty attribute in format string")
			}
			v, err = GetAttr(f.t, v, rest[1:end])
			rest = rest[end:]
			continue
		}
		if rest[0] != '[' {
			return Value{}, ValueErrorf("Only '.' or '[' may follow ']' in format field specifier")
		}
		end := strings.IndexByte(rest, ']')
		if end < 0 {
			return Value{}, ValueErrorf("Missing ']' in format string")
		}
		if end == 1 {
			return Value{}, ValueErrorf("Empty attribute in format string")
		}
		key := NewStr(rest[1:end])
		if n, rest, ok := takeNumber(rest[1:end]); ok && n >= 0 && rest == "" {
			key = Int(int64(n))
		}
		v, err = GetItem(f.t, v, key)
		rest = rest[end+1:]
	}
	return v, err
}

func (f *templateFormatter) argument(name string) (Value, *Exception) {
	index, rest, ok := takeNumber(name)
	if !ok {
		return Value{}, ValueErrorf("Too many decimal digits in format string")
	}
	switch {
	case name == "":
		if f.manual {
			return Value{}, ValueErrorf("cannot switch from manual field specification to automatic field numbering")
		}
		index = f.automatic
		f.automatic++
	case index >= 0 && rest == "":
		if f.automatic > 0 {
			return Value{}, ValueErrorf("cannot switch from automatic field numbering to manual field specification")
		}
		f.manual = true
	default:
		return f.named(name)
	}
	if f.mapping.IsValid() {
		return Value{}, ValueErrorf("Format string contains positional fields")
	}
	if index >= len(f.args.Pos) {
		return Value{}, Errorf(IndexErrorType, "Replacement index %d out of range for positional args tuple", index)
	}
	return f.args.Pos[index], nil
}

func (f *templateFormatter) named(name string) (Value, *Exception) {
	if f.mapping.IsValid() {
		return GetItem(f.t, f.mapping, NewStr(name))
	}
	if v := f.args.Keyword(name); v.IsValid() {
		return v, nil
	}
	return Value{}, KeyError(NewStr(name))
}
