package syntax

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// nestings are ways to stand in one another. Where two rules begin alike, each level could double the work.
var nestings = [][2]string{
	{"{", "}"}, {"(", ")"}, {"[", "]"}, {"{a:", "}"}, {"{**", "}"}, {"{a,{", "}}"}, {"(a,(", "))"}, {"(*", ",)"}, {"[*", ",]"},
	{"f(", ")"}, {"f(a=", ")"}, {"f(*", ")"}, {"f(**", ")"}, {"x[", "]"}, {"x[1:", "]"}, {"x[a,", "]"}, {"x[a if (", ") else 1]"},
	{"lambda:(", ")"}, {"lambda a=(", "):1"}, {"not (", ")"}, {"await (", ")"}, {"-(", ")"}, {"a<(", ")"}, {"(a:=(", "))"},
	{"a if (", ") else 1"}, {"(a if b else (", "))"}, {"(yield (", "))"},
	{"{a for a in (", ")}"}, {"[a for a in [", "]]"}, {"(a for b in c if (", "))"},
}

// A parser that goes back at every level would not come to the end of these within anybody's patience.
func TestNestingDoesNotMultiplyTheWork(t *testing.T) {
	const depth = 60
	contexts := []string{
		"", "with ", "del ", "for ", "match ", "x = ", "import ", "assert ", "return ", "@", "x: ", "type X = ",
		"match x:\n  case ", "f'{",
	}
	for _, nesting := range nestings {
		for _, innermost := range []string{"1", "(!", "1 1", "a for", "a:", "*", ")"} {
			nested := strings.Repeat(nesting[0], depth) + innermost + strings.Repeat(nesting[1], depth)
			for _, context := range contexts {
				source := context + nested
				if context == "f'{" {
					source += "}'"
				}
				module, err := Parse("x.py", source)
				assert.NotEqual(t, module == nil, err == nil, source)
			}
		}
	}
}

func TestResultsAreRememberedOnlyWhereItPays(t *testing.T) {
	programs, _ := validPrograms(t)
	for _, source := range programs {
		source, err := normalizeSource("x.py", source)
		assert.Nil(t, err)
		p := &parser{sc: newScanner("x.py", source)}
		if _, err := p.run(); err == nil {
			assert.Nil(t, p.memo, source)
		}
	}
}
