package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// plain is the visible text of an element in one line.
func (p *Page) plain(selector string) string {
	p.t.Helper()
	return strings.Join(strings.Fields(p.Text(selector)), " ")
}

// waitPlain waits until an element shows the text, whatever lines it takes.
func (p *Page) waitPlain(selector, text string) {
	p.t.Helper()
	p.WaitFor(selector+" shows "+text, fmt.Sprintf(`document.querySelector(%s)?.innerText.replace(/\s+/g, " ").includes(%s)`, quote(selector), quote(text)))
}

// texts are the visible texts of all elements that a selector fits, each in one line.
func (p *Page) texts(selector string) []string {
	p.t.Helper()
	var found []string
	p.Eval(fmt.Sprintf(`[...document.querySelectorAll(%s)].map(e => e.innerText.replace(/\s+/g, " ").trim())`, quote(selector)), &found)
	return found
}

// page goes forward by tenths of the run.
func (p *Page) page(tenths int) {
	p.t.Helper()
	for range tenths {
		before := p.Text(id("clock"))
		p.Press(kb.PageDown)
		p.WaitFor("a tenth on", `document.querySelector('[data-testid="clock"]').innerText !== `+quote(before))
	}
}

func TestTheLoopSaysWhoRunsNextAndThatOneDoes(t *testing.T) {
	p := openStory(t)
	p.openProgram("tasks/who_runs_when")
	p.WaitFor("it has run", `document.querySelector('[data-testid="lane-m"]')`)
	p.Click(id("tab-loop"))
	p.leaveEditor()
	p.moved(kb.Home)
	foretold := 0
	for now, of := p.eventCount(); now < of; now, _ = p.eventCount() {
		next := p.texts(id("loop-ready") + " .lrow > .tb")
		idle := p.isTrue(`document.querySelector('[data-testid="loop-now"] .tb') === null`)
		p.moved(kb.ArrowRight)
		runs := p.texts(id("loop-now") + " .lrow > .tb")
		if idle && len(next) > 0 && len(runs) == 1 {
			assert.Equal(t, next[0], runs[0], "the first in the queue runs, after event %d", now)
			foretold++
		}
	}
	assert.Greater(t, foretold, 3)
}

func TestTheLoopShowsItsTimersInOrderAndWhatMadeATaskReady(t *testing.T) {
	p := openStory(t)
	p.typeProgram(`import asyncio


async def nap(seconds):
    await asyncio.sleep(seconds)


async def main():
    async with asyncio.timeout(3):
        await asyncio.gather(nap(2), nap(1), nap(1))


asyncio.run(main())
`)
	p.waitVerdict("finished")
	p.Click(id("tab-loop"))
	p.leaveEditor()
	p.moved(kb.Home)
	p.Press(".")
	p.Press(".")
	p.Press(".")
	p.WaitFor("all timers are set", `document.querySelectorAll('[data-testid="loop-timers"] .lrow').length === 4`)
	timers := p.texts(id("loop-timers") + " .lrow")
	assert.Equal(t, []string{"1.000", "1.000", "2.000", "3.000"}, p.texts(id("loop-timers")+" time"), "the earliest first")
	assert.Contains(t, timers[3], "timeout")
	p.moved(".")
	p.WaitFor("two are awake", `document.querySelectorAll('[data-testid="loop-ready"] .lrow, [data-testid="loop-now"] .lrow').length === 2`)
	assert.Equal(t, "1.000", p.Text(id("clock")))
	why := p.plain(id("loop-why"))
	assert.Contains(t, why, "deadlines are equal")
	assert.Contains(t, p.plain(id("loop")), "iteration")
	p.Screenshot("loop")
}

