package e2e

import (
	"fmt"
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// eventNumber is the event under the playhead, counted from 1.
func (p *Page) eventNumber() int {
	p.t.Helper()
	var text string
	p.Eval(`/\d+/.exec(document.querySelector('[data-testid="event-number"]').textContent)[0]`, &text)
	number, err := strconv.Atoi(text)
	require.NoError(p.t, err)
	return number
}

// moved presses keys and waits until another event is under the playhead.
func (p *Page) moved(keys string, modifiers ...kb.Modifier) int {
	p.t.Helper()
	before := p.eventNumber()
	p.Press(keys, modifiers...)
	p.WaitFor("the playhead moves with "+keys, fmt.Sprintf(`Number(/\d+/.exec(document.querySelector('[data-testid="event-number"]').textContent)[0]) !== %d`, before))
	return p.eventNumber()
}

func TestStepsByIterationLineTaskPrintAndProblem(t *testing.T) {
	p := openStory(t)
	p.leaveEditor()
	p.moved(kb.Home)
	assert.Equal(t, 1, p.eventNumber())

	second := p.moved(".")
	third := p.moved(".")
	assert.Greater(t, third, second+1, "main fills the queue within one pass of the loop")
	assert.Equal(t, second, p.moved(","))
	p.moved(".")

	line := p.moved(">")
	assert.Greater(t, line, third)
	assert.Less(t, p.moved("<"), line)

	p.moved(kb.Home)

	first := p.console()[0]
	printed := p.moved("o")
	assert.Contains(t, first, p.Text(id("clock")), "the first print")
	p.moved("o")
	assert.Equal(t, printed, p.moved("O", kb.ModifierShift))

	p.moved(kb.Home)
	p.moved("j")
	assert.Contains(t, p.Text(id("caption")), "RuntimeError")
	p.moved("j")
	p.moved("J", kb.ModifierShift)
	assert.Equal(t, "1.029", p.Text(id("clock")), "the first death again")
}

func TestBookmarksAreKeptAndVisited(t *testing.T) {
	p := openStory(t)
	p.leaveEditor()
	p.moved(kb.Home)
	p.moved("j")
	marked := p.eventNumber()
	p.Press("b")
	p.moved(kb.Home)
	assert.Equal(t, marked, p.moved("B", kb.ModifierShift))
	p.Press("b")
	p.moved(kb.Home)
	p.Press("B", kb.ModifierShift)
	time.Sleep(200 * time.Millisecond)
	assert.Equal(t, 1, p.eventNumber(), "a bookmark that was taken off is not visited")
}

func TestSoundAndNestingAreSwitchesThatKeysReach(t *testing.T) {
	p := openStory(t)
	p.leaveEditor()
	pressed := func(what string) string {
		return fmt.Sprintf(`document.querySelector(%s).getAttribute("aria-pressed")`, quote(what))
	}
	for _, toggle := range []struct{ key, button string }{{"m", `[data-do="sound"]`}, {"h", id("nest")}} {
		assert.Equal(t, "false", p.evalText(pressed(toggle.button)), toggle.key)
		p.Press(toggle.key)
		p.WaitFor(toggle.key+" switches on", pressed(toggle.button)+` === "true"`)
		p.Press(toggle.key)
		p.WaitFor(toggle.key+" switches off", pressed(toggle.button)+` === "false"`)
	}
}

func TestRealTimePlaysASecondInASecond(t *testing.T) {
	p := openStory(t)
	p.typeProgram("import asyncio\n\n\nasync def main():\n    await asyncio.sleep(1.5)\n\n\nasyncio.run(main())\n")
	p.WaitText(id("total"), "1.500")
	p.leaveEditor()
	p.fill(id("speed"), "real")
	p.Press(kb.Home)
	started := time.Now()
	p.Press(" ")
	p.WaitFor("it has played to the end", `document.querySelector('[data-testid="clock"]').textContent === "1.500"`)
	assert.GreaterOrEqual(t, time.Since(started), 1300*time.Millisecond)
}

// TestTheBackButtonLeavesThePage: nothing that one does in the page fills the browser's history.
func TestTheBackButtonLeavesThePage(t *testing.T) {
	p := openStory(t)
	var before, after int
	p.Eval(`history.length`, &before)
	p.Click(id("tab-loop"))
	p.Click(id("tab-console"))
	p.leaveEditor()
	p.Press("c")
	p.waitThere("the comparison is there", id("compare"))
	p.Press("c")
	p.WaitFor("the program is back", `document.querySelector("code-editor .cm-content")?.getClientRects().length`)
	p.typeProgram("print('typed')\n")
	p.waitConsole("typed")
	p.Eval(`history.length`, &after)
	assert.Equal(t, before, after)
}

// TestANumberThatIsTypedRunsAtOnce: what is typed into a number waits for no pause.
func TestANumberThatIsTypedRunsAtOnce(t *testing.T) {
	p := openStory(t)
	p.Click("code-editor .cm-content")
	p.Press(kb.Home, kb.ModifierCtrl)
	for range 3 {
		p.Press(kb.ArrowDown)
	}
	p.Press(kb.End)
	p.Eval(`performance.clearMarks("run-drawn")`, nil)
	for range len("  #@param {type:\"slider\", min:1, max:8}") {
		p.Press(kb.ArrowLeft)
	}
	p.Press(kb.Backspace) // "WORKERS = ": no number any more
	p.Press("5")
	p.WaitFor("five workers run", `document.querySelectorAll('[data-testid="lanes"] [data-testid^="lane-"]').length === 6`)
}

// TestAPhoneShowsCodeTimelineAndConsoleAsTabs: a narrow screen has all parts in one column, or one of them at full height.
func TestAPhoneShowsCodeTimelineAndConsoleAsTabs(t *testing.T) {
	p := Open(t, WithSize(390, 844))
	p.ready()
	p.endTour()
	shown := func() string {
		return p.evalText(`["code-editor .cm-content", '[data-testid="lanes"]', '[data-testid="console"]'].map(s => document.querySelector(s)?.getClientRects().length ? 1 : 0).join("")`)
	}
	assert.Equal(t, "111", shown())
	for _, tab := range []struct{ name, parts string }{{"code", "100"}, {"timeline", "010"}, {"console", "001"}, {"", "111"}} {
		p.Click(id("pane-" + tab.name))
		p.WaitFor(tab.name+" is chosen", fmt.Sprintf(`document.querySelector(%s).getAttribute("aria-pressed") === "true"`, quote(id("pane-"+tab.name))))
		assert.Equal(t, tab.parts, shown(), tab.name)
		assert.Equal(t, "true", p.evalText(`String(document.querySelector('[data-testid="play"]').getClientRects().length > 0)`), "the transport stays")
	}
	p.Click(id("pane-code"))
	p.WaitFor("a whole screen of code is there", `document.querySelector("code-editor").clientHeight > 20 * 20`)
}
