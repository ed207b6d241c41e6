package e2e

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// faster plays at the highest speed, by keys.
func (p *Page) faster() {
	p.t.Helper()
	p.Press("]]]")
	p.WaitFor("eight times the speed", `document.querySelector('[data-testid="speed"]').selectedOptions[0].text === "8×"`)
}

func TestBothQuestionsAreAskedAndAnsweredByClick(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.leaveEditor()
	p.moved(kb.Home)
	p.Click(id("predict"))
	asked := map[string]bool{}
	for range 60 {
		if len(asked) == 2 {
			break
		}
		before := p.eventNumber()
		p.Click(id("step-forward"))
		p.WaitFor("a step or a question", fmt.Sprintf(`document.querySelector('[data-testid="question"]') || Number(/\d+/.exec(document.querySelector('[data-testid="event-number"]').textContent)[0]) > %d`, before))
		if !p.isTrue(`document.querySelector('[data-testid="question"]')`) {
			continue
		}
		question := p.evalText(`document.querySelector('[data-testid="question"] .said').textContent`)
		choices := p.texts(`[data-testid="question"] .choice:not(.dim)`)
		assert.GreaterOrEqual(t, len(choices), 2)
		assert.Equal(t, before, p.eventNumber(), "nothing is shown before the answer")
		if asked[question] {
			p.Click(`[data-testid="question"] .choice.dim`) // show it: no answer, nothing is counted
		} else {
			asked[question] = true
			p.Click(id("choice-0"))
			p.WaitFor("the answer is judged", `/right|not this time/.test(document.querySelector('[data-testid="score"]')?.innerText)`)
			assert.Contains(t, p.plain(id("score")), fmt.Sprintf("of %d", len(asked)))
		}
		p.WaitFor("and the step made", fmt.Sprintf(`Number(/\d+/.exec(document.querySelector('[data-testid="event-number"]').textContent)[0]) > %d`, before))
	}
	assert.Equal(t, map[string]bool{"Which task runs next?": true, "What is printed next?": true}, asked)
	p.Click(id("predict"))
	p.WaitFor("it no longer asks", `document.querySelector('[data-testid="predict"]').getAttribute("aria-pressed") === "false"`)
}

func TestSoundIsMadeOnlyOnceItIsSwitchedOn(t *testing.T) {
	p := openStory(t, WithScript(`window.tones = []; window.contexts = 0;
		window.AudioContext = class { currentTime = 0; destination = {}; constructor() { window.contexts++; }
			createOscillator() { return {frequency: {set value(hertz) { tones.push(hertz); }}, connect: x => x, start() {}, stop() {}}; }
			createGain() { return {gain: {setValueAtTime() {}, exponentialRampToValueAtTime() {}}, connect: x => x}; } };`))
	p.waitVerdict("join-never-returns")
	p.leaveEditor()
	p.faster()
	played := func() {
		t.Helper()
		p.leaveEditor()
		p.moved(kb.Home)
		p.Press(" ")
		p.WaitFor("played to the end", `document.querySelector('[data-testid="play"]').dataset.playing === "off" && document.querySelector('[data-testid="clock"]').innerText === "1.813"`)
	}
	played()
	assert.Equal(t, "0", p.evalText(`String(contexts)`), "off, nothing of the kind is even made")
	p.Click(id("sound"))
	p.WaitFor("the switch answers with a click", `tones.length === 1 && contexts === 1`)
	played()
	assert.True(t, p.isTrue(`tones.includes(165)`), "a death is heard")
	p.Click(id("sound"))
	p.Eval(`void (tones.length = 0)`, nil)
	played()
	assert.Equal(t, "0", p.evalText(`String(tones.length)`))
}

func TestReducedMotionPlaysEventByEventAndNothingPulses(t *testing.T) {
	p := openStory(t, WithMedia("prefers-reduced-motion", "reduce"))
	p.waitVerdict("join-never-returns")
	p.leaveEditor()
	p.faster()
	p.moved(kb.Home)
	p.Eval(`(() => { window.clocks = new Set(); const look = () => { clocks.add(document.querySelector('[data-testid="clock"]').textContent); requestAnimationFrame(look); }; look(); })()`, nil)
	p.Press(" ")
	p.WaitFor("it plays on", `Number(document.querySelector('[data-testid="clock"]').textContent) > 1`)
	p.Press(" ")
	var clocks []float64
	p.Eval(`[...clocks].map(Number)`, &clocks)
	var times map[string]bool
	p.Eval(`Object.fromEntries([...document.querySelectorAll('[data-testid="spans"] td:nth-child(3), [data-testid="spans"] td:nth-child(4)')].map(e => [e.textContent, true]))`, &times)
	for _, clock := range clocks {
		assert.True(t, times[fmt.Sprintf("%.3f", clock)], "at %.3f something happens", clock)
	}
	assert.Greater(t, len(clocks), 4)
	var moving []string
	p.Eval(`document.getAnimations().map(a => (a.effect?.target?.className ?? "") + " " + (a.animationName ?? a.transitionProperty) + " " + a.effect?.getComputedTiming().duration).filter(text => !/ (0|0\.01|1e-05)$/.test(text))`, &moving)
	assert.Empty(t, moving)
}

