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

// checkMissing finds required parameters without a value.
func (s *Signature) checkMissing(slots []Value) *Exception {
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
