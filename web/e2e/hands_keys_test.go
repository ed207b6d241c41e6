package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// stop is where Tab has put the focus.
type stop struct {
	Is      string // a name for people: data-testid, or the label, or the text
	Region  string // the part of the page it is in
	Ring    bool   // the focus can be seen
	InSight bool   // the control itself is what one sees at its place
}

// focused tells where the focus is. A ring may be on the control, on what frames it or on a part of it.
const focused = `(() => {
	const e = document.activeElement, r = e.getBoundingClientRect();
	const ringed = element => { const style = getComputedStyle(element); return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2; };
	const x = Math.min(Math.max(r.x + r.width / 2, 0), innerWidth - 1), y = Math.min(Math.max(r.y + r.height / 2, 0), innerHeight - 1);
	const seen = document.elementFromPoint(x, y);
	if (e === document.body) return {Is: ""};
	return {
		Is: e.dataset.testid || e.getAttribute("aria-label") || e.textContent.trim().slice(0, 40),
		Region: e.closest(".overlay, .top, .left, .right")?.classList[0] ?? "",
		Ring: [e, e.parentElement, ...e.children].some(ringed) || e.matches(".cm-content") && Boolean(e.closest(".cm-focused").querySelector(".cm-cursor")),
		InSight: Boolean(seen && (e.contains(seen) || seen.contains(e) || seen.closest("code-editor"))),
	};
})()`

func TestTabReachesEveryControlInASensibleOrderAndTheFocusIsSeen(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.waitOutcomes()
	p.leaveEditor()
	var controls int
	p.Eval(`[...document.querySelectorAll("#app :is(a[href], button, input, select, summary, [tabindex], [contenteditable])")]
		.filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true})).length`, &controls)
	var stops []stop
	for len(stops) <= controls {
		p.Press(kb.Tab)
		var s stop
		p.Eval(focused, &s)
		if s.Is == "" || len(stops) > 0 && s.Is == stops[0].Is {
			break
		}
		assert.True(t, s.Ring, "the focus is seen on %s", s.Is)
		assert.True(t, s.InSight, "%s is in sight", s.Is)
		stops = append(stops, s)
		if s.Is == "Python code" {
			p.Press(kb.Escape) // inside, Tab indents
		}
	}
	assert.Len(t, stops, controls, "each control once")
	var regions, names []string
	for _, s := range stops {
		names = append(names, s.Is)
		if len(regions) == 0 || regions[len(regions)-1] != s.Region {
			regions = append(regions, s.Region)
		}
	}
	assert.Equal(t, []string{"top", "left", "right"}, regions, "part by part")
	at := -1
	for _, name := range []string{"programs", "mode-play", "run", "share", "keys", "variant-0", "variant-add", "WORKERS", "Python code", "fault-toggle-0", "reason", "show-fix",
		"axis-time", "zoom-fit", "playhead", "to-start", "play", "speed", "predict", "tab-console", "panel-console"} {
		next := -1
		for i := at + 1; i < len(names); i++ {
			if names[i] == name {
				next = i
				break
			}
		}
		if assert.Greater(t, next, at, "%s after what stands before it: %v", name, names) {
			at = next
		}
	}
}

// tabTo presses Tab until a control has the focus.
func (p *Page) tabTo(selector string) {
	p.t.Helper()
	on := `document.activeElement?.matches(` + quote(selector) + `)`
	for range 150 {
		if p.isTrue(on) {
			return
		}
		if p.isTrue(`document.activeElement?.matches(".cm-content")`) {
			p.Press(kb.Escape)
		}
		p.Press(kb.Tab)
	}
	p.t.Fatalf("Tab does not reach %s", selector)
}

// lastRun is when the newest run came on the screen.
const lastRun = `performance.getEntriesByName("run-drawn").at(-1).startTime`

// home goes to the first event.
func (p *Page) home() {
	p.t.Helper()
	p.Press(kb.Home)
	p.WaitFor("the first event", `/\d+/.exec(document.querySelector('[data-testid="event-number"]').textContent)[0] === "1"`)
}

