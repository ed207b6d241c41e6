package still

import (
	"strings"

	"asyncplay/web/styles"
)

// Theme is light or dark.
type Theme string

// The themes of the page.
const (
	Light Theme = "light"
	Dark  Theme = "dark"
)

// Palette are the custom properties of a theme, by name without dashes, as web/styles/tokens.css has them. Fonts are those that a
// picture can count on.
func Palette(theme Theme) map[string]string {
	palette := map[string]string{}
	readTokens(styles.Tokens, ":root {", palette)
	if theme == Dark {
		readTokens(styles.Tokens, `:root[data-theme="dark"] {`, palette)
	}
	palette["mono"] = "ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace"
	palette["sans"] = "system-ui,'Segoe UI',Roboto,sans-serif"
	return palette
}

// readTokens reads the properties of the first rule that begins so.
func readTokens(sheet, rule string, into map[string]string) {
	_, body, _ := strings.Cut(sheet, rule)
	body, _, _ = strings.Cut(body, "}")
	for line := range strings.SplitSeq(body, "\n") {
		name, value, ok := strings.Cut(strings.TrimSpace(line), ":")
		if name, isToken := strings.CutPrefix(name, "--"); ok && isToken {
			into[name] = strings.TrimSuffix(strings.TrimSpace(value), ";")
		}
	}
}
