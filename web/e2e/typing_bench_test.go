package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
)

// watchTyping notes when keys go down, when runs are drawn, and how long the browser took from each key to the next picture.
const watchTyping = `(() => {
	window.downs = []; window.drawn = []; window.delays = [];
	addEventListener("keydown", event => window.downs.push(event.timeStamp), true);
	new PerformanceObserver(list => { for (const mark of list.getEntriesByName("run-drawn")) window.drawn.push(mark.startTime); }).observe({type: "mark"});
	new PerformanceObserver(list => { for (const entry of list.getEntries()) if (entry.name === "keydown") window.delays.push(entry.duration); })
		.observe({type: "event", durationThreshold: 16});
})()`

// placeCaret puts the caret after some columns of a line, a key at a time as a hand does.
func (p *Page) placeCaret(line, column int) {
	p.t.Helper()
	press := func(key string, modifiers ...kb.Modifier) {
		p.Press(key, modifiers...)
		p.Eval(`new Promise(done => requestAnimationFrame(done))`, nil)
	}
	press(kb.Home, kb.ModifierCtrl)
	for range line - 1 {
		press(kb.ArrowDown)
	}
	for range column {
		press(kb.ArrowRight)
	}
}

// keyToRun presses a key and tells after how many milliseconds its run was drawn.
func (p *Page) keyToRun(key string) (milliseconds float64) {
	p.t.Helper()
	p.Eval(`window.downs.length = window.drawn.length = 0`, nil)
	p.Press(key)
	p.WaitFor("the run is drawn", `window.drawn.length > 0`)
	p.Eval(`window.drawn[0] - window.downs[0]`, &milliseconds)
	return milliseconds
}

// longProgram is a program of some lines, few of which run.
func longProgram(lines int) string {
	var b strings.Builder
	b.WriteString("import asyncio\n\n")
	const function = "async def step_%[1]d(queue, n=%[1]d):\n    # step %[1]d\n    value = n * %[1]d + len('text %[1]d')\n    await asyncio.sleep(0.01)\n" +
		"    if value %% 2 == 0:\n        print(f'step %[1]d {value}')\n    await queue.put(value)\n    return value\n\n\n"
	for i := range lines / strings.Count(function, "\n") {
		fmt.Fprintf(&b, function, i)
	}
	b.WriteString("async def main():\n    queue = asyncio.Queue()\n    print('sum', await step_2(queue) + await step_3(queue))\n\n\nasyncio.run(main())\n")
	return b.String()
}

// BenchmarkTyping types into the documentation's example: digits of a number, a comment, a text that is printed, the last letter of
// a name; a comment in a program of 2,000 lines; and letters while a program runs that never ends.
func BenchmarkTyping(b *testing.B) {
	runs := map[string][]float64{}
	var keys []float64
	for range b.N {
		p := openStory(b)
		p.Click("code-editor .cm-content")
		p.Eval(watchTyping, nil)
		p.placeCaret(5, len("ITEMS = 20"))
		for range 10 {
			for _, key := range []string{"5", kb.Backspace} { // 205 items and 20
				runs["digit"] = append(runs["digit"], p.keyToRun(key))
			}
		}
		p.placeCaret(19, len("    queue = asyncio.Queue()"))
		p.Press("  #")
		for _, key := range strings.Repeat("a comment ", 3) {
			runs["comment"] = append(runs["comment"], p.keyToRun(string(key)))
		}
		p.placeCaret(13, len(`        print(f"{name} worked`))
		for _, key := range strings.Repeat(" hard", 6) {
			runs["text"] = append(runs["text"], p.keyToRun(string(key)))
		}
		p.placeCaret(11, len("        seconds"))
		for range 20 {
			p.Press(kb.Backspace) // the next line misses seconds now
			time.Sleep(80 * time.Millisecond)
			runs["name"] = append(runs["name"], p.keyToRun("s"))
		}
		p.typeProgram("while True:\n    pass\n")
		p.WaitText(id("run"), "Stop")
		p.Eval(`window.delays.length = 0`, nil)
		for range 40 {
			p.Press("#")
			time.Sleep(40 * time.Millisecond)
		}
		var delays []float64
		p.Eval(`window.delays`, &delays)
		keys = append(keys, delays...)
		p.typeProgram(longProgram(2000))
		p.waitConsole("sum")
		p.placeCaret(4, len("    # step 0"))
		for _, key := range strings.Repeat(" more", 6) {
			runs["comment-of-2000-lines"] = append(runs["comment-of-2000-lines"], p.keyToRun(string(key)))
		}
		p.Close()
	}
	b.ReportMetric(0, "ns/op")
	for what, times := range runs {
		b.ReportMetric(quantile(times, 0.5), "ms/"+what+"-to-run-median")
		b.ReportMetric(quantile(times, 0.95), "ms/"+what+"-to-run-p95")
	}
	b.ReportMetric(float64(len(keys)), "keys-above-16-ms")
	if len(keys) > 0 {
		b.ReportMetric(quantile(keys, 0.95), "ms/key-delay-p95-of-those")
	}
}
