package model

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode"

	"asyncplay/runtime/trace"
)

const (
	saveVersion   = 1
	savedSizeMax  = 2 << 20 // bytes
	savedNameMax  = 60      // letters
	savedSeedsMax = 1 << 53
)

// saved is the state of the page: in the autosave, in a link, in the list of earlier versions. Links are for ever: fields
// may be added to version 1, never change their meaning. testdata/links holds what must stay readable.
type saved struct {
	Version  int            `json:"v"`
	Lesson   string         `json:"lesson,omitempty"`
	Variants []savedVariant `json:"variants"`
	Active   int            `json:"active"`
	Seed     int64          `json:"seed,omitempty"`
	Theme    Theme          `json:"theme,omitempty"` // where the first autosaves kept it
	Speed    float64        `json:"speed,omitempty"`
	Panel    Panel          `json:"panel,omitempty"`
	Steps    bool           `json:"steps,omitempty"` // the axis counts events
	Window   []float64      `json:"window,omitempty"`
	Mode     Mode           `json:"mode,omitempty"`
	Other    int            `json:"other,omitempty"`
	Explore  *ExploreChoice `json:"explore,omitempty"`
	Nested   bool           `json:"nested,omitempty"`
	Selected int32          `json:"selected,omitempty"`
	Event    int            `json:"event,omitempty"`
	// Time is the event's virtual time: it finds the moment where another version of asyncplay counts its events differently.
	Time *float64 `json:"time,omitempty"`
}

type savedVariant struct {
	Name   string  `json:"name"`
	Source string  `json:"source"`
	Faults []Fault `json:"faults,omitempty"`
	Added  bool    `json:"added,omitempty"`
	Module bool    `json:"module,omitempty"`
	Marks  []int   `json:"marks,omitempty"`
}

var errSaved = errors.New("the saved state cannot be read")

// Encode is what is kept for the next visit, and what a link holds.
func (p *Playground) Encode() string {
	s := p.programs()
	s.Active, s.Speed, s.Panel, s.Event = p.Active, p.Play.Speed, p.Panel, p.Play.Event
	s.Nested, s.Selected = p.Nested, int32(p.Selected)
	for i, v := range p.Variants {
		s.Variants[i].Marks = v.Bookmarks
	}
	s.Steps = p.Play.Axis == AxisSteps && !p.stepsForced
	if !p.Window.Whole() {
		from, to := p.Window.Range()
		s.Window = []float64{roundWindow(from), roundWindow(to)}
	}
	switch p.Mode {
	case ModeCompare:
		s.Mode, s.Other = p.Mode, p.Other
	case ModeExplore:
		choice := p.exploreChoice()
		s.Mode, s.Explore = p.Mode, &choice
	}
	if p.Run() != nil {
		seconds := p.Play.Seconds
		s.Time = &seconds
	}
	return encodeState(s)
}

// roundWindow keeps links short: nobody sees a millionth of the axis.
func roundWindow(fraction float64) float64 { return math.Round(fraction*1e6) / 1e6 }

// Programs is the part of the state that somebody made: the programs and what fails in them, not how one looks at them.
func (p *Playground) Programs() string { return encodeState(p.programs()) }

func (p *Playground) programs() saved {
	s := saved{Version: saveVersion, Lesson: p.Lesson, Seed: p.Seed}
	for _, v := range p.Variants {
		s.Variants = append(s.Variants, savedVariant{Name: v.Name, Source: v.Source, Faults: v.Faults, Added: v.Added, Module: v.Module})
	}
	return s
}

// Program is a variant as somebody outside the page describes it.
type Program struct {
	Name   string
	Source string
	Faults []Fault
}

// EncodePrograms is a state as Encode gives it, made of programs alone: what a link to them holds. seconds is the moment, nil
// for the end of the run.
func EncodePrograms(programs []Program, active int, seed int64, seconds *float64) string {
	s := saved{Version: saveVersion, Active: active, Seed: seed, Time: seconds}
	if seconds != nil {
		s.Event = math.MaxInt32 // the time alone says where
	}
	for _, p := range programs {
		s.Variants = append(s.Variants, savedVariant{Name: p.Name, Source: p.Source, Faults: p.Faults})
	}
	return encodeState(s)
}

func encodeState(s saved) string {
	b, err := json.Marshal(s)
	if err != nil {
		return ""
	}
	return string(b)
}

