package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// codeLineAt selects a line of the code.
func codeLineAt(line int) string { return fmt.Sprintf(".cm-line:nth-child(%d of .cm-line)", line) }

// pointAtName moves the mouse onto the first such word of a line of the code.
func (p *Page) pointAtName(line int, name string) {
	p.t.Helper()
	p.Place(codeLineAt(line))
	var r Rect
	p.Eval(fmt.Sprintf(`(() => {
		const line = document.querySelector(%s), text = line.textContent, at = text.search(new RegExp("\\b" + %s + "\\b"));
		const walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT), range = document.createRange();
		for (let node, from = 0; (node = walk.nextNode()); from += node.length) {
			if (at < from || at >= from + node.length) continue;
			range.setStart(node, at - from);
			range.setEnd(node, Math.min(node.length, at - from + %d));
		}
		const r = range.getBoundingClientRect();
		return {X: r.x, Y: r.y, Width: r.width, Height: r.height};
	})()`, quote(codeLineAt(line)), quote(name), len(name)), &r)
	p.hoverAt(1, 1)
	p.hoverAt(r.Centre())
}

// pointAtNumber moves the mouse onto the number of a line.
func (p *Page) pointAtNumber(line int) {
	p.t.Helper()
	var r Rect
	p.Eval(fmt.Sprintf(`(() => { const r = [...document.querySelectorAll(".cm-lineNumbers .cm-gutterElement")].find(e => e.textContent === "%d" && e.offsetHeight > 0).getBoundingClientRect();
		return {X: r.x, Y: r.y, Width: r.width, Height: r.height}; })()`, line), &r)
	p.hoverAt(1, 1)
	p.hoverAt(r.Centre())
}

// waitTip waits until the text beside the pointer says something.
func (p *Page) waitTip(text string) {
	p.t.Helper()
	p.WaitFor("beside the pointer stands "+text, fmt.Sprintf(`document.querySelector("#tip.on")?.textContent.includes(%s)`, quote(text)))
}

// tint is the state that a line of the code is tinted in, "" for none.
func (p *Page) tint(line int) string {
	p.t.Helper()
	return p.evalText(fmt.Sprintf(`document.querySelector(%s).dataset.w ?? ""`, quote(codeLineAt(line))))
}

func TestTheCodeShowsWhoRunsWhereAndHowOften(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.leaveEditor()
	p.moved(kb.Home)
	get, sleep, done, join := p.lineOf("await queue.get()"), p.lineOf("await asyncio.sleep"), p.lineOf("queue.task_done()"), p.lineOf("await queue.join()")

	p.moved(".")
	p.moved(".") // main has filled the queue and waits; worker-0 begins to run
	assert.Equal(t, []string{"m/join"}, p.badgesOn(join))
	p.moved(kb.ArrowRight)
	assert.Equal(t, []string{"w0/run"}, p.badgesOn(get))
	assert.Equal(t, "run", p.tint(get), "the line that runs")
	p.moved(".")
	p.moved(kb.ArrowRight) // all three sleep on one line, and worker-1 wakes up there
	assert.Equal(t, []string{"w0/sleep", "w1/run", "w2/sleep"}, p.badgesOn(sleep))
	assert.Equal(t, "run", p.tint(sleep), "who runs tells more than who waits")

	p.pointAtNumber(done)
	p.waitTip("ran 0 times so far")
	p.moved("j") // worker-1 dies with its fourth item
	p.pointAtNumber(done)
	p.waitTip("ran 5 times so far")
	p.pointAtNumber(sleep)
	p.waitTip("ran 8 times so far")
	p.pointAtNumber(join)
	p.waitTip("ran once so far")
	assert.True(t, p.isTrue(`document.querySelector(`+quote(codeLineAt(sleep))+`).classList.contains("cm-current")`), "the line that raises")
	assert.Subset(t, p.badgesOn(sleep), []string{"w0/sleep", "w1/raised", "w2/sleep"})
}

func TestAVariableShowsItsValueInTheTaskLookedAt(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.leaveEditor()
	p.moved(kb.Home)
	p.moved("j")
	sleep, tasks := p.lineOf("await asyncio.sleep"), p.lineOf("task = asyncio.create_task")
	p.Click(codeLineAt(sleep) + ` .tb[data-st="sleep"]`) // worker-0
	p.WaitFor("the task is looked at", `document.querySelector('[data-testid="lane-w0"] [aria-pressed="true"]')`)
	p.pointAtName(sleep, "seconds")
	p.waitTip("seconds = 0.89")
	p.waitTip("worker-0, worker()")
	p.Click(id("lane-w2") + " .lane-head")
	p.WaitFor("another task is looked at", `document.querySelector('[data-testid="lane-w2"] [aria-pressed="true"]')`)
	p.pointAtName(sleep, "seconds")
	p.waitTip("seconds = 0.7")
	p.waitTip("worker-2, worker()")
	p.leaveEditor()
	p.moved(kb.Home)
	p.page(1)
	p.pointAtName(sleep, "seconds")
	p.waitTip("seconds = 0.3")
	// A name that only another task has is told of that one.
	p.pointAtName(tasks, "workers")
	p.hoverAt(1, 1)
	p.pointAtName(p.lineOf("workers.append"), "workers")
	p.waitTip("main, main()")
	p.pointAtName(p.lineOf("range(WORKERS)"), "WORKERS")
	p.waitTip("WORKERS = 3")
	p.hoverAt(1, 1)
	p.WaitFor("nothing is left beside the pointer", `!document.querySelector("#tip.on")`)
}