func TestAQueuePanelHasChipsGettersPuttersAndWhoOwes(t *testing.T) {
	p := openStory(t)
	p.openProgram("queues/backpressure")
	p.waitVerdict("finished")
	p.leaveEditor()
	p.moved(kb.Home)
	p.page(1)
	p.WaitFor("the producer waits for room", `document.querySelector('[data-testid="queue-panel"] .waiters')?.innerText.includes("put()")`)
	panel := p.plain(id("queue-panel"))
	assert.Contains(t, panel, "asyncio.Queue, at most 2")
	assert.Contains(t, p.plain(".waiters"), "waiting in put()")
	assert.Equal(t, "2", p.Text(id("count-in-queue")))

	p.openProgram("queues/worker_pool")
	p.waitVerdict("finished")
	p.leaveEditor()
	p.Press(kb.End)
	for range 6 {
		p.Press(kb.PageUp)
	}
	p.WaitFor("three hold an item", `document.querySelectorAll('[data-testid="queue-panel"] .hold[data-kind="taken"]').length === 3`)
	assert.Contains(t, p.plain(id("queue-sum")), "join() waits until it is 0")
	assert.Equal(t, []string{"m"}, p.texts(".joiners .tb"))
	// A chip lights its item wherever it stands, and a click goes to where it got there.
	p.Hover(id("queue-panel") + ` .hold[data-kind="taken"] .chip`)
	p.WaitFor("the item is lit", `getComputedStyle(document.querySelector('[data-testid="queue-panel"] .hold .chip')).outlineStyle === "solid"`)
	item := p.texts(id("queue-panel") + ` .hold .chip b`)[0]
	before := p.eventNumber()
	p.Click(id("queue-panel") + ` .hold .chip`)
	p.WaitFor("the playhead is where it was taken", `document.querySelector('[data-testid="caption"]').innerText.includes("takes `+item+`")`)
	assert.Less(t, p.eventNumber(), before)

	p.leaveEditor()
	p.Press(kb.End)
	p.Press(kb.PageUp)
	p.WaitFor("who found nothing waits in get()", `document.querySelector(".waiters .tb") && document.querySelector(".waiters").innerText.includes("get()")`)
}

func TestALockPanelHasItsHolderAndWhoWaits(t *testing.T) {
	p := openStory(t)
	p.openProgram("locks/lock")
	p.waitVerdict("finished")
	p.leaveEditor()
	p.moved(kb.Home)
	p.moved("o")
	p.moved(".")
	p.waitPlain(id("primitive"), "Lock")
	panel := p.plain(id("primitive"))
	assert.Contains(t, panel, "held by")
	assert.Contains(t, panel, "waiting")
	assert.Len(t, p.texts(id("primitive")+" .tb"), 2)
	p.Click(id("primitive") + " .ln")
	p.WaitFor("its line is lit", `document.querySelector("code-editor .cm-line.cm-lit")?.textContent.includes("asyncio.Lock()")`)
	p.moved(kb.End)
	p.waitPlain(id("primitive"), "free")

	for _, c := range []struct{ program, says string }{
		{"locks/semaphore", "Semaphore"}, {"locks/event", "set"}, {"locks/condition", "Condition"}, {"locks/barrier", "Barrier"},
	} {
		p.openProgram(c.program)
		p.waitVerdict("finished")
		p.WaitFor("a panel of "+c.program, `[...document.querySelectorAll('[data-testid="primitive"]')].some(e => e.innerText.includes(`+quote(c.says)+`))`)
	}
}