// decode restores what Encode or Programs gave. Whatever does not make sense is refused as a whole; the playground is
// unchanged then.
func (p *Playground) decode(text string) error {
	s, variants, err := readState(text)
	if err != nil {
		return err
	}
	p.Lesson, p.Variants, p.Active, p.Seed = s.Lesson, variants, s.Active, s.Seed
	p.nameTabs()
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
	p.Window, p.stepsForced, p.Play.Axis = Window{}, false, AxisTime
	if s.Steps {
		p.Play.Axis = AxisSteps
	}
	if w := s.Window; len(w) == 2 && w[0] >= 0 && w[1] <= 1 && w[1]-w[0] >= windowMin {
		p.Window = Window{From: w[0], To: w[1]}
	}
	p.Mode, p.Other, p.otherChosen = ModePlay, 0, false
	if s.Mode == ModeCompare && s.Other >= 0 && s.Other < len(variants) && s.Other != s.Active {
		p.Mode, p.Other, p.otherChosen = ModeCompare, s.Other, true
	}
	p.stopSweep()
	p.explore = explore{seq: p.explore.seq, made: p.explore.made}
	if _, ok := p.env.(Sweeper); ok && s.Mode == ModeExplore && s.Explore != nil && s.Explore.sane() {
		p.Mode = ModeExplore
		p.explore.choice, p.explore.chosen = *s.Explore, s.Explore.Row != ""
	}
	p.Nested, p.Selected = s.Nested, trace.TaskID(max(0, s.Selected))
	p.arrival = nil
	p.Play.Event = max(0, s.Event) // the first run brings it into its range
	if s.Time != nil {
		p.arrival = &arrival{event: p.Play.Event, seconds: *s.Time}
	}
	return nil
}

func readState(text string) (saved, []*Variant, error) {
	var s saved
	if len(text) > savedSizeMax {
		return s, nil, errSaved
	}
	if err := json.Unmarshal([]byte(text), &s); err != nil {
		return s, nil, fmt.Errorf("%w: %w", errSaved, err)
	}
	if s.Version != saveVersion || len(s.Variants) == 0 || len(s.Variants) > variantsMax {
		return s, nil, errSaved
	}
	if s.Active < 0 || s.Active >= len(s.Variants) || s.Variants[0].Added || s.Seed < 0 || s.Seed > savedSeedsMax {
		return s, nil, errSaved
	}
	var variants []*Variant
	for _, v := range s.Variants {
		name := cleanName(v.Name)
		if name == "" || len(v.Faults) > faultsMax {
			return s, nil, errSaved
		}
		for i := range v.Faults {
			if !v.Faults[i].sane() {
				return s, nil, errSaved
			}
		}
		variants = append(variants, &Variant{
			Name: name, Source: v.Source, Faults: v.Faults, Added: v.Added, Module: v.Module && moduleName(name) != "",
			Bookmarks: bookmarks(v.Marks), stale: true,
		})
	}
	return s, variants, nil
}

// bookmarks are the events of a saved state that can have been marked.
func bookmarks(marks []int) []int {
	for i, event := range marks {
		if event < 0 || i >= bookmarksMax || i > 0 && event <= marks[i-1] {
			return nil
		}
	}
	return marks
}

// cleanName is a tab's name without what is no letter: a link's name must not turn the text around it about, nor push
// everything else from the page.
func cleanName(name string) string {
	clean := strings.TrimSpace(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, name))
	if runes := []rune(clean); len(runes) > savedNameMax {
		clean = strings.TrimSpace(string(runes[:savedNameMax-1])) + "…"
	}
	return clean
}

// arrival is the moment that a saved state was at. The first run of its program goes there.
type arrival struct {
	event   int
	seconds float64
}

// arrive puts the playhead of the first run where the saved state had it.
func (p *Playground) arrive(r *Run) {
	at := p.arrival
	p.arrival = nil
	const sameInstant = 1e-9
	if at.event <= r.Last() && math.Abs(r.TimeOf(at.event)-at.seconds) < sameInstant {
		p.Play.Seek(r, at.event)
		return
	}
	if at.event == math.MaxInt32 {
		p.Play.Seek(r, r.eventAtClock(at.seconds))
		return
	}
	seconds := min(max(0, at.seconds), r.EndSeconds())
	p.Play.Seek(r, r.EventAtTime(seconds))
	p.Play.Seconds = seconds
}
