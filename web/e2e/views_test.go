package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

func TestTheLoopsQueueAndTimersAreShown(t *testing.T) {
	p := openStory(t)
	p.Click(id("tab-loop"))
	p.leaveEditor()
	p.Press(kb.Home)
	for range 27 {
		p.Press(kb.ArrowRight)
	}
	p.WaitFor("three workers are ready, in order", `[...document.querySelectorAll('[data-testid="loop-ready"] .lrow > .tb')].map(e => e.textContent).join() === "w0,w1,w2"`)
	assert.Contains(t, p.Text(id("loop-why")), "got into the queue first")
	p.Press(kb.PageDown)
	p.WaitFor("the timers are in order", `document.querySelectorAll('[data-testid="loop-timers"] .lrow').length === 3`)
}

func TestTheTreeOfTasksShowsTheVariablesOfTheSelectedOne(t *testing.T) {
	p := openStory(t)
	p.Click(id("tab-tasks"))
	p.WaitText(id("tasks"), "waits on")
	p.leaveEditor()
	p.Press(kb.Home)
	p.Press(kb.PageDown)
	p.Press(kb.PageDown)
	p.Click(id("tasks") + ` [data-arg="3"]`)
	p.waitThere("its variables are read", id("locals")+" dd")
	text := strings.Join(strings.Fields(p.Text(id("locals"))), " ")
	assert.Contains(t, text, "worker() line 12")
	assert.Contains(t, text, "name 'worker-1'")
	assert.Contains(t, text, "WORKERS 3")
	p.Hover(`.cm-line:nth-child(12 of .cm-line)`)
	p.Eval(`(() => { const span = [...document.querySelectorAll(".cm-line")][12]; const r = document.createRange();
		const walk = document.createTreeWalker(span, NodeFilter.SHOW_TEXT); let n; while ((n = walk.nextNode()) && !n.textContent.includes("name"));
		const at = n.textContent.indexOf("name"); r.setStart(n, at); r.setEnd(n, at + 4); const b = r.getBoundingClientRect();
		span.dispatchEvent(new MouseEvent("mousemove", {bubbles: true, clientX: b.x + b.width / 2, clientY: b.y + b.height / 2})); })()`, nil)
	p.WaitFor("the value stands beside the pointer", `document.querySelector("#tip.on")?.textContent.startsWith("name = 'worker-1'")`)
}

func TestTheEventLogIsFilteredAndSearched(t *testing.T) {
	p := openStory(t)
	p.Click(id("tab-events"))
	p.fill(id("log-search"), "boom")
	p.WaitFor("six events speak of it", `document.querySelector('[data-testid="log-count"]').textContent === "6 of 95"`)
	p.fill(id("log-search"), "")
	p.fill(id("log-task"), "2")
	p.fill(id("log-kind"), "2")
	p.WaitFor("only one worker's events of the queue", `[...document.querySelectorAll('[data-testid="events"] li')].length > 3 &&
		[...document.querySelectorAll('[data-testid="events"] li')].every(e => e.querySelector(".tb").textContent === "w0")`)
}

func TestPredictionsAreAskedAndCountedByKeyboard(t *testing.T) {
	p := openStory(t)
	p.leaveEditor()
	p.Press(kb.Home)
	p.Press("q")
	for range 28 {
		p.Press(kb.ArrowRight)
	}
	p.WaitFor("it asks who runs next", `document.querySelectorAll('[data-testid="question"] .tb').length === 3`)
	at, _ := p.eventCount()
	p.Press("1")
	p.WaitText(id("score"), "1 of 1")
	now, _ := p.eventCount()
	assert.Equal(t, at+1, now)
	p.Press("b")
	p.Press(kb.Home)
	p.Press("B", kb.ModifierShift)
	p.WaitFor("the bookmark is found again", `document.querySelector('[data-testid="event-number"]').textContent.includes("`+itoa(now)+`")`)
}