func TestTheTasksSayWhereTheyStandOnWhomTheyWaitAndHowTheyEnded(t *testing.T) {
	p := openStory(t)
	p.typeProgram(`import asyncio


async def good():
    await asyncio.sleep(1)
    return "fine"


async def bad():
    await asyncio.sleep(1)
    raise ValueError("seen")


async def lost():
    raise KeyError("unseen")


async def main():
    forgotten = asyncio.create_task(lost(), name="forgotten")
    task, other = asyncio.create_task(good(), name="good"), asyncio.create_task(bad(), name="bad")
    print(await task)
    try:
        await other
    except ValueError as error:
        print(error)
    await asyncio.sleep(1)


asyncio.run(main())
`)
	p.waitConsole("seen")
	p.Click(id("tab-tasks"))
	row := func(name string) string {
		t.Helper()
		selector := `[data-testid="tasks"] [role=treeitem]`
		p.WaitFor(name+" has a row", `[...document.querySelectorAll('`+selector+`')].some(r => r.querySelector(".nm").textContent === `+quote(name)+`)`)
		return strings.Join(strings.Fields(p.evalText(`[...document.querySelectorAll('`+selector+`')].find(r => r.querySelector(".nm").textContent === `+quote(name)+`).innerText`)), " ")
	}
	p.leaveEditor()
	p.moved(kb.Home)
	p.page(3)
	main := row("main")
	assert.Contains(t, main, "awaits a task")
	assert.Contains(t, main, "waits on g")
	assert.Contains(t, main, fmt.Sprintf("line %d", p.lineOf("print(await task)")))
	assert.Contains(t, main, "print(await task)")
	assert.Contains(t, row("good"), "until 1.000 s")
	depth := p.evalText(`[...document.querySelectorAll('[data-testid="tasks"] [role=treeitem]')].find(r => r.querySelector(".nm").textContent === "good").getAttribute("aria-level")`)
	assert.Equal(t, "2", depth, "under the one that awaits it")
	p.moved(kb.End)
	assert.Contains(t, row("good"), "returned 'fine'")
	assert.Contains(t, row("bad"), "ValueError: seen retrieved")
	assert.Contains(t, row("forgotten"), "KeyError: 'unseen' lost: nobody retrieved it")
	p.Screenshot("tasks")
}

func TestTheConsoleAndTheLogLeadToTheirMoments(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.Click(id("console") + " li:nth-child(3)")
	p.WaitFor("the third line's moment", `document.querySelector('[data-testid="clock"]').innerText === "0.336"`)
	assert.Equal(t, "now", p.evalText(`document.querySelector('[data-testid="console"] li:nth-child(3)').dataset.when`))
	assert.Equal(t, "future", p.evalText(`document.querySelector('[data-testid="console"] li:nth-child(4)').dataset.when`))
	var times []float64
	p.Eval(`[...document.querySelectorAll('[data-testid="console"] time')].map(e => Number(e.textContent))`, &times)
	assert.IsIncreasing(t, append([]float64{-1}, times[0], times[len(times)-1]))

	p.Click(id("tab-events"))
	count := func(search, says string) {
		t.Helper()
		p.Click(id("log-search"))
		p.Press("a", kb.ModifierCtrl)
		p.Press(search)
		p.WaitFor("the log is searched for "+search, `document.querySelector('[data-testid="log-count"]').textContent === `+quote(says))
	}
	count("#8", "2 of 95")
	rows := p.texts(id("events") + " li")
	require.NotEmpty(t, rows)
	for _, row := range rows {
		assert.Contains(t, row, "#8")
	}
	count("line 29", "2 of 95")
	p.Click(id("events") + " li:nth-child(2) time")
	p.WaitFor("the playhead is there", `document.querySelector('[data-testid="caption"]').innerText.includes("waits in join()")`)
	// By keys: from the field to the rows, and to a row's moment.
	count("boom", "6 of 95")
	p.Press(kb.ArrowDown)
	p.WaitFor("a row has the focus", `document.activeElement.matches('[data-testid="events"] li')`)
	p.Press(kb.ArrowDown)
	p.Press(kb.ArrowDown)
	p.Press("\r")
	p.WaitFor("the playhead is where that row is", `document.querySelector('[data-testid="events"] li[data-when="now"]') === document.activeElement`)
	assert.Contains(t, p.Text(id("caption")), "boom")
}

func TestTheVariablesAreThoseOfTheInstant(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.Click(id("tab-tasks"))
	p.leaveEditor()
	p.moved(kb.Home)
	p.page(1)
	p.Click(id("tasks") + ` [data-task="3"] .lane-head`)
	seconds := `[...document.querySelectorAll('[data-testid="locals"] dt')].find(e => e.textContent === "seconds")?.nextElementSibling.textContent`
	p.WaitFor("worker-1's second item", seconds+` ?.startsWith("0.26")`)
	assert.Contains(t, p.plain(id("locals")), "ran 4 times so far")
	p.page(2)
	p.WaitFor("its third", seconds+`?.startsWith("0.69")`)
	p.moved(kb.End)
	p.WaitFor("it has none any more", `!document.querySelector('[data-testid="locals"] .frame .ln')`)
}
