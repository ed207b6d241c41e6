package lessons

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var japaneseLetter = regexp.MustCompile(`[\p{Hiragana}\p{Katakana}\p{Han}]`)

func TestTheCatalogueIsComplete(t *testing.T) {
	seen := map[string]bool{}
	titles := map[string]bool{}
	for _, l := range All() {
		assert.False(t, seen[l.ID], l.ID)
		seen[l.ID] = true
		require.NotNil(t, l.Theme, l.ID)
		for lang := range Languages {
			text := l.Texts[lang]
			assert.False(t, titles[text.Title] && text.Title != "gather", text.Title)
			titles[text.Title] = true
			assert.NotEmpty(t, l.Theme.Names[lang], l.Theme.ID)
			for _, sentence := range []string{text.Notice, text.Try} {
				assert.Regexp(t, `[.?。]$`, sentence, l.ID)
				assert.Equal(t, Languages[lang] == "ja", japaneseLetter.MatchString(sentence), sentence)
				assert.Less(t, len([]rune(sentence)), 140, sentence)
			}
		}
		for _, v := range l.Variants {
			assert.NotEmpty(t, v.Source, "%s %s", l.ID, v.ID)
		}
	}
	assert.GreaterOrEqual(t, len(seen), 45)
	assert.Equal(t, "queue", All()[0].ID)
}

func TestEveryProgramIsInTheCatalogue(t *testing.T) {
	files, err := filepath.Glob("*/*.py")
	require.NoError(t, err)
	listed := map[string]bool{}
	for _, l := range All() {
		for _, v := range l.Variants {
			listed[v.Source] = true
		}
	}
	for _, file := range files {
		text := source(strings.TrimSuffix(filepath.ToSlash(file), ".py"))
		assert.True(t, listed[text], file)
		assert.Less(t, strings.Count(text, "\n"), 45, file)
		for i, line := range strings.Split(text, "\n") {
			assert.LessOrEqual(t, len(line), 110, "%s line %d", file, i+1)
		}
	}
}
