package e2e

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"asyncplay/app/fixture"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// axeOptions ask for what WCAG 2.1 demands at levels A and AA.
const axeOptions = `{runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}, resultTypes: ["violations"]}`

// axe lists what axe-core finds wrong with what is shown, a line each.
func (p *Page) axe() []string {
	p.t.Helper()
	source, err := os.ReadFile("../node_modules/axe-core/axe.min.js")
	require.NoError(p.t, err, "npm ci in web/ installs it")
	var there bool
	p.Eval(`"axe" in window`, &there)
	if !there {
		p.Eval("(() => {"+string(source)+"\n})()", nil)
	}
	var found []string
	p.Eval(fmt.Sprintf(`axe.run(document, %s).then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.target.join(" ") + "\n\t" +
		n.html.slice(0, 300) + "\n\t" + n.failureSummary.replace(/\s+/g, " "))))`, axeOptions), &found)
	return found
}

// shows is a view, and how one comes there from the playground.
type shows struct {
	name string
	open func(p *Page)
}

var axeViews = []shows{
	{"playground", func(*Page) {}},
	{"tasks", func(p *Page) { p.panel("tasks") }},
	{"event log", func(p *Page) { p.panel("events") }},
	{"loop", func(p *Page) { p.panel("loop") }},
	{"fault form", func(p *Page) { p.act(`[data-testid="fault-edit-0"]`, `[data-testid="fault-form"]`) }},
	{"menu of programs", func(p *Page) { p.act(`[data-testid="programs"]`, `[data-testid="menu-search"], .menu`) }},
	{"share", func(p *Page) { p.act(`[data-testid="share"]`, `[data-testid="share-field"]`) }},
	{"files", func(p *Page) { p.act(`[data-testid="files"]`, `[data-testid="file-menu"]`) }},
	{"keys", func(p *Page) { p.act(`[data-testid="keys"]`, `[data-testid="keys-list"]`) }},
	{"more", func(p *Page) { p.act(`[data-testid="more"]`, `[data-testid="more-menu"]`) }},
	{"change", func(p *Page) { p.act(`[data-testid="change-0"]`, `[data-testid="change"]`) }},
	{"comparison", func(p *Page) { p.act(`[data-testid="mode-compare"]`, `.app[data-mode="compare"] code-diff`) }},
	{"many runs", func(p *Page) { p.act(`[data-testid="mode-explore"]`, `[data-testid="explore"][data-complete="on"]`) }},
}

// act presses a button, also one that has no room in the window's top bar, and waits for what it opens.
func (p *Page) act(button, opens string) {
	p.t.Helper()
	p.Eval(fmt.Sprintf(`document.querySelector(%s).click()`, quote(button)), nil)
	p.WaitFor(opens+" is open", fmt.Sprintf(`document.querySelector(%s)?.getClientRects().length`, quote(opens)))
}

func (p *Page) panel(name string) {
	p.t.Helper()
	tab := fmt.Sprintf(`[data-do="panel"][data-arg=%q]`, name)
	p.act(tab, tab+`[aria-selected="true"]`)
}

func TestAxeFindsNothing(t *testing.T) {
	t.Parallel() // it takes no measure of time
	for _, c := range []struct {
		name, lang string
		options    []Option
	}{
		{"light", "en", nil},
		{"dark-japanese", "ja", []Option{WithMedia("prefers-color-scheme", "dark")}},
		{"phone", "en", []Option{WithSize(390, 844), WithMedia("prefers-color-scheme", "dark")}},
		{"phone-japanese", "ja", []Option{WithSize(390, 844)}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := openStory(t, append(c.options, WithMedia("prefers-reduced-motion", "reduce"))...)
			p.waitVerdict("join-never-returns")
			p.Eval(fmt.Sprintf(`document.querySelector('[data-testid="lang-%s"]').click()`, c.lang), nil)
			p.WaitFor("the language is there", fmt.Sprintf(`document.documentElement.lang === %q`, c.lang))
			for _, view := range axeViews {
				view.open(p)
				found := p.axe()
				assert.Zero(t, len(found), "%s:\n%s", view.name, strings.Join(found, "\n"))
				p.Eval(`window.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}))`, nil)
				p.waitGone("nothing lies over the page", ".overlay, .menu-overlay")
			}
		})
	}
}

func TestAxeFindsNothingOnTheSitesOtherPages(t *testing.T) {
	t.Parallel() // it takes no measure of time
	for _, path := range []string{"verdicts/task-done-missing.html", "verdicts/ja/index.html", "lessons/ja/index.html"} {
		p := Open(t, WithPath(path), WithMedia("prefers-color-scheme", "dark"))
		p.waitThere("it is read", "article h1")
		found := p.axe()
		assert.Zero(t, len(found), "%s:\n%s", path, strings.Join(found, "\n"))
		p.Close()
	}
}

func TestAxeFindsNothingInFrames(t *testing.T) {
	t.Parallel() // it takes no measure of time
	for _, c := range []struct {
		name, theme, lang string
		width             int64
	}{{"light", "light", "en", 760}, {"dark-japanese", "dark", "ja", 760}, {"phone", "dark", "en", 390}, {"phone-japanese", "light", "ja", 390}} {
		t.Run(c.name, func(t *testing.T) {
			p := openHost(t, sameOrigin, `<main><h1>Blocks</h1>`+block(fmt.Sprintf(`id="pool" title="A pool" fault="%s" at="0.5" theme="%s" lang="%s"`, fixture.PoolFault, c.theme, c.lang), fixture.Pool)+
				block(`id="later" title="Later" loading="click" outcome="hung" duration="2.5" theme="`+c.theme+`"`, fixture.Pool)+`</main>`, WithScript(told), WithSize(c.width, 900))
			p.waitTold("pool result hung")
			p.waitFrame("pool", "it comes to rest", `doc.querySelectorAll("#spans tr").length > 5`)
			assert.Empty(t, p.axe(), "poster and frame")
			p.clickInFrame("pool", `[data-testid="embed-output"]`)
			assert.Empty(t, p.axe(), "output")
			p.Eval(inFrame("pool")+`.getElementById("edit").click()`, nil)
			p.waitFrame("pool", "the editor", `doc.querySelector("code-editor .cm-content")`)
			assert.Empty(t, p.axe(), "editor")
		})
	}
}
