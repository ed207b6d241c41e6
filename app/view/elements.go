package view

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// el is an element with attributes written as name=value;name=value. Each call in one of go-app's chains costs the download some
// fifty bytes, and each element a dozen calls; this is one. What may hold a semicolon goes through safe.
func el(tag, attributes string, body ...app.UI) app.UI {
	e := app.Elem(tag)
	for attributes != "" {
		var one string
		one, attributes, _ = strings.Cut(attributes, ";")
		name, value, _ := strings.Cut(one, "=")
		e.Attr(name, strings.ReplaceAll(value, safeSemicolon, ";"))
	}
	return e.Body(body...)
}

const safeSemicolon = "\x00"

// safe is a value of any text for el.
func safe(value string) string { return strings.ReplaceAll(value, ";", safeSemicolon) }

// text is an element with nothing but text.
func text(tag, text string) app.UI { return el(tag, "", app.Text(text)) }

// yesNo is a bool as ARIA has it.
func yesNo(yes bool) string {
	if yes {
		return "true"
	}
	return "false"
}
