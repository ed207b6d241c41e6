package syntax

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// CPython's limits (Parser/lexer).
const (
	maxParens         = 200
	maxIndents        = 100
	maxFStrings       = 150
	maxFStringNesting = 3
	tabWidth          = 8
	maxSourceBytes    = 64 << 20
)

// bailout carries a SyntaxError up to Parse. It never leaves the package.
type bailout struct{ err *SyntaxError }

type openParen struct {
	char byte
	line int32
	col  int32
}

// fstringState is one f-string that the scanner is in.
type fstringState struct {
	quote          byte
	quoteSize      int
	raw            bool
	inText         bool // reading literal text, not an expression
	inFormatSpec   bool
	braceDepth     int // open brackets of the expression part
	exprStartDepth int // braceDepth at which the current field began; -1 outside
	start          int // offset of the opening token
	startLine      int32
	startLineBegin int
}

// scanner reads tokens (CPython 3.13 Parser/lexer/lexer.c). The source ends with a
// newline and has \n line ends only.
type scanner struct {
	filename  string
	src       string
	pos       int
	line      int32 // of pos, from 1
	lineStart int   // offset of the line's first byte

	atLineStart bool
	blankLine   bool
	done        bool // the end of the file was delivered
	soft        bool // the error raised takes no other's place
	failed      bool // an error was raised: there is nothing more to read
	sawToken    bool // the logical line has a token, so that its end is a NEWLINE

	indents    []int // columns with tabs to 8
	altIndents []int // columns with tabs to 1: must order in the same way
	pending    int   // indents (> 0) or dedents (< 0) to deliver

	parens   []openParen
	fstrings []fstringState

	warnings []Warning
	quiet    bool // no more warnings: the file is read again for a better message

	tokStart     int
	tokLine      int32
	tokLineStart int
}

func newScanner(filename, source string) scanner {
	return scanner{
		filename: filename, src: source, line: 1, atLineStart: true,
		indents: []int{0}, altIndents: []int{0},
	}
}

// peek returns the byte at pos, 0 at the end (the source has no zero bytes).
func (s *scanner) peek() byte {
	if s.pos < len(s.src) {
		return s.src[s.pos]
	}
	return 0
}

func (s *scanner) peekAt(n int) byte {
	if s.pos+n < len(s.src) {
		return s.src[s.pos+n]
	}
	return 0
}

func (s *scanner) newline() {
	s.line++
	s.lineStart = s.pos
}

// lineText returns the source line that starts at the offset, without its line end.
func (s *scanner) lineText(lineStart int) string {
	if lineStart > len(s.src) {
		return ""
	}
	text := s.src[lineStart:]
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return text
}

func (s *scanner) warn(line int32, message string) {
	if !s.quiet {
		s.warnings = append(s.warnings, Warning{Line: line, Message: message})
	}
}

// fail raises an error at the last character read; the message is CPython's.
func (s *scanner) fail(format string, args ...any) {
	col := utf8.RuneCountInString(s.src[s.lineStart:s.pos])
	s.failRange(col, col, format, args...)
}

func (s *scanner) failRange(col, endCol int, format string, args ...any) {
	s.failKind("SyntaxError", col, endCol, fmt.Sprintf(format, args...))
}

// failSoft raises an error that only counts where the parser meets it: it does not take
// the place of an error before it.
func (s *scanner) failSoft(kind string, col, endCol int, msg string) {
	s.soft = true
	s.failKind(kind, col, endCol, msg)
}

func (s *scanner) failKind(kind string, col, endCol int, msg string) {
	s.failed = true
	s.soft = s.soft || len(s.fstrings) > 0
	panic(bailout{&SyntaxError{
		Kind: kind, Msg: msg, Filename: s.filename, fromScanner: true,
		Line: int(s.line), Col: col, EndLine: int(s.line), EndCol: endCol, Text: s.lineText(s.lineStart),
	}})
}

// next returns the next token.
func (s *scanner) next() token {
	if n := len(s.fstrings); n > 0 && s.fstrings[n-1].inText {
		return s.scanFStringText(&s.fstrings[n-1])
	}
	return s.scanRegular()
}

func (s *scanner) begin() {
	s.tokStart, s.tokLine, s.tokLineStart = s.pos, s.line, s.lineStart
}

func (s *scanner) emit(kind tokenKind) token {
	return token{
		kind: kind, level: uint8(len(s.parens)),
		start: int32(s.tokStart), end: int32(s.pos),
		line: s.tokLine, col: int32(s.tokStart - s.tokLineStart),
		endLine: s.line, eCol: int32(s.pos - s.lineStart),
	}
}

// emitEmpty makes a token without text. At the end of the file it counts to the last line.
func (s *scanner) emitEmpty(kind tokenKind) token {
	line := s.line
	if s.pos >= len(s.src) && line > 1 {
		line--
	}
	return token{
		kind: kind, level: uint8(len(s.parens)), start: int32(s.pos), end: int32(s.pos),
		line: line, col: -1, endLine: line, eCol: -1,
	}
}

