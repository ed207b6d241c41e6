package browsers

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// drawnPixels counts the pixels of the timeline that are painted.
const drawnPixels = `(() => { const c = document.querySelector("canvas#still"); return c.getContext("2d").getImageData(0, 0, c.width, c.height).data.filter(v => v).length; })()`

// seenByAccident lists what is for screen readers alone and can be seen all the same.
const seenByAccident = `JSON.stringify([...document.querySelectorAll(".vh, .vh *")].filter(e => {
	const r = e.getBoundingClientRect();
	return r.width > 2 && document.elementsFromPoint(r.x + r.width / 2, r.y + r.height / 2).includes(e);
}).map(e => e.outerHTML.slice(0, 80)))`

func TestAFirstVisit(t *testing.T) {
	each(t, options{}, func(t *testing.T, p *Page) {
		p.drawn()
		assert.Equal(t, "on", p.Text(`document.querySelector('[data-testid="play"]').dataset.playing`), "the example plays by itself")
		p.ready()
		p.waitVerdict("join() will never return: 11 items never marked done")
		assert.Equal(t, 1, p.requests.holding(".wasm.xz"), "the program is downloaded once")
		var pixels int
		p.Eval(drawnPixels, &pixels)
		assert.Greater(t, pixels, 5000, "the timeline is drawn")
		assert.Equal(t, "[]", p.Text(seenByAccident))
		assert.Greater(t, p.coloursOf(`.entry .bar[data-st="join"]`), 1, "join() has its stripes")
		assert.Greater(t, p.coloursOf(`.chip[data-kind="lost"]`), 8, "lost items have their hatch")
		assert.Equal(t, "underline", p.Text(`getComputedStyle(document.querySelector(".verdict .ln")).textDecorationLine`))
		var overflow int
		p.Eval(`document.documentElement.scrollWidth - innerWidth`, &overflow)
		assert.LessOrEqual(t, overflow, 0)
	})
}

func TestKnobsKeysAndScrubbing(t *testing.T) {
	each(t, options{}, func(t *testing.T, p *Page) {
		p.ready()
		r := p.Place(id("knob-WORKERS") + " input")
		p.Drag(r.X+r.Width*2/7, r.Y+r.Height/2, r.Width*3/7, 0, 6)
		p.WaitFor("the literal changes", `/WORKERS = [56] /.test(document.querySelector("code-editor").value)`)
		p.WaitFor("a fifth worker has a lane", `document.querySelector('[data-testid="lane-w4"]')`)

		line := p.lineOf("random.uniform")
		x, y := p.Place(fmt.Sprintf(".cm-line:nth-child(%d of .cm-line) .tok-n", line)).Centre()
		total := p.Text(`document.querySelector('[data-testid="total"]').textContent`)
		p.Drag(x, y, 120, 0, 12)
		p.WaitFor("the dragged number changes", `!document.querySelector("code-editor").value.includes("random.uniform(0.05,")`)
		p.WaitFor("the run follows", `document.querySelector('[data-testid="total"]').textContent !== `+quote(total))

		p.leaveEditor()
		p.Press(keyHome)
		p.WaitFor("at the start", `document.querySelector('[data-testid="clock"]').innerText.trim() === "0.000"`)
		p.Press(keyRight + keyRight + keyLeft)
		p.WaitFor("one event on", `document.querySelector('[data-testid="event-number"]').innerText.match(/\d+/)[0] === "2"`)
		p.leaveEditor()
		p.Press(" ")
		p.WaitFor("it plays", `Number(document.querySelector('[data-testid="clock"]').innerText) > 0.1`)
		p.Press(" ")
		mini := p.Place(id("minimap"))
		p.ClickAt(mini.X+mini.Width/2, mini.Y+mini.Height/2)
		p.WaitFor("scrubbed to the middle", `Math.abs(Number(document.querySelector('[data-testid="clock"]').innerText) / document.querySelector('[data-testid="playhead"]').getAttribute("aria-valuemax") - .5) < .15`)
		lanes := p.Place("#timeline")
		p.Drag(lanes.X+lanes.Width*.7, lanes.Y+8, -lanes.Width*.3, 0, 6)
		p.WaitFor("dragged along the axis", `Number(document.querySelector('[data-testid="clock"]').innerText) / document.querySelector('[data-testid="playhead"]').getAttribute("aria-valuemax") < .45`)
	})
}

