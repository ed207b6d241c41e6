package syntax

import (
	"strconv"
	"strings"
)

// characterNames holds the names that programs use in \N{…} most, each with its character. The
// whole table of Unicode would be bigger than the rest of the engine.
const characterNames = ";" +
	"BULLET=•;EM DASH=—;EN DASH=–;HORIZONTAL ELLIPSIS=…;DEGREE SIGN=°;CHECK MARK=✓;HEAVY CHECK MARK=✔;BALLOT X=✗;HEAVY BALLOT X=✘;" +
	"SNOWMAN=☃;RIGHTWARDS ARROW=→;LEFTWARDS ARROW=←;UPWARDS ARROW=↑;DOWNWARDS ARROW=↓;LEFT RIGHT ARROW=↔;RIGHTWARDS DOUBLE ARROW=⇒;" +
	"LEFTWARDS DOUBLE ARROW=⇐;EURO SIGN=€;POUND SIGN=£;YEN SIGN=¥;CENT SIGN=¢;COPYRIGHT SIGN=©;REGISTERED SIGN=®;TRADE MARK SIGN=™;" +
	"SECTION SIGN=§;PILCROW SIGN=¶;DAGGER=†;DOUBLE DAGGER=‡;PLUS-MINUS SIGN=±;MULTIPLICATION SIGN=×;DIVISION SIGN=÷;NOT EQUAL TO=≠;" +
	"LESS-THAN OR EQUAL TO=≤;GREATER-THAN OR EQUAL TO=≥;ALMOST EQUAL TO=≈;INFINITY=∞;SQUARE ROOT=√;N-ARY SUMMATION=∑;N-ARY PRODUCT=∏;" +
	"INTEGRAL=∫;PARTIAL DIFFERENTIAL=∂;NABLA=∇;ELEMENT OF=∈;FOR ALL=∀;THERE EXISTS=∃;EMPTY SET=∅;INTERSECTION=∩;UNION=∪;BLACK STAR=★;" +
	"WHITE STAR=☆;BLACK HEART SUIT=♥;BLACK DIAMOND SUIT=♦;BLACK CLUB SUIT=♣;BLACK SPADE SUIT=♠;EIGHTH NOTE=♪;BEAMED EIGHTH NOTES=♫;" +
	"WHITE SMILING FACE=☺;WHITE FROWNING FACE=☹;WARNING SIGN=⚠;HOURGLASS=⌛;ALARM CLOCK=⏰;BLACK SQUARE=■;WHITE SQUARE=□;" +
	"BLACK SMALL SQUARE=▪;BLACK RIGHT-POINTING TRIANGLE=▶;BLACK LEFT-POINTING TRIANGLE=◀;BLACK CIRCLE=●;WHITE CIRCLE=○;BLACK DIAMOND=◆;" +
	"FULL BLOCK=█;LIGHT SHADE=░;MEDIUM SHADE=▒;DARK SHADE=▓;BOX DRAWINGS LIGHT HORIZONTAL=─;BOX DRAWINGS LIGHT VERTICAL=│;" +
	"BOX DRAWINGS LIGHT DOWN AND RIGHT=┌;BOX DRAWINGS LIGHT DOWN AND LEFT=┐;BOX DRAWINGS LIGHT UP AND RIGHT=└;" +
	"BOX DRAWINGS LIGHT UP AND LEFT=┘;BOX DRAWINGS LIGHT VERTICAL AND RIGHT=├;BOX DRAWINGS LIGHT VERTICAL AND LEFT=┤;" +
	"BOX DRAWINGS LIGHT DOWN AND HORIZONTAL=┬;BOX DRAWINGS LIGHT UP AND HORIZONTAL=┴;BOX DRAWINGS LIGHT VERTICAL AND HORIZONTAL=┼;" +
	"LEFT-POINTING DOUBLE ANGLE QUOTATION MARK=«;RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK=»;LEFT DOUBLE QUOTATION MARK=“;" +
	"RIGHT DOUBLE QUOTATION MARK=”;LEFT SINGLE QUOTATION MARK=‘;RIGHT SINGLE QUOTATION MARK=’;INVERTED QUESTION MARK=¿;" +
	"INVERTED EXCLAMATION MARK=¡;FEMININE ORDINAL INDICATOR=ª;MASCULINE ORDINAL INDICATOR=º;MICRO SIGN=µ;LATIN SMALL LETTER SHARP S=ß;" +
	"LATIN SMALL LETTER AE=æ;LATIN CAPITAL LETTER AE=Æ;LATIN SMALL LETTER O WITH STROKE=ø;LATIN CAPITAL LETTER O WITH STROKE=Ø;" +
	"LATIN SMALL LETTER A WITH RING ABOVE=å;LATIN CAPITAL LETTER A WITH RING ABOVE=Å;LATIN SMALL LIGATURE OE=œ;" +
	"LATIN CAPITAL LIGATURE OE=Œ;LATIN SMALL LETTER DOTLESS I=ı;LATIN SMALL LETTER L WITH STROKE=ł;" +
	"LATIN CAPITAL LETTER L WITH STROKE=Ł;MIDDLE DOT=·;PER MILLE SIGN=‰;SNAKE=🐍;ROCKET=🚀;GRINNING FACE=😀;FACE WITH TEARS OF JOY=😂;" +
	"SMILING FACE WITH OPEN MOUTH=😃;SMILING FACE WITH OPEN MOUTH AND SMILING EYES=😄;WINKING FACE=😉;SMILING FACE WITH SUNGLASSES=😎;" +
	"CRYING FACE=😢;LOUDLY CRYING FACE=😭;THUMBS UP SIGN=👍;THUMBS DOWN SIGN=👎;WAVING HAND SIGN=👋;PARTY POPPER=🎉;FIRE=🔥;" +
	"HEAVY BLACK HEART=❤;SPARKLES=✨;WHITE HEAVY CHECK MARK=✅;CROSS MARK=❌;WHITE MEDIUM STAR=⭐;ELECTRIC LIGHT BULB=💡;PACKAGE=📦;LOCK=🔒;" +
	"EARTH GLOBE EUROPE-AFRICA=🌍;SLICE OF PIZZA=🍕;HOT BEVERAGE=☕;SPACE= ;EXCLAMATION MARK=!;QUOTATION MARK=\u0022;NUMBER SIGN=#;" +
	"DOLLAR SIGN=$;PERCENT SIGN=%;AMPERSAND=&;APOSTROPHE=';LEFT PARENTHESIS=(;RIGHT PARENTHESIS=);ASTERISK=*;PLUS SIGN=+;COMMA=,;" +
	"HYPHEN-MINUS=-;FULL STOP=.;SOLIDUS=/;COLON=:;SEMICOLON=;;LESS-THAN SIGN=<;EQUALS SIGN==;GREATER-THAN SIGN=>;QUESTION MARK=?;" +
	"COMMERCIAL AT=@;LEFT SQUARE BRACKET=[;REVERSE SOLIDUS=\u005c;RIGHT SQUARE BRACKET=];CIRCUMFLEX ACCENT=^;LOW LINE=_;GRAVE ACCENT=`;" +
	"LEFT CURLY BRACKET={;VERTICAL LINE=|;RIGHT CURLY BRACKET=};TILDE=~;NO-BREAK SPACE=\u00a0;ZERO WIDTH SPACE=\u200b;" +
	"ZERO WIDTH JOINER=\u200d;VARIATION SELECTOR-16=\ufe0f;ZERO WIDTH NO-BREAK SPACE=\ufeff;COMBINING ACUTE ACCENT=\u0301;" +
	"COMBINING GRAVE ACCENT=\u0300;COMBINING DIAERESIS=\u0308;REPLACEMENT CHARACTER=�;LINE SEPARATOR=\u2028;"

