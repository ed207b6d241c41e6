package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tabs are the names of the variants.
func (p *Page) tabs() []string {
	p.t.Helper()
	return p.texts(".vtab [role=tab] > span:last-child")
}

// waitTabs waits until there are so many variants.
func (p *Page) waitTabs(n int) {
	p.t.Helper()
	p.WaitFor(fmt.Sprintf("%d tabs", n), fmt.Sprintf(`document.querySelectorAll(".vtab").length === %d`, n))
}

// waitOutcomes waits until all three variants have run: their icons make the tabs wider.
func (p *Page) waitOutcomes() {
	p.t.Helper()
	p.WaitFor("each tab has its outcome", `document.querySelectorAll(".vtab .oc").length === 3`)
}

func TestTabsAreAddedRenamedRemovedAndAllOfThatUndone(t *testing.T) {
	p := openStory(t)
	p.waitOutcomes()
	for i := range 4 {
		p.Click(id("variant-add"))
		p.waitTabs(4 + i)
	}
	assert.Equal(t, []string{"no fix (copy)", "no fix (copy 2)", "no fix (copy 3)", "no fix (copy 4)"}, p.tabs()[3:])
	p.WaitFor("the new tab is in sight", `(() => {
		const tab = document.querySelector('[data-testid="variant-6"]').getBoundingClientRect(), add = document.querySelector('[data-testid="variant-add"]').getBoundingClientRect();
		return tab.left >= 0 && tab.right <= add.left + 1 && add.right < document.querySelector(".left").getBoundingClientRect().right;
	})()`)
	p.Click(id("files"))
	p.Click(id("tab-name"))
	p.Press("a", kb.ModifierCtrl)
	p.Press("mine")
	p.WaitText(id("variant-6"), "mine")
	p.Press(kb.Escape)
	p.WaitFor("the menu is closed", `!document.querySelector('[data-testid="file-menu"]')`)
	p.typeProgram("print('in the seventh tab')\n")
	p.waitConsole("in the seventh tab")
	p.Click(id("variant-0"))
	p.waitCode("await queue.join()")
	p.Click(".vtab:nth-child(7) .close")
	p.waitTabs(6)
	assert.NotContains(t, p.tabs(), "mine")
	p.leaveEditor()
	p.Press("z", kb.ModifierCtrl)
	p.waitTabs(7)
	assert.Equal(t, "mine", p.tabs()[6])
	p.Press("7")
	p.waitCode("in the seventh tab")
	p.waitConsole("in the seventh tab")
	undone := func(what, condition string) {
		t.Helper()
		p.Press("z", kb.ModifierCtrl)
		for range 5 { // a hand that rested between two letters of a name has made two steps
			p.Eval(`new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))`, nil)
			if p.isTrue(condition) {
				break
			}
			p.Press("z", kb.ModifierCtrl)
		}
		p.WaitFor("undone: "+what, condition)
	}
	undone("the new program", `document.querySelector("code-editor").value.includes("await queue.join()")`)
	undone("the name", `!document.querySelector('[data-testid="variant-6"]').innerText.includes("mine")`)
	for n := 6; n >= 3; n-- {
		undone("a tab", fmt.Sprintf(`document.querySelectorAll(".vtab").length === %d`, n))
	}
	for range 16 {
		p.Press("z", kb.ModifierCtrl, kb.ModifierShift)
	}
	p.waitTabs(6) // all of it is done again, the removal too
	assert.Equal(t, []string{"no fix (copy)", "no fix (copy 2)", "no fix (copy 3)"}, p.tabs()[3:])
}

