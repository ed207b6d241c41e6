package words

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEveryLanguageHasEveryEntry(t *testing.T) {
	for _, lang := range Available() {
		for k := Key(0); k < keyCount; k++ {
			assert.NotEmptyf(t, Text(lang, k), "language %s lacks entry %d (%q in English)", lang.Code(), k, english[k])
		}
	}
}

func TestLanguagesUseTheSameArguments(t *testing.T) {
	placeholder := regexp.MustCompile(`\{\d\}`)
	for _, lang := range Available() {
		for k := Key(0); k < keyCount; k++ {
			want := map[string]bool{}
			for _, p := range placeholder.FindAllString(english[k], -1) {
				want[p] = true
			}
			got := map[string]bool{}
			for _, p := range placeholder.FindAllString(Text(lang, k), -1) {
				got[p] = true
			}
			assert.Equalf(t, want, got, "entry %q in %s", english[k], lang.Code())
		}
	}
}

func TestTextPutsArgumentsIn(t *testing.T) {
	assert.Equal(t, "event 3 of 99", Text(English, EventOf, "3", "99"))
	assert.Empty(t, Text(English, keyCount), "a key outside the catalogue")
}

func TestCountPicksTheForm(t *testing.T) {
	assert.Equal(t, "1 event recorded", Count(English, EventsRecorded, 1))
	assert.Equal(t, "0 events recorded", Count(English, EventsRecorded, 0))
	assert.Equal(t, "99 events recorded", Count(English, EventsRecorded, 99))
}