func TestTypingFaultsAndAnEndlessProgram(t *testing.T) {
	each(t, options{}, func(t *testing.T, p *Page) {
		p.ready()
		p.typeProgram("import asyncio\n\nasync def main():\n    print('one')\n\nasyncio.run(main())\n")
		p.waitConsole("one")
		r := p.Place(".cm-line:nth-child(4 of .cm-line)")
		p.ClickAt(r.X+r.Width-8, r.Y+r.Height/2)
		p.Press(keyEnd)
		p.Press(keyEnter + "print('two')")
		p.Press(keyEnter, keyControl)
		p.waitConsole("two")
		assert.Contains(t, p.code(), "    print('one')\n    print('two')\n", "the editor indents, and doubles no quote")
		p.waitVerdict("Finished")

		gutter, line := p.Place(".cm-faults"), p.Place(".cm-line:nth-child(4 of .cm-line)")
		p.ClickAt(gutter.X+gutter.Width/2, line.Y+line.Height/2)
		p.WaitFor("a fault stands on that line", `document.querySelector('[data-testid="fault-0"]').innerText.includes("line 4")`)
		p.waitVerdict("RuntimeError")
		p.Press("z", keyControl)

		for _, source := range []string{"while True: pass\n", "import asyncio\n\nasync def main():\n    while True:\n        await asyncio.sleep(0)\n\nasyncio.run(main())\n"} {
			p.typeProgram(source)
			p.WaitFor("Run has become Stop", `document.querySelector('[data-testid="run"]').dataset.do === "stop"`)
			p.Click(id("run"))
			p.waitVerdict("Stopped at")
		}
		p.typeProgram("import fractions\nprint('alive', fractions.Fraction(3, 6))\n")
		p.waitConsole("alive 1/2")
	})
}

func TestThemeLanguageMenuCompareAndShare(t *testing.T) {
	each(t, options{}, func(t *testing.T, p *Page) {
		p.ready()
		before := p.Text(`getComputedStyle(document.body).backgroundColor`)
		for range 3 {
			if p.Text(`getComputedStyle(document.body).backgroundColor`) == before {
				p.Click(id("theme"))
				p.Eval(`new Promise(requestAnimationFrame)`, nil)
			}
		}
		assert.NotEqual(t, before, p.Text(`getComputedStyle(document.body).backgroundColor`))
		assert.NotEqual(t, "auto", p.Text(`getComputedStyle(document.querySelector(".right")).scrollbarColor`), "no white scroll bars")
		p.Click(id("lang-ja"))
		p.WaitFor("the verdict is Japanese", `/[ぁ-ん]/.test(document.querySelector('[data-testid="verdict"]').innerText)`)
		p.Screenshot("dark-japanese")
		p.Click(id("lang-en"))

		p.Click(id("mode-compare"))
		p.WaitFor("both outcomes are there", `document.querySelector('[data-testid="outcome-b"]')`)
		assert.Equal(t, "11 0", p.Text(`document.querySelector('[data-testid="unfinished-a"]').innerText + " " + document.querySelector('[data-testid="unfinished-b"]').innerText`))
		p.Screenshot("compare")
		p.Click(id("mode-play"))

		p.leaveEditor()
		p.Press("s")
		p.WaitFor("the link is copied", `document.querySelector('[data-testid="notice"]')?.innerText.includes("copied")`)
		assert.Contains(t, p.Text(`location.href`), "#1")

		p.Press("k", keyControl)
		p.WaitFor("the search has the focus", `document.activeElement?.dataset.testid === "menu-search"`)
		p.Press("semaphore")
		p.WaitFor("the list is searched", `document.querySelector('[role="option"]')?.textContent.includes("At most so many")`)
		p.Screenshot("menu")
		p.Press(keyEnter)
		p.WaitFor("the program is there", `document.querySelector("code-editor").value.includes("asyncio.Semaphore(LIMIT)")`)
		p.waitVerdict("Finished")
	})
}
