package model

import (
	"testing"

	"asyncplay/app/words"

	"github.com/stretchr/testify/assert"
)

func TestSettingsBringThemeAndLanguageBack(t *testing.T) {
	p, _ := settled(t)
	p.NextTheme()
	p.SetLang(words.Japanese)

	q := New(&fakeEnv{}, Options{Settings: p.EncodeSettings(), Lang: words.English})
	assert.Equal(t, ThemeDark, q.Theme)
	assert.Equal(t, words.Japanese, q.Lang, "what was chosen wins over what the browser asks for")
	assert.Equal(t, "修正なし", q.Variants[0].Name)
}

func TestLanguageIsTheBrowsersUntilOneIsChosen(t *testing.T) {
	p := New(&fakeEnv{}, Options{Lang: words.Japanese})
	assert.Equal(t, words.Japanese, p.Lang)
	p.NextTheme()
	q := New(&fakeEnv{}, Options{Settings: p.EncodeSettings(), Lang: words.English})
	assert.Equal(t, words.English, q.Lang)
	assert.Equal(t, ThemeDark, q.Theme)
}

func TestSettingsThatMakeNoSenseAreIgnored(t *testing.T) {
	for _, text := range []string{"{", `[]`, `{"v":9,"theme":"dark","lang":"ja"}`, `{"v":1,"theme":"<b>"}`, "\x00"} {
		p := New(&fakeEnv{}, Options{Settings: text})
		assert.Equal(t, ThemeAuto, p.Theme, text)
		assert.Equal(t, words.English, p.Lang, text)
		assert.False(t, p.HasNote, text)
	}
	p := New(&fakeEnv{}, Options{Settings: `{"v":1,"lang":"tlh"}`, Lang: words.Japanese})
	assert.Equal(t, words.English, p.Lang, "a language that was dropped gives English")
}

func TestAnEarlierVersionsThemeIsKept(t *testing.T) {
	p := New(&fakeEnv{}, Options{Saved: `{"v":1,"theme":"light","variants":[{"name":"a","source":"x"}]}`})
	assert.Equal(t, ThemeLight, p.Theme)
}

func TestLanguageRenamesALessonsTabsAndNoOthers(t *testing.T) {
	p, _ := settled(t)
	p.AddVariant("mine")
	rev := p.Rev(PartShell)
	p.SetLang(words.Japanese)
	names := []string{}
	for _, v := range p.Variants {
		names = append(names, v.Name)
	}
	assert.Equal(t, []string{"修正なし", "get() を囲む finally", "get() の後の finally", "mine"}, names)
	assert.Greater(t, p.Rev(PartShell), rev)
}
