package syntax

// oneChar maps a character to its token.
var oneChar = [128]tokenKind{
	'(': tokLParen, ')': tokRParen, '[': tokLBracket, ']': tokRBracket, '{': tokLBrace, '}': tokRBrace,
	':': tokColon, ',': tokComma, ';': tokSemicolon, '.': tokDot, '!': tokExclaim, '=': tokEqual,
	'+': tokPlus, '-': tokMinus, '*': tokStar, '@': tokAt, '/': tokSlash, '%': tokPercent,
	'|': tokPipe, '^': tokCaret, '&': tokAmper, '~': tokTilde, '<': tokLess, '>': tokGreater,
}

// withEqual returns the token of the operator followed by "=", or tokNone.
func withEqual(kind tokenKind) tokenKind {
	switch kind {
	case tokColon:
		return tokColonEqual
	case tokEqual:
		return tokEqEqual
	case tokExclaim:
		return tokNotEqual
	case tokLess:
		return tokLessEqual
	case tokGreater:
		return tokGreaterEqual
	}
	if kind >= tokPlus && kind <= tokDoubleSlash {
		return kind - tokPlus + tokPlusEqual
	}
	return tokNone
}

// doubled returns the token of the character written twice, or tokNone.
func doubled(c byte) tokenKind {
	switch c {
	case '*':
		return tokDoubleStar
	case '/':
		return tokDoubleSlash
	case '<':
		return tokLShift
	case '>':
		return tokRShift
	}
	return tokNone
}

func (s *scanner) scanOperator() token {
	c := s.src[s.pos]
	s.pos++
	kind := tokNone
	if c < 128 {
		kind = oneChar[c]
	}
	if n := len(s.fstrings); n > 0 && c == ':' {
		if f := &s.fstrings[n-1]; f.braceDepth-1 == f.exprStartDepth {
			f.inText, f.inFormatSpec = true, true
			return s.emit(tokColon)
		}
	}
	switch c {
	case '(', '[', '{':
		s.open(c)
		return s.emit(kind)
	case ')', ']', '}':
		s.close(c)
		return s.emit(kind)
	case '.':
		if s.peek() == '.' && s.peekAt(1) == '.' {
			s.pos += 2
			kind = tokEllipsis
		}
		return s.emit(kind)
	}
	if kind == tokNone {
		if c < ' ' || c == 0x7f {
			s.fail("invalid non-printable character U+%04X", c)
		}
		return s.emit(tokUnknown)
	}
	next := s.peek()
	if c == '-' && next == '>' {
		s.pos++
		return s.emit(tokArrow)
	}
	if c == '<' && next == '>' {
		s.pos++
		return s.emit(tokNotEqual)
	}
	if next == c {
		if double := doubled(c); double != tokNone {
			s.pos++
			kind, next = double, s.peek()
		}
	}
	if next == '=' {
		if equal := withEqual(kind); equal != tokNone {
			s.pos++
			kind = equal
		}
	}
	return s.emit(kind)
}

func (s *scanner) open(c byte) {
	if len(s.parens) >= maxParens {
		s.fail("too many nested parentheses")
	}
	s.parens = append(s.parens, openParen{char: c, line: s.line, col: int32(s.tokStart - s.lineStart)})
	if n := len(s.fstrings); n > 0 {
		s.fstrings[n-1].braceDepth++
	}
}

func (s *scanner) close(c byte) {
	var f *fstringState
	if n := len(s.fstrings); n > 0 {
		f = &s.fstrings[n-1]
	}
	if f != nil && f.braceDepth == 0 && c == '}' {
		s.fail("f-string: single '}' is not allowed")
	}
	if len(s.parens) == 0 {
		s.fail("unmatched '%c'", c)
	}
	top := s.parens[len(s.parens)-1]
	s.parens = s.parens[:len(s.parens)-1]
	if closerOf(top.char) != c {
		if f != nil && top.char == '{' && f.braceDepth-1 == f.exprStartDepth {
			s.fail("f-string: unmatched '%c'", c)
		}
		if top.line != s.line {
			s.fail("closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, top.char, top.line)
		}
		s.fail("closing parenthesis '%c' does not match opening parenthesis '%c'", c, top.char)
	}
	if f == nil {
		return
	}
	f.braceDepth--
	if f.braceDepth < 0 {
		s.fail("f-string: unmatched '%c'", c)
	}
	if c == '}' && f.braceDepth == f.exprStartDepth {
		f.exprStartDepth--
		f.inText, f.inFormatSpec = true, false
	}
}

func closerOf(open byte) byte {
	switch open {
	case '(':
		return ')'
	case '[':
		return ']'
	}
	return '}'
}