// characterNamed finds the character that \N{name} means: from the table, or by the rules that
// letters' names follow.
func characterNamed(name string) (rune, bool) {
	name = strings.ToUpper(name)
	if _, rest, ok := strings.Cut(characterNames, ";"+name+"="); ok {
		for _, r := range rest {
			return r, true
		}
	}
	if digits, ok := strings.CutPrefix(name, "CJK UNIFIED IDEOGRAPH-"); ok {
		n, err := strconv.ParseUint(digits, 16, 32)
		return rune(n), err == nil && n >= 0x4e00 && n <= 0x9fff
	}
	if digit, ok := strings.CutPrefix(name, "DIGIT "); ok {
		return wordIn(digitNames, digit, '0')
	}
	script, letter, ok := strings.Cut(name, " LETTER ")
	if !ok {
		return 0, false
	}
	switch script {
	case "LATIN CAPITAL":
		return latinLetter(letter)
	case "LATIN SMALL":
		r, ok := latinLetter(letter)
		if r == 'Ÿ' {
			return 'ÿ', ok
		}
		return r + 'a' - 'A', ok
	case "GREEK CAPITAL":
		return wordIn(greekNames, letter, 'Α')
	case "GREEK SMALL":
		return wordIn(greekNames, letter, 'α')
	}
	return 0, false
}

const (
	digitNames = "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE"
	greekNames = "ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO FINAL-SIGMA SIGMA TAU UPSILON PHI CHI PSI OMEGA"
)

// wordIn returns the character as far from first as the word is from the list's beginning.
func wordIn(words, word string, first rune) (rune, bool) {
	word = strings.ReplaceAll(word, " ", "-")
	for i, w := range strings.Fields(words) {
		if w == word {
			return first + rune(i), true
		}
	}
	return 0, false
}

// latinLetter is a capital letter, with or without an accent of Latin-1.
func latinLetter(name string) (rune, bool) {
	base, accent, hasAccent := strings.Cut(name, " WITH ")
	if len(base) != 1 || base[0] < 'A' || base[0] > 'Z' {
		return 0, false
	}
	if !hasAccent {
		return rune(base[0]), true
	}
	accented := map[string]string{
		"GRAVE": "AÀEÈIÌOÒUÙ", "ACUTE": "AÁEÉIÍOÓUÚYÝ", "CIRCUMFLEX": "AÂEÊIÎOÔUÛ", "TILDE": "AÃNÑOÕ",
		"DIAERESIS": "AÄEËIÏOÖUÜYŸ", "RING ABOVE": "AÅ", "CEDILLA": "CÇ", "STROKE": "OØ",
	}[accent]
	found := false
	for _, r := range accented {
		if found {
			return r, true
		}
		found = r == rune(base[0])
	}
	return 0, false
}
