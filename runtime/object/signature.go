package object

import (
	"strings"
)

// Signature is the parameter list of a function, for binding arguments and for the
// messages of wrong calls. Functions written in Python and Go share it.
type Signature struct {
	Name      string // as messages show it: qualified, without "()"
	Params    []Parameter
	PosOnly   int  // the first PosOnly parameters are positional-only
	Pos       int  // the first Pos parameters can be given by position
	HasVararg bool // *args: bound as a tuple in the slot after the parameters
	HasKwarg  bool // **kwargs: bound as a dict in the last slot
	// Native picks the wordings of functions that CPython has in C.
	Native bool
}

// Parameter is one parameter. Required ones have no default; the default's value is the
// caller's business (an unbound slot stays the zero Value).
type Parameter struct {
	Name     string
	Required bool
}

// MustSignature parses a declaration such as `wait_for(fut, timeout)`,
// `put(self, item, /)`, `gather(*coros_or_futures, return_exceptions=)`. A trailing "="
// marks an optional parameter. It panics on a bad declaration: a mistake in the engine.
func MustSignature(decl string) *Signature {
	name, rest, ok := strings.Cut(decl, "(")
	if !ok || !strings.HasSuffix(rest, ")") {
		panic("bad signature " + decl)
	}
	s := &Signature{Name: name}
	keywordOnly := false
	for _, p := range strings.Split(strings.TrimSuffix(rest, ")"), ",") {
		p = strings.TrimSpace(p)
		switch {
		case p == "":
		case p == "/":
			s.PosOnly = len(s.Params)
		case p == "*":
			keywordOnly = true
		case strings.HasPrefix(p, "**"):
			s.HasKwarg = true
		case strings.HasPrefix(p, "*"):
			s.HasVararg, keywordOnly = true, true
		default:
			s.Params = append(s.Params, Parameter{Name: strings.TrimSuffix(p, "="), Required: !strings.HasSuffix(p, "=")})
			if !keywordOnly {
				s.Pos = len(s.Params)
			}
		}
	}
	return s
}

// NativeSignature is MustSignature for a function that CPython has written in C.
//
//go:noinline
func NativeSignature(decl string) *Signature {
	s := MustSignature(decl)
	s.Native = true
	return s
}

// Slots is the number of values Bind fills: the parameters, then *args, then **kwargs.
func (s *Signature) Slots() int {
	n := len(s.Params)
	if s.HasVararg {
		n++
	}
	if s.HasKwarg {
		n++
	}
	return n
}

// Bind sorts the arguments of a call into slots[:s.Slots()], which the caller has
// cleared. Parameters not given stay the zero Value; required ones missing, unknown
// keywords and superfluous arguments are TypeErrors in CPython's words. hasDefault, when
// not nil, overrides Required (functions written in Python).
func (s *Signature) Bind(args Args, slots []Value) *Exception {
	if s.Native {
		if err := s.checkNativeCount(args); err != nil {
			return err
		}
	}
	given := min(len(args.Pos), s.Pos)
	copy(slots, args.Pos[:given])
	next := len(s.Params)
	if s.HasVararg {
		slots[next] = NewTuple(append([]Value(nil), args.Pos[given:]...)...)
		next++
	}
	var extra *Dict
	if s.HasKwarg {
		extra = NewDict()
		slots[next] = extra.Value()
	}
	for i, name := range args.KwNames {
		if err := s.bindKeyword(name, args.KwValues[i], slots, extra); err != nil {
			if s.Native {
				return firstOf(s.checkMissing(slots), err)
			}
			return err
		}
	}
	if len(args.Pos) > s.Pos && !s.HasVararg {
		return s.tooManyPositional(args, slots)
	}
	return s.checkMissing(slots)
}

func firstOf(a, b *Exception) *Exception {
	if a != nil {
		return a
	}
	return b
}

func (s *Signature) bindKeyword(name string, v Value, slots []Value, extra *Dict) *Exception {
	for i := s.PosOnly; i < len(s.Params); i++ {
		if s.Params[i].Name != name {
			continue
		}
		if slots[i].IsValid() {
			if s.Native {
				return TypeErrorf("argument for %s() given by name ('%s') and position (%d)", s.Name, name, i+1)
			}
			return TypeErrorf("%s() got multiple values for argument '%s'", s.Name, name)
		}
		slots[i] = v
		return nil
	}
	if extra != nil {
		extra.SetStr(name, v)
		return nil
	}
	for _, p := range s.Params[:s.PosOnly] {
		if p.Name == name && !s.Native {
			return TypeErrorf("%s() got some positional-only arguments passed as keyword arguments: '%s'", s.Name, name)
		}
	}
	return s.unexpectedKeyword(name)
}

// methodBinder binds the arguments of a method that CPython has in C: messages do not count self,
// and name the type where CPython's do. Slot 0 is self.
type methodBinder struct {
	sig      *Signature // without self
	fullName string     // with the type
	required int
}

func newMethodBinder(typ *Type, decl string) *methodBinder {
	sig := NativeSignature(strings.Replace(strings.Replace(decl, "(self, /)", "()", 1), "(self, ", "(", 1))
	b := &methodBinder{sig: sig, fullName: typ.messageName() + "." + sig.Name}
	for _, p := range sig.Params {
		if p.Required {
			b.required++
		}
	}
	return b
}

func (b *methodBinder) bind(args Args, slots []Value) *Exception {
	if len(args.Pos) == 0 {
		return TypeErrorf("unbound method %s() needs an argument", b.fullName)
	}
	slots[0] = args.Pos[0]
	count := len(b.sig.Params)
	if b.sig.PosOnly < count {
		args.Pos = args.Pos[1:]
		return b.sig.Bind(args, slots[1:])
	}
	if len(args.KwNames) > 0 {
		return TypeErrorf("%s() takes no keyword arguments", b.fullName)
	}
	given := len(args.Pos) - 1
	if given < b.required || given > count {
		if count <= 1 && b.required == count {
			return args.exactly(b.fullName, count)
		}
		return checkCount(b.sig.Name, given, b.required, count, nil)
	}
	copy(slots[1:], args.Pos[1:])
	return nil
}
