package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// explored waits until all runs of a sweep are there.
func (p *Page) explored() {
	p.t.Helper()
	p.WaitFor("all runs are there", `document.querySelector('[data-testid="explore"][data-complete="on"]') && !document.querySelector("#matrix .rc:not([data-kind])")`)
}

// cellOf is the selector of a cell of the matrices; all count from 1, rows without the head.
func cellOf(variant, row, column int) string {
	return fmt.Sprintf("#matrix .mblock:nth-child(%d) .mrow:nth-child(%d) .rc:nth-child(%d)", variant, row+1, column+1)
}

// matrixRow is what stands in the cells of a row.
func (p *Page) matrixRow(variant, row int) []string {
	p.t.Helper()
	var texts []string
	p.Eval(fmt.Sprintf(`[...document.querySelectorAll("#matrix .mblock:nth-child(%d) .mrow:nth-child(%d) .rc")].map(e => e.textContent)`, variant, row+1), &texts)
	return texts
}

func (p *Page) waitChosen(what string) {
	p.t.Helper()
	p.WaitFor("the chosen run is "+what, fmt.Sprintf(
		`document.querySelector('[data-testid="explore-what"]').innerText.trim() === %s && document.querySelector('[data-testid="explore-verdict"]').textContent`, quote(what)))
}

func TestManyRunsAreExploredByHandAndByKeyboard(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.leaveEditor()
	p.Press("e")
	p.explored()
	assert.Equal(t, "Where may worker fail, and does join() still return?", p.Text(id("explore")+" h1"))
	assert.Contains(t, p.Text(id("explore-sentence")), "Only finally after get() always finishes cleanly")
	assert.Equal(t, []string{"✓", "✓", "✓", "✓", "✓", "✓", "✓", "✓"}, p.matrixRow(1, 1))
	assert.Equal(t, []string{"17", "14", "11", "8", "5", "2", "3", "2"}, p.matrixRow(1, 3))
	assert.Equal(t, []string{"×1", "×2", "×3", "×4", "×5", "×6", "×7", "×8"}, p.matrixRow(2, 3))
	assert.Equal(t, []string{"✓", "✓", "✓", "✓", "✓", "✓", "✓", "✓"}, p.matrixRow(3, 3))
	p.waitChosen("no fix, raise before await asyncio.sleep(seconds), WORKERS = 3")
	assert.Contains(t, p.Text(id("explore-verdict")), "Hung at 1.813 s: join() will never return: 11 items never marked done")
	assert.Equal(t, "216 runs recorded", p.Text(id("run-state")))

	// From cell to cell, into the next matrix, and down.
	p.Eval(`document.querySelector('#matrix [aria-selected="true"]').focus()`, nil)
	p.Press(kb.End)
	p.Press(kb.ArrowRight)
	p.Press(kb.ArrowDown)
	p.Press(kb.ArrowDown)
	assert.Equal(t, "finally around get(), raise before queue.task_done(), WORKERS 1: `join()` will never return: 17 items never marked done",
		p.evalText(`document.activeElement.getAttribute("aria-label")`))
	p.Press(kb.Enter)
	p.waitChosen("finally around get(), raise before queue.task_done(), WORKERS = 1")
	p.Click(cellOf(1, 4, 5))
	p.waitChosen("no fix, raise before print(…), WORKERS = 5")

	// Open it, come back to the same runs, and take it back.
	p.Click(id("explore-open"))
	p.WaitFor("the run is open", `document.querySelector('#app').dataset.mode === "play" && document.querySelector('[data-testid="variant-0"][aria-selected="true"]')`)
	p.waitVerdictText("5 items never marked done")
	assert.Contains(t, p.code(), "WORKERS = 5 ")
	assert.Contains(t, p.Text(id("fault-0")), "line 13")
	p.leaveEditor()
	p.Press("e")
	p.explored()
	p.waitChosen("no fix, raise before print(…), WORKERS = 5")
	p.Press("z", kb.ModifierCtrl)
	p.Click(id("mode-play"))
	p.WaitFor("one step takes it back", `document.querySelector("code-editor").value.includes("WORKERS = 3 ")`)
	p.waitVerdictText("11 items never marked done")

	p.Click(id("mode-explore"))
	p.explored()
	p.Click(cellOf(1, 3, 2))
	p.waitChosen("no fix, raise before await asyncio.sleep(seconds), WORKERS = 2")
	p.Click(id("explore-compare"))
	p.WaitFor("it is compared with the best", `document.querySelector('[data-testid="outcome-b"]')?.textContent.includes("20 of 20")`)
	assert.Contains(t, p.Text(id("outcome-a")), "14 items never marked done")
}

func TestManyRunsCanShowOtherRowsAndColumnsAndAreKept(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.Click(id("mode-explore"))
	p.explored()
	p.fill(id("explore-knob"), "ITEMS")
	p.WaitFor("the columns are numbers of items", `document.querySelectorAll("#matrix .mblock:first-child .mhead > *").length === 13`)
	p.explored()
	p.WaitFor("with one item there is no fourth", `document.querySelector(`+quote(cellOf(1, 3, 1)+`[data-idle="on"]`)+`)`)
	p.fill(id("explore-when"), "nth=1")
	p.explored()
	p.WaitFor("it strikes at the first", `document.querySelector(`+quote(cellOf(1, 3, 1)+`[data-kind="hung"]:not([data-idle])`)+`)`)
	p.fill(id("explore-function"), "main")
	p.WaitFor("the rows are main's", `document.querySelector("#matrix .mrow:nth-child(5) code")?.textContent.includes("asyncio.Queue()")`)
	p.explored()
	p.Click(cellOf(2, 5, 4))
	p.WaitFor("the run is there", `document.querySelector('[data-testid="explore-verdict"]').textContent`)
	what := p.Text(id("explore-what"))
	p.Press("t") // a change after which the state is saved; the mode itself is saved with it
	p.WaitFor("the state is kept", `JSON.parse(localStorage.getItem("asyncplay/playground")).explore?.function === "main"`)
	p.WaitFor("the cell is kept", `JSON.parse(localStorage.getItem("asyncplay/playground")).explore.variant === 1`)
	p.Reload()
	p.ready()
	p.explored()
	p.WaitFor("the same cell is chosen", fmt.Sprintf(`document.querySelector('[data-testid="explore-what"]').innerText.trim() === %s`, quote(what)))
}

func TestManyRunsOnAPhoneStandBelowEachOther(t *testing.T) {
	p := openStory(t, WithSize(390, 844))
	p.waitVerdict("join-never-returns")
	p.Eval(`document.querySelector('[data-testid="mode-explore"]').click()`, nil)
	p.explored()
	var wide float64
	p.Eval(`document.documentElement.scrollWidth`, &wide)
	assert.LessOrEqual(t, wide, 390.0, "nothing is wider than the screen")
	first, second := p.Place(cellOf(1, 1, 1)), p.Place(cellOf(2, 1, 1))
	assert.Greater(t, second.Y, first.Y+first.Height)
	p.Click(cellOf(1, 2, 4))
	p.waitChosen("no fix, raise before seconds = await queue.get(), WORKERS = 4")
	open := p.Place(id("explore-open"))
	assert.Less(t, open.Y+open.Height, 844.0, "the button is in sight wherever one has scrolled")
}
