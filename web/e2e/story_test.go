package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// recorded reads a program of testdata and what CPython printed for it.
func recorded(t *testing.T, name string) (source, stdout string) {
	t.Helper()
	path := filepath.Join("..", "..", "testdata", "programs", filepath.FromSlash(name))
	program, err := os.ReadFile(path + ".py")
	require.NoError(t, err)
	out, err := os.ReadFile(path + ".out")
	require.NoError(t, err)
	return string(program), string(out)
}

func openStory(t testing.TB, options ...Option) *Page {
	t.Helper()
	p := Open(t, options...)
	p.ready()
	p.endTour()
	return p
}

func TestAFirstVisitSeesTheExamplePlayAndThenItsVerdict(t *testing.T) {
	p := Open(t)
	p.ready()
	assert.Contains(t, p.Text(id("promise")), "See what your asyncio code is waiting for")
	p.WaitFor("the timeline plays", `document.querySelector('[data-testid="play"]').dataset.playing === "on"`)
	first, _ := p.eventCount()
	p.WaitFor("it goes on", `Number(document.querySelector('[data-testid="event-number"]').textContent.match(/\d+/)[0]) > `+itoa(first))
	p.waitVerdict("join-never-returns")
}

func TestTheDocumentationsProgramPastedUnchangedRuns(t *testing.T) {
	p := openStory(t)
	source, stdout := recorded(t, "queue_workers/documentation_seed_42")
	p.typeProgram(source)
	p.waitConsole("total expected sleep time: 8.39 seconds")
	p.waitVerdict("finished")
	var printed []string
	p.Eval(`[...document.querySelectorAll('[data-testid="console"] li[data-tone="out"] .text')].map(e => e.textContent)`, &printed)
	assert.Equal(t, strings.Split(strings.TrimSuffix(stdout, "\n"), "\n"), printed, "all 23 lines, as CPython prints them")
	p.Screenshot("documentation")
}

func TestKnobsRewriteTheSourceAndTheRunFollows(t *testing.T) {
	p := openStory(t)
	_, before := p.eventCount()
	p.setSlider(id("knob-WORKERS")+" input", 4, 5, 6)
	p.waitCode("WORKERS = 6 ")
	p.waitThere("a sixth worker has a lane", id("lane-w5"))
	_, after := p.eventCount()
	assert.NotEqual(t, before, after)
	p.setSlider(id("knob-ITEMS")+" input", 12, 8, 4)
	p.waitCode("ITEMS = 4 ")
	p.Press(kb.End)
	p.leaveEditor()
	p.Press(kb.End)
	p.WaitFor("four items are marked done", `document.querySelector('[data-testid="count-done"]').textContent === "4"`)
	code := p.code()
	p.Click(id("another-seed"))
	p.WaitFor("the seed changes", `document.querySelector("code-editor").value !== `+quote(code))
	assert.Regexp(t, `SEED = \d+`, p.code())
	assert.NotContains(t, p.code(), "SEED = 42 ")
}

func TestANumberInTheSourceCanBeDragged(t *testing.T) {
	p := openStory(t)
	_, before := p.eventCount()
	total := p.Text(id("total"))
	line := p.lineOf("random.uniform")
	r := p.Place(".cm-line:nth-child(" + itoa(line) + " of .cm-line) .tok-n")
	x, y := r.Centre()
	p.Drag(x, y, 120, 0, 12)
	p.WaitFor("the literal changes", `!document.querySelector("code-editor").value.includes("random.uniform(0.05,")`)
	p.WaitFor("the run follows", `document.querySelector('[data-testid="total"]').textContent !== `+quote(total))
	assert.NotZero(t, before)
}

func TestEditingRunsAgainAfterAPauseAndOnCtrlEnter(t *testing.T) {
	p := openStory(t)
	p.typeProgram("import asyncio\n\nasync def main():\n    print('one')\n\nasyncio.run(main())\n")
	p.waitConsole("one")
	p.clickEndOfLine(4)
	p.Press("\rprint('two')")
	p.Press("\r", kb.ModifierCtrl)
	p.waitConsole("two")
	p.waitVerdict("finished")
}

