package syntax

import "strings"

// strings is string and f-string tokens side by side (CPython 3.13
// Parser/action_helpers.c, _PyPegen_concatenate_strings).
func (p *parser) strings() Expr {
	mark := p.pos
	var parts []Expr
	anyF, anyBytes, anyText := false, false, false
	for {
		switch p.kind() {
		case tokString:
			t := p.tokens[p.pos]
			p.pos++
			value, isBytes := p.stringValue(t)
			c := &Constant{Span: t.span(), Kind: ConstString, Str: value}
			if isBytes {
				c.Kind = ConstBytes
			}
			anyBytes, anyText = anyBytes || isBytes, anyText || !isBytes
			parts = append(parts, c)
			continue
		case tokFStringStart:
			values, ok := p.fstring()
			if !ok {
				p.pos = mark
				return nil
			}
			anyF, anyText = true, true
			parts = append(parts, values...)
			continue
		}
		break
	}
	if anyBytes && anyText {
		p.raiseLast("SyntaxError", "cannot mix bytes and nonbytes literals")
	}
	if !anyF && len(parts) == 1 {
		return parts[0]
	}
	values := mergeConstants(parts, anyF)
	if !anyF {
		return values[0]
	}
	return &JoinedStr{Span: p.from(mark), Values: values}
}

// mergeConstants joins neighbouring constants and, in an f-string, drops empty ones.
func mergeConstants(parts []Expr, dropEmpty bool) []Expr {
	var values []Expr
	for i := 0; i < len(parts); {
		first, ok := parts[i].(*Constant)
		if !ok {
			values = append(values, parts[i])
			i++
			continue
		}
		merged := *first
		var text strings.Builder
		for ; i < len(parts); i++ {
			c, ok := parts[i].(*Constant)
			if !ok {
				break
			}
			text.WriteString(c.Str)
			merged.EndLine, merged.EndCol = c.EndLine, c.EndCol
		}
		merged.Str = text.String()
		if merged.Str != "" || !dropEmpty {
			values = append(values, &merged)
		}
	}
	return values
}

// fstring reads one f-string and returns its parts.
func (p *parser) fstring() ([]Expr, bool) {
	p.enter()
	defer p.leave()
	start := p.tokens[p.pos]
	p.pos++
	raw := strings.ContainsAny(p.text(start), "rR")
	var parts []Expr
	var texts []token // with a bad escape
	var warnings []string
	for {
		switch p.kind() {
		case tokFStringMiddle:
			t := p.tokens[p.pos]
			if c := p.fstringMiddle(raw); c.Str != "" {
				parts = append(parts, c)
			}
			if p.badEscape != "" {
				texts, warnings = append(texts, t), append(warnings, p.badEscape)
			}
		case tokLBrace:
			field, ok := p.replacementField(raw)
			if !ok {
				return nil, false
			}
			parts = append(parts, field...)
		case tokFStringEnd:
			line := p.tokens[p.pos].line
			for i, t := range texts { // CPython gives them the line of the end
				p.badEscape = warnings[i]
				p.warnEscape(t, line)
			}
			p.pos++
			return parts, true
		default:
			return nil, false
		}
	}
}

func (p *parser) fstringMiddle(raw bool) *Constant {
	t := p.tokens[p.pos]
	p.pos++
	text := p.text(t)
	p.badEscape = ""
	if !raw && strings.IndexByte(text, '\\') >= 0 {
		text = p.unescape(t, text, false)
	}
	return &Constant{Span: t.span(), Kind: ConstString, Str: text}
}

// replacementField is {expression = !conversion :spec}. A field with = is two parts.
func (p *parser) replacementField(raw bool) ([]Expr, bool) {
	mark := p.pos
	p.pos++
	f := &FormattedValue{Value: p.annotatedRHS()}
	if f.Value == nil {
		return p.failField(mark)
	}
	debug := p.accept(tokEqual)
	debugEnd := p.token()
	conversion := p.pos + 1
	if p.kind() == tokExclaim {
		if !p.conversion(f) {
			return p.failField(mark)
		}
	}
	if p.kind() == tokColon {
		if f.FormatSpec = p.formatSpec(raw); f.FormatSpec == nil {
			return p.failField(mark)
		}
	}
	if !p.accept(tokRBrace) {
		return p.failField(mark)
	}
	if f.Conversion != 0 {
		p.checkConversion(p.tokens[conversion])
	}
	f.Span = p.from(mark)
	if !debug {
		return []Expr{f}, true
	}
	if f.Conversion == 0 && f.FormatSpec == nil {
		f.Conversion = 'r'
	}
	return []Expr{p.debugText(p.tokens[mark], debugEnd), f}, true
}

// checkConversion refuses other conversions than r, s and a, once the field is complete.
func (p *parser) checkConversion(t token) {
	if text := p.text(t); text != "r" && text != "s" && text != "a" {
		p.raiseAt(t.span(), "f-string: invalid conversion character '%s': expected 's', 'r', or 'a'", text)
	}
}

func (p *parser) failField(mark int) ([]Expr, bool) {
	if p.looking() {
		p.pos = mark
		p.invalidReplacementField()
	}
	return nil, false
}

// conversion is !r, !s or !a; the next token is the exclamation mark.
func (p *parser) conversion(f *FormattedValue) bool {
	bang := p.token()
	p.pos++
	if p.kind() != tokName {
		return false
	}
	t := p.tokens[p.pos]
	if bang.endLine != t.line || bang.eCol != t.col {
		// The spelling is CPython's.
		p.raiseRange(bang.span(), t.span(), "f-string: conversion type must come right after the exclamanation mark")
	}
	p.pos++
	f.Conversion = p.text(t)[0]
	return true
}

// formatSpec is what follows the colon of a field; the next token is the colon.
func (p *parser) formatSpec(raw bool) *JoinedStr {
	mark := p.pos
	p.pos++
	var parts []Expr
	for {
		switch p.kind() {
		case tokFStringMiddle:
			t := p.tokens[p.pos]
			if c := p.fstringMiddle(raw); c.Str != "" {
				parts = append(parts, c)
			}
			p.warnEscape(t, t.line)
			continue
		case tokLBrace:
			field, ok := p.replacementField(raw)
			if !ok {
				return nil
			}
			parts = append(parts, field...)
			continue
		}
		return &JoinedStr{Span: p.from(mark), Values: mergeConstants(parts, true)}
	}
}

// debugText is the source of a field with =, up to what ends the expression.
func (p *parser) debugText(open, end token) *Constant {
	text := p.sc.src[open.end:end.start]
	return &Constant{
		Span: Span{Line: open.line, Col: open.eCol, EndLine: end.line, EndCol: end.col},
		Kind: ConstString, Str: text,
	}
}
