package embed

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime"
)

// Options describe an embed, as the attributes of the element and the parameters of the frame's address do.
type Options struct {
	Variants []Source `json:"variants"`
	Variant  string   `json:"variant"` // the one to show, by name; "" for the first
	Fault    string   `json:"fault"`   // specifications, parted by semicolons
	Set      string   `json:"set"`     // knobs: A=1;B=2
	Seed     int64    `json:"seed"`
	At       *float64 `json:"at"`    // virtual seconds; nil: the end
	State    string   `json:"state"` // what a link holds, instead of all above
	Lang     string   `json:"lang"`
}

// Source is a variant of the program.
type Source struct {
	Name   string `json:"name"`
	Source string `json:"source"`
}

const (
	variantsMax    = 12 // as on the page
	faultsMax      = 32
	sourceBytesMax = 1 << 20
)

// Encode is what a link to the program holds, and what is wrong with the options: those parts are left out.
func (o *Options) Encode() (text string, problems []error) {
	lang := words.ForTag(o.Lang)
	faults, problems := ParseFaults(o.Fault)
	settings, problem := parseSettings(o.Set)
	if problem != nil {
		problems = append(problems, problem)
	}
	programs := make([]model.Program, 0, len(o.Variants))
	for i, v := range o.Variants[:min(len(o.Variants), variantsMax)] {
		name := strings.TrimSpace(v.Name)
		if name == "" {
			name = words.Text(lang, words.LessonBlankTab)
			if i > 0 {
				name += " " + strconv.Itoa(i+1)
			}
		}
		if len(v.Source) > sourceBytesMax {
			problems = append(problems, fmt.Errorf("the program %q is longer than %d bytes", name, sourceBytesMax))
			v.Source = ""
		}
		program := model.Program{Name: name, Source: v.Source, Faults: faults}
		if i > 0 {
			program.Faults = model.FollowFaults(faults, o.Variants[0].Source, v.Source)
		}
		for _, s := range settings {
			changed, err := runtime.SetParam(program.Source, s.name, s.value)
			if err != nil {
				if i == 0 {
					problems = append(problems, err)
				}
				continue
			}
			program.Source = changed
		}
		programs = append(programs, program)
	}
	if len(programs) == 0 {
		programs = append(programs, model.Program{Name: words.Text(lang, words.LessonBlankTab)})
	}
	active, found := 0, o.Variant == ""
	for i := range programs {
		if programs[i].Name == o.Variant && !found {
			active, found = i, true
		}
	}
	if !found {
		problems = append(problems, fmt.Errorf("no variant is named %q", o.Variant))
	}
	return model.EncodePrograms(programs, active, max(0, o.Seed), o.At), problems
}

// LinkState is the state that a link's text holds, which may also be the parameters of an embed, as web/link.js has them.
func LinkState(text string) string {
	var link struct{ Embed *Options }
	if !strings.HasPrefix(text, `{"embed":`) || json.Unmarshal([]byte(text), &link) != nil || link.Embed == nil {
		return text
	}
	state, _ := link.Embed.Encode() // what is wrong in the parameters was told where they come from
	return state
}

// ParseFaults reads specifications parted by semicolons outside quotes. Those that are wrong are left out and told.
func ParseFaults(text string) (faults []model.Fault, problems []error) {
	for _, spec := range runtime.SplitUnquoted(text, ';') {
		f, err := model.ParseFault(spec)
		switch {
		case err != nil:
			problems = append(problems, fmt.Errorf("fault %q: %w", spec, err))
		case len(faults) == faultsMax:
			return faults, append(problems, fmt.Errorf("more than %d faults", faultsMax))
		default:
			faults = append(faults, f)
		}
	}
	return faults, problems
}

type setting struct{ name, value string }

// parseSettings reads A=1;B=2.
func parseSettings(text string) ([]setting, error) {
	var settings []setting
	for _, piece := range runtime.SplitUnquoted(text, ';') {
		name, value, ok := strings.Cut(piece, "=")
		if !ok {
			return settings, fmt.Errorf("set takes NAME=VALUE, got %q", piece)
		}
		settings = append(settings, setting{strings.TrimSpace(name), strings.TrimSpace(value)})
	}
	return settings, nil
}