func TestThemesFollowTheSystemOrTheHand(t *testing.T) {
	background := `getComputedStyle(document.body).backgroundColor`
	p := openStory(t, WithMedia("prefers-color-scheme", "dark"))
	dark := p.evalText(background)
	p.Click(id("theme"))
	p.WaitFor("dark by hand", `document.documentElement.dataset.theme === "dark"`)
	assert.Equal(t, dark, p.evalText(background))
	p.Click(id("theme"))
	p.WaitFor("light by hand", `document.documentElement.dataset.theme === "light"`)
	p.WaitFor("another background", background+` !== `+quote(dark))
	p.Click(id("theme"))
	p.WaitFor("as the system again", background+` === `+quote(dark))
}

func TestTheMenuIsSearchedInBothLanguages(t *testing.T) {
	p := openStory(t)
	search := func(word, first string) {
		t.Helper()
		p.Press("k", kb.ModifierCtrl)
		p.WaitFor("the search has the focus", `document.activeElement?.dataset.testid === "menu-search"`)
		p.Press(word)
		p.WaitFor(word+" finds "+first, `document.querySelector('[role="option"]')?.innerText === `+quote(first))
		assert.NotEmpty(t, p.plain(".menu .about"))
	}
	search("deadlock", "Two locks in opposite order")
	p.Press(kb.Escape)
	p.WaitFor("the menu is gone", `!document.querySelector('[data-testid="programs-menu"]')`)
	p.Press("k", kb.ModifierCtrl)
	p.Press("nothing is called so")
	p.WaitFor("nothing fits", `document.querySelector('.menu .about')?.innerText.includes("No program fits.")`)
	p.Press(kb.Escape)
	p.Click(id("lang-ja"))
	p.WaitFor("the page is Japanese", `document.documentElement.lang === "ja"`)
	p.leaveEditor()
	search("満杯", "満杯になるキュー")
	p.Press("\r")
	p.waitCode("ROOM = 2")
	p.WaitText(id("note"), "put() は待ちます")
	// With an input method, as a Japanese visitor types: Enter ends the composition, it opens nothing.
	p.Press("k", kb.ModifierCtrl)
	p.WaitFor("the search has the focus", `document.activeElement?.dataset.testid === "menu-search"`)
	for _, part := range []string{"せ", "せま", "セマフォ"} {
		command(p, input.ImeSetComposition, input.ImeSetCompositionParams{Text: part, SelectionStart: int64(len([]rune(part))), SelectionEnd: int64(len([]rune(part)))})
		p.WaitFor("what is composed stands in the field", `document.activeElement.value === `+quote(part))
	}
	p.Eval(`document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", isComposing: true, bubbles: true, cancelable: true}))`, nil)
	command(p, input.InsertText, input.InsertTextParams{Text: "セマフォ"})
	p.WaitFor("found while the menu is still open", `document.activeElement.value === "セマフォ" && document.querySelector('[role="option"]')?.innerText === "同時に動く数を限る"`)
}

// TestJapaneseIsTypedIntoTheProgramAsItIsRead: half-composed text runs nothing and its keys are no commands.
func TestJapaneseIsTypedIntoTheProgramAsItIsRead(t *testing.T) {
	p := openStory(t)
	p.typeProgram("print('')\n")
	p.WaitFor("it has run", `document.querySelector('[data-testid="total"]').textContent.includes("0.000")`)
	p.Press(kb.Home, kb.ModifierCtrl)
	for range len("print('") {
		p.Press(kb.ArrowRight)
	}
	before := p.evalText("String(" + lastRun + ")")
	for _, part := range []string{"ｎ", "に", "にほん", "日本"} {
		command(p, input.ImeSetComposition, input.ImeSetCompositionParams{Text: part, SelectionStart: int64(len([]rune(part))), SelectionEnd: int64(len([]rune(part)))})
	}
	p.Eval(`new Promise(done => setTimeout(done, 400))`, nil) // longer than the pause after which an edit runs
	assert.Equal(t, before, p.evalText("String("+lastRun+")"), "nothing half-composed runs")
	command(p, input.InsertText, input.InsertTextParams{Text: "日本語"})
	p.waitConsole("日本語")
	assert.Equal(t, "print('日本語')\n", p.code())
	// A name and a log search are composed as well.
	p.Click(id("files"))
	p.Click(id("tab-name"))
	p.Press("a", kb.ModifierCtrl)
	for _, part := range []string{"れ", "れい", "例"} {
		command(p, input.ImeSetComposition, input.ImeSetCompositionParams{Text: part, SelectionStart: int64(len([]rune(part))), SelectionEnd: int64(len([]rune(part)))})
		p.WaitFor("what is composed stands in the field", `document.activeElement.value === `+quote(part))
	}
	command(p, input.InsertText, input.InsertTextParams{Text: "例題"})
	p.WaitText(id("variant-0"), "例題")
}

