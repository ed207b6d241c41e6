package main

import (
	"fmt"
	"html"
	"sort"
	"strconv"
	"strings"
)

// standardHTML turns go-app's own rendering into HTML: go-app quotes attribute values as Go strings, in no fixed order.
// Here they are escaped as HTML has it and sorted, so that the same sources give the same page.
func standardHTML(rendered string) (string, error) {
	var out strings.Builder
	for rendered != "" {
		text, rest, found := strings.Cut(rendered, "<")
		out.WriteString(text)
		if !found {
			break
		}
		end, err := writeTag(&out, rest)
		if err != nil {
			return "", err
		}
		rendered = rest[end:]
	}
	return out.String(), nil
}

// booleans are the attributes that mean true by being there, whatever their value.
var booleans = map[string]bool{
	"autofocus": true, "checked": true, "disabled": true, "hidden": true, "multiple": true, "open": true, "readonly": true,
	"required": true, "selected": true,
}

// writeTag writes the tag that begins at text, after its "<", and returns where it ends.
func writeTag(out *strings.Builder, text string) (int, error) {
	at := strings.IndexAny(text, " >")
	if at < 0 {
		return 0, fmt.Errorf("a tag has no end: %.40q", text)
	}
	out.WriteString("<" + text[:at])
	var attributes []string
	closing := ">"
	for text[at] != '>' {
		if text[at] == ' ' {
			at++
		}
		length := strings.IndexAny(text[at:], "= >")
		if length < 0 {
			return 0, fmt.Errorf("a tag has no end: %.40q", text)
		}
		attribute := text[at : at+length]
		at += length
		if text[at] == '=' {
			quoted, err := strconv.QuotedPrefix(text[at+1:])
			if err != nil {
				return 0, fmt.Errorf("attribute %s: %w", attribute, err)
			}
			value, err := strconv.Unquote(quoted)
			if err != nil {
				return 0, fmt.Errorf("attribute %s: %w", attribute, err)
			}
			at += 1 + len(quoted)
			attribute += `="` + html.EscapeString(value) + `"`
		}
		if strings.HasPrefix(attribute, "aria-") && !strings.Contains(attribute, "=") {
			attribute += `="true"` // go-app leaves the value out, which for these means something else
		}
		name, value, _ := strings.Cut(attribute, "=")
		switch {
		case attribute == "" || booleans[name] && value == `"false"`:
		case attribute == "/":
			closing = " />"
		default:
			attributes = append(attributes, attribute)
		}
		if at >= len(text) {
			return 0, fmt.Errorf("a tag has no end: %.40q", text)
		}
	}
	sort.Strings(attributes)
	for _, attribute := range attributes {
		out.WriteString(" " + attribute)
	}
	out.WriteString(closing)
	return at + 1, nil
}