func TestAFaultIsSetEditedSwitchedOffMovedAndRemoved(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.Click(id("fault-toggle-0"))
	p.waitVerdict("finished")
	p.Click(id("fault-toggle-0"))
	p.waitVerdict("join-never-returns")
	p.Click(id("fault-edit-0"))
	p.fill(id("fault-exception"), "ValueError")
	p.fill(id("fault-message"), "bad item")
	p.WaitText(id("console"), "ValueError: bad item")
	p.fill(id("fault-task"), "worker-1")
	p.WaitFor("only one worker dies", `document.querySelectorAll(".lane.gone").length === 1`)
	p.Click(id("fault-done"))
	p.Click(id("fault-edit-0"))
	p.Click(id("fault-remove"))
	p.waitVerdict("finished")
	line := p.lineOf("print(f")
	p.clickGutter(line)
	p.WaitFor("a new fault stands on that line", `document.querySelector('[data-testid="fault-0"]').innerText.includes("line `+itoa(line)+`")`)
	p.Screenshot("fault")
}

func TestFaultsOfEveryKindOnALine(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.Click(id("fault-edit-0"))
	says := func(text string) {
		t.Helper()
		p.WaitFor("the list says "+text, fmt.Sprintf(`document.querySelector('[data-testid="fault-0"]').innerText.replace(/\s+/g, " ").includes(%q)`, text))
	}
	p.fill(id("fault-does"), "delay")
	says("line 12 comes 2 s later on each task's 4th visit")
	p.waitVerdict("finished")
	p.fill(id("fault-seconds"), "30")
	p.WaitFor("the run takes longer", `document.querySelector('[data-testid="playhead"]').getAttribute("aria-valuemax") > 30`)
	p.fill(id("fault-does"), "never")
	says("line 12 never goes on")
	p.WaitText("code-editor", "never · 4th visit")
	p.fill(id("fault-does"), "cancel")
	says("line 12 is cancelled")
	p.waitVerdictText("taken by workers that were cancelled")
	p.fill(id("fault-does"), "signal")
	says("line 12 sends SIGINT")
	p.fill(id("fault-does"), "")
	p.fill(id("fault-when"), "every")
	p.fill(id("fault-number"), "3")
	says("on each task's every 3rd visit")
	p.fill(id("fault-count"), "run")
	says("on every 3rd visit")
	p.WaitText("code-editor", "every 3rd visit")
	p.Screenshot("fault-kinds")
}

func TestFaultsOnTheNetwork(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	var buttons int
	p.Eval(`document.querySelectorAll('[data-testid="fault-net"]').length`, &buttons)
	assert.Zero(t, buttons, "the program has no network")
	p.typeProgram(`import aiohttp, asyncio

async def fetch(session, name):
    async with session.get(f"https://api.example/{name}") as response:
        print(name, response.status)

async def main():
    async with aiohttp.ClientSession() as session:
        for name in ["a", "b", "c"]:
            await fetch(session, name)

asyncio.run(main())
`)
	p.waitConsole("c 200")
	p.Click(id("fault-net"))
	p.waitConsole("a 503")
	p.fill(id("fault-url"), "api.example/b")
	p.waitConsole("a 200")
	p.waitConsole("b 503")
	p.Click(id("fault-done"))
	p.Click(id("fault-net"))
	p.fill(id("fault-url"), "not a url")
	p.WaitText(id("fault-form"), "A URL, such as")
	p.fill(id("fault-url"), "api.example/c")
	p.fill(id("fault-does"), "refused")
	p.WaitText(".verdict", "ClientConnectorError")
	p.Screenshot("fault-network")
	p.Click(id("fault-done"))
	p.Click(id("fault-toggle-1"))
	p.waitConsole("c 200")
	p.Click(id("fault-toggle-0"))
	p.waitConsole("b 200")
}

func TestTheThreeVariantsTellTheirStories(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	story := p.verdict()
	assert.Contains(t, story, "will never return: 11 items never marked done")
	assert.Contains(t, story, "3 taken by workers that died before")
	assert.Contains(t, story, "8 still in the queue, with no worker left to take them")
	assert.Contains(t, story, "nothing is ready and no timer is set")
	var died []string
	p.Eval(`[...document.querySelectorAll('[data-testid="verdict"] [data-testid="reason"]')].map(e => e.title)`, &died)
	require.Len(t, died, 3)
	for _, sentence := range died {
		assert.Regexp(t, `worker-\d took #\d+ .*, died at .* at line 12: .*RuntimeError: boom`, sentence)
	}

	p.Click(id("variant-1"))
	p.waitVerdict("task-done-too-many")
	assert.Contains(t, p.verdict(), "3 workers ended with")
	assert.Contains(t, p.verdict(), "ValueError: task_done() called too many times")
	p.Click(id("tab-tasks"))
	p.leaveEditor()
	p.Press(kb.End)
	p.WaitFor("each worker ends with ValueError", `[...document.querySelectorAll('[data-testid="tasks"] [role=treeitem]')].filter(r => r.innerText.includes("ValueError")).length === 3`)

	p.Click(id("variant-2"))
	p.waitVerdict("finished")
	p.WaitFor("all workers are cancelled", `[...document.querySelectorAll('[data-testid="tasks"] [role=treeitem]')].filter(r => r.innerText.toLowerCase().includes("cancelled")).length === 3`)
	p.Screenshot("variants")
}

