package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mistake reads an example of a known mistake, and what its fix makes of it.
func mistake(t *testing.T, name string) (source, fixed string) {
	t.Helper()
	program, err := os.ReadFile(filepath.Join("..", "..", "app", "lessons", "mistakes", name+".py"))
	require.NoError(t, err)
	repaired, err := os.ReadFile(filepath.Join("..", "..", "testdata", "programs", "fixed", name+".py"))
	require.NoError(t, err)
	return string(program), string(repaired)
}

func TestOneClickAppliesTheFixAndCtrlZTakesItBack(t *testing.T) {
	p := openStory(t)
	source, fixed := mistake(t, "task_done_missing")
	p.typeProgram(source)
	p.waitConsole("division by zero")
	p.waitVerdict("join-never-returns")
	p.waitThere("the cause is named", `[data-testid="cause"][data-cause="task-done-missing"]`)
	p.Click(id("apply"))
	p.waitVerdict("finished")
	assert.Equal(t, fixed, p.code())
	p.leaveEditor()
	p.Press("z", kb.ModifierCtrl)
	p.waitVerdict("join-never-returns")
	assert.Equal(t, source, p.code())
	p.Press("z", kb.ModifierCtrl, kb.ModifierShift)
	p.waitVerdict("finished")
	assert.Equal(t, fixed, p.code())
}

func TestTheChangeIsShownBeforeItIsMade(t *testing.T) {
	p := openStory(t)
	source, fixed := mistake(t, "loop_blocked")
	p.typeProgram(source)
	p.waitThere("the cause is named", `[data-cause="loop-blocked"]`)
	p.Click(id("change-0"))
	p.WaitText(id("change")+" .dl.added", "await asyncio.sleep(0.5)")
	assert.Contains(t, p.Text(id("change")), "All tasks share one thread")
	p.WaitFor("the button has the focus", `document.activeElement?.dataset.testid === "change-apply"`)
	p.Screenshot("change")
	p.Press(kb.Escape)
	p.waitGone("the change is gone", id("change"))
	assert.Equal(t, source, p.code())
	p.Click(id("change-0"))
	p.WaitFor("the button has the focus", `document.activeElement?.dataset.testid === "change-apply"`)
	p.Press("\r")
	p.WaitFor("the program is changed", `document.querySelector("code-editor").value === `+quote(fixed))
	p.waitGone("nothing is wrong any more", id("cause"))
}

func TestAFixFollowsAFaultOfTheVisitors(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.Click(id("change-0"))
	p.Click(id("change-apply"))
	p.waitVerdict("finished")
	assert.Contains(t, p.code(), "finally:\n            queue.task_done()")
}

func TestACauseLinksToItsPageAndThatBackToThePlayground(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.Click(id("lang-ja"))
	p.WaitFor("the link follows the language", `document.querySelector('[data-testid="mistake"]').href.endsWith("/verdicts/ja/task-done-missing.html")`)
	p.Click(id("lang-en"))
	p.WaitFor("the link follows the language", `document.querySelector('[data-testid="mistake"]').href.endsWith("/verdicts/task-done-missing.html")`)
	assert.Contains(t, p.evalText(`document.querySelector('[data-testid="mistake"]').title`), "task-done-missing: ")
	p.Eval(`location.assign(document.querySelector('[data-testid="mistake"]').href)`, nil)
	p.WaitFor("its page is there", `document.title.startsWith("task_done() is missing") && document.querySelector("ins")`)
	p.Screenshot("mistake")
	p.Click(`article a[href*="#1"]`)
	source, _ := mistake(t, "task_done_missing")
	p.WaitFor("the playground has the example", `document.querySelector("code-editor")?.value === `+quote(source))
	p.waitVerdict("join-never-returns")
}
