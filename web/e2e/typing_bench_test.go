package e2e

import (
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

// BenchmarkTyping types digits of a number of the documentation's example, and letters while a program runs that never ends.
func BenchmarkTyping(b *testing.B) {
	var runs, keys []float64
	for range b.N {
		p := openStory(b)
		p.Click("code-editor .cm-content")
		p.Press(kb.Home, kb.ModifierCtrl)
		for range 4 {
			p.Press(kb.ArrowDown)
		}
		for range len("ITEMS = 20") {
			p.Press(kb.ArrowRight)
		}
		p.Eval(watchTyping, nil)
		for range 10 {
			for _, key := range []string{"5", kb.Backspace} { // 205 items and 20
				var shown float64
				p.Eval(`window.downs.length = window.drawn.length = 0`, nil)
				p.Press(key)
				p.WaitFor("the run is drawn", `window.drawn.length > 0`)
				p.Eval(`window.drawn[0] - window.downs[0]`, &shown)
				runs = append(runs, shown)
			}
		}
		p.typeProgram("while True:\n    pass\n")
		p.WaitFor("it runs", `document.querySelector('[data-testid="run"]').textContent.includes("Stop")`)
		p.Eval(`window.delays.length = 0`, nil)
		for range 40 {
			p.Press("#")
			time.Sleep(40 * time.Millisecond)
		}
		var delays []float64
		p.Eval(`window.delays`, &delays)
		keys = append(keys, delays...)
		p.Close()
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(quantile(runs, 0.5), "ms/key-to-run-median")
	b.ReportMetric(quantile(runs, 0.95), "ms/key-to-run-p95")
	b.ReportMetric(float64(len(keys)), "keys-above-16-ms")
	if len(keys) > 0 {
		b.ReportMetric(quantile(keys, 0.95), "ms/key-delay-p95-of-those")
	}
}
