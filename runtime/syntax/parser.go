package syntax

import (
	"strings"
	"unicode/utf8"
)

const (
	// maxParserDepth bounds how deeply expressions and statements stand in one another.
	maxParserDepth = 600
	// secondPassStepsPerToken bounds the work of the pass that looks for a better message.
	secondPassStepsPerToken = 400
	secondPassStepsMin      = 20_000
	// The first pass remembers results when it has entered more brackets than this.
	firstPassEntersPerToken = 2
	firstPassEntersMin      = 200
)

// parser is a recursive descent parser. A rule returns nil when the tokens at pos are
// not what it stands for; the caller then restores pos or fails in turn. An error that
// must be reported as it is leaves by panic(bailout).
type parser struct {
	sc     scanner
	tokens []token // all tokens read so far; rules look ahead by reading more
	pos    int
	depth  int

	// topLevel is where the statement at the file's top level began that was parsed last,
	// beforeTopLevel the one before it: the second pass starts there. What is further
	// up is right, and a mistake may be one about a statement that seemed complete (an
	// except* after the except clauses of a try).
	topLevel, beforeTopLevel int

	// second is set while the file is parsed again to find a better message than
	// "invalid syntax". The fields below serve that pass only.
	second          bool
	invalidOff      int // > 0 inside a rule that must not look for mistakes
	blockMemo       map[int]memoBlock
	firstPassTokens int
	stepsLeft       int
	expressionOnly  bool // what is read is one expression, for eval()

	memo    map[memoKey]memoEntry // nil while nothing is remembered
	entered int                   // brackets and the like that the first pass has entered

	futures []string

	// badEscape is the warning of the first bad escape in the string being read; warned
	// holds the offsets of the strings that had theirs, for the parser may come back to them.
	badEscape string
	warned    map[int32]bool
}

// Parse parses a whole file. The error is what CPython would show; top-level await is
// one, as in a script.
func Parse(filename, source string) (*Module, *SyntaxError) { return parse(filename, source, false) }

// ParseExpression parses one expression, as eval() takes it. The module has it as its only statement.
func ParseExpression(filename, source string) (*Module, *SyntaxError) {
	source = strings.TrimLeft(source, " \t")
	m, err := parse(filename, source, true)
	if err != nil && !err.fromScanner {
		err.unmarkEnd(source)
	}
	return m, err
}

// ParseTree parses a file as the grammar alone has it, as CPython's ast.parse does: an await may stand anywhere.
func ParseTree(filename, source string) (*Module, *SyntaxError) {
	source, err := normalizeSource(filename, source)
	if err != nil {
		return nil, err
	}
	return parseTree(filename, source, false)
}

// unmarkEnd takes the column off an error that stands at the end of a text without a last line end: CPython's token there has none.
func (e *SyntaxError) unmarkEnd(source string) {
	if strings.TrimSpace(source) == "" {
		e.Line, e.EndLine, e.Col, e.EndCol = 0, 0, 0, 0
		return
	}
	if !strings.HasSuffix(source, "\n") && e.Line == strings.Count(source, "\n")+1 && e.Col > utf8.RuneCountInString(e.Text) {
		e.Col, e.EndCol = 0, 0
	}
}

func parse(filename, source string, expressionOnly bool) (*Module, *SyntaxError) {
	source, err := normalizeSource(filename, source)
	if err != nil {
		return nil, err
	}
	module, err := parseTree(filename, source, expressionOnly)
	if err != nil {
		return nil, err
	}
	if err := check(filename, source, module); err != nil {
		err.Warnings = module.Warnings
		return nil, err
	}
	return module, nil
}

// parseTree parses normalized source as the grammar alone has it.
func parseTree(filename, source string, expressionOnly bool) (*Module, *SyntaxError) {
	p := &parser{sc: newScanner(filename, source), expressionOnly: expressionOnly}
	p.tokens = make([]token, 0, len(source)/4+16)
	module, err := p.run()
	if err != nil {
		err.Warnings = p.sc.warnings
		return nil, err
	}
	module.Warnings = p.sc.warnings
	return module, nil
}

