package styles_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// notEverywhere is what one browser takes and another drops without a word, so that nobody sees it while writing.
var notEverywhere = map[string]*regexp.Regexp{
	"Safari drops text-decoration with more than the line in it: write -color, -style and -thickness apart": regexp.MustCompile(
		`text-decoration:\s*[\w-]+\s+[^!;\s][^;]*;`),
	"Firefox does not repeat a gradient with color-mix in it: put a veil over it": regexp.MustCompile(
		`repeating-\w+-gradient\([^;]*color-mix`),
}

func TestTheStyleSheetsMeanTheSameInAllBrowsers(t *testing.T) {
	var names []string
	for _, pattern := range []string{"*.css", "../*.css"} {
		found, err := filepath.Glob(pattern)
		require.NoError(t, err)
		names = append(names, found...)
	}
	require.Greater(t, len(names), 7)
	for _, name := range names {
		sheet, err := os.ReadFile(name)
		require.NoError(t, err)
		for why, what := range notEverywhere {
			assert.Empty(t, what.FindAllString(string(sheet), -1), "%s: %s", name, why)
		}
	}
}
