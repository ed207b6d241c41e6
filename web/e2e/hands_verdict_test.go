package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// causes are the mistakes that a verdict can name (docs/verdicts), and what the fix of each writes into the program.
var causes = []struct{ id, writes string }{
	{"task-done-missing", "finally:"},
	{"get-inside-try", "job = await queue.get()"},
	{"exception-unseen", "await second"},
	{"await-forgotten", `await save("the report")`},
	{"gather-list", "asyncio.gather(fetch(1), fetch(2), fetch(3))"},
	{"wait-coroutines", "asyncio.create_task(race("},
	{"loop-blocked", "await asyncio.sleep(0.5)"},
	{"lock-order", "async with account:"},
	{"consumer-gone", "except Exception as error:"},
	{"task-not-kept", "await asyncio.gather(*tasks)"},
	{"cancel-swallowed", "raise"},
}

// openProgram opens an example from the menu, as a click on its name there does.
func (p *Page) openProgram(name string) {
	p.t.Helper()
	p.Click(id("programs"))
	p.Click(id("lesson-" + name))
	p.WaitFor("the menu has closed", `!document.querySelector('[data-testid="programs-menu"]')`)
}

// stdout is what the program has printed, as the console shows it.
func (p *Page) stdout() string {
	p.t.Helper()
	return p.evalText(`[...document.querySelectorAll('[data-testid="console"] li[data-tone="out"] .text')].map(e => e.textContent + "\n").join("")`)
}

func TestEachMistakeIsNamedShownAndMendedByOneClick(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join("..", "..", "docs", "verdicts", "*-*.md"))
	require.NoError(t, err)
	assert.Len(t, causes, len(pages), "each cause with a page is tried here")
	p := openStory(t)
	for _, cause := range causes {
		name := strings.ReplaceAll(cause.id, "-", "_")
		source, fixed := mistake(t, name)
		printed, err := os.ReadFile(filepath.Join("..", "..", "testdata", "programs", "fixed", name+".out"))
		require.NoError(t, err)

		p.openProgram("mistakes/" + name)
		p.WaitFor(cause.id+" is named", `document.querySelector('[data-testid="cause"][data-cause=`+quote(cause.id)+`]')`)
		assert.Equal(t, source, p.code())
		p.Click(`[data-cause=` + quote(cause.id) + `] [data-do="change"]`)
		p.WaitFor("the change is shown", `document.querySelector('[data-testid="change"]')`)
		var added, gone []string
		p.Eval(`[...document.querySelectorAll('[data-testid="change"] :is(.dl.added, .dl.moved) code')].map(e => e.textContent)`, &added)
		p.Eval(`[...document.querySelectorAll('[data-testid="change"] .dl.gone code')].map(e => e.textContent)`, &gone)
		assert.Contains(t, strings.Join(added, "\n"), cause.writes, cause.id)
		for _, line := range added {
			assert.Contains(t, strings.Split(fixed, "\n"), line, cause.id)
		}
		for _, line := range gone {
			assert.Contains(t, strings.Split(source, "\n"), line, cause.id)
		}
		p.Press(kb.Escape)
		p.WaitFor("the change is put away", `!document.querySelector('[data-testid="change"]')`)
		assert.Equal(t, source, p.code(), "looking changes nothing")

		p.Click(id("apply"))
		p.WaitFor("the run ends well", `document.querySelector('[data-testid="verdict"][data-severity="quiet"]')`)
		p.WaitFor("nothing is wrong any more", `!document.querySelector('[data-testid="cause"]')`)
		assert.Equal(t, fixed, p.code(), cause.id)
		assert.Equal(t, string(printed), p.stdout(), cause.id)
		for _, folder := range []string{"verdicts/", "verdicts/ja/"} {
			assert.Equal(t, "200", p.evalText(`fetch("`+folder+cause.id+`.html").then(r => String(r.status))`), "its page in the docs")
		}
	}
}
