package stdlib

import "asyncplay/runtime/object"

// regexObject is a compiled pattern, as module re (written in Python) uses it.
type regexObject struct {
	object.Native
	program *regexProgram
}

var regexType = declare("_re", "Program")

func regexOf(v object.Value) *regexProgram {
	r, _ := object.AsNative[*regexObject](v)
	return r.program
}

// newRegexModule makes _re. Texts are str, or bytes taken as Latin-1.
func newRegexModule(t *object.Thread) *object.Module {
	m := object.NewModule("_re")
	// compile returns a program, or (message, position).
	defineN(m, "compile", 2, 2, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		flags, err := object.AsIndex(t, a[1])
		if err != nil {
			return object.Value{}, err
		}
		text, isBytes, err := regexText(a[0])
		if err != nil {
			return object.Value{}, err
		}
		if err := t.Charge(int64(64 * len(text))); err != nil {
			return object.Value{}, err
		}
		program, problem := parseRegex(text, regexFlags(flags), isBytes)
		if problem != nil {
			return object.NewTuple(object.NewStr(problem.message), placeOf(problem)), nil
		}
		r := &regexObject{program: program}
		r.InitNative(regexType, r)
		return r.Value(), nil
	})
	return m
}

func init() {
	getter := func(name string, get func(p *regexProgram) object.Value) {
		regexType.AddGetter(name, func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
			return get(regexOf(v)), nil
		})
	}
	getter("groups", func(p *regexProgram) object.Value { return object.Int(int64(p.groups)) })
	getter("flags", func(p *regexProgram) object.Value { return object.Int(int64(p.flags)) })
	getter("groupindex", func(p *regexProgram) object.Value {
		d := object.NewDict()
		for _, name := range p.named() {
			d.SetStr(name, object.Int(int64(p.names[name])))
		}
		return d.Value()
	})
	// The spans of all groups and the number of the group closed last, or None. Mode 0
	// searches, 1 matches at start, 2 matches all; with 4 added an empty match at start is refused.
	method(regexType, "find(self, text, start, end, mode, /)", regexFind)
}

// regexText returns the characters of a str, or the bytes of a bytes-like object.
func regexText(v object.Value) (text []rune, isBytes bool, err *object.Exception) {
	if s, ok := object.StrOf(v); ok {
		return object.Runes(s), false, nil
	}
	b, ok := bytesOf(v)
	if !ok {
		return nil, false, object.TypeErrorf("expected string or bytes-like object, got '%s'", object.TypeName(v))
	}
	text = make([]rune, len(b))
	for i := range len(b) {
		text[i] = rune(b[i])
	}
	return text, true, nil
}

const (
	regexModeSearch = iota
	regexModeMatch
	regexModeFull
	regexModeNotEmpty = 4
)

func regexFind(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	p := regexOf(a[0])
	var numbers [3]int
	for i := range numbers {
		n, err := object.AsIndex(t, a[2+i])
		if err != nil {
			return object.Value{}, err
		}
		numbers[i] = n
	}
	text, _, err := regexText(a[1])
	if err != nil {
		return object.Value{}, err
	}
	if err := t.Tick(len(text) / 16); err != nil {
		return object.Value{}, err
	}
	end := max(0, min(numbers[1], len(text)))
	first := max(0, min(numbers[0], len(text)))
	mode := numbers[2]
	m := newRegexMatcher(t, p, text, end)
	for start := first; start <= end; start++ {
		e, ok := m.try(p, start, mode&3 == regexModeFull)
		if m.err != nil {
			return object.Value{}, m.err
		}
		if ok && !(mode&regexModeNotEmpty != 0 && e == start && start == first) {
			return m.result(), nil
		}
		if mode&3 != regexModeSearch {
			break
		}
	}
	return object.None, nil
}

// result is the tuple of spans followed by the number of the group closed last.
func (m *regexMatcher) result() object.Value {
	items := make([]object.Value, len(m.caps)+1)
	for i, c := range m.caps {
		items[i] = object.Int(int64(c))
	}
	for i := 0; i < len(m.caps); i += 2 {
		if m.caps[i+1] < 0 {
			items[i] = object.Int(-1)
		}
	}
	items[len(m.caps)] = object.Int(int64(m.last))
	return object.NewTuple(items...)
}

func placeOf(problem *regexProblem) object.Value {
	if problem.pos == regexNoPlace {
		return object.None
	}
	return object.Int(int64(problem.pos))
}