// TestTheWholePageWorksWithoutAMouse does with keys alone what a learner does: a knob, a fault, the fix, a program, a share.
func TestTheWholePageWorksWithoutAMouse(t *testing.T) {
	p := openStory(t, withClipboard())
	p.waitVerdict("join-never-returns")
	p.leaveEditor()
	p.tabTo(id("knob-WORKERS") + " input")
	p.Press(kb.ArrowRight)
	p.Press(kb.ArrowRight)
	p.WaitFor("five workers run", `document.querySelector('[data-testid="lane-w4"]')`)
	p.tabTo(id("fault-toggle-0"))
	p.Press(" ")
	p.waitVerdict("finished")

	// A fault on the line of the next event of worker-0.
	p.tabTo(id("lane-w0") + " .lane-head")
	p.Press("\r")
	p.WaitFor("worker-0 is looked at", `document.querySelector('[data-testid="lane-w0"] [aria-pressed="true"]')`)
	p.home()
	p.moved("o")
	p.Press("f")
	p.WaitFor("the form has the focus", `document.activeElement?.closest('[data-testid="fault-form"]')`)
	p.tabTo(id("fault-exception"))
	p.Press("a", kb.ModifierCtrl)
	p.Press("OSError")
	p.tabTo(id("fault-done"))
	p.Press("\r")
	p.WaitFor("the form is closed", `!document.querySelector('[data-testid="fault-form"]')`)
	p.waitConsole("OSError")
	p.waitVerdict("join-never-returns")

	// The code: a number under the caret, a new line, a run.
	p.tabTo(".cm-content")
	p.Press(kb.Home, kb.ModifierCtrl)
	for range 4 {
		p.Press(kb.ArrowDown)
	}
	p.Press("Y") // a comment must not be needed: the caret goes to the number
	p.Press(kb.Backspace)
	p.Press(kb.Home)
	for range len("ITEMS = ") {
		p.Press(kb.ArrowRight)
	}
	p.Press(kb.ArrowUp, kb.ModifierAlt)
	p.waitCode("ITEMS = 21 ")
	p.Press(kb.Escape)

	// The change that the verdict proposes: looked at, made, taken back.
	p.tabTo(`[data-do="change"]`)
	p.Press("\r")
	p.WaitFor("the change is shown", `document.activeElement?.dataset.testid === "change-apply"`)
	p.Press("\r")
	p.waitCode("finally:")
	p.waitVerdict("finished")
	p.Press("z", kb.ModifierCtrl)
	p.waitVerdict("join-never-returns")

	// Tabs of a row by arrows; the log's rows too.
	p.tabTo(id("tab-console"))
	p.Press(kb.ArrowRight)
	p.WaitFor("the tasks", `document.activeElement?.dataset.testid === "tab-tasks" && document.querySelector('[data-testid="panel-tasks"]')`)
	p.Press(kb.ArrowLeft)
	p.tabTo(id("panel-console"))
	p.Press(kb.ArrowUp)
	p.Press(kb.ArrowUp)
	before := p.eventNumber()
	p.Press("\r")
	p.WaitFor("the moment of that line", fmt.Sprintf(`Number(/\d+/.exec(document.querySelector('[data-testid="event-number"]').textContent)[0]) < %d`, before))

	p.leaveEditor()
	p.tabTo(id("share"))
	p.Press("\r")
	p.WaitFor("the link is selected", `document.activeElement?.dataset.testid === "share-field" && document.activeElement.value.startsWith("http")`)
	p.tabTo(id("copy-markdown"))
	p.Press(" ")
	assert.Contains(t, p.copied(), "ITEMS = 21")
	p.Press(kb.Escape)
	p.WaitFor("the focus is back where it came from", `document.activeElement?.dataset.testid === "share"`)
}

