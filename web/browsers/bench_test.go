package browsers

import (
	"fmt"
	"slices"
	"testing"
)

// Figures of both browsers, for docs/performance.md: `make bench`.

func eachBench(b *testing.B, measure func(p *Page) (name string, milliseconds []float64)) {
	for _, start := range []func() *browser{firefox, webkit} {
		browser := start()
		b.Run(browser.name, func(b *testing.B) {
			var all []float64
			name := ""
			for range b.N {
				p := open(b, browser, options{})
				var some []float64
				name, some = measure(p)
				all = append(all, some...)
				p.close()
			}
			b.ReportMetric(0, "ns/op")
			slices.Sort(all)
			b.ReportMetric(all[len(all)/2], "ms/"+name+"-p50")
			b.ReportMetric(all[len(all)*95/100], "ms/"+name+"-p95")
		})
	}
}

// BenchmarkColdStart is the time from the request of index.html to the first run on the screen, with an empty cache.
func BenchmarkColdStart(b *testing.B) {
	eachBench(b, func(p *Page) (string, []float64) {
		p.drawn()
		var at float64
		p.Eval(`performance.getEntriesByName("first-run-drawn")[0].startTime`, &at)
		return "first-run-drawn", []float64{at}
	})
}

// BenchmarkSliderDrag moves the slider of the workers, a step every 60 ms, and takes the time to each run on the screen. A step
// whose run a newer one replaced counts until that one was drawn.
func BenchmarkSliderDrag(b *testing.B) {
	eachBench(b, func(p *Page) (string, []float64) {
		p.ready()
		var times []float64
		p.Eval(`new Promise(resolve => {
			const slider = document.querySelector('[data-testid="knob-WORKERS"] input'), asked = [], times = [];
			new PerformanceObserver(list => {
				for (const mark of list.getEntriesByName("run-drawn")) while (asked.length && asked[0] < mark.startTime) times.push(mark.startTime - asked.shift());
			}).observe({type: "mark"});
			let step = 0;
			const move = () => {
				if (++step > 120) { slider.dispatchEvent(new Event("change", {bubbles: true})); setTimeout(() => resolve(times), 500); return; }
				asked.push(performance.now());
				slider.value = 1 + step % 8;
				slider.dispatchEvent(new Event("input", {bubbles: true}));
				setTimeout(move, 60);
			};
			move();
		})`, &times)
		return "redraw", times
	})
}

const crowd = `import asyncio, random
async def job(i):
    for k in range(33):
        await asyncio.sleep(random.random())
async def main():
    await asyncio.gather(*[asyncio.create_task(job(i), name=f"j{i}") for i in range(1000)])
asyncio.run(main())
`

// BenchmarkCrowdPlayback plays a run of a thousand lanes and a hundred thousand events, and takes the times between frames.
func BenchmarkCrowdPlayback(b *testing.B) {
	eachBench(b, func(p *Page) (string, []float64) {
		p.ready()
		p.typeProgram(crowd)
		p.WaitFor("the crowd has run", fmt.Sprintf(`parseInt(document.querySelector('[data-testid="run-state"]').textContent.replace(/\D/g, "")) >= %d`, 90_000))
		p.leaveEditor()
		p.Press(keyHome + " ")
		var between []float64
		p.Eval(`new Promise(resolve => { const between = []; let last = 0, first = 0; const tick = t => {
			if (last) between.push(t - last); else first = t;
			last = t;
			if (t - first < 4000) requestAnimationFrame(tick); else resolve(between); };
			requestAnimationFrame(tick); })`, &between)
		return "frame", between
	})
}
