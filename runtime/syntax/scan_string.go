package syntax

import "unicode/utf8"

// scanString reads a string; pos is at the opening quote, the token started at its prefix.
func (s *scanner) scanString(fstring bool) token {
	quote := s.src[s.pos]
	s.pos++
	size := 1
	if s.peek() == quote {
		if s.peekAt(1) == quote {
			s.pos += 2
			size = 3
		} else if !fstring {
			s.pos++
			return s.emit(tokString)
		}
	}
	if fstring {
		return s.beginFString(quote, size)
	}
	escapedQuote := false
	for count := 0; count < size; {
		if s.pos >= len(s.src) || size == 1 && s.src[s.pos] == '\n' {
			s.failUnterminated(quote, size, escapedQuote)
		}
		c := s.src[s.pos]
		s.pos++
		if c == quote {
			count++
			continue
		}
		count = 0
		if c == '\\' && s.pos < len(s.src) {
			escapedQuote = escapedQuote || s.src[s.pos] == quote
			c = s.src[s.pos]
			s.pos++
		}
		if c == '\n' {
			s.newline()
		}
	}
	return s.emit(tokString)
}

// failUnterminated raises for a string that the line or the file ends.
func (s *scanner) failUnterminated(quote byte, size int, escapedQuote bool) {
	detected := s.detectedLine()
	s.rewind(s.tokStart, s.tokLine, s.tokLineStart)
	if n := len(s.fstrings); n > 0 {
		if f := &s.fstrings[n-1]; f.quote == quote && f.quoteSize == size {
			col := utf8.RuneCountInString(s.src[s.lineStart:s.pos])
			s.failSoft("SyntaxError", col, col, "f-string: expecting '}'")
		}
	}
	switch {
	case size == 3:
		s.fail("unterminated triple-quoted string literal (detected at line %d)", detected)
	case escapedQuote:
		s.fail("unterminated string literal (detected at line %d); perhaps you escaped the end quote?", detected)
	}
	s.fail("unterminated string literal (detected at line %d)", detected)
}

// detectedLine is the line of pos: at the end of the file, that of its last line.
func (s *scanner) detectedLine() int32 {
	if s.pos >= len(s.src) && s.lineStart == s.pos && s.line > 1 {
		return s.line - 1
	}
	return s.line
}

// rewind sets the place of an error to the first character of a token.
func (s *scanner) rewind(start int, line int32, lineStart int) {
	_, width := utf8.DecodeRuneInString(s.src[start:])
	s.pos, s.line, s.lineStart = start+width, line, lineStart
}

func (s *scanner) beginFString(quote byte, size int) token {
	if len(s.fstrings)+1 >= maxFStrings {
		s.fail("too many nested f-strings")
	}
	raw := false
	for _, c := range s.src[s.tokStart : s.pos-size] {
		raw = raw || c == 'r' || c == 'R'
	}
	s.fstrings = append(s.fstrings, fstringState{
		quote: quote, quoteSize: size, raw: raw, inText: true, exprStartDepth: -1,
		start: s.tokStart, startLine: s.line, startLineBegin: s.lineStart,
	})
	return s.emit(tokFStringStart)
}

// scanFStringText reads literal text up to a replacement field or the closing quotes.
func (s *scanner) scanFStringText(f *fstringState) token {
	s.begin()
	if s.peek() == '{' && s.peekAt(1) != '{' {
		s.enterField(f)
		return s.scanRegular()
	}
	if s.atQuotes(f) {
		s.pos += f.quoteSize
		s.fstrings = s.fstrings[:len(s.fstrings)-1]
		return s.emit(tokFStringEnd)
	}
	named := false // inside \N{…}
	for !s.atQuotes(f) {
		inSpec := f.inFormatSpec && f.exprStartDepth >= 0
		if s.pos >= len(s.src) || f.quoteSize == 1 && s.src[s.pos] == '\n' {
			if inSpec && s.pos < len(s.src) {
				f.inText, f.inFormatSpec = false, false
				return s.emit(tokFStringMiddle)
			}
			s.failUnterminatedFString(f)
		}
		c := s.src[s.pos]
		s.pos++
		switch c {
		case '\n':
			s.newline()
		case '{':
			if s.peek() == '{' && !inSpec {
				return s.emitDoubledBrace()
			}
			s.pos--
			s.enterField(f)
			return s.emit(tokFStringMiddle)
		case '}':
			if named {
				return s.emit(tokFStringMiddle)
			}
			if s.peek() == '}' && !inSpec && f.braceDepth == 0 {
				return s.emitDoubledBrace()
			}
			s.pos--
			f.inText, f.inFormatSpec = false, false
			return s.emit(tokFStringMiddle)
		case '\\':
			named = s.skipFStringEscape(f) || named
		}
	}
	return s.emit(tokFStringMiddle)
}

// emitDoubledBrace ends the text after the first of two braces; the token covers both.
func (s *scanner) emitDoubledBrace() token {
	t := s.emit(tokFStringMiddle)
	s.pos++
	t.eCol++
	return t
}

func (s *scanner) atQuotes(f *fstringState) bool {
	for i := 0; i < f.quoteSize; i++ {
		if s.peekAt(i) != f.quote {
			return false
		}
	}
	return true
}

// skipFStringEscape reads the character after a backslash, unless it is a brace. It
// reports whether \N{ was read.
func (s *scanner) skipFStringEscape(f *fstringState) bool {
	c := s.peek()
	if c == '{' || c == '}' || c == 0 {
		if c != 0 && !f.raw {
			s.warn(s.line, invalidEscape(string(c)))
		}
		return false
	}
	s.pos++
	if c == '\n' {
		s.newline()
	}
	if c == 'N' && !f.raw && s.peek() == '{' {
		s.pos++
		return true
	}
	return false
}

// invalidEscape is the warning of a backslash before what needs none.
func invalidEscape(escape string) string { return "invalid escape sequence '\\" + escape + "'" }

// enterField switches to reading an expression; pos is at its brace.
func (s *scanner) enterField(f *fstringState) {
	f.exprStartDepth++
	if f.exprStartDepth >= maxFStringNesting {
		s.fail("f-string: expressions nested too deeply")
	}
	f.inText = false
}

func (s *scanner) failUnterminatedFString(f *fstringState) {
	detected := s.detectedLine()
	s.rewind(f.start, f.startLine, f.startLineBegin)
	if f.quoteSize == 3 {
		s.fail("unterminated triple-quoted f-string literal (detected at line %d)", detected)
	}
	s.fail("unterminated f-string literal (detected at line %d)", detected)
}