func TestACompareOfTwoOfOnesOwnMarksWhereTheyPart(t *testing.T) {
	p := openStory(t)
	p.openProgram("start/one_after_another")
	p.waitVerdict("finished")
	p.Press("c")
	p.WaitFor("with one program there is nothing to compare", `document.querySelector('[data-testid="compare-add"]')`)
	p.Click(id("compare-add"))
	p.waitTabs(2)
	p.WaitFor("the copy is compared", `document.querySelector('[data-testid="outcome-b"]')`)
	assert.Contains(t, p.plain(".evdiff"), "Both runs do the same, event for event.")
	assert.Equal(t, "The code is the same.", p.plain(id("diff-sum")))
	p.Press("c")
	p.WaitFor("the program is back", `document.querySelector("code-editor .cm-content")?.getClientRects().length`)
	before := p.code()
	line := p.lineOf("await")
	x, y := p.Place(codeLineAt(p.lineOf("asyncio.sleep")) + " *").Centre()
	p.ClickAt(x, y)
	p.Press(kb.End, kb.ModifierCtrl)
	p.Press("\rprint('the end')\r")
	p.waitConsole("the end")
	assert.NotEqual(t, before, p.code())
	assert.Positive(t, line)
	p.leaveEditor()
	p.Press("c")
	p.WaitFor("the first difference is marked", `document.querySelector('[data-testid="first-difference"]')`)
	assert.Contains(t, p.plain(id("diff-sum")), "line")
	assert.Contains(t, p.plain(id("outcome-a"))+p.plain(id("outcome-b")), "Finished at")
	a, b := p.evalText(`document.querySelector('[data-testid="compare-a"]').selectedOptions[0].text`), p.evalText(`document.querySelector('[data-testid="compare-b"]').selectedOptions[0].text`)
	p.Press("x")
	p.WaitFor("A and B have changed places", `document.querySelector('[data-testid="compare-a"]').selectedOptions[0].text === `+quote(b))
	assert.Equal(t, a, p.evalText(`document.querySelector('[data-testid="compare-b"]').selectedOptions[0].text`))
	// By keys: to the list of events, to a row, to its moment.
	p.Eval(`document.querySelector('[data-testid="parting-a"]').focus()`, nil)
	p.Press(kb.ArrowDown)
	p.WaitFor("a row has the focus", `document.activeElement.matches('[data-testid="parting-a"] li')`)
	p.Press("\r")
	p.WaitFor("its moment is open", `document.querySelector("#app").dataset.mode === "play"`)
}

func TestFilesAreOpenedAndSavedByHand(t *testing.T) {
	p := openStory(t, withDownloads())
	p.waitOutcomes()
	dir := t.TempDir()
	program, module := filepath.Join(dir, "prog.py"), filepath.Join(dir, "tool.py")
	require.NoError(t, os.WriteFile(program, []byte("import tool\nprint(tool.double(21))\n"), 0o600))
	require.NoError(t, os.WriteFile(module, []byte("def double(n):\n    return 2 * n\n"), 0o600))
	chosen := make(chan struct{})
	chromedp.Listen(p.ctx, func(event any) {
		if e, ok := event.(*cdppage.EventFileChooserOpened); ok {
			go func() {
				defer close(chosen)
				_, _ = chromedp.Call(p.ctx, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: []string{program, module}, BackendNodeID: cdp.BackendNodeID(e.BackendNodeID)})
			}()
		}
	})
	command(p, cdppage.SetInterceptFileChooserDialog, cdppage.SetInterceptFileChooserDialogParams{Enabled: true})
	p.Click(id("files"))
	p.Click(id("file-open"))
	<-chosen
	p.waitConsole("42")
	assert.Equal(t, []string{"no fix", "finally around get()", "finally after get()", "prog.py", "tool.py"}, p.tabs())
	p.Click(id("variant-4"))
	p.waitCode("def double")
	p.Click("code-editor .cm-content")
	p.Press(kb.End, kb.ModifierCtrl)
	p.Press("\r# changed")
	p.Click(id("files"))
	p.Click(id("file-save"))
	saved := p.saved(1)
	assert.Equal(t, "tool.py", saved.Name)
	assert.Contains(t, saved.Text, "# changed")
	assert.Contains(t, saved.Text, "def double(n):")
}

func TestUndoGoesThroughKnobsFaultsAndTabsInTheirOrder(t *testing.T) {
	p := openStory(t)
	p.waitOutcomes()
	slider := id("knob-WORKERS") + " input"
	r := p.Place(slider)
	p.Drag(r.X+r.Width*0.3, r.Y+r.Height/2, r.Width*0.35, 0, 8)
	p.WaitFor("the run follows the hand", `document.querySelector('[data-testid="lane-w4"]')`)
	workers := p.evalText(`document.querySelector("code-editor").value.match(/WORKERS = (\d)/)[1]`)
	p.Click(id("fault-toggle-0"))
	p.waitVerdict("finished")
	p.Click(id("variant-add"))
	p.waitTabs(4)
	p.leaveEditor()
	p.Press("z", kb.ModifierCtrl)
	p.waitTabs(3)
	p.Press("z", kb.ModifierCtrl)
	p.waitVerdict("join-never-returns")
	p.Press("z", kb.ModifierCtrl)
	p.waitCode("WORKERS = 3 ")
	p.Press("y", kb.ModifierCtrl)
	p.WaitFor("redone with Ctrl+Y", `document.querySelector("code-editor").value.includes("WORKERS = `+workers+` ")`)
}