func TestEveryInstantShowsWhoWaitsWhereAndWhoOwesWhat(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.Click(".verdict .jump")
	p.WaitText(id("caption"), "RuntimeError")
	assert.Contains(t, p.Text(id("caption")), "line 12")
	sleepAt, joinAt := p.lineOf("await asyncio.sleep"), p.lineOf("await queue.join")
	assert.Contains(t, p.badgesOn(joinAt), "m/join")
	assert.Subset(t, p.badgesOn(sleepAt), []string{"w0/sleep", "w1/raised"})
	assert.Equal(t, "15", p.Text(id("count-unfinished")))
	assert.Equal(t, "12", p.Text(id("count-in-queue")))
	assert.Equal(t, "3", p.Text(id("count-taken")))
	assert.Equal(t, "5", p.Text(id("count-done")))
	sum := strings.Join(strings.Fields(p.Text(id("queue-sum"))), " ")
	assert.Contains(t, sum, "15 unfinished = 12 in the queue + 3 taken")
	assert.Contains(t, sum, "join()")
	panel := p.Text(id("queue-panel"))
	assert.Contains(t, panel, "#8")
	assert.Contains(t, panel, "died at 1.029")
	var lanes []string
	p.Eval(`[...document.querySelectorAll(".lane .lst")].map(e => e.dataset.st)`, &lanes)
	assert.Equal(t, []string{"join", "sleep", "raised", "sleep"}, lanes)
	var drawn bool
	p.Eval(`(() => { const c = document.querySelector("canvas#still"); const d = c.getContext("2d").getImageData(0, 0, c.width, c.height).data; return d.some(v => v); })()`, &drawn)
	assert.True(t, drawn, "the timeline is drawn")
	lines := p.console()
	require.NotEmpty(t, lines)
	assert.Equal(t, "0.074 w1 worker-1 worked for 0.07 s", lines[0])
}

func TestPlayPauseStepScrubAndSpeed(t *testing.T) {
	p := openStory(t)
	p.leaveEditor()
	p.Press(kb.Home)
	p.WaitFor("at the start", `document.querySelector('[data-testid="clock"]').innerText.trim() === "0.000"`)
	first, of := p.eventCount()
	assert.Equal(t, 1, first)
	p.Press(kb.ArrowRight)
	p.Press(kb.ArrowRight)
	p.WaitFor("two events on", `document.querySelector('[data-testid="event-number"]').innerText.match(/\d+/)[0] === "3"`)
	p.Press(kb.ArrowLeft)
	p.WaitFor("one event back", `document.querySelector('[data-testid="event-number"]').innerText.match(/\d+/)[0] === "2"`)
	p.Click(id("step-forward"))
	p.WaitFor("one event on", `document.querySelector('[data-testid="event-number"]').innerText.match(/\d+/)[0] === "3"`)
	p.Press(kb.End)
	p.WaitFor("at the end", `document.querySelector('[data-testid="event-number"]').innerText.match(/\d+/)[0] === "`+itoa(of)+`"`)
	p.Press(kb.Home)
	p.leaveEditor()
	p.Press(" ")
	p.WaitFor("it plays", `Number(document.querySelector('[data-testid="clock"]').innerText) > 0.2`)
	p.Press(" ")
	time.Sleep(100 * time.Millisecond)
	at := p.clock()
	time.Sleep(300 * time.Millisecond)
	assert.Equal(t, at, p.clock(), "paused")
	r := p.Place(id("minimap"))
	p.ClickAt(r.X+r.Width/2, r.Y+r.Height/2)
	p.WaitFor("scrubbed to the middle", `Math.abs(Number(document.querySelector('[data-testid="clock"]').innerText) - 0.95) < 0.2`)
	p.Eval(`(() => { const e = document.querySelector('[data-testid="speed"]'); e.selectedIndex = e.options.length - 1; e.dispatchEvent(new Event("change", {bubbles: true})); })()`, nil)
	p.leaveEditor()
	p.Press(kb.Home)
	p.Press(" ")
	p.WaitFor("a faster run is over soon", `document.querySelector('[data-testid="event-number"]').innerText.match(/\d+/)[0] === "`+itoa(of)+`"`)
}

