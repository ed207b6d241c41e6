package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Lines of the fixture's program.
const (
	workersLine = 3
	delayLine   = 4
	getLine     = 9
	sleepLine   = 10
)

func openEditor(t *testing.T, options ...Option) *Page {
	t.Helper()
	p := openFixture(t, options...)
	p.waitThere("the editor is up", "code-editor .cm-content")
	p.Eval(`(() => { window.heard = [];
		for (const type of ["code-change", "run-request", "gutter-click", "number-drag", "line-hover", "line-leave",
			"badge-hover", "badge-leave", "badge-click", "editor-leave"])
			document.addEventListener(type, e => heard.push({type, ...JSON.parse(JSON.stringify(e.detail))}));
	})()`, nil)
	return p
}

type heard struct {
	Type, Value, Text, Phase, Task string
	Line, From, To                 int
	Drag                           bool
}

// events returns what the editor has told so far, of one type.
func (p *Page) events(kind string) []heard {
	p.t.Helper()
	var all []heard
	p.Eval(fmt.Sprintf("heard.filter(e => e.type === %q)", kind), &all)
	return all
}

func (p *Page) codeLine(number int) string {
	p.t.Helper()
	return strings.Split(p.code(), "\n")[number-1]
}

// numberOn returns the place of the first draggable number on a line.
func (p *Page) numberOn(line int) Rect {
	p.t.Helper()
	return p.Place(fmt.Sprintf(".cm-line:nth-child(%d of .cm-line) .tok-n", line))
}

// clickEndOfLine puts the caret at the end of a line.
func (p *Page) clickEndOfLine(line int) {
	p.t.Helper()
	r := p.Place(fmt.Sprintf(".cm-line:nth-child(%d of .cm-line)", line))
	p.ClickAt(r.X+40, r.Y+r.Height/2)
	p.Press(kb.End)
}

func (p *Page) setMarks(json string) {
	p.t.Helper()
	p.Eval(fmt.Sprintf(`document.querySelector("code-editor").setMarks(%q)`, json), nil)
}

func TestTheEditorTakesOverTheStaticCode(t *testing.T) {
	p := openEditor(t)
	assert.True(t, strings.HasPrefix(p.code(), "import asyncio\n\nWORKERS = 3"), p.code())
	assert.Empty(t, p.events("code-change"))
	var styles, sheets int
	p.Eval(`document.querySelectorAll("style").length`, &styles)
	p.Eval(`document.adoptedStyleSheets.length`, &sheets)
	assert.Zero(t, styles, "no style element under the policy")
	assert.Positive(t, sheets)
}

func TestTypingTellsTheNewProgramAndIndents(t *testing.T) {
	p := openEditor(t)
	p.clickEndOfLine(8)
	p.Press("\rif x:\rpass")
	assert.Equal(t, "        if x:", p.codeLine(9))
	assert.Equal(t, "            pass", p.codeLine(10))
	changes := p.events("code-change")
	require.NotEmpty(t, changes)
	assert.Equal(t, p.code(), changes[len(changes)-1].Value)
	p.Press("z", kb.ModifierCtrl)
	assert.NotEqual(t, "            pass", p.codeLine(10), "undo works")
}

func TestCtrlEnterAsksForARunAndChangesNothing(t *testing.T) {
	p := openEditor(t)
	before := p.code()
	p.clickEndOfLine(delayLine)
	p.Press(kb.Enter, kb.ModifierCtrl)
	assert.Len(t, p.events("run-request"), 1)
	assert.Equal(t, before, p.code())
}

func TestCommentsAreToggled(t *testing.T) {
	p := openEditor(t)
	p.clickEndOfLine(delayLine)
	p.Press("/", kb.ModifierCtrl)
	assert.Equal(t, "# DELAY = 0.25", p.codeLine(delayLine))
	p.Press("/", kb.ModifierCtrl)
	assert.Equal(t, "DELAY = 0.25", p.codeLine(delayLine))
}

func TestDraggingAnIntegerFollowsTheHandAndIsOneUndoStep(t *testing.T) {
	p := openEditor(t)
	x, y := p.numberOn(workersLine).Centre()
	p.Drag(x, y, 24, 0, 6)
	assert.True(t, strings.HasPrefix(p.codeLine(workersLine), "WORKERS = 6 "), p.codeLine(workersLine))
	drags := p.events("number-drag")
	require.GreaterOrEqual(t, len(drags), 3, "each value on the way is told")
	last := drags[len(drags)-1]
	assert.Equal(t, heard{Type: "number-drag", Line: workersLine, From: 10, To: 11, Text: "6", Phase: "end"}, last)
	for _, change := range p.events("code-change") {
		assert.NotContains(t, change.Value, "WORKERS = 3", "the step back for the history is not told")
	}
	p.clickEndOfLine(1)
	p.Press("z", kb.ModifierCtrl)
	assert.Contains(t, p.codeLine(workersLine), "WORKERS = 3")
	p.Press("y", kb.ModifierCtrl)
	assert.Contains(t, p.codeLine(workersLine), "WORKERS = 6")
}

