package syntax

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// FuzzScan reads every token of a source without the parser: the scanner ends, with the end of the file or
// with an error, and each of its tokens stands where it says.
func FuzzScan(f *testing.F) {
	programs, _ := validPrograms(f)
	for _, p := range programs {
		f.Add(p)
	}
	wrong, err := os.ReadFile(filepath.Join("testdata", "errors.txt"))
	require.NoError(f, err)
	for _, p := range strings.Split(string(wrong), "=====\n") {
		f.Add(p)
	}
	for _, p := range scannerSeeds {
		f.Add(p)
	}
	f.Fuzz(func(t *testing.T, source string) {
		normal, err := normalizeSource("x.py", source)
		if err != nil {
			return
		}
		s := newScanner("x.py", normal)
		c := tokenCheck{t: t, s: &s, lineStarts: lineStartsOf(normal)}
		if err := c.scanAll(); err != nil {
			c.checkError(err)
			return
		}
		if c.depth != 0 || len(s.parens) != 0 || len(s.fstrings) != 0 {
			t.Fatalf("the file ends inside something: %d indents, %d brackets, %d f-strings", c.depth, len(s.parens), len(s.fstrings))
		}
	})
}

// scannerSeeds are texts in which what a token is depends on what stands before it.
var scannerSeeds = []string{
	"", "\n", "\\\n", "\\", "\f\n \f x\n", "\ufeffx\r\ny\rz",
	"if a:\n\tb\n        c\n", "if a:\n  if b:\n   c\n d\n", "if a:\\\n  b\n", " \\\n  x\n", "  # a\n x\n# b\n",
	"x = (\n  1,\n # c\n\n)\n", "([{", "(]", ")", strings.Repeat("(", maxParens+1), deepBlocks(maxIndents + 1),
	"f'{a!r:>{b}}' f\"\"\"{\n x = }\\N{DASH}{{}}\"\"\"\n", "f'{f\"{f'{1}'}\"}'", "f'{a:{b:{c:{d}}}}'", "f'{a", "f'{a:", "f'''{a:\n}'''", "rf'\\{a}\\'",
	"f'{a:}}' '", "f'{lambda x: 1}'", "f'{a[\"b\"]}' f'{'", "f'\\N{a' f'}'", strings.Repeat("f'{", maxFStrings),
	"'a\\\nb' \"\"\"c\nd\"\"\" b'\\x' u'e' Rb'f' '", "'''\n''", "'a\\'\n",
	"0 00 0_0 0b1 0o7 0xfg 1_ 1__0 1e5 1.e-5j .5 1.. 01 0b2 1if 2else 3in 1_000.0_1J 0x 1e 1e+",
	"a:=b->c...d!=e<>f**=g//=h>>=i<<=j@=k ! ? $ `", "é = ª\u0301; x\u00b7y; €; \u200b; x\u00a0y",
}

// tokenCheck compares the tokens of a scanner with the text they come from.
type tokenCheck struct {
	t          *testing.T
	s          *scanner
	lineStarts []int
	tokens     int
	end        int // of the last token with a text
	depth      int // indents that are open
}

// lineStartsOf lists the offsets at which the lines start.
func lineStartsOf(source string) []int {
	starts := []int{0}
	for i := range len(source) {
		if source[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// scanAll reads tokens up to the end of the file, or to the error it returns.
func (c *tokenCheck) scanAll() (err *SyntaxError) {
	defer func() {
		if r := recover(); r != nil {
			b, ok := r.(bailout)
			if !ok {
				panic(r)
			}
			err = b.err
		}
	}()
	// A token has a text, or delivers an indent that blanks stood for, or ends a format spec or a doubled brace.
	tokensMax := 3*len(c.s.src) + maxIndents
	for {
		tok := c.s.next()
		if c.tokens++; c.tokens > tokensMax {
			c.t.Fatalf("%d tokens of %d bytes", c.tokens, len(c.s.src))
		}
		c.checkToken(tok)
		if tok.kind == tokEOF {
			return nil
		}
	}
}

func (c *tokenCheck) checkToken(tok token) {
	switch tok.kind {
	case tokIndent:
		c.depth++
	case tokDedent:
		c.depth--
	}
	if c.depth < 0 || c.depth >= maxIndents {
		c.t.Fatalf("token %d: %d indents", c.tokens, c.depth)
	}
	if tok.col < 0 {
		c.checkLine(tok.line)
		return
	}
	if int(tok.start) < c.end || tok.end < tok.start || int(tok.end) > len(c.s.src) {
		c.t.Fatalf("token %d: bytes %d to %d of %d, after one that ends at %d", c.tokens, tok.start, tok.end, len(c.s.src), c.end)
	}
	c.checkPlace(tok.start, tok.line, tok.col)
	end := tok.end
	if tok.kind == tokFStringMiddle && tok.eCol > end-int32(c.lineStart(tok.endLine)) {
		end++ // the second of two braces counts to the token, but is not its text
	}
	c.checkPlace(end, tok.endLine, tok.eCol)
	if skipped := c.s.src[c.end:tok.start]; tok.kind != tokFStringMiddle && strings.Trim(skipped, " \t\f\n\\{}") != "" && !strings.Contains(skipped, "#") {
		c.t.Fatalf("token %d: %q was passed over", c.tokens, skipped)
	}
	c.end = int(end)
}

func (c *tokenCheck) lineStart(line int32) int {
	c.checkLine(line)
	return c.lineStarts[line-1]
}

func (c *tokenCheck) checkLine(line int32) {
	if line < 1 || int(line) > len(c.lineStarts) {
		c.t.Fatalf("token %d: line %d of %d", c.tokens, line, len(c.lineStarts))
	}
}

// checkPlace fails when a byte does not stand on the line, at the byte column.
func (c *tokenCheck) checkPlace(offset, line, col int32) {
	start := c.lineStart(line)
	lineEnd := len(c.s.src)
	if int(line) < len(c.lineStarts) {
		lineEnd = c.lineStarts[line]
	}
	if start+int(col) != int(offset) || int(offset) > lineEnd {
		c.t.Fatalf("token %d: byte %d is not at line %d, column %d", c.tokens, offset, line, col)
	}
}

// checkError fails when an error's place is not in the source.
func (c *tokenCheck) checkError(err *SyntaxError) {
	if err.Line < 1 || err.Line > len(c.lineStarts) || err.EndLine > len(c.lineStarts) {
		c.t.Fatalf("%q is on line %d of %d", err.Msg, err.Line, len(c.lineStarts))
	}
	if text := c.s.lineText(c.lineStarts[err.Line-1]); err.Text != text {
		c.t.Fatalf("%q shows %q, and line %d is %q", err.Msg, err.Text, err.Line, text)
	}
	// CPython's column may be one behind the line's end.
	if columnMax := utf8.RuneCountInString(err.Text) + 1; err.Col < 0 || err.Col > columnMax+1 || err.EndCol > columnMax+1 {
		c.t.Fatalf("%q is at columns %d to %d of %d", err.Msg, err.Col, err.EndCol, columnMax)
	}
}
