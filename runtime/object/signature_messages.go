package object

import (
	"fmt"
	"strings"
)

// tooManyPositional is "f() takes 2 positional arguments but 3 were given".
func (s *Signature) tooManyPositional(args Args, slots []Value) *Exception {
	defaults := 0
	for _, p := range s.Params[:s.Pos] {
		if !p.Required {
			defaults++
		}
	}
	takes, plural := fmt.Sprint(s.Pos), "s"
	if defaults > 0 {
		takes = fmt.Sprintf("from %d to %d", s.Pos-defaults, s.Pos)
	} else if s.Pos == 1 {
		plural = ""
	}
	given := fmt.Sprint(len(args.Pos))
	were := "were"
	if len(args.Pos) == 1 {
		were = "was"
	}
	keywordOnly := 0
	for i := s.Pos; i < len(s.Params); i++ {
		if slots[i].IsValid() {
			keywordOnly++
		}
	}
	if keywordOnly > 0 {
		given += fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)", pluralOf(len(args.Pos)), keywordOnly, pluralOf(keywordOnly))
		were = "were"
	}
	return TypeErrorf("%s() takes %s positional argument%s but %s %s given", s.Name, takes, plural, given, were)
}

func pluralOf(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// checkNativeCount tests the number of arguments in the way of CPython's C functions.
func (s *Signature) checkNativeCount(args Args) *Exception {
	if s.HasVararg || s.HasKwarg {
		return nil
	}
	required := 0
	for _, p := range s.Params[:s.Pos] {
		if p.Required {
			required++
		}
	}
	given, limit := len(args.Pos), len(s.Params)
	if total := given + len(args.KwNames); total > limit {
		return TypeErrorf("%s() takes %s %d %sargument%s (%d given)", s.Name, exactlyOr("at most", required == limit), limit, keywordIf(given == 0), pluralOf(limit), total)
	}
	if given > s.Pos {
		if s.Pos == 0 {
			return TypeErrorf("%s() takes no positional arguments", s.Name)
		}
		return TypeErrorf("%s() takes %s %d positional argument%s (%d given)", s.Name, exactlyOr("at most", required == s.Pos), s.Pos, pluralOf(s.Pos), given)
	}
	if needed := min(required, s.PosOnly); given < needed {
		return TypeErrorf("%s() takes %s %d positional argument%s (%d given)", s.Name, exactlyOr("at least", required == len(s.Params)), needed, pluralOf(needed), given)
	}
	return nil
}

func exactlyOr(bound string, exactly bool) string {
	if exactly {
		return "exactly"
	}
	return bound
}

func keywordIf(onlyKeywords bool) string {
	if onlyKeywords {
		return "keyword "
	}
	return ""
}

// checkMissing finds required parameters without a value.
func (s *Signature) checkMissing(slots []Value) *Exception {
	if s.Native {
		for i, p := range s.Params {
			if p.Required && !slots[i].IsValid() {
				return TypeErrorf("%s() missing required argument '%s' (pos %d)", s.Name, p.Name, i+1)
			}
		}
		return nil
	}
	for _, part := range []struct {
		from, to int
		kind     string
	}{{0, s.Pos, "positional"}, {s.Pos, len(s.Params), "keyword-only"}} {
		var missing []string
		for i := part.from; i < part.to; i++ {
			if s.Params[i].Required && !slots[i].IsValid() {
				missing = append(missing, "'"+s.Params[i].Name+"'")
			}
		}
		if len(missing) > 0 {
			return TypeErrorf("%s() missing %d required %s argument%s: %s", s.Name, len(missing), part.kind, pluralOf(len(missing)), joinNames(missing))
		}
	}
	return nil
}

// joinNames is "'a'", "'a' and 'b'", "'a', 'b', and 'c'".
func joinNames(names []string) string {
	switch n := len(names); n {
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
}

// unexpectedKeyword is the error of a keyword that no parameter has, with a guess at what
// was meant.
func (s *Signature) unexpectedKeyword(name string) *Exception {
	var candidates []string
	for _, p := range s.Params[s.PosOnly:] {
		candidates = append(candidates, p.Name)
	}
	if guess := Suggest(name, candidates); guess != "" {
		return TypeErrorf("%s() got an unexpected keyword argument '%s'. Did you mean '%s'?", s.Name, name, guess)
	}
	return TypeErrorf("%s() got an unexpected keyword argument '%s'", s.Name, name)
}

// argumentTypeName is how CPython's messages about an argument of the wrong type name it: None is
// not called by its type.
func argumentTypeName(v Value) string {
	if v.IsNone() {
		return "None"
	}
	return TypeName(v)
}
