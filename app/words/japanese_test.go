package words

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
)

// sameInBoth are words that are no sentence: names, code, signs and numbers.
func sameInBoth(s string) bool {
	return s == "asyncplay" || regexp.MustCompile(`^[^a-z]*$|^[a-zA-Z_]+(\(\))?$|^\{0\} · asyncplay$`).MatchString(s)
}

func TestJapaneseIsJapanese(t *testing.T) {
	japaneseLetter := regexp.MustCompile(`[\p{Hiragana}\p{Katakana}\p{Han}]`)
	crowded := regexp.MustCompile(`[\p{Hiragana}\p{Katakana}\p{Han}][A-Za-z0-9{` + "`]|[A-Za-z0-9}`]" + `[\p{Hiragana}\p{Katakana}\p{Han}]`)
	for k := Key(0); k < keyCount; k++ {
		if sameInBoth(japanese[k]) {
			continue
		}
		assert.Regexp(t, japaneseLetter, japanese[k], "entry %q is not translated", english[k])
		assert.NotRegexp(t, crowded, japanese[k], "a half-width space parts Japanese and Latin letters")
	}
}

func TestLanguageOfATag(t *testing.T) {
	assert.Equal(t, Japanese, ForTag("ja"))
	assert.Equal(t, Japanese, ForTag("ja-JP"))
	assert.Equal(t, Japanese, ForTag("JA"))
	for _, tag := range []string{"", "en", "en-GB", "de", "jav", "-", "ja_"} {
		assert.Equal(t, English, ForTag(tag), tag)
	}
}
