package syntax

import (
	"fmt"
	"unicode/utf8"
)

// memoKey names a rule at a token; where results are remembered, each such pair runs once.
type memoKey struct {
	rule ruleID
	pos  int32
}

type memoEntry struct {
	expr Expr
	end  int32
}

type memoBlock struct {
	body []Stmt
	end  int
}

// ruleID is a rule whose results can be remembered.
type ruleID uint8

const (
	ruleExpression ruleID = iota
	ruleStarExpression
	ruleDisjunction
	ruleConjunction
	ruleInversion
	ruleBitwiseOr
	ruleFactor
	ruleAwaitPrimary
	rulePrimary
	ruleInvalidNamed
	ruleStarTarget
)

// memoized runs the rule, or returns what it gave here before: always in the second pass, in the first one where the
// parser has begun to go over the same ground again and again.
func (p *parser) memoized(rule ruleID, run func(*parser) Expr) Expr {
	if p.memo == nil {
		return run(p)
	}
	key := memoKey{rule, int32(p.pos)}
	if m, ok := p.memo[key]; ok {
		p.pos = int(m.end)
		return m.expr
	}
	if p.second {
		p.step()
	}
	e := run(p)
	p.memo[key] = memoEntry{e, int32(p.pos)}
	return e
}

// step pays for work of the second pass. When it runs out of steps, the message is the
// plain one.
func (p *parser) step() {
	p.stepsLeft--
	if p.stepsLeft < 0 {
		last := p.tokens[len(p.tokens)-1]
		panic(bailout{p.errorAt("SyntaxError", last.span(), "invalid syntax")})
	}
}

// kind returns the kind of the next token.
func (p *parser) kind() tokenKind {
	if p.pos == len(p.tokens) {
		p.fill()
	}
	return p.tokens[p.pos].kind
}

// kindAt returns the kind of the token n after the next one.
func (p *parser) kindAt(n int) tokenKind {
	for p.pos+n >= len(p.tokens) {
		if k := len(p.tokens); k > 0 && p.tokens[k-1].kind == tokEOF {
			return tokEOF
		}
		p.fill()
	}
	return p.tokens[p.pos+n].kind
}

func (p *parser) fill() {
	if n := len(p.tokens); n > 0 && p.tokens[n-1].kind == tokEOF {
		p.tokens = append(p.tokens, p.tokens[n-1])
		return
	}
	p.tokens = append(p.tokens, p.sc.next())
}

func (p *parser) token() token {
	p.kind()
	return p.tokens[p.pos]
}

func (p *parser) text(t token) string { return p.sc.src[t.start:t.end] }

// accept takes the next token if it is of the kind.
func (p *parser) accept(kind tokenKind) bool {
	if p.kind() != kind {
		return false
	}
	p.pos++
	return true
}

// expectForced takes the next token, which must be of the kind.
func (p *parser) expectForced(kind tokenKind, text string) {
	if !p.accept(kind) {
		p.raiseAt(p.token().span(), "expected '%s'", text)
	}
}

// name takes a name and returns its text and place.
func (p *parser) name() (string, Span, bool) {
	if p.kind() != tokName {
		return "", Span{}, false
	}
	t := p.tokens[p.pos]
	p.pos++
	return p.text(t), t.span(), true
}

// atSoft says whether the next token is the soft keyword.
func (p *parser) atSoft(word string) bool {
	return p.kind() == tokName && p.text(p.tokens[p.pos]) == word
}

// from returns the span of the tokens from mark to the last one taken.
func (p *parser) from(mark int) Span {
	first := &p.tokens[mark]
	last := &p.tokens[p.pos-1]
	return Span{Line: first.line, Col: first.col, EndLine: last.endLine, EndCol: last.eCol}
}

func (p *parser) enter() {
	if p.second {
		p.step()
	} else if p.memo == nil {
		p.rememberIfSlow()
	}
	p.depth++
	if p.depth > maxParserDepth {
		p.raiseLast("SyntaxError", "too many nested expressions or blocks (more than %d)", maxParserDepth)
	}
}

// rememberIfSlow makes the first pass remember results once it has entered far more brackets than there can be: each level of
// some nestings doubles the work else. Ordinary programs never get there, and need not pay for a table.
func (p *parser) rememberIfSlow() {
	p.entered++
	if p.entered > firstPassEntersMin+firstPassEntersPerToken*len(p.tokens) {
		p.memo = map[memoKey]memoEntry{}
	}
}

// leave ends what enter began. It does not run when an error bails out: the second
// pass starts again from zero.
func (p *parser) leave() { p.depth-- }

// errorAt makes an error for a span.
func (p *parser) errorAt(kind string, span Span, msg string) *SyntaxError {
	text := p.sc.lineText(p.sc.offsetOfLine(int(span.Line)))
	e := &SyntaxError{
		Kind: kind, Msg: msg, Filename: p.sc.filename,
		Line: int(span.Line), Col: charColumn(text, int(span.Col)),
		EndLine: int(span.EndLine), Text: text,
	}
	// CPython counts the end's characters on the first line, wherever the end is.
	if span.EndCol >= 0 {
		e.EndCol = min(charColumn(text, int(span.EndCol)), utf8.RuneCountInString(text)+2)
	}
	return e
}

// lastTokenError makes an error at the furthest token read.
func (p *parser) lastTokenError(kind, msg string) *SyntaxError {
	span := p.tokens[len(p.tokens)-1].span()
	if span.Col >= 0 {
		return p.errorAt(kind, span, msg)
	}
	span.Col = int32(p.sc.pos-p.sc.lineStart) - 1
	if p.sc.pos >= len(p.sc.src) {
		span.Col = int32(len(p.sc.lineText(p.sc.offsetOfLine(int(span.Line)))))
	}
	err := p.errorAt(kind, span, msg)
	err.EndCol = -1
	return err
}

func (p *parser) raiseAt(span Span, format string, args ...any) {
	panic(bailout{p.errorAt("SyntaxError", span, fmt.Sprintf(format, args...))})
}

// raiseLast raises at the furthest token read.
func (p *parser) raiseLast(kind, format string, args ...any) {
	panic(bailout{p.lastTokenError(kind, fmt.Sprintf(format, args...))})
}

// raiseRange raises from the start of one node to the end of another.
func (p *parser) raiseRange(first, last Span, format string, args ...any) {
	first.EndLine, first.EndCol = last.EndLine, last.EndCol
	p.raiseAt(first, format, args...)
}

// raiseFrom raises from the start of a node to the last character read.
func (p *parser) raiseFrom(first Span, format string, args ...any) {
	err := p.errorAt("SyntaxError", Span{Line: first.Line, Col: first.Col, EndLine: first.Line, EndCol: -1}, fmt.Sprintf(format, args...))
	last := p.tokens[len(p.tokens)-1]
	line, col := p.sc.line, int32(p.sc.pos-p.sc.lineStart)
	if last.kind == tokNewline {
		line, col = last.endLine, last.eCol
	}
	err.EndLine = int(line)
	err.EndCol = charColumn(p.sc.lineText(p.sc.offsetOfLine(int(line))), int(col)) - 1
	panic(bailout{err})
}

// looking says whether the invalid rules are to be tried.
func (p *parser) looking() bool { return p.second && p.invalidOff == 0 }
