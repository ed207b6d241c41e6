package e2e

import (
	"slices"
	"testing"
)

// quantile of values that need not be in order, by the nearest rank.
func quantile(values []float64, part float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(len(sorted)-1, int(part*float64(len(sorted))))]
}

// BenchmarkColdStart opens the site with an empty cache, from the request of index.html to the first run on the screen. Each
// of the b.N pages is a browser context of its own; the median is told.
func BenchmarkColdStart(b *testing.B) {
	var times []float64
	var downloaded float64
	for range b.N {
		p := Open(b)
		p.WaitFor("the first run is drawn", `performance.getEntriesByName("first-run-drawn").length`)
		var milliseconds float64
		p.Eval(`performance.getEntriesByName("first-run-drawn")[0].startTime`, &milliseconds)
		p.Eval(`performance.getEntriesByType("resource").reduce((sum, r) => sum + r.encodedBodySize, performance.getEntriesByType("navigation")[0].encodedBodySize)`, &downloaded)
		times = append(times, milliseconds)
		p.Close()
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(quantile(times, 0.5), "ms/first-run-drawn")
	b.ReportMetric(downloaded, "bytes/transfer")
}

// dragSlider moves the slider of the workers as a hand does, a step a frame, and tells for each step after how many
// milliseconds its run was on the screen. A step whose run a newer one replaced counts until that one was drawn.
const dragSlider = `new Promise(resolve => {
	const slider = document.querySelector('[data-testid="knob-WORKERS"] input'), asked = [], times = [];
	new PerformanceObserver(list => {
		for (const mark of list.getEntriesByName("run-drawn"))
			while (asked.length && asked[0] < mark.startTime) times.push(mark.startTime - asked.shift());
	}).observe({type: "mark"});
	let step = 0;
	const move = () => {
		if (++step > 120) { slider.dispatchEvent(new Event("change", {bubbles: true})); setTimeout(() => resolve(times), 500); return; }
		asked.push(performance.now());
		slider.value = 1 + step % 8;
		slider.dispatchEvent(new Event("input", {bubbles: true}));
		setTimeout(() => requestAnimationFrame(move), 50);
	};
	move();
})`

// BenchmarkSliderDrag drags the number of workers in the program the page opens with.
func BenchmarkSliderDrag(b *testing.B) {
	var all []float64
	for range b.N {
		p := openStory(b)
		for range 2 { // the browser compiles what is hot while the first drag goes on
			var times []float64
			p.Eval(dragSlider, &times)
			all = append(all, times...)
		}
		p.Close()
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(quantile(all, 0.5), "ms/median-redraw")
	b.ReportMetric(quantile(all, 0.95), "ms/p95-redraw")
}
