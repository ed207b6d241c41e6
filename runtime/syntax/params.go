package syntax

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// NumberLiteral is a number in the source that can be dragged. Lines and columns count
// from 1, columns in characters; EndCol is exclusive.
type NumberLiteral struct {
	Line, Col, EndCol int
	Text              string
	Start, End        int // byte offsets in the source
}

// Numbers lists the number literals of a source, also of one that does not parse: then
// up to the first character that is wrong.
func Numbers(source string) []NumberLiteral {
	var numbers []NumberLiteral
	line, offset, col := int32(0), 0, 0 // where the last number ended
	scanTolerant(source, func(s *scanner, t token) {
		if t.kind != tokNumber {
			return
		}
		if t.line != line {
			line, offset, col = t.line, int(t.start-t.col), 1
		}
		start := col + utf8.RuneCountInString(s.src[offset:t.start])
		col = start + int(t.end-t.start)
		offset = int(t.end)
		numbers = append(numbers, NumberLiteral{
			Line: int(t.line), Col: start, EndCol: col,
			Text: s.src[t.start:t.end], Start: int(t.start), End: int(t.end),
		})
	})
	return numbers
}

// scanTolerant visits tokens until the first error. Offsets are those of the source as it
// is: \r counts as a blank.
func scanTolerant(source string, visit func(*scanner, token)) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(bailout); !ok {
				panic(r)
			}
		}
	}()
	if len(source) > maxSourceBytes || !utf8.ValidString(source) {
		return
	}
	source = strings.Map(func(r rune) rune {
		if r == '\r' || r == 0 {
			return ' '
		}
		return r
	}, source)
	s := newScanner("", source)
	if strings.HasPrefix(source, "\ufeff") {
		s.pos = len("\ufeff")
	}
	for !s.done {
		visit(&s, s.next())
	}
}

// ParamKind is what a knob looks like.
type ParamKind uint8

const (
	ParamNumber ParamKind = iota
	ParamSlider
	ParamBoolean
	ParamChoice
	ParamString
)

// Param is a knob: a line `NAME = literal  #@param {…}` as in Colab's forms. A knob that
// cannot be used says why in Err.
type Param struct {
	Name                 string
	Line                 int // from 1
	Kind                 ParamKind
	Min, Max, Step       float64 // of a slider; Step is 1 unless given, or 0.01 when a bound has a fraction
	Choices              []string
	ValueText            string
	ValueStart, ValueEnd int // byte offsets of the literal in the source
	Err                  string
}

// Params lists the knobs of a source in the order of their lines.
func Params(source string) []Param {
	var params []Param
	offset := 0
	for number := 1; offset < len(source); number++ {
		line := source[offset:]
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line = line[:i]
		}
		if p, ok := paramOfLine(line, offset, number); ok {
			params = append(params, p)
		}
		offset += len(line) + 1
	}
	return params
}

// paramOfLine reads one line that starts at the offset.
func paramOfLine(line string, offset, number int) (Param, bool) {
	mark := strings.Index(line, "#@param")
	if mark < 0 {
		return Param{}, false
	}
	left := line[:mark]
	equal := strings.IndexByte(left, '=')
	if equal < 0 {
		return Param{}, false
	}
	name, _, _ := strings.Cut(strings.TrimSpace(left[:equal]), ":")
	name = strings.TrimSpace(name)
	if !isPlainName(name) {
		return Param{}, false
	}
	value := strings.TrimRight(left[equal+1:], " \t\r")
	start := equal + 1 + len(value) - len(strings.TrimLeft(value, " \t"))
	p := Param{
		Name: name, Line: number, ValueText: strings.TrimSpace(value),
		ValueStart: offset + start, ValueEnd: offset + equal + 1 + len(value),
	}
	if err := p.readForm(strings.TrimSpace(line[mark+len("#@param"):])); err != nil {
		p.Err = err.Error()
	} else if err := p.validate(p.ValueText); err != nil {
		p.Err = err.Error()
	}
	return p, true
}

func isPlainName(name string) bool {
	if name == "" || !isIdentStart(name[0]) || nameKind(name) != tokName {
		return false
	}
	for i := 0; i < len(name); i++ {
		if !isIdentPart(name[i]) {
			return false
		}
	}
	return true
}

// readForm reads `{type:"slider", min:1, max:20, step:1}` or `["a", "b"]`.
func (p *Param) readForm(form string) error {
	switch {
	case form == "":
		p.Kind = kindOfLiteral(p.ValueText)
		return nil
	case form[0] == '[':
		p.Kind = ParamChoice
		return p.readChoices(form)
	case form[0] != '{':
		return fmt.Errorf("a #@param form starts with { or [")
	}
	fields, err := readFields(form)
	if err != nil {
		return err
	}
	switch kind := unquote(fields["type"]); kind {
	case "slider":
		p.Kind = ParamSlider
		return p.readSlider(fields)
	case "number", "integer":
		p.Kind = ParamNumber
	case "boolean":
		p.Kind = ParamBoolean
	case "string":
		p.Kind = ParamString
	default:
		return fmt.Errorf("unknown #@param type %q: slider, number, boolean and string are known", kind)
	}
	return nil
}

