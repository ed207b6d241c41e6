package e2e

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/chromedp/chromedp/kb"
)

// id selects the element with a data-testid.
func id(name string) string { return fmt.Sprintf("[data-testid=%q]", name) }

// ready waits until the first run is drawn.
func (p *Page) ready() {
	p.t.Helper()
	p.WaitFor("the first run is drawn", `performance.getEntriesByName("first-run-drawn").length`)
	p.WaitFor("the editor is up", `document.querySelector("code-editor .cm-content")`)
}

// endTour ends what plays by itself on a first visit.
func (p *Page) endTour() {
	p.t.Helper()
	p.WaitFor("the example introduces itself, or shows its verdict", `document.querySelector('[data-testid="promise"] button, [data-testid="verdict"]')`)
	p.Eval(`document.querySelector('[data-testid="promise"] button')?.click()`, nil)
	p.WaitFor("the verdict is there", `document.querySelector('[data-testid="verdict"]')`)
}

// typeProgram replaces the program as one who selects all and pastes does.
func (p *Page) typeProgram(source string) {
	p.t.Helper()
	p.Click("code-editor .cm-content")
	p.Press("a", kb.ModifierCtrl)
	p.paste(source)
}

// paste inserts text at the caret, as a paste from the clipboard does.
func (p *Page) paste(text string) {
	p.t.Helper()
	p.Eval(fmt.Sprintf(`(() => { const data = new DataTransfer(); data.setData("text/plain", %s);
		document.querySelector("code-editor .cm-content").dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); })()`, quote(text)), nil)
}

// console returns what the console tab shows, a line each: "0.074 w1 text", past and future alike.
func (p *Page) console() []string {
	p.t.Helper()
	var lines []string
	p.Eval(`[...document.querySelectorAll('[data-testid="console"] li')].map(li => [...li.children].map(e => e.textContent.trim()).join(" "))`, &lines)
	return lines
}

// waitConsole waits until some line of the console holds the text.
func (p *Page) waitConsole(text string) {
	p.t.Helper()
	p.WaitFor("the console says "+text, fmt.Sprintf(`[...document.querySelectorAll('[data-testid="console"] .text')].some(e => e.textContent.includes(%s))`, quote(text)))
}

// verdict is the visible text of the verdict.
func (p *Page) verdict() string {
	p.t.Helper()
	return strings.Join(strings.Fields(p.Text(id("verdict"))), " ")
}

// waitVerdict waits for a verdict whose kind begins so: "join-never-returns", "finished".
func (p *Page) waitVerdict(kind string) {
	p.t.Helper()
	p.WaitFor("a verdict: "+kind, fmt.Sprintf(`document.querySelector('[data-testid="verdict"][data-verdict^=%q]')`, kind))
}

// waitVerdictText waits until the verdict says something.
func (p *Page) waitVerdictText(text string) {
	p.t.Helper()
	p.WaitFor("the verdict says "+text, fmt.Sprintf(`document.querySelector('[data-testid="verdict"]')?.innerText.replace(/\s+/g, " ").includes(%s)`, quote(text)))
}

// eventCount is the number of the event shown, and how many there are.
func (p *Page) eventCount() (now, of int) {
	p.t.Helper()
	var numbers []int
	p.Eval(`document.querySelector('[data-testid="event-number"]').textContent.match(/\d+/g).map(Number)`, &numbers)
	if len(numbers) != 2 {
		p.t.Fatalf("the caption numbers its event: %v", numbers)
	}
	return numbers[0], numbers[1]
}

// clock is the time shown in the transport.
func (p *Page) clock() string {
	p.t.Helper()
	return strings.TrimSpace(p.Text(id("clock")))
}

// badgesOn returns the badges at the end of a code line: "w0/sleep".
func (p *Page) badgesOn(line int) []string {
	p.t.Helper()
	var badges []string
	p.Eval(fmt.Sprintf(`[...document.querySelectorAll(".cm-line:nth-child(%d of .cm-line) .tb")].map(b => b.textContent + "/" + b.dataset.st)`, line), &badges)
	return badges
}

// leaveEditor puts the focus out of the editor, so that single keys work.
func (p *Page) leaveEditor() {
	p.t.Helper()
	p.Eval(`document.activeElement?.blur()`, nil)
}

// setSlider moves a slider as a hand on it does: in steps, each of which the page hears.
func (p *Page) setSlider(selector string, values ...int) {
	p.t.Helper()
	for _, v := range values {
		p.Eval(fmt.Sprintf(`(() => { const e = document.querySelector(%s); e.value = %d;
			e.dispatchEvent(new Event("input", {bubbles: true})); })()`, quote(selector), v), nil)
		time.Sleep(30 * time.Millisecond)
	}
	p.Eval(fmt.Sprintf(`document.querySelector(%s).dispatchEvent(new Event("change", {bubbles: true}))`, quote(selector)), nil)
}

// fill sets a field's value as typing or choosing does.
func (p *Page) fill(selector, value string) {
	p.t.Helper()
	p.WaitFor(selector+" is there", fmt.Sprintf(`document.querySelector(%s)`, quote(selector)))
	p.Eval(fmt.Sprintf(`(() => { const e = document.querySelector(%s); e.value = %s;
		e.dispatchEvent(new Event("input", {bubbles: true})); e.dispatchEvent(new Event("change", {bubbles: true})); })()`, quote(selector), quote(value)), nil)
}

// clickGutter clicks in the fault gutter beside a line.
func (p *Page) clickGutter(line int) {
	p.t.Helper()
	place := p.Place(fmt.Sprintf(".cm-line:nth-child(%d of .cm-line)", line))
	gutter := p.Place(".cm-faults")
	p.ClickAt(gutter.X+gutter.Width/2, place.Y+place.Height/2)
}

// waitThere waits until an element is in the page. what says in words what the test waits for.
func (p *Page) waitThere(what, selector string) {
	p.t.Helper()
	p.WaitFor(what, fmt.Sprintf("document.querySelector(%s)", quote(selector)))
}

// waitGone waits until no element of the kind is in the page.
func (p *Page) waitGone(what, selector string) {
	p.t.Helper()
	p.WaitFor(what, fmt.Sprintf("!document.querySelector(%s)", quote(selector)))
}

// waitCode waits until the program in the editor holds a text.
func (p *Page) waitCode(text string) {
	p.t.Helper()
	p.WaitFor("the editor holds "+text, `document.querySelector("code-editor").value.includes(`+quote(text)+`)`)
}

// code is the text in the editor.
func (p *Page) code() string {
	p.t.Helper()
	var text string
	p.Eval(`document.querySelector("code-editor").value`, &text)
	return text
}

// lineOf is the number of the first line of the program that holds the text.
func (p *Page) lineOf(text string) int {
	p.t.Helper()
	for i, line := range strings.Split(p.code(), "\n") {
		if strings.Contains(line, text) {
			return i + 1
		}
	}
	p.t.Fatalf("no line holds %q", text)
	return 0
}

func itoa(n int) string { return strconv.Itoa(n) }
