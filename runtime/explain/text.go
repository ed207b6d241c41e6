package explain

import (
	"strings"

	"asyncplay/runtime/explain/words"
)

// Text returns a verdict in plain English, several lines without a newline at the end.
func Text(r Report) string { return TextIn(words.English, r) }

// TextIn returns a verdict in a language of the catalogue.
func TextIn(lang words.Lang, r Report) string {
	var b strings.Builder
	b.WriteString(words.Render(lang, r.Title))
	for _, reason := range r.Reasons {
		b.WriteString("\n  " + words.Render(lang, reason.Message))
		for _, detail := range reason.Details {
			b.WriteString("\n    " + words.Render(lang, detail.Message))
		}
	}
	if !r.Hint.IsZero() {
		b.WriteString("\n  → " + words.Render(lang, r.Hint))
	}
	return b.String()
}