func kindOfLiteral(text string) ParamKind {
	switch {
	case text == "True" || text == "False":
		return ParamBoolean
	case text != "" && (text[0] == '"' || text[0] == '\''):
		return ParamString
	}
	return ParamNumber
}

// readFields splits `{key: value, …}`.
func readFields(form string) (map[string]string, error) {
	end := strings.LastIndexByte(form, '}')
	if end < 0 {
		return nil, fmt.Errorf("the #@param form has no closing }")
	}
	fields := map[string]string{}
	for _, part := range strings.Split(form[1:end], ",") {
		key, value, ok := strings.Cut(part, ":")
		if !ok {
			if strings.TrimSpace(part) == "" {
				continue
			}
			return nil, fmt.Errorf("the #@param field %q has no value", strings.TrimSpace(part))
		}
		fields[unquote(strings.TrimSpace(key))] = strings.TrimSpace(value)
	}
	return fields, nil
}

// unquote drops the quotes around a word.
func unquote(text string) string {
	if n := len(text); n >= 2 && (text[0] == '"' || text[0] == '\'') && text[n-1] == text[0] {
		return text[1 : n-1]
	}
	return text
}

func (p *Param) readSlider(fields map[string]string) error {
	bound := func(name string, fallback float64) (float64, error) {
		text, ok := fields[name]
		if !ok {
			return fallback, nil
		}
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || n-n != 0 {
			return 0, fmt.Errorf("the #@param field %s is not a number: %q", name, text)
		}
		return n, nil
	}
	var err error
	if p.Min, err = bound("min", 0); err != nil {
		return err
	}
	if p.Max, err = bound("max", 100); err != nil {
		return err
	}
	step := 1.0
	if strings.Contains(fields["min"]+fields["max"], ".") {
		step = 0.01
	}
	if p.Step, err = bound("step", step); err != nil {
		return err
	}
	if p.Min >= p.Max || p.Step <= 0 {
		return fmt.Errorf("a slider needs min < max and step > 0")
	}
	return nil
}

func (p *Param) readChoices(form string) error {
	end := strings.LastIndexByte(form, ']')
	if end < 0 {
		return fmt.Errorf("the #@param choices have no closing ]")
	}
	for rest := strings.TrimSpace(form[1:end]); rest != ""; {
		quote := rest[0]
		if quote != '"' && quote != '\'' {
			return fmt.Errorf("the #@param choices are strings in quotes")
		}
		i := strings.IndexByte(rest[1:], quote)
		if i < 0 {
			return fmt.Errorf("a #@param choice has no closing quote")
		}
		p.Choices = append(p.Choices, rest[1:1+i])
		rest = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(rest[i+2:]), ","))
	}
	if len(p.Choices) == 0 {
		return fmt.Errorf("the #@param choices are empty")
	}
	return nil
}

// validate says what is wrong with a literal for this knob.
func (p *Param) validate(literal string) error {
	switch p.Kind {
	case ParamBoolean:
		if literal != "True" && literal != "False" {
			return fmt.Errorf("%s must be True or False, not %s", p.Name, literal)
		}
	case ParamNumber, ParamSlider:
		if !isNumberLiteral(literal) {
			return fmt.Errorf("%s must be a number, not %s", p.Name, literal)
		}
	default:
		if !isStringLiteral(literal) {
			return fmt.Errorf("%s must be a string in quotes, not %s", p.Name, literal)
		}
		if text := literal[1 : len(literal)-1]; p.Kind == ParamChoice && !contains(p.Choices, text) {
			return fmt.Errorf("%s must be one of %s", p.Name, strings.Join(p.Choices, ", "))
		}
	}
	return nil
}

func contains(list []string, text string) bool {
	for _, s := range list {
		if s == text {
			return true
		}
	}
	return false
}

// isNumberLiteral accepts an int or float with an optional sign.
func isNumberLiteral(text string) bool {
	text = strings.TrimPrefix(text, "-")
	numbers := Numbers(text)
	if len(numbers) != 1 || numbers[0].Text != text {
		return false
	}
	return text[len(text)-1]|0x20 != 'j' || strings.HasPrefix(text, "0x")
}

// isStringLiteral accepts a plain string without escapes.
func isStringLiteral(text string) bool {
	n := len(text)
	if n < 2 || text[0] != '"' && text[0] != '\'' || text[n-1] != text[0] {
		return false
	}
	return !strings.ContainsAny(text[1:n-1], text[:1]+"\\\n\r")
}

// SetParam returns the source with the literal of a knob replaced; everything else stays to
// the byte. The value is a Python literal; a string may come without its quotes.
func SetParam(source, name, value string) (string, error) {
	for _, p := range Params(source) {
		if p.Name != name {
			continue
		}
		if (p.Kind == ParamChoice || p.Kind == ParamString) && !isStringLiteral(value) {
			quote := `"`
			if strings.HasPrefix(p.ValueText, "'") {
				quote = "'"
			}
			value = quote + value + quote
		}
		if err := p.validate(value); err != nil {
			return "", err
		}
		return source[:p.ValueStart] + value + source[p.ValueEnd:], nil
	}
	return "", fmt.Errorf("no #@param named %s", name)
}