func TestDraggingStaysWithinTheKnobsBounds(t *testing.T) {
	p := openEditor(t)
	x, y := p.numberOn(workersLine).Centre()
	p.Drag(x, y, 200, 0, 4)
	assert.Contains(t, p.codeLine(workersLine), "WORKERS = 8 ")
	x, y = p.numberOn(workersLine).Centre()
	p.Drag(x, y, -150, 0, 4)
	assert.Contains(t, p.codeLine(workersLine), "WORKERS = 1 ")
}

func TestDraggingAFloatMovesItsLastDecimal(t *testing.T) {
	p := openEditor(t)
	x, y := p.numberOn(delayLine).Centre()
	p.Drag(x, y, 40, 0, 4)
	assert.Equal(t, "DELAY = 0.30", p.codeLine(delayLine))
	x, y = p.numberOn(delayLine).Centre()
	p.Drag(x, y, -400, 0, 4)
	assert.Equal(t, "DELAY = 0.00", p.codeLine(delayLine), "not below zero")
}

func TestArrowKeysMoveTheNumberUnderThePointerOrTheCaret(t *testing.T) {
	p := openEditor(t)
	p.Hover(fmt.Sprintf(".cm-line:nth-child(%d of .cm-line) .tok-n", delayLine))
	p.Press(kb.ArrowUp)
	assert.Equal(t, "DELAY = 0.26", p.codeLine(delayLine))
	p.Press(kb.ArrowUp, kb.ModifierShift)
	assert.Equal(t, "DELAY = 0.36", p.codeLine(delayLine))
	p.clickEndOfLine(delayLine)
	p.Press(kb.ArrowDown, kb.ModifierAlt)
	assert.Equal(t, "DELAY = 0.35", p.codeLine(delayLine))
	p.Press(kb.ArrowDown)
	assert.Equal(t, "DELAY = 0.35", p.codeLine(delayLine), "in the text the arrows move the caret")
}

func TestAClickOnANumberPutsTheCaretThere(t *testing.T) {
	p := openEditor(t)
	p.ClickAt(p.numberOn(delayLine).Centre())
	p.Press("5")
	assert.Equal(t, "DELAY = 0.255", p.codeLine(delayLine))
}

func TestAClickInTheFaultGutterTellsTheLine(t *testing.T) {
	p := openEditor(t)
	line := p.Place(fmt.Sprintf(".cm-line:nth-child(%d of .cm-line)", sleepLine))
	gutter := p.Place(".cm-faults")
	p.ClickAt(gutter.X+gutter.Width/2, line.Y+line.Height/2)
	clicks := p.events("gutter-click")
	require.Len(t, clicks, 1)
	assert.Equal(t, sleepLine, clicks[0].Line)
}

const exampleMarks = `{"currentLine": 10, "lit": {"task": "worker-1"},
	"badges": [{"line": 9, "task": "worker-0", "label": "w0", "state": "get", "title": "worker-0: in queue.get()"},
		{"line": 10, "task": "worker-1", "label": "w1", "state": "sleep"}, {"line": 10, "task": "worker-2", "label": "w2", "state": "raised"}],
	"lines": [{"line": 9, "state": "get"}, {"line": 10, "state": "sleep"}],
	"faults": [{"line": 10, "on": true, "chip": "4th pass"}, {"line": 12, "on": false, "chip": "off"}],
	"diagnostics": [{"line": 7, "col": 11, "endLine": 7, "endCol": 17, "message": "expected ':'"}]}`

func TestMarksShowTasksFaultsAndErrorsAtTheirLines(t *testing.T) {
	p := openEditor(t)
	p.setMarks(exampleMarks)
	var shown []string
	p.Eval(`[...document.querySelectorAll(".cm-line")].map((line, i) => [i + 1, line.dataset.w ?? "",
		line.classList.contains("cm-current") ? "current" : "",
		...[...line.querySelectorAll(".tb")].map(b => b.textContent + "/" + b.dataset.st + (b.classList.contains("lit") ? "/lit" : "")),
		...[...line.querySelectorAll(".inlay")].map(b => b.textContent),
		line.querySelector(".cm-error")?.textContent ?? ""].filter(Boolean).join(" ")).filter(text => text.includes(" "))`, &shown)
	assert.Equal(t, []string{"7 expected ':' worker", "9 get w0/get", "10 sleep current w1/sleep/lit w2/raised 4th pass"}, shown)
	var bolts []string
	p.Eval(`[...document.querySelectorAll(".cm-faults .cm-fault")].map(e => e.className.includes("on") ? "on" : "off")`, &bolts)
	assert.Equal(t, []string{"on", "off"}, bolts)
	p.Screenshot("marks")
}

func TestMarksMoveWithTheTextUntilNewOnesCome(t *testing.T) {
	p := openEditor(t)
	p.setMarks(exampleMarks)
	p.clickEndOfLine(1)
	p.Press("\r")
	var line int
	p.Eval(`[...document.querySelectorAll(".cm-line")].findIndex(line => line.querySelector('.tb[data-task="worker-0"]')) + 1`, &line)
	assert.Equal(t, getLine+1, line)
}