// isTrue evaluates a condition.
func (p *Page) isTrue(expression string) bool {
	p.t.Helper()
	var is bool
	p.Eval("Boolean("+expression+")", &is)
	return is
}

// errorsOfCPython are programs, the line that is at fault, and what CPython 3.13 says of it.
var errorsOfCPython = []struct{ source, says string }{
	{"print('a'\n", "'(' was never closed"},
	{"def f():\nreturn 1\n", "expected an indented block after function definition on line 1"},
	{"x = 5\nif x = 5:\n    pass\n", "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"},
	{"import asyncio\n\ndef main():\n    await asyncio.sleep(1)\n", "'await' outside async function"},
	{"print 'hello'\n", "Missing parentheses in call to 'print'. Did you mean print(...)?"},
	{"for x in [1, 2\n    print(x)\n", "'[' was never closed"},
}

// TestTheBadgesOfALongLineStandOnIt: also where the line is wider than the editor, and when it is scrolled.
func TestTheBadgesOfALongLineStandOnIt(t *testing.T) {
	p := openStory(t)
	p.typeProgram("import asyncio\n\n\nasync def main():\n    await asyncio.sleep(1)  # " + strings.Repeat("a long remark ", 12) + "\n    await asyncio.sleep(2)  # " + strings.Repeat("short ", 8) + "\n    await asyncio.sleep(3)\n\n\nasyncio.run(main())\n")
	p.waitVerdict("finished")
	p.leaveEditor()
	for i, line := range []int{5, 6, 7} {
		p.Press(kb.Home)
		for range 2*i + 1 {
			p.Press(".")
		}
		p.Press(kb.ArrowRight)
		for _, scroll := range []int{0, 400} {
			p.Eval(fmt.Sprintf(`void (document.querySelector(".cm-scroller").scrollLeft = %d)`, scroll), nil)
			p.WaitFor(fmt.Sprintf("the badge stands at the edge of line %d", line), fmt.Sprintf(`(() => {
				const badge = document.querySelector("code-editor .tb")?.getBoundingClientRect(), line = document.querySelector(%s).getBoundingClientRect();
				const edge = document.querySelector("code-editor").getBoundingClientRect().right;
				return badge && badge.top >= line.top && badge.bottom <= line.bottom && badge.right < edge && badge.right > edge - 20;
			})()`, quote(codeLineAt(line))))
		}
	}
}

func TestAnErrorStandsAtItsLineInCPythonsWordsWithItsHint(t *testing.T) {
	p := openStory(t)
	for _, c := range errorsOfCPython {
		p.typeProgram(c.source)
		p.waitVerdictText(c.says)
		p.WaitFor("the line says so", `document.querySelector("code-editor .cm-error") && document.querySelector("code-editor .cm-content").textContent.includes(`+quote(c.says)+`)`)
	}
	p.Screenshot("error")
	for _, c := range []struct{ source, says, line string }{
		{"import asyncio\n\nasync def main():\n    asyncio.slep(1)\n\nasyncio.run(main())\n", "AttributeError: module 'asyncio' has no attribute 'slep'. Did you mean: 'sleep'?", "line 4"},
		{"import asyncio\n\nasync def main():\n    values = [1]\n    print(value)\n\nasyncio.run(main())\n", "NameError: name 'value' is not defined. Did you mean: 'values'?", "line 5"},
		{"import asyncio\n\nclass Box:\n    def __init__(self):\n        self.size = 1\n\nprint(Box().sise)\n", "AttributeError: 'Box' object has no attribute 'sise'. Did you mean: 'size'?", "line 7"},
	} {
		p.typeProgram(c.source)
		p.waitVerdictText(c.says)
		p.waitVerdictText(c.line)
		p.Click(`[data-testid="verdict"] .ln`)
		p.WaitFor("the line is lit", `document.querySelector(`+quote(`code-editor .cm-line.cm-lit`)+`)`)
	}
}

func TestAClickInTheGutterMakesALineFailAndAClickOnItsBoltOpensIt(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.Click(id("fault-toggle-0"))
	p.waitVerdict("finished")
	// Several at once, listed, switched one by one.
	put, gather := p.lineOf("queue.put_nowait"), p.lineOf("await asyncio.gather")
	p.clickGutter(put)
	p.WaitFor("the line raises", `document.querySelector('[data-testid="fault-1"]')`)
	p.Click(id("fault-done"))
	p.waitVerdict("raised")
	p.clickGutter(gather)
	p.WaitFor("that line too", `document.querySelector('[data-testid="fault-2"]')?.innerText.includes("not reached")`)
	p.fill(id("fault-does"), "cancel")
	p.Click(id("fault-done"))
	bolts := `[...document.querySelectorAll(".cm-faults .cm-fault")].map(e => e.classList.contains("on") ? "on" : "off").join()`
	p.WaitFor("three bolts", bolts+` === "off,on,on"`)
	p.Click(id("fault-toggle-1"))
	p.WaitFor("one of them off", bolts+` === "off,off,on"`)
	p.WaitFor("the other strikes now", `!document.querySelector('[data-testid="fault-2"]').innerText.includes("not reached")`)
	p.Click(id("fault-toggle-2"))
	p.waitVerdict("finished")
	p.Click(id("fault-toggle-0"))
	p.waitVerdict("join-never-returns")
	p.clickGutter(put)
	p.WaitFor("a bolt opens its fault", `document.querySelector('[data-testid="fault-form"]')?.innerText.includes("line `+itoa(put)+`")`)
	p.Screenshot("faults")
	p.Click(id("fault-remove"))
	p.WaitFor("two are left", `document.querySelectorAll(".fault-rows .fault").length === 2`)
}
