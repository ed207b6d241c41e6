package model

import (
	"encoding/json"

	"asyncplay/app/words"
)

// Settings belong to the visitor, not to a program: no link and no lesson changes them.

type savedSettings struct {
	Version int    `json:"v"`
	Theme   Theme  `json:"theme,omitempty"`
	Lang    string `json:"lang,omitempty"`
}

const settingsVersion = 1

// EncodeSettings is what is kept of theme and language for the next visit.
func (p *Playground) EncodeSettings() string {
	s := savedSettings{Version: settingsVersion, Theme: p.Theme}
	if p.langChosen {
		s.Lang = p.Lang.Code()
	}
	b, err := json.Marshal(s)
	if err != nil {
		return ""
	}
	return string(b)
}

// readSettings takes what makes sense; settings are not worth a message.
func readSettings(text string) savedSettings {
	var s savedSettings
	if json.Unmarshal([]byte(text), &s) != nil || s.Version != settingsVersion {
		return savedSettings{}
	}
	return s
}

func (s savedSettings) apply(p *Playground) {
	switch s.Theme {
	case ThemeAuto, ThemeLight, ThemeDark:
		p.Theme = s.Theme
	}
	if s.Lang != "" {
		p.Lang, p.langChosen = words.ForTag(s.Lang), true
	}
}

// NextTheme goes from the system's colours to dark, light, and back.
func (p *Playground) NextTheme() {
	switch p.Theme {
	case ThemeAuto:
		p.Theme = ThemeDark
	case ThemeDark:
		p.Theme = ThemeLight
	default:
		p.Theme = ThemeAuto
	}
	p.touch(PartShell, PartRun, PartInstant)
}

// nameTabs gives tabs that still have a lesson's name that name in the page's language.
func (p *Playground) nameTabs() {
	if p.Lesson == "" {
		return // the names are somebody's own
	}
	for _, v := range p.Variants {
		for _, k := range lessonWords {
			for _, lang := range words.Available() {
				if v.Name == words.Text(lang, k) {
					v.Name = p.Text(k)
				}
			}
		}
	}
}

// SetLang says everything in another language.
func (p *Playground) SetLang(lang words.Lang) {
	p.input()
	if p.langChosen = true; lang == p.Lang {
		return
	}
	p.Lang = lang
	p.nameTabs()
	p.touch(PartShell, PartProgram, PartKnobs, PartRun, PartOthers, PartInstant)
	p.sweepOn() // the tabs have other names
}