func TestBadgesTellWhatPointsAtThem(t *testing.T) {
	p := openEditor(t)
	p.setMarks(exampleMarks)
	p.Hover(`.tb[data-task="worker-2"]`)
	require.NotEmpty(t, p.events("badge-hover"))
	assert.Equal(t, "worker-2", p.events("badge-hover")[0].Task)
	p.Click(`.tb[data-task="worker-2"]`)
	require.Len(t, p.events("badge-click"), 1)
	p.Hover(fmt.Sprintf(".cm-line:nth-child(%d of .cm-line)", delayLine))
	assert.NotEmpty(t, p.events("badge-leave"))
	hovers := p.events("line-hover")
	require.NotEmpty(t, hovers)
	assert.Equal(t, delayLine, hovers[len(hovers)-1].Line)
}

func TestHostileTextsStayText(t *testing.T) {
	p := openEditor(t)
	evil := `<img src=x onerror=alert(1)>`
	p.setMarks(fmt.Sprintf(`{"badges": [{"line": 9, "task": %[1]q, "label": %[1]q, "state": "x\"] onclick=", "title": %[1]q}],
		"faults": [{"line": 9, "on": true, "chip": %[1]q}], "diagnostics": [{"line": 99999, "col": -4, "message": %[1]q}, {"line": 2, "col": 1, "message": %[1]q}],
		"lines": [{"line": 0, "state": "sleep"}, {"line": "1", "state": 3}, {"line": 1.5}], "currentLine": -1, "lit": {"line": 1e9}}`, evil))
	var images int
	p.Eval(`document.querySelectorAll("img[src]").length`, &images)
	assert.Zero(t, images)
	assert.Contains(t, p.Text(".cm-content"), evil)
}

func TestSetCodeKeepsUndoWhenAskedAndIsSilent(t *testing.T) {
	p := openEditor(t)
	p.clickEndOfLine(1)
	p.Press("  # first")
	told := len(p.events("code-change"))
	p.Eval(`(e => e.setCode(e.value.replace("WORKERS = 3", "WORKERS = 5"), {keepUndo: true}))(document.querySelector("code-editor"))`, nil)
	assert.Len(t, p.events("code-change"), told, "the app knows what it set")
	p.Press("z", kb.ModifierCtrl)
	assert.Contains(t, p.codeLine(workersLine), "WORKERS = 3")
	assert.Equal(t, "import asyncio  # first", p.codeLine(1))
	p.Eval(`document.querySelector("code-editor").setCode("x = 1\n")`, nil)
	p.Press("z", kb.ModifierCtrl)
	assert.Equal(t, "x = 1\n", p.code(), "another program has a history of its own")
}

func TestReadOnlyRefusesTyping(t *testing.T) {
	p := openEditor(t)
	before := p.code()
	p.Eval(`document.querySelector("code-editor").setReadOnly(true)`, nil)
	p.clickEndOfLine(1)
	p.Press("x")
	x, y := p.numberOn(workersLine).Centre()
	p.Drag(x, y, 24, 0, 3)
	assert.Equal(t, before, p.code())
}

func TestEscThenTabLeavesTheEditor(t *testing.T) {
	p := openEditor(t)
	p.Eval(`document.querySelector("main").insertAdjacentElement("afterend", Object.assign(document.createElement("button"), {id: "after", textContent: "after"}))`, nil)
	p.clickEndOfLine(1)
	p.Press(kb.Tab)
	assert.NotEqual(t, "import asyncio", p.codeLine(1), "inside, Tab indents")
	p.Press(kb.Escape)
	assert.Len(t, p.events("editor-leave"), 1)
	p.Press(kb.Tab)
	var focused string
	p.Eval("document.activeElement.id", &focused)
	assert.Equal(t, "after", focused)
}

func TestJapaneseIsToldWhenItsCompositionHasEnded(t *testing.T) {
	p := openEditor(t)
	p.clickEndOfLine(1)
	p.Press("  # ")
	told := len(p.events("code-change"))
	for _, part := range []string{"k", "か", "かn", "漢"} {
		command(p, input.ImeSetComposition, input.ImeSetCompositionParams{Text: part, SelectionStart: 1, SelectionEnd: 1})
	}
	assert.Len(t, p.events("code-change"), told, "nothing half-composed is told")
	command(p, input.InsertText, input.InsertTextParams{Text: "漢字"})
	p.WaitFor("the change is told", fmt.Sprintf(`heard.filter(e => e.type === "code-change").length > %d`, told))
	assert.Equal(t, "import asyncio  # 漢字", p.codeLine(1))
	changes := p.events("code-change")
	assert.Equal(t, p.code(), changes[len(changes)-1].Value)
}

func TestColumnsOfErrorsCountCodePoints(t *testing.T) {
	p := openEditor(t)
	p.Eval(`document.querySelector("code-editor").setCode("s = '😀' $ 1\n")`, nil)
	p.setMarks(`{"diagnostics": [{"line": 1, "col": 9, "message": "invalid syntax"}]}`)
	assert.Equal(t, "$", p.Text(".cm-error"))
}
