package runtime

import "strings"

// SplitUnquoted splits at a separator outside quotes, and leaves out empty parts: lists of faults
// and of knobs in attributes and addresses, as in 13:raise=ValueError("a;b");9:cancel.
func SplitUnquoted(text string, separator byte) []string {
	var parts []string
	start := 0
	var quote byte
	cut := func(end int) {
		if part := strings.TrimSpace(text[start:end]); part != "" {
			parts = append(parts, part)
		}
		start = end + 1
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quote != 0 && c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == separator:
			cut(i)
		}
	}
	if start < len(text) {
		cut(len(text))
	}
	return parts
}