// normalizeSource drops the byte order mark, turns line ends into \n and ends the last line.
func normalizeSource(filename, source string) (string, *SyntaxError) {
	fail := func(msg string) (string, *SyntaxError) {
		return "", &SyntaxError{Kind: "SyntaxError", Msg: msg, Filename: filename, Line: 1}
	}
	if len(source) > maxSourceBytes {
		return fail("source file too long")
	}
	source = strings.TrimPrefix(source, "\ufeff")
	if strings.IndexByte(source, 0) >= 0 {
		return fail("source code string cannot contain null bytes")
	}
	if !utf8.ValidString(source) {
		return fail("(unicode error) source code is not valid UTF-8")
	}
	if strings.IndexByte(source, '\r') >= 0 {
		source = strings.ReplaceAll(source, "\r\n", "\n")
		source = strings.ReplaceAll(source, "\r", "\n")
	}
	if source != "" && !strings.HasSuffix(source, "\n") {
		source += "\n"
	}
	return source, nil
}

// run parses the file, and once more with the invalid rules when that fails (CPython
// 3.13 Parser/pegen.c, _PyPegen_run_parser).
func (p *parser) run() (*Module, *SyntaxError) {
	module, err := p.attempt()
	if module != nil {
		return module, nil
	}
	if err != nil {
		return nil, p.preferScannerError(err)
	}
	last := p.tokens[len(p.tokens)-1]
	p.second, p.sc.quiet = true, true
	p.pos, p.depth = p.beforeTopLevel, 0
	p.memo = map[memoKey]memoEntry{}
	p.blockMemo = map[int]memoBlock{}
	p.firstPassTokens = len(p.tokens)
	p.stepsLeft = secondPassStepsMin + secondPassStepsPerToken*p.firstPassTokens
	if _, err := p.attempt(); err != nil {
		return nil, p.preferScannerError(err)
	}
	return nil, p.genericError(last)
}

func (p *parser) attempt() (module *Module, err *SyntaxError) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case bailout:
			module, err = nil, r.err
		default:
			panic(r)
		}
	}()
	return p.file(), nil
}

func (p *parser) file() *Module {
	var body []Stmt
	if !p.expressionOnly {
		body = p.statements()
	} else if body = p.onlyExpression(); body == nil {
		return nil
	}
	if !p.accept(tokEOF) {
		return nil
	}
	end := p.tokens[p.pos-1]
	return &Module{Span: Span{Line: 1, EndLine: end.line, EndCol: end.eCol}, Body: body, Futures: p.futures}
}

// onlyExpression is CPython's start rule for eval(): an expression and the ends of lines. It is nil where there is none.
func (p *parser) onlyExpression() []Stmt {
	x := p.expressions()
	if x == nil {
		return nil
	}
	for p.accept(tokNewline) {
	}
	return []Stmt{&ExprStmt{Span: x.Position(), Value: x}}
}

// genericError is for a file in which no rule recognises the mistake; last is the
// furthest token that the first pass looked at.
func (p *parser) genericError(last token) *SyntaxError {
	switch last.kind {
	case tokIndent:
		return p.lastTokenError("IndentationError", "unexpected indent")
	case tokDedent:
		return p.lastTokenError("IndentationError", "unexpected unindent")
	}
	return p.preferScannerError(p.errorAt("SyntaxError", last.span(), "invalid syntax"))
}

// preferScannerError reads the rest of the file: an error in its text, or a parenthesis
// that was opened on an earlier line and never closed, is more helpful than err.
func (p *parser) preferScannerError(err *SyntaxError) (result *SyntaxError) {
	if err.fromScanner || p.sc.failed {
		return err
	}
	line := int32(0)
	if n := len(p.tokens); n > 0 {
		line = p.tokens[n-1].line
	}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case bailout:
			result = r.err
			if n := len(p.sc.parens); p.sc.soft && n > 0 && line > p.sc.parens[n-1].line {
				result = p.sc.unclosed()
			} else if p.sc.soft {
				result = err
			}
		default:
			panic(r)
		}
	}()
	for !p.sc.done {
		p.sc.next()
	}
	return err
}
