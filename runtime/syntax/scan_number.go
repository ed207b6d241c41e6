package syntax

// scanNumber reads a number; the value is made later, by numberConstant.
func (s *scanner) scanNumber() token {
	switch {
	case s.peek() != '0':
		s.scanDecimal()
	case s.peekAt(1)|0x20 == 'x':
		s.scanRadix("hexadecimal", isHexDigit)
	case s.peekAt(1)|0x20 == 'o':
		s.scanRadix("octal", func(c byte) bool { return c >= '0' && c <= '7' })
	case s.peekAt(1)|0x20 == 'b':
		s.scanRadix("binary", func(c byte) bool { return c == '0' || c == '1' })
	default:
		s.scanLeadingZero()
	}
	return s.emit(tokNumber)
}

func isHexDigit(c byte) bool {
	return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f'
}

func (s *scanner) scanRadix(kind string, valid func(byte) bool) {
	s.pos += 2
	for {
		if s.peek() == '_' {
			s.pos++
		}
		if c := s.peek(); !valid(c) {
			if isDigit(c) {
				s.pos++
				s.fail("invalid digit '%c' in %s literal", c, kind)
			}
			s.fail("invalid %s literal", kind)
		}
		for valid(s.peek()) {
			s.pos++
		}
		if s.peek() != '_' {
			break
		}
	}
	if c := s.peek(); isDigit(c) {
		s.pos++
		s.fail("invalid digit '%c' in %s literal", c, kind)
	}
	s.verifyNumberEnd(kind)
}

// scanLeadingZero reads a number that starts with 0: only zeros may follow in an integer.
func (s *scanner) scanLeadingZero() {
	for s.peek() == '0' || s.peek() == '_' {
		if s.peek() == '_' {
			s.pos++
			if !isDigit(s.peek()) {
				s.fail("invalid decimal literal")
			}
			continue
		}
		s.pos++
	}
	zerosEnd := s.pos
	nonzero := isDigit(s.peek())
	if nonzero {
		s.scanDigits()
	}
	switch c := s.peek(); {
	case c == '.' || c|0x20 == 'e' || c|0x20 == 'j':
		s.scanFraction()
	case nonzero:
		start := s.tokStart - s.lineStart
		s.failRange(charColumn(s.lineText(s.lineStart), start), charColumn(s.lineText(s.lineStart), zerosEnd-s.lineStart),
			"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
	default:
		s.verifyNumberEnd("decimal")
	}
}

func (s *scanner) scanDecimal() {
	if s.peek() != '.' {
		s.scanDigits()
	}
	s.scanFraction()
}

// scanDigits reads digits with single underscores between them.
func (s *scanner) scanDigits() {
	for {
		for isDigit(s.peek()) {
			s.pos++
		}
		if s.peek() != '_' {
			return
		}
		s.pos++
		if !isDigit(s.peek()) {
			s.fail("invalid decimal literal")
		}
	}
}

// scanFraction reads what may follow the digits of a decimal number: fraction,
// exponent and the j of an imaginary number.
func (s *scanner) scanFraction() {
	if s.peek() == '.' {
		s.pos++
		if isDigit(s.peek()) {
			s.scanDigits()
		}
	}
	if s.peek()|0x20 == 'e' {
		next := s.peekAt(1)
		switch {
		case next == '+' || next == '-':
			s.pos += 2
			if !isDigit(s.peek()) {
				s.fail("invalid decimal literal")
			}
			s.scanDigits()
		case isDigit(next):
			s.pos++
			s.scanDigits()
		default:
			s.verifyNumberEnd("decimal")
			return
		}
	}
	if s.peek()|0x20 == 'j' {
		s.pos++
		s.verifyNumberEnd("imaginary")
		return
	}
	s.verifyNumberEnd("decimal")
}

// verifyNumberEnd raises when a name follows without a space, except for the keywords
// that may follow a number in valid code (1if x else y).
func (s *scanner) verifyNumberEnd(kind string) {
	c := s.peek()
	if c >= 128 || !isIdentPart(c) {
		return
	}
	for _, word := range [...]string{"and", "else", "for", "if", "in", "is", "or", "not"} {
		if s.pos+len(word) <= len(s.src) && s.src[s.pos:s.pos+len(word)] == word {
			s.warn(s.line, "invalid "+kind+" literal")
			return
		}
	}
	s.fail("invalid %s literal", kind)
}
