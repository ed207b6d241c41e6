package e2e

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

func TestTheMenuFindsAProgramAndOpensItWithItsNote(t *testing.T) {
	p := openStory(t)
	p.Click("code-editor .cm-content")
	p.Press("k", kb.ModifierCtrl)
	p.WaitFor("the search has the focus", `document.activeElement?.dataset.testid === "menu-search"`)
	assert.Contains(t, p.Text(`[role="option"][aria-selected="true"]`), "Queue workers")
	p.Press("semaphore")
	p.WaitFor("the list is searched", `document.querySelector('[role="option"]')?.innerText === "At most so many"`)
	p.WaitFor("the field names the marked program", `document.getElementById(document.activeElement.getAttribute("aria-activedescendant")).innerText === "At most so many"`)
	assert.Contains(t, p.Text(".menu .about"), "No more than LIMIT downloads run at a time")
	p.Screenshot("menu")
	p.Press("\r")
	p.waitCode("asyncio.Semaphore(LIMIT)")
	p.waitVerdict("finished")
	assert.Contains(t, p.Text(id("note")), "Drag LIMIT")
	assert.Contains(t, p.Text(id("programs")), "At most so many")

	p.Press("k", kb.ModifierCtrl)
	p.WaitFor("the menu opens at the program", `document.querySelector('[role="option"][aria-selected="true"]')?.innerText === "At most so many"`)
	p.Press(kb.ArrowDown)
	p.Press(kb.ArrowDown)
	p.WaitFor("the mark moves on", `document.querySelector('[role="option"][aria-selected="true"]')?.innerText === "Wait until something holds"`)
	p.Press(kb.Escape)
	p.waitGone("the menu is gone", id("programs-menu"))
	p.Click(id("note-close"))
	p.waitGone("the note is gone", id("note"))
}

func TestAClickInTheMenuOpensAProgramAndNothingJumpsAfterwards(t *testing.T) {
	p := openStory(t)
	p.Click(id("programs"))
	p.Click(id("lesson-mistakes/gather_list"))
	p.waitVerdict("raised")
	p.waitThere("the cause is named", `[data-cause="gather-list"]`)
	before := p.Place("code-editor")
	p.Click(id("apply"))
	p.waitVerdict("finished")
	assert.Equal(t, before, p.Place("code-editor"))
}
