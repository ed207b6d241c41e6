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
	_, body, _ := strings.Cut(styles.Tokens, ":root {")
	body, _, _ = strings.Cut(body, "}")
	for line := range strings.SplitSeq(body, "\n") {
		name, value, ok := strings.Cut(strings.TrimSpace(line), ":")
		if name, isToken := strings.CutPrefix(name, "--"); ok && isToken {
			palette[name] = colour(strings.TrimSuffix(strings.TrimSpace(value), ";"), theme)
		}
	}
	palette["mono"] = "ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace"
	palette["sans"] = "system-ui,'Segoe UI',Roboto,sans-serif"
	return palette
}

// colour is the one of a pair that a theme has; anything else is the same in both.
func colour(value string, theme Theme) string {
	pair, isPair := strings.CutPrefix(value, "light-dark(")
	if !isPair {
		return value
	}
	light, dark, _ := strings.Cut(strings.TrimSuffix(pair, ")"), ", ")
	if theme == Dark {
		return dark
	}
	return light
}
