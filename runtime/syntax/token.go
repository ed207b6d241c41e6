package syntax

// tokenKind says what a token is. Keywords and operators have a kind each; soft keywords
// (match, case, type, _) are names.
type tokenKind uint8

const (
	tokNone tokenKind = iota
	tokEOF
	tokNewline
	tokIndent
	tokDedent
	tokName
	tokNumber
	tokString
	tokFStringStart
	tokFStringMiddle
	tokFStringEnd
	tokUnknown // a character that starts no token: $, ? or `

	tokLParen
	tokRParen
	tokLBracket
	tokRBracket
	tokLBrace
	tokRBrace
	tokColon
	tokComma
	tokSemicolon
	tokDot
	tokEllipsis
	tokArrow
	tokExclaim
	tokColonEqual
	tokEqual

	tokPlus
	tokMinus
	tokStar
	tokAt
	tokSlash
	tokPercent
	tokDoubleStar
	tokLShift
	tokRShift
	tokPipe
	tokCaret
	tokAmper
	tokDoubleSlash
	tokTilde

	// The augmented assignments stand in the order of Operator.
	tokPlusEqual
	tokMinusEqual
	tokStarEqual
	tokAtEqual
	tokSlashEqual
	tokPercentEqual
	tokDoubleStarEqual
	tokLShiftEqual
	tokRShiftEqual
	tokPipeEqual
	tokCaretEqual
	tokAmperEqual
	tokDoubleSlashEqual

	tokEqEqual
	tokNotEqual
	tokLess
	tokLessEqual
	tokGreater
	tokGreaterEqual

	tokFalse
	tokNoneKw
	tokTrue
	tokAnd
	tokAs
	tokAssert
	tokAsync
	tokAwait
	tokBreak
	tokClass
	tokContinue
	tokDef
	tokDel
	tokElif
	tokElse
	tokExcept
	tokFinally
	tokFor
	tokFrom
	tokGlobal
	tokIf
	tokImport
	tokIn
	tokIs
	tokLambda
	tokNonlocal
	tokNot
	tokOr
	tokPass
	tokRaise
	tokReturn
	tokTry
	tokWhile
	tokWith
	tokYield
)

// token is a piece of the source: bytes start..end, at lines and byte columns as in Span.
// col is -1 for tokens that stand for no text (indent and dedent).
type token struct {
	kind          tokenKind
	level         uint8 // open parentheses after the token
	start, end    int32
	line, col     int32
	endLine, eCol int32
}

func (t token) span() Span {
	return Span{Line: t.line, Col: t.col, EndLine: t.endLine, EndCol: t.eCol}
}

var keywords = map[string]tokenKind{
	"False": tokFalse, "None": tokNoneKw, "True": tokTrue, "and": tokAnd, "as": tokAs,
	"assert": tokAssert, "async": tokAsync, "await": tokAwait, "break": tokBreak,
	"class": tokClass, "continue": tokContinue, "def": tokDef, "del": tokDel,
	"elif": tokElif, "else": tokElse, "except": tokExcept, "finally": tokFinally,
	"for": tokFor, "from": tokFrom, "global": tokGlobal, "if": tokIf, "import": tokImport,
	"in": tokIn, "is": tokIs, "lambda": tokLambda, "nonlocal": tokNonlocal, "not": tokNot,
	"or": tokOr, "pass": tokPass, "raise": tokRaise, "return": tokReturn, "try": tokTry,
	"while": tokWhile, "with": tokWith, "yield": tokYield,
}

// nameKind returns the keyword's kind, or tokName.
func nameKind(text string) tokenKind {
	if len(text) < 2 || len(text) > 8 {
		return tokName
	}
	if k, ok := keywords[text]; ok {
		return k
	}
	return tokName
}

// isSoftKeyword says whether a name is a keyword in some places only.
func isSoftKeyword(text string) bool {
	return text == "_" || text == "case" || text == "match" || text == "type"
}
