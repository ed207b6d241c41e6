package e2e

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// goldenViews are pictures of the same size, but for the phone's.
var goldenViews = []shows{
	{"playground", func(*Page) {}},
	{"instant", func(p *Page) { p.goTo(60) }},
	{"tasks", func(p *Page) { p.goTo(60); p.panel("tasks") }},
	{"events", func(p *Page) { p.panel("events") }},
	{"loop", func(p *Page) { p.goTo(30); p.panel("loop") }},
	{"fault", func(p *Page) { p.act(`[data-testid="fault-edit-0"]`, `[data-testid="fault-form"]`) }},
	{"programs", func(p *Page) { p.act(`[data-testid="programs"]`, `[data-testid="programs-menu"]`) }},
	{"keys", func(p *Page) { p.act(`[data-testid="keys"]`, `[data-testid="keys-list"]`) }},
	{"change", func(p *Page) { p.act(`[data-testid="change-0"]`, `[data-testid="change"]`) }},
	{"compare", func(p *Page) { p.act(`[data-testid="mode-compare"]`, `.app[data-mode="compare"] code-diff`) }},
	{"explore", func(p *Page) {
		p.act(`[data-testid="mode-explore"]`, `[data-testid="explore"][data-complete="on"]`)
		p.waitChosen("no fix, raise before await asyncio.sleep(seconds), WORKERS = 3")
	}},
}

// goTo puts the playhead on an event.
func (p *Page) goTo(event int) {
	p.t.Helper()
	p.Eval(`document.querySelector('[data-do="start"]').click()`, nil)
	p.WaitText(id("event-number"), " 1 ")
	for range event - 1 {
		p.Eval(`document.querySelector('[data-testid="step-forward"], [data-do="step"][data-arg="1"]').click()`, nil)
	}
	p.WaitFor("the event is there", fmt.Sprintf(`document.querySelector('[data-testid="event-number"]').textContent.includes(" %d ")`, event))
}

func openGolden(t *testing.T, width, height int64, scheme string) *Page {
	t.Helper()
	p := openStory(t, WithSize(width, height), WithMedia("prefers-color-scheme", scheme), WithMedia("prefers-reduced-motion", "reduce"))
	p.waitVerdict("join-never-returns")
	p.WaitFor("the other variants have run", `document.querySelectorAll(".vtab .oc").length === 3`)
	var letters struct{ Without, With float64 }
	p.Eval(`(() => {
		const pen = document.createElement("canvas").getContext("2d");
		const width = font => { pen.font = font; return pen.measureText("The quick brown fox").width; };
		return {Without: width("20px monospace"), With: width('20px "DejaVu Sans", monospace')};
	})()`, &letters)
	if letters.Without == letters.With {
		t.Skip("needs the fonts of Debian's fonts-dejavu-core: letters of other widths make other lines")
	}
	p.Eval(style("document.documentElement", "--sans", "DejaVu Sans"), nil)
	p.Eval(style("document.documentElement", "--mono", "DejaVu Sans Mono"), nil)
	p.leaveEditor()
	return p
}

// settled waits until the canvas has drawn what the page has set.
func (p *Page) settled() {
	p.t.Helper()
	p.Eval(`document.fonts.ready.then(() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 100)))))`, nil)
}

func TestTheViewsLookAsTheyDid(t *testing.T) {
	p := openGolden(t, 1440, 900, "light")
	for _, view := range goldenViews {
		view.open(p)
		p.settled()
		p.Golden(view.name)
		p.Eval(`window.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}))`, nil)
		p.waitGone("nothing lies over the page", ".overlay")
		p.leaveEditor()
	}
	dark := openGolden(t, 1440, 900, "dark")
	dark.settled()
	dark.Golden("dark")
	phone := openGolden(t, 390, 844, "light")
	phone.settled()
	phone.Golden("phone")
}

func TestAMovedPanelIsNotedAndOtherLettersAreNot(t *testing.T) {
	p := openGolden(t, 1440, 900, "light")
	p.settled()
	before := p.picture()
	for _, c := range []struct {
		what, change, back string
		differs            bool
	}{
		{"nothing", `0`, `0`, false},
		{"letters of another kind", style("document.documentElement", "webkitTextStroke", "0.2px"), style("document.documentElement", "webkitTextStroke", ""), false},
		{"letters a little wider", style("document.documentElement", "letterSpacing", "0.1px"), style("document.documentElement", "letterSpacing", ""), false},
		{"a moved panel", style(`document.querySelector(".lower")`, "translate", "0 48px"), style(`document.querySelector(".lower")`, "translate", ""), true},
		{"a panel that is gone", style(`document.querySelector(".verdict")`, "visibility", "hidden"), style(`document.querySelector(".verdict")`, "visibility", ""), true},
		{"wider code", style(`document.documentElement`, "--code-width", "480px"), style(`document.documentElement`, "--code-width", ""), true},
	} {
		p.Eval(c.change, nil)
		p.settled()
		_, share := differingCells(before, p.picture())
		t.Logf("%s: %.2f %% differs", c.what, 100*share)
		if c.differs {
			assert.Greater(t, share, 2*goldenShareMax, c.what)
		} else {
			assert.LessOrEqual(t, share, goldenShareMax/2, c.what)
		}
		p.Eval(c.back, nil)
	}
}

// style is JavaScript that sets a property of an element's style.
func style(element, property, value string) string {
	if len(property) > 2 && property[:2] == "--" {
		return fmt.Sprintf(`%s.style.setProperty(%q, %q)`, element, property, value)
	}
	return fmt.Sprintf(`%s.style.%s = %q`, element, property, value)
}
