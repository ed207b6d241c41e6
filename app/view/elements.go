package view

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// attributes are written as name=value;name=value. The type keeps texts of programs and links out of them: a string that is no
// constant does not become attributes but by safe, which lets it be one value and nothing else.
type attributes string

// el is an element with its attributes. Each call in one of go-app's chains costs the download some
// fifty bytes, and each element a dozen calls; this is one.
func el(tag string, a attributes, body ...app.UI) app.UI {
	e := app.Elem(tag)
	for rest := string(a); rest != ""; {
		var one string
		one, rest, _ = strings.Cut(rest, ";")
		name, value, _ := strings.Cut(one, "=")
		e.Attr(name, strings.ReplaceAll(value, safeSemicolon, ";"))
	}
	return e.Body(body...)
}

const safeSemicolon = "\x00"

// safe is a value of any text for el.
func safe(value string) attributes { return attributes(strings.ReplaceAll(value, ";", safeSemicolon)) }

// text is an element with nothing but text.
func text(tag, text string) app.UI { return el(tag, "", app.Text(text)) }

// yesNo is a bool as ARIA has it.
func yesNo(yes bool) string {
	if yes {
		return "true"
	}
	return "false"
}
