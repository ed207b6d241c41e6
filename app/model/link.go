package model

import (
	"encoding/json"

	"asyncplay/app/words"
)

// A link's hash is a version, one digit, and the state of the page as Encode gives it, packed and in letters that an address
// may have. web/link.js packs and unpacks; what comes out is read here, and may be anything.

// LinkProblem is why a link's hash holds no state, as web/link.js tells it; "" when it holds one.
type LinkProblem string

const (
	LinkDamaged LinkProblem = "damaged" // cut off, mistyped
	LinkLarge   LinkProblem = "large"   // more than any link of ours unpacks to
	LinkNewer   LinkProblem = "newer"   // of a version that this page doesn't know
)

var linkWords = map[LinkProblem]words.Key{
	LinkDamaged: words.LinkDamaged, LinkLarge: words.LinkLarge, LinkNewer: words.LinkNewer,
}

// Link is what web/link.js made of an address.
type Link struct {
	Text    string
	Problem LinkProblem
}

// OpenLink shows what a link holds. What was on the page before is in own, and BackToOwn brings it back. A link that cannot be
// read says so and changes nothing else.
func (p *Playground) OpenLink(text string, problem LinkProblem) {
	p.Tour.end()
	if problem == "" {
		problem = p.openLink(text)
	}
	if problem == "" {
		return
	}
	notice, known := linkWords[problem]
	if !known {
		notice = words.LinkDamaged
	}
	p.Say(notice)
}

func (p *Playground) openLink(text string) LinkProblem {
	own, theme := p.Encode(), p.Theme
	if p.borrowed() {
		own = p.own // one link after the other
	}
	variants := p.Variants
	if err := p.decode(text); err != nil {
		var s saved
		if json.Unmarshal([]byte(text), &s) == nil && s.Version > saveVersion {
			return LinkNewer
		}
		return LinkDamaged
	}
	p.own, p.ofLink, p.Theme = own, p.Programs(), theme
	p.HasNote = false
	if samePrograms(variants, p.Variants) {
		p.own = "" // a link to what is here already: there is nothing to go back to
	} else {
		p.offer(words.LinkOpened, words.BackToOwn, "own")
	}
	p.replaced()
	return ""
}

// BackToOwn leaves the program of a link for the one before it.
func (p *Playground) BackToOwn() {
	own := p.own
	p.own, p.ofLink, p.HasNote = "", "", false
	p.touch(PartShell)
	if own != "" && p.decode(own) == nil {
		p.replaced()
	}
}

// Borrowed reports whether the programs are a link's, as they came: nothing to be kept for the next visit.
func (p *Playground) Borrowed() bool { return p.borrowed() }

func (p *Playground) borrowed() bool { return p.ofLink != "" && p.ofLink == p.Programs() }

// replaced draws and runs programs that were put in place of others.
func (p *Playground) replaced() {
	p.halt()
	p.versions.open = false
	p.Overlay, p.limitFactor, p.Lit = OverlayNone, 1, Lit{}
	p.Play.Playing = false
	p.touch(PartShell, PartProgram, PartSource, PartRun, PartOthers, PartInstant)
	p.runCurrent()
}

func samePrograms(a, b []*Variant) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Source != b[i].Source || len(a[i].Faults) != len(b[i].Faults) {
			return false
		}
		for j := range a[i].Faults {
			if a[i].Faults[j] != b[i].Faults[j] {
				return false
			}
		}
	}
	return true
}
