package lesson

import (
	"fmt"
	"strings"
)

// attribute is one word after the language in a fence's info string: key=value, or a bare flag.
type attribute struct {
	key   string
	value string
	bare  bool
}

// parseInfo splits the info string of a fence into its language and attributes. Values may be quoted with " or ', in which a
// backslash quotes the next character.
func parseInfo(info string) (language string, attributes []attribute, err error) {
	language, rest, _ := strings.Cut(strings.TrimSpace(info), " ")
	for rest = strings.TrimLeft(rest, " \t"); rest != ""; rest = strings.TrimLeft(rest, " \t") {
		end := strings.IndexAny(rest, "= \t")
		if end < 0 {
			end = len(rest)
		}
		a := attribute{key: rest[:end], bare: true}
		rest = rest[end:]
		if a.key == "" {
			return language, attributes, fmt.Errorf("there is a value without a name: %s", rest)
		}
		if strings.HasPrefix(rest, "=") {
			a.bare = false
			if a.value, rest, err = infoValue(rest[1:]); err != nil {
				return language, attributes, fmt.Errorf("%s: %w", a.key, err)
			}
		}
		attributes = append(attributes, a)
	}
	return language, attributes, nil
}

func infoValue(text string) (value, rest string, err error) {
	if text == "" || text[0] != '"' && text[0] != '\'' {
		end := strings.IndexAny(text, " \t")
		if end < 0 {
			end = len(text)
		}
		return text[:end], text[end:], nil
	}
	var out strings.Builder
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text):
			i++
			out.WriteByte(text[i])
		case c == text[0]:
			if next := text[i+1:]; next != "" && next[0] != ' ' && next[0] != '\t' {
				return "", "", fmt.Errorf("a space is missing after the closing %c", text[0])
			}
			return out.String(), text[i+1:], nil
		default:
			out.WriteByte(c)
		}
	}
	return "", "", fmt.Errorf("the closing %c is missing", text[0])
}
