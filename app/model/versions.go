package model

import (
	"encoding/json"
	"strings"

	"asyncplay/app/lessons"
)

const (
	versionsMax      = 20
	versionsBytesMax = 1 << 20
	versionSpanMS    = 60_000 // what is changed within a minute is one version
)

// Version is the programs as they once were.
type Version struct {
	TimeMS int64  `json:"t"` // Unix time in milliseconds
	Text   string `json:"s"` // as Programs gives it
	Active int    `json:"a,omitempty"`
}

// versions is the local history, the newest first.
type versions struct {
	list []Version
	// open: the newest is of the programs on the page, and takes over what is changed within its minute.
	open bool
}

// readVersions takes what makes sense of what EncodeVersions gave.
func readVersions(text string) versions {
	var v versions
	var list []Version
	if len(text) > 2*versionsBytesMax || json.Unmarshal([]byte(text), &list) != nil {
		return v
	}
	for _, version := range list {
		if _, _, err := readState(version.Text); err == nil && len(v.list) < versionsMax {
			v.list = append(v.list, version)
		}
	}
	return v
}

// EncodeVersions is what is kept of the local history.
func (p *Playground) EncodeVersions() string {
	b, err := json.Marshal(p.versions.list)
	if err != nil {
		return ""
	}
	return string(b)
}

// Record keeps the programs in the local history and reports whether that changed it. Programs that come with the page, and
// those of a link, are kept elsewhere.
func (p *Playground) Record(nowMS int64) bool {
	if p.asItCame() || p.borrowed() {
		return false
	}
	h, text := &p.versions, p.Programs()
	for i := range h.list {
		if h.list[i].Text != text {
			continue
		}
		if i == 0 {
			return false
		}
		h.list = append(h.list[:i:i], h.list[i+1:]...) // the same again: it moves to the front
		h.open = false
		break
	}
	if h.open && len(h.list) > 0 && nowMS-h.list[0].TimeMS < versionSpanMS {
		h.list[0].Text, h.list[0].Active = text, p.Active
	} else {
		h.list = append([]Version{{nowMS, text, p.Active}}, h.list...)
	}
	h.open = true
	bytes := 0
	for i := range h.list {
		if bytes += len(h.list[i].Text); i > 0 && (i >= versionsMax || bytes > versionsBytesMax) {
			h.list = h.list[:i]
			break
		}
	}
	return true
}

// asItCame reports whether the programs are a lesson's, unchanged.
func (p *Playground) asItCame() bool {
	for _, l := range lessons.All() {
		if l.ID != p.Lesson || len(l.Variants) != len(p.Variants) {
			continue
		}
		for i, v := range l.Variants {
			if v.Source != p.Variants[i].Source {
				return false
			}
		}
		return true
	}
	return false
}

// VersionRow is a line of the list of versions.
type VersionRow struct {
	TimeMS int64
	Name   string // of the tab that was on the screen
	Lines  int
}

// Versions are the earlier versions, the newest first.
func (p *Playground) Versions() []VersionRow {
	var rows []VersionRow
	for _, version := range p.versions.list {
		s, _, err := readState(version.Text)
		if err != nil {
			continue
		}
		v := s.Variants[min(max(0, version.Active), len(s.Variants)-1)]
		rows = append(rows, VersionRow{version.TimeMS, cleanName(v.Name), strings.Count(v.Source, "\n") + 1})
	}
	return rows
}

// Restore brings an earlier version back. Undo takes that back, too.
func (p *Playground) Restore(i int) {
	if i < 0 || i >= len(p.versions.list) {
		return
	}
	p.Tour.end()
	panel := p.Panel
	if p.decode(p.versions.list[i].Text) == nil {
		p.Panel, p.Active = panel, min(max(0, p.versions.list[i].Active), len(p.Variants)-1)
		p.replaced()
	}
}
