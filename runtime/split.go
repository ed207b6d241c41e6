package runtime

import "strings"

// SplitUnquoted splits at a separator outside quotes, and leaves out empty parts: lists of faults
// and of knobs in attributes and addresses, as in 13:raise=ValueError("a;b");9:cancel.
func SplitUnquoted(text string, separator byte) []string {
	var parts []string
	for _, part := range splitUnquoted(text, separator) {
		if part = strings.TrimSpace(part); part != "" {
			parts = append(parts, part)
		}
	}
	return parts
}

// splitUnquoted splits at a separator outside quotes. There is one part more than there are such separators.
func splitUnquoted(text string, separator byte) []string {
	var parts []string
	start := 0
	var quote byte
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
			parts = append(parts, text[start:i])
			start = i + 1
		}
	}
	return append(parts, text[start:])
}