func TestErrorsOfCPythonStandAtTheirLines(t *testing.T) {
	p := openStory(t)
	for _, c := range []struct{ source, message string }{
		{"import asyncio\n\nasync def main(xs)\n    pass\n", "expected ':'"},
		{"try:\n    x = 1\nexcept Exception as e:\n    # handle it\nfinally:\n    pass\n", "expected an indented block after 'except' statement on line 3"},
	} {
		p.typeProgram(c.source)
		p.waitVerdictText(c.message)
		p.waitThere("the editor marks the error", "code-editor .cm-error")
	}
	p.typeProgram("import asyncio\n\nasync def f():\n    follwers = 1\n    return followers\n\nasyncio.run(f())\n")
	p.waitVerdictText("NameError: name 'followers' is not defined. Did you mean: 'follwers'?")
	p.typeProgram("import asyncio\n\nasync def f():\n    await asyncio.gather([asyncio.sleep(1), asyncio.sleep(2)])\n\nasyncio.run(f())\n")
	p.waitVerdictText("TypeError: unhashable type: 'list'")
}

// watchFrames notes the longest time between two frames of the page from now on.
const watchFrames = `(() => { window.longestGap = 0; let last = performance.now(); const tick = () => { const now = performance.now();
	longestGap = Math.max(longestGap, now - last); last = now; requestAnimationFrame(tick); }; tick(); })()`

func TestAnEndlessProgramLeavesThePageAliveAndStopsAtOnce(t *testing.T) {
	p := openStory(t)
	for _, source := range []string{
		"while True: pass\n",
		"import asyncio\n\nasync def main():\n    while True:\n        await asyncio.sleep(0)\n\nasyncio.run(main())\n",
	} {
		p.typeProgram(source)
		p.WaitFor("Run has become Stop", `document.querySelector('[data-testid="run"]').dataset.do === "stop"`)
		p.Eval(watchFrames, nil)
		var milliseconds, gap float64
		p.Eval(`new Promise(resolve => { const from = performance.now(); document.querySelector('[data-testid="run"]').click();
			const look = () => document.querySelector('[data-testid="run"]').dataset.do === "stop" ? setTimeout(look, 1) : resolve(performance.now() - from); look(); })`, &milliseconds)
		assert.Less(t, milliseconds, 100.0, "Stop answers")
		p.waitVerdictText("Stopped at")
		assert.Equal(t, source, p.code(), "the source is kept")
		p.Eval(`longestGap`, &gap)
		t.Logf("Stop answered after %.0f ms, the longest frame took %.0f ms", milliseconds, gap)
	}
	p.typeProgram("print('alive')\n")
	p.waitConsole("alive")
}

func TestARunOfHalfAMillionEventsHoldsThePageUpForAMoment(t *testing.T) {
	p := openStory(t)
	p.Eval(watchFrames, nil)
	p.typeProgram("import asyncio\n\nasync def main():\n    while True:\n        await asyncio.sleep(0)\n\nasyncio.run(main())\n")
	p.waitVerdictText("The limit on recorded events was reached")
	var gap float64
	p.Eval(`longestGap`, &gap)
	t.Logf("the longest frame took %.0f ms", gap)
	assert.Less(t, gap, 1000.0)
}

func TestALimitIsNamedInThePage(t *testing.T) {
	p := openStory(t)
	p.typeProgram("x = [0] * 10**12\n")
	p.waitVerdictText("The limit on memory was reached")
	p.typeProgram("while True: print('x' * 1000)\n")
	p.waitVerdictText("The limit on output was reached")
	assert.Contains(t, p.code(), "while True")
}

func TestTheSourceSurvivesAReload(t *testing.T) {
	p := openStory(t)
	p.typeProgram("print('kept for later')\n")
	p.waitConsole("kept for later")
	p.WaitFor("the autosave is written", `Object.keys(localStorage).some(k => (localStorage.getItem(k) ?? "").includes("kept for later"))`)
	p.Reload()
	p.ready()
	p.WaitFor("the program is back", `document.querySelector("code-editor").value === "print('kept for later')\n"`)
}

func TestABrokenAutosaveNeverBlocksTheStart(t *testing.T) {
	p := openStory(t)
	p.WaitFor("the autosave is written", `Object.keys(localStorage).length > 0`)
	p.Eval(`(() => { for (const k of Object.keys(localStorage)) localStorage.setItem(k, "{\"v\":99,\"variants\":[{\"source\":7}],"); })()`, nil)
	p.Reload()
	p.ready()
	assert.Contains(t, p.code(), "await queue.join()")
}