// TestEachKeyOfTheSheetDoesWhatItSays reads the sheet of keys from the page: a row without an effect here fails.
func TestEachKeyOfTheSheetDoesWhatItSays(t *testing.T) {
	p := openStory(t, withClipboard())
	p.waitVerdict("join-never-returns")
	number := func() int { return p.eventNumber() }
	pressed := func(button string) bool {
		return p.isTrue(`document.querySelector(` + quote(button) + `).getAttribute("aria-pressed") === "true"`)
	}
	toggles := func(key, button string) {
		t.Helper()
		was := pressed(button)
		p.Press(key)
		p.WaitFor(key+" switches "+button, fmt.Sprintf(`document.querySelector(%s).getAttribute("aria-pressed") === "%t"`, quote(button), !was))
		p.Press(key)
		p.WaitFor(key+" switches it back", fmt.Sprintf(`document.querySelector(%s).getAttribute("aria-pressed") === "%t"`, quote(button), was))
	}
	thereAndBack := func(there, back string, modifiers ...kb.Modifier) {
		t.Helper()
		p.home()
		p.moved(there)
		first := p.moved(there)
		second := p.moved(there)
		assert.Greater(t, second, first, there)
		assert.Equal(t, first, p.moved(back, modifiers...), back)
	}
	speed := func(text string) {
		t.Helper()
		p.WaitFor("the speed is "+text, `document.querySelector('[data-testid="speed"]').selectedOptions[0].text === `+quote(text))
	}
	window := func(condition string) {
		t.Helper()
		p.WaitFor("the part of the run that is shown: "+condition, `(() => { const style = document.querySelector('[data-testid="minimap"]').style,
			from = Number(style.getPropertyValue("--from")), to = Number(style.getPropertyValue("--to")), width = to - from; return `+condition+`; })()`)
	}
	effects := map[string]func(){
		"Space": func() {
			p.home()
			p.Press(" ")
			p.WaitFor("it plays", `document.querySelector('[data-testid="play"]').dataset.playing === "on"`)
			p.Press(" ")
			p.WaitFor("it rests", `document.querySelector('[data-testid="play"]').dataset.playing === "off"`)
		},
		"← →": func() { thereAndBack(kb.ArrowRight, kb.ArrowLeft) },
		"⇧ ← →": func() {
			p.Click(id("lane-w1") + " .lane-head")
			p.home()
			ofTask := func() {
				t.Helper()
				assert.True(t, p.isTrue(`document.querySelector('[data-testid="caption"] .tb')?.textContent === "w1"`), p.Text(id("caption")))
			}
			p.moved(kb.ArrowRight, kb.ModifierShift)
			p.moved(kb.ArrowRight, kb.ModifierShift)
			second := p.moved(kb.ArrowRight, kb.ModifierShift)
			ofTask()
			p.moved(kb.ArrowRight, kb.ModifierShift)
			ofTask()
			assert.Equal(t, second, p.moved(kb.ArrowLeft, kb.ModifierShift))
			p.Click(id("lane-w1") + " .lane-head")
		},
		"Page ↑ ↓": func() {
			p.home()
			p.page(5)
			assert.Equal(t, "0.906", p.Text(id("clock")), "half of the run")
			p.Press(kb.PageUp)
			p.WaitFor("a tenth back", `document.querySelector('[data-testid="clock"]').innerText === "0.725"`)
		},
		"Home End": func() {
			p.home()
			assert.Equal(t, 1, number())
			p.moved(kb.End)
			assert.Equal(t, 95, number())
		},
		"[ ]": func() {
			p.Press("]")
			speed("2×")
			p.Press("[[")
			speed("½×")
			p.Press("]")
			speed("1×")
		},
		"+ − 0": func() {
			p.Press("++")
			window("width < 0.3")
			p.Press("-")
			window("width > 0.4 && width < 0.6")
			p.Press("0")
			window("width === 1")
		},
		"{ }": func() {
			p.home()
			p.Press("++")
			window("from === 0 && width < 0.3")
			p.Press("}}")
			window("from > 0 && width < 0.3")
			p.Press("{{{{")
			window("from === 0 && width < 0.3")
			p.Press("0")
		},
		", .": func() { thereAndBack(".", ",") },
		"< >": func() {
			p.home()
			runs := func(code string) {
				t.Helper()
				assert.Contains(t, p.evalText(`document.querySelector('code-editor .cm-line[data-w="run"]')?.textContent ?? ""`), code)
			}
			p.moved(">")
			runs("async def main")
			p.moved(">")
			runs("asyncio.Queue()")
			p.moved(">")
			runs("put_nowait")
			p.moved("<")
			runs("asyncio.Queue()")
		},
		"J ⇧ J": func() { thereAndBack("j", "J", kb.ModifierShift) },
		"O ⇧ O": func() { thereAndBack("o", "O", kb.ModifierShift) },
		"⇧ F": func() {
			p.home()
			p.moved("F", kb.ModifierShift)
			assert.Contains(t, p.Text(id("caption")), "Fault at line 12")
		},
		"B ⇧ B": func() {
			p.home()
			marked := p.moved("j")
			p.Press("b")
			p.WaitFor("it is marked", `document.querySelector('[data-testid="bookmark"]').getAttribute("aria-pressed") === "true"`)
			p.home()
			assert.Equal(t, marked, p.moved("B", kb.ModifierShift))
			p.Press("b")
		},
		"Q": func() { toggles("q", id("predict")) },
		"M": func() { toggles("m", id("sound")) },
		"H": func() { toggles("h", id("nest")) },
		"1 … 9": func() {
			for _, n := range []string{"3", "2", "1"} {
				p.Press(n)
				p.WaitFor("variant "+n, fmt.Sprintf(`document.querySelectorAll(".vtab")[%s - 1].querySelector('[aria-selected="true"]')`, n))
			}
		},
		"F": func() {
			p.home()
			p.moved("o")
			p.Press("f")
			p.WaitFor("a fault on that line", `document.querySelector('[data-testid="fault-form"]')?.innerText.includes("line 13")`)
			p.Click(id("fault-remove"))
			p.WaitFor("taken off again", `document.querySelectorAll(".fault-rows .fault").length === 1`)
		},
		"⌘/Ctrl ↵": func() {
			before := p.evalText("String(" + lastRun + ")")
			p.Press("\r", kb.ModifierCtrl)
			p.WaitFor("another run", lastRun+` > `+before)
		},
		"D": func() {
			p.Press("d")
			p.WaitFor("another seed", `!document.querySelector("code-editor").value.includes("SEED = 42 ")`)
		},
		"⌘/Ctrl Z": func() {
			p.Press("z", kb.ModifierCtrl)
			p.waitCode("SEED = 42 ")
			p.Press("z", kb.ModifierCtrl, kb.ModifierShift)
			p.WaitFor("made again", `!document.querySelector("code-editor").value.includes("SEED = 42 ")`)
			p.Press("z", kb.ModifierCtrl)
			p.waitVerdict("join-never-returns")
		},
		"C": func() {
			p.Press("c")
			p.WaitFor("the comparison", `document.querySelector('#app[data-mode="compare"] code-diff')`)
			p.Press("c")
			p.WaitFor("and back", `document.querySelector('#app[data-mode="play"]')`)
		},
		"E": func() {
			p.Press("e")
			p.WaitFor("many runs", `document.querySelector('#app[data-mode="explore"]')`)
			p.Press("e")
			p.WaitFor("and back", `document.querySelector('#app[data-mode="play"]')`)
		},
		"X": func() {
			p.Press("c")
			p.WaitFor("the comparison", `document.querySelector('[data-testid="outcome-a"]')`)
			a := p.evalText(`document.querySelector('[data-testid="compare-a"]').value`)
			p.Press("x")
			p.WaitFor("A has become B", `document.querySelector('[data-testid="compare-b"]').value === `+quote(a))
			p.Press("x")
			p.Press("c")
			p.WaitFor("and back", `document.querySelector('#app[data-mode="play"]')`)
		},
		"S": func() {
			p.Eval(`void (window.copied = null)`, nil)
			p.Press("s")
			assert.Contains(t, p.copied(), "#1")
		},
		"T": func() {
			for _, theme := range []string{"dark", "light", "auto"} {
				p.Press("t")
				p.WaitFor("the theme is "+theme, `document.documentElement.dataset.theme === `+quote(theme))
			}
		},
		"L ⌘/Ctrl K": func() {
			for _, modifiers := range [][]kb.Modifier{nil, {kb.ModifierCtrl}} {
				p.Press(map[bool]string{true: "l", false: "k"}[modifiers == nil], modifiers...)
				p.WaitFor("the menu of programs", `document.activeElement?.dataset.testid === "menu-search"`)
				p.Press(kb.Escape)
				p.WaitFor("it has gone", `!document.querySelector('[data-testid="programs-menu"]')`)
				p.leaveEditor()
			}
		},
		"↑ ↓ ↵": func() {
			p.Eval(`document.querySelector('[data-testid="panel-console"]').focus()`, nil)
			p.Press(kb.ArrowDown)
			p.Press(kb.ArrowUp)
			p.Press(kb.ArrowUp)
			row := p.evalText(`document.activeElement.querySelector("time").textContent`)
			p.Press("\r")
			p.WaitFor("its moment", `document.querySelector('[data-testid="clock"]').textContent === `+quote(row))
			p.leaveEditor()
		},
		"Alt ↑ ↓": func() {
			p.Click(codeLineAt(p.lineOf("ITEMS =")) + " .tok-n")
			p.Press(kb.ArrowUp, kb.ModifierAlt)
			p.waitCode("ITEMS = 21 ")
			p.Press(kb.ArrowDown, kb.ModifierAlt)
			p.waitCode("ITEMS = 20 ")
			p.Press(kb.Escape)
		},
		"?": func() {
			p.Press("?")
			p.WaitFor("the sheet", `document.querySelector('[data-testid="keys-list"]')`)
			p.Press(kb.Escape)
			p.WaitFor("it has gone", `!document.querySelector('[data-testid="keys-list"]')`)
		},
		"Esc": func() {
			p.Click("code-editor .cm-content")
			p.Press(kb.Escape)
			p.WaitFor("the editor is left", `!document.activeElement?.closest("code-editor")`)
			p.Hover(id("lane-w1") + " .lane-head")
			lit := `getComputedStyle(document.querySelector('[data-testid="lane-w1"]')).backgroundColor !== getComputedStyle(document.querySelector('[data-testid="lane-w0"]')).backgroundColor`
			p.WaitFor("the lane is lit", lit)
			p.Press(kb.Escape)
			p.WaitFor("the light is out", `!(`+lit+`)`)
		},
	}
	p.Click(id("keys"))
	rows := p.texts(id("keys-list") + " dt")
	require.NotEmpty(t, rows)
	p.Press(kb.Escape)
	for _, row := range rows {
		keys := strings.Join(strings.Fields(row), " ")
		do, known := effects[keys]
		if !assert.True(t, known, "the row %q has an effect here", keys) {
			continue
		}
		p.leaveEditor()
		do()
		delete(effects, keys)
	}
	assert.Empty(t, effects, "each effect has its row")
}
