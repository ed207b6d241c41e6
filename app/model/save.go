package model

import (
	"encoding/json"
	"errors"
	"fmt"
)

const (
	saveVersion   = 1
	savedSizeMax  = 2 << 20 // bytes
	savedNameMax  = 60
	savedSeedsMax = 1 << 53
)

type saved struct {
	Version  int            `json:"v"`
	Lesson   string         `json:"lesson,omitempty"`
	Variants []savedVariant `json:"variants"`
	Active   int            `json:"active"`
	Seed     int64          `json:"seed,omitempty"`
	Theme    Theme          `json:"theme,omitempty"` // where an earlier version kept it
	Speed    float64        `json:"speed,omitempty"`
	Panel    Panel          `json:"panel,omitempty"`
	Event    int            `json:"event,omitempty"`
}

type savedVariant struct {
	Name   string  `json:"name"`
	Source string  `json:"source"`
	Faults []Fault `json:"faults,omitempty"`
	Added  bool    `json:"added,omitempty"`
}

var errSaved = errors.New("the saved state cannot be read")

// Encode is what is kept for the next visit.
func (p *Playground) Encode() string {
	s := saved{
		Version: saveVersion, Lesson: p.Lesson, Active: p.Active, Seed: p.Seed,
		Speed: p.Play.Speed, Panel: p.Panel, Event: p.Play.Event,
	}
	for _, v := range p.Variants {
		s.Variants = append(s.Variants, savedVariant{v.Name, v.Source, v.Faults, v.Added})
	}
	b, err := json.Marshal(s)
	if err != nil {
		return ""
	}
	return string(b)
}

// decode restores what Encode gave. Whatever does not make sense is refused as a whole;
// the playground is unchanged then.
func (p *Playground) decode(text string) error {
	if len(text) > savedSizeMax {
		return errSaved
	}
	var s saved
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		return fmt.Errorf("%w: %w", errSaved, err)
	}
	if s.Version != saveVersion || len(s.Variants) == 0 || len(s.Variants) > variantsMax {
		return errSaved
	}
	if s.Active < 0 || s.Active >= len(s.Variants) || s.Variants[0].Added || s.Seed < 0 || s.Seed > savedSeedsMax {
		return errSaved
	}
	var variants []*Variant
	for _, v := range s.Variants {
		name := []rune(v.Name)
		if len(name) == 0 || len(name) > savedNameMax || len(v.Faults) > faultsMax {
			return errSaved
		}
		for i := range v.Faults {
			if f := &v.Faults[i]; f.Line < 1 || f.Nth < 0 || f.Nth > faultNthMax {
				return errSaved
			}
		}
		variants = append(variants, &Variant{Name: v.Name, Source: v.Source, Faults: v.Faults, Added: v.Added, stale: true})
	}
	p.Lesson, p.Variants, p.Active, p.Seed = s.Lesson, variants, s.Active, s.Seed
	if s.Theme == ThemeLight || s.Theme == ThemeDark {
		p.Theme = s.Theme
	}
	switch s.Panel {
	case PanelTasks, PanelEvents, PanelLoop:
		p.Panel = s.Panel
	}
	for _, speed := range Speeds {
		if speed == s.Speed {
			p.Play.Speed = speed
		}
	}
	p.Play.Event = max(0, s.Event) // the first run brings it into its range
	return nil
}