// TestNothingShiftsWhileThePageLoadsAndWhileOneWorks: what the browser itself counts as a shift of the layout.
func TestNothingShiftsWhileThePageLoadsAndWhileOneWorks(t *testing.T) {
	watch := `window.shifts = []; new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput)
		shifts.push(e.value.toFixed(4) + " " + e.sources.map(s => s.node?.className ?? s.node?.nodeName).join()); }).observe({type: "layout-shift", buffered: true});`
	for _, size := range [][2]int64{{1440, 900}, {390, 844}} {
		p := Open(t, WithSize(size[0], size[1]), WithScript(watch))
		p.ready()
		p.WaitFor("the app has taken over", `document.documentElement.dataset.boot === "running" && !document.querySelector(".boot")`)
		if size[0] > 600 {
			p.waitVerdict("join-never-returns") // the example has played to its end
		}
		var sum float64
		p.Eval(`shifts.reduce((sum, text) => sum + parseFloat(text), 0)`, &sum)
		var shifts []string
		p.Eval("shifts", &shifts)
		assert.LessOrEqual(t, sum, 0.1, "%v: %v", size, shifts) // "good" by the Web Vitals
		t.Logf("%v: %.4f %v", size, sum, shifts)
		p.Close()
	}
}

func TestBackAndForwardComeBackToOnesWork(t *testing.T) {
	p := openStory(t)
	p.typeProgram("print('my work')\n")
	p.waitConsole("my work")
	p.Click(id("to-lessons"))
	p.WaitFor("the lessons are there", `location.pathname.includes("/lessons/") && document.querySelector("h1")`)
	p.Eval(`void setTimeout(() => history.back())`, nil)
	p.WaitFor("the playground is back", `document.querySelector("code-editor")?.value === "print('my work')\n"`)
	p.waitConsole("my work")
	p.Eval(`void setTimeout(() => history.forward())`, nil)
	p.WaitFor("and the lessons", `location.pathname.includes("/lessons/") && document.querySelector("h1")`)
}

// TestTheMenuHasProgramsOfEachThemeWithWhatToNoticeAndToTry goes through the whole menu by the arrow key.
func TestTheMenuHasProgramsOfEachThemeWithWhatToNoticeAndToTry(t *testing.T) {
	p := openStory(t)
	p.leaveEditor()
	p.Press("l")
	p.WaitFor("the menu is open", `document.activeElement?.dataset.testid === "menu-search"`)
	themes := p.texts(".menu .theme")
	for _, theme := range []string{"Start", "Awaitables", "Tasks", "Several at once", "Queues", "Locks and signals", "Timeouts", "Cancellation", "Task groups", "Threads", "Mistakes"} {
		assert.Contains(t, fmt.Sprint(themes), theme)
	}
	titles := p.texts(`.menu [role="option"]`)
	assert.GreaterOrEqual(t, len(titles), 30)
	for range titles {
		p.Press(kb.ArrowUp)
	}
	for i, title := range titles {
		p.WaitFor("the mark stands on "+title, `document.querySelector('.menu [aria-selected="true"]').innerText === `+quote(title))
		about := p.plain(".menu .about")
		assert.Regexp(t, `^`+regexp.QuoteMeta(title)+` Notice .{10,} Try .{10,}$`, about)
		assert.True(t, p.isTrue(`(() => { const mark = document.querySelector('.menu [aria-selected="true"]').getBoundingClientRect(), list = document.getElementById("menu-list").getBoundingClientRect();
			return mark.top >= list.top - 1 && mark.bottom <= list.bottom + 1; })()`), "row %d is in sight", i)
		p.Press(kb.ArrowDown)
	}
}

// TestALongRunShowsHowFarItIsAndWhatItRecordedWhenItIsStopped: its events and virtual time rise while it runs.
func TestALongRunShowsHowFarItIsAndWhatItRecordedWhenItIsStopped(t *testing.T) {
	p := openStory(t)
	p.typeProgram("import asyncio\n\n\nasync def main():\n    while True:\n        await asyncio.sleep(0.25)\n        sum(range(20_000))\n\n\nasyncio.run(main())\n")
	progress := `(document.querySelector('[data-testid="run-state"]').innerText.match(/running: (\d+) events, ([\d.]+) s/) ?? [0, 0, 0]).map(Number)`
	p.WaitFor("it tells how far it is", progress+`[1] > 0`)
	var before []float64
	p.Eval(progress, &before)
	p.WaitFor("events and time go on", fmt.Sprintf(`%s[1] > %v && %s[2] > %v`, progress, before[1], progress, before[2]))
	p.Click(id("run"))
	p.waitVerdictText("Stopped at")
	now, of := p.eventCount()
	assert.Equal(t, of, now, "at the end of what was recorded")
	assert.GreaterOrEqual(t, float64(of), before[1])
	p.leaveEditor()
	p.home()
	p.moved(kb.ArrowRight)
	assert.Equal(t, []string{"m/run"}, p.badgesOn(4))
}