func (s *scanner) scanRegular() token {
	for {
		s.blankLine = false
		if s.atLineStart {
			s.atLineStart = false
			s.scanIndentation()
		}
		if s.pending != 0 {
			if s.pending < 0 {
				s.pending++
				return s.emitEmpty(tokDedent)
			}
			s.pending--
			return s.emitEmpty(tokIndent)
		}
		s.skipBlanks()
		if s.peek() == '#' {
			// A NEWLINE starts at the comment before it, as CPython's does.
			s.begin()
			s.skipComment()
		} else {
			s.begin()
		}
		if s.pos >= len(s.src) {
			s.done = true
			if len(s.parens) > 0 {
				s.soft = true
				s.failUnclosed()
			}
			return s.emitEmpty(tokEOF)
		}
		if s.src[s.pos] != '\n' {
			s.sawToken = true
			return s.scanToken()
		}
		s.pos++
		if s.blankLine || len(s.parens) > 0 || !s.sawToken {
			s.atLineStart = true
			s.newline()
			continue
		}
		t := s.emit(tokNewline)
		s.newline()
		s.atLineStart, s.sawToken = true, false
		return t
	}
}

func (s *scanner) skipComment() {
	for s.pos < len(s.src) && s.src[s.pos] != '\n' {
		s.pos++
	}
}

// skipBlanks skips spaces and continued lines.
func (s *scanner) skipBlanks() {
	for s.pos < len(s.src) {
		switch s.src[s.pos] {
		case ' ', '\t', '\f':
			s.pos++
		case '\\':
			s.continueLine()
		default:
			return
		}
	}
}

// continueLine reads a backslash and the line end after it.
func (s *scanner) continueLine() {
	s.begin()
	s.pos++
	if s.peek() != '\n' {
		s.failSoft("SyntaxError", utf8.RuneCountInString(s.src[s.lineStart:s.pos])+1, 0,
			"unexpected character after line continuation character")
	}
	s.pos++
	if s.pos >= len(s.src) {
		s.failAtEnd()
	}
	s.newline()
}

// failAtEnd reports a source that ends where it must go on.
func (s *scanner) failAtEnd() {
	if len(s.parens) > 0 {
		s.failUnclosed()
	}
	s.failSoft("SyntaxError", utf8.RuneCountInString(s.src[s.lineStart:s.pos]), -1, "unexpected EOF while parsing")
}

// unclosed returns the error for the innermost open parenthesis.
func (s *scanner) unclosed() *SyntaxError {
	open := s.parens[len(s.parens)-1]
	lineStart := s.offsetOfLine(int(open.line))
	text := s.lineText(lineStart)
	return &SyntaxError{
		Kind: "SyntaxError", Msg: fmt.Sprintf("'%c' was never closed", open.char), Filename: s.filename,
		Line: int(open.line), Col: charColumn(text, int(open.col)), EndLine: int(open.line), Text: text, fromScanner: true,
	}
}

func (s *scanner) failUnclosed() { panic(bailout{s.unclosed()}) }

// offsetOfLine returns the offset at which the line starts.
func (s *scanner) offsetOfLine(line int) int {
	offset := 0
	for ; line > 1; line-- {
		i := strings.IndexByte(s.src[offset:], '\n')
		if i < 0 {
			break
		}
		offset += i + 1
	}
	return offset
}

// charColumn turns a byte column from 0 into a character column from 1.
func charColumn(text string, byteCol int) int {
	if byteCol < 0 {
		return 0
	}
	if byteCol > len(text) {
		return utf8.RuneCountInString(text) + 1 + byteCol - len(text)
	}
	return utf8.RuneCountInString(text[:byteCol]) + 1
}

func isIdentStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= utf8.RuneSelf
}

func isIdentPart(c byte) bool { return isIdentStart(c) || isDigit(c) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// scanToken reads a token that stands on the line.
func (s *scanner) scanToken() token {
	c := s.src[s.pos]
	switch {
	case isIdentStart(c):
		return s.scanName()
	case isDigit(c), c == '.' && isDigit(s.peekAt(1)):
		return s.scanNumber()
	case c == '\'' || c == '"':
		return s.scanString(false)
	}
	return s.scanOperator()
}

func (s *scanner) scanName() token {
	start := s.pos
	ascii := true
	for s.pos < len(s.src) && isIdentPart(s.src[s.pos]) {
		ascii = ascii && s.src[s.pos] < utf8.RuneSelf
		s.pos++
	}
	if c := s.peek(); (c == '\'' || c == '"') && s.pos-start <= 2 {
		if f, ok := stringPrefix(s.src[start:s.pos]); ok {
			return s.scanString(f)
		}
	}
	if !ascii {
		s.verifyIdentifier(start)
	}
	t := s.emit(tokName)
	t.kind = nameKind(s.src[start:s.pos])
	return t
}

// stringPrefix says whether the letters before a quote belong to the string, and
// whether they make it an f-string.
func stringPrefix(prefix string) (fstring, ok bool) {
	var b, u, r, f int
	for i := 0; i < len(prefix); i++ {
		switch prefix[i] {
		case 'b', 'B':
			b++
		case 'u', 'U':
			u++
		case 'r', 'R':
			r++
		case 'f', 'F':
			f++
		default:
			return false, false
		}
	}
	ok = b <= 1 && u <= 1 && r <= 1 && f <= 1 && !(u > 0 && len(prefix) > 1) && !(b > 0 && f > 0)
	return f > 0, ok
}

// verifyIdentifier raises on the first character that cannot be in a name.
func (s *scanner) verifyIdentifier(start int) {
	for i, c := range s.src[start:s.pos] {
		valid := c == '_' || unicode.IsLetter(c) || unicode.Is(unicode.Nl, c) || unicode.Is(unicode.Other_ID_Start, c)
		if i > 0 && !valid {
			valid = unicode.In(c, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue)
		}
		if valid {
			continue
		}
		s.pos = start + i + utf8.RuneLen(c)
		if unicode.IsPrint(c) {
			s.fail("invalid character '%c' (U+%04X)", c, c)
		}
		s.fail("invalid non-printable character U+%04X", c)
	}
}
