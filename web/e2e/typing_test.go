package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const typedInto = `import asyncio


async def main():
    total = 1
    print('hello')
    await asyncio.sleep(1)


asyncio.run(main())
`

// watchPage notes what the verdict, the editor and the timeline showed at any time, and when the text changed.
const watchPage = `(() => {
	window.seen = {verdicts: [], errors: 0, veiled: 0, empty: 0, changes: []};
	const look = () => {
		const verdict = document.querySelector('[data-testid="verdict"]');
		seen.verdicts.push(verdict.dataset.verdict + " " + verdict.innerText);
		seen.errors += document.querySelectorAll(".cm-error, .cm-has-error").length;
		seen.veiled += document.querySelectorAll('#timeline[data-stale="on"]').length;
		seen.empty += document.querySelectorAll('[data-testid="console"] li').length === 0;
	};
	new MutationObserver(look).observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
	document.addEventListener("code-change", () => seen.changes.push(performance.now()));
})()`

type seenPage struct {
	Verdicts              []string
	Errors, Veiled, Empty int
	Changes               []float64
}

// restMilliseconds is less than the page waits for the hand to rest.
const restMilliseconds = 200

// typedSwiftly types keys and returns what the page showed meanwhile, once the machine has let the keys come in time.
func (p *Page) typedSwiftly(keys string) seenPage {
	p.t.Helper()
	for range 10 {
		p.Eval(`(() => { seen = {verdicts: [], errors: 0, veiled: 0, empty: 0, changes: []}; })()`, nil)
		p.Press(keys)
		var seen seenPage
		p.Eval("seen", &seen)
		swift := len(seen.Changes) > 0
		for i := 1; i < len(seen.Changes); i++ {
			swift = swift && seen.Changes[i]-seen.Changes[i-1] < restMilliseconds
		}
		if swift {
			return seen
		}
		p.Press(strings.Repeat(kb.Backspace, len(keys)))
		p.waitVerdict("finished")
	}
	p.t.Skip("the machine is too busy to type as fast as a person")
	return seenPage{}
}

func openTyping(t *testing.T) *Page {
	p := openStory(t)
	p.typeProgram(typedInto)
	p.waitConsole("hello")
	p.waitVerdict("finished")
	p.Eval(watchPage, nil)
	return p
}

func TestANameTypedLetterByLetterNeverShowsAnErrorUntilTheHandRests(t *testing.T) {
	p := openTyping(t)
	p.clickEndOfLine(5)
	p.Press(kb.Enter)
	seen := p.typedSwiftly("print(total)")
	for _, verdict := range seen.Verdicts {
		assert.True(t, strings.HasPrefix(verdict, "finished"), verdict)
	}
	assert.Zero(t, seen.Errors, "nothing is underlined while the hand types")
	assert.Zero(t, seen.Veiled)
	assert.Zero(t, seen.Empty, "the console keeps its lines")
	p.waitConsole("1")

	p.Press(kb.Enter)
	p.Press("tota")
	p.waitVerdictText("name 'tota' is not defined")
	p.Press("l")
	p.waitVerdict("finished")
	assert.Contains(t, p.code(), "print(total)\n    total\n")
}

func TestASyntaxErrorIsToldWhenTheHandRestsAndGoneWithTheKeyThatMendsIt(t *testing.T) {
	p := openTyping(t)
	p.clickEndOfLine(5)
	p.Press(" + (")
	p.waitVerdict("syntax-error")
	p.waitThere("it is marked in the code", ".cm-has-error")
	p.waitThere("the old picture is veiled", `#timeline[data-stale="on"]`)
	p.Press("2)")
	p.waitVerdict("finished")
	p.WaitFor("nothing is marked any more", `!document.querySelector(".cm-has-error") && document.querySelector('#timeline[data-stale="off"]')`)
}

func TestACommentKeepsThePictureAndThePlayhead(t *testing.T) {
	p := openTyping(t)
	p.Eval(`document.activeElement.blur()`, nil)
	p.Press(kb.Home)
	p.Press(kb.ArrowRight + kb.ArrowRight + kb.ArrowRight)
	now, of := p.eventCount()
	require.Less(t, now, of)
	p.clickEndOfLine(4)
	p.Eval(`performance.clearMarks("run-drawn")`, nil)
	seen := p.typedSwiftly("  # here it begins")
	p.WaitFor("the program has run as it was typed", `performance.getEntriesByName("run-drawn").length > 0`)
	assert.Zero(t, seen.Errors+seen.Veiled+seen.Empty)
	again, ofAgain := p.eventCount()
	assert.Equal(t, []int{now, of}, []int{again, ofAgain}, "the playhead stays on its event")
}

func TestAPrintedTextFollowsTheKeys(t *testing.T) {
	p := openTyping(t)
	p.clickEndOfLine(6)
	p.Press(kb.ArrowLeft + kb.ArrowLeft)
	const followed = `new Promise(resolve => {
		const typed = performance.now();
		document.execCommand("insertText", false, %q);
		const look = () => {
			const there = [...document.querySelectorAll('[data-testid="console"] .text')].some(e => e.textContent.includes(%q));
			if (there || performance.now() - typed > 10000) resolve(performance.now() - typed); else requestAnimationFrame(look);
		};
		look();
	})`
	text, quickest := "hello", 1e9
	for _, letter := range []string{"w", "o", "r", "l", "d"} {
		var took float64
		text += letter
		p.Eval(fmt.Sprintf(followed, letter, text), &took)
		quickest = min(quickest, took)
	}
	assert.Less(t, quickest, float64(restMilliseconds), "without a pause")
}

func TestAProgramThatNeverEndsBecomesTheOneThatRunsWhenTheHandRests(t *testing.T) {
	p := openTyping(t)
	p.clickEndOfLine(5)
	p.Press(kb.Enter)
	p.typedSwiftly("while True: pass")
	p.WaitText(id("run"), "Stop")
	p.waitThere("what stands there is from before", `#timeline[data-stale="on"]`)
	for range len("while True: pass") {
		p.Press(kb.Backspace)
	}
	p.waitVerdict("finished")
	p.WaitFor("Stop is Run again", `!document.querySelector('[data-testid="run"]').textContent.includes("Stop")`)
}