func TestHostileProgramsStayText(t *testing.T) {
	p := openStory(t)
	p.typeProgram(`import asyncio

async def main():
    print("<img src=x onerror=alert(1)><script>alert(2)</script>")
    t = asyncio.create_task(asyncio.sleep(1), name="<b onclick=alert(3)>x</b>")
    q = asyncio.Queue()
    q.put_nowait("\u202e<svg/onload=alert(4)>\x00\x1b[31m")
    await t
    raise RuntimeError("</script><iframe src=javascript:alert(5)>")

asyncio.run(main())
`)
	p.waitVerdict("raised")
	p.waitConsole("<script>alert(2)</script>")
	var elements []string
	p.Eval(`[...document.querySelectorAll("img:not(.cm-widgetBuffer), iframe, script:not([src]), [onload], [onclick], [onerror]")].map(e => e.outerHTML)`, &elements)
	assert.Empty(t, elements, "nothing of it became an element")
	p.Screenshot("hostile")
}

func TestThePageServesNarrowDarkAndReducedMotion(t *testing.T) {
	for _, c := range []struct {
		name    string
		options []Option
	}{
		{"narrow", []Option{WithSize(390, 844)}},
		{"dark", []Option{WithMedia("prefers-color-scheme", "dark")}},
		{"narrow-dark", []Option{WithSize(390, 844), WithMedia("prefers-color-scheme", "dark")}},
		{"still", []Option{WithMedia("prefers-reduced-motion", "reduce")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := openStory(t, c.options...)
			p.waitVerdict("join-never-returns")
			var overflow int
			p.Eval(`document.documentElement.scrollWidth - innerWidth`, &overflow)
			assert.LessOrEqual(t, overflow, 0, "nothing stands out sideways")
			p.Screenshot(c.name)
		})
	}
}

func TestAPhonesTopBarHasRoomForTheTitle(t *testing.T) {
	const cut = `document.querySelector(".lesson span").scrollWidth - document.querySelector(".lesson span").clientWidth`
	const sideways = `document.documentElement.scrollWidth - innerWidth`
	for _, width := range []int64{390, 360} {
		p := openStory(t, WithSize(width, 844))
		p.waitVerdict("join-never-returns")
		none := func(what, expression string) {
			t.Helper()
			var pixels int
			p.Eval(expression, &pixels)
			assert.LessOrEqual(t, pixels, 0, "%s at %d pixels", what, width)
		}
		none("the title is cut", cut)
		p.Click(id("more"))
		p.Click(id("more-ja"))
		p.WaitFor("the page is Japanese", `document.documentElement.lang === "ja"`)
		none("the Japanese title is cut", cut)
		none("the playground stands out sideways", sideways)
		p.Click(id("more-compare"))
		p.WaitFor("the comparison is there", `document.querySelector('.app[data-mode="compare"]') && !document.querySelector('[data-testid="more-menu"]')`)
		none("the comparison stands out sideways", sideways)
		p.Screenshot(fmt.Sprintf("phone-%d", width))
		p.Close()
	}
}

// TestAPhonesTopBarStaysOneRowWithALongTitle: the title gives way, the buttons do not.
func TestAPhonesTopBarStaysOneRowWithALongTitle(t *testing.T) {
	p := openStory(t, WithSize(390, 844))
	p.Click(id("programs"))
	p.Press("followers through")
	p.Press(kb.Enter)
	p.WaitFor("a program with a long title is open", `document.querySelector(".lesson span").textContent.length > 20`)
	run, more := p.Place(id("run")), p.Place(id("more"))
	assert.InDelta(t, run.Y, more.Y, 2)
	assert.LessOrEqual(t, more.X+more.Width, 390.0)
	flag := p.Place("#flag")
	assert.LessOrEqual(t, flag.X+flag.Width, 390.0, "the time at the playhead is whole at the right end")
}

// TestABadgeStandsOnItsLineHoweverLongThatIs: not a line lower, where there is no room left for it.
func TestABadgeStandsOnItsLineHoweverLongThatIs(t *testing.T) {
	p := openStory(t)
	p.typeProgram("import asyncio\n\n\nasync def main():\n    await asyncio.get_running_loop().create_future()  # " + strings.Repeat("long ", 40) + "\n\n\nasyncio.run(main())\n")
	p.waitVerdict("hang")
	badge := p.Place("code-editor .here .tb")
	line := p.Place("code-editor .cm-line:has(.here)")
	assert.InDelta(t, line.Y+line.Height/2, badge.Y+badge.Height/2, 4)
}
