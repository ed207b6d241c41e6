package e2e

import (
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
)

// crowd is a program of a thousand tasks that records about a hundred thousand events.
const crowd = `import asyncio, random
async def job(i):
    for k in range(%d):
        await asyncio.sleep(random.random())
async def main():
    await asyncio.gather(*[asyncio.create_task(job(i), name=f"j{i}") for i in range(%d)])
asyncio.run(main())
`

// watchTasks notes how long the page's thread was taken, from now on.
const watchTasks = `(() => { window.taken = []; new PerformanceObserver(list => { for (const e of list.getEntries()) window.taken.push(e.duration); })
	.observe({entryTypes: ["longtask"]}); })()`

// frames is the spread of the times between frames over some seconds, in milliseconds.
func (p *Page) frames(seconds float64) (p50, p95 float64) {
	p.t.Helper()
	p.Eval(fmt.Sprintf(`(() => { window.between = []; let last = 0, first = 0; const tick = t => {
		if (last) window.between.push(t - last); else first = t;
		last = t;
		if (t - first < %g) requestAnimationFrame(tick); else window.framesDone = true; };
		window.framesDone = false; requestAnimationFrame(tick); })()`, seconds*1000), nil)
	p.WaitFor("the frames are measured", `window.framesDone`)
	var spread []float64
	p.Eval(`(() => { const d = window.between.sort((a, b) => a - b); return [d[d.length >> 1], d[Math.floor(d.length * .95)]]; })()`, &spread)
	return spread[0], spread[1]
}

func (p *Page) runCrowd(tasks, rounds, eventsLeast int) {
	p.t.Helper()
	p.typeProgram(fmt.Sprintf(crowd, rounds, tasks))
	p.WaitFor("the crowd has run", fmt.Sprintf(`parseInt(document.querySelector('[data-testid="run-state"]').textContent.replace(/\D/g, "")) >= %d`, eventsLeast))
	p.leaveEditor()
	time.Sleep(time.Second)
}

// BenchmarkCrowdPlayback plays a run of a thousand lanes and a hundred thousand events.
func BenchmarkCrowdPlayback(b *testing.B) {
	for range b.N {
		p := Open(b)
		p.ready()
		p.runCrowd(1000, 33, 90_000)
		p.Press(kb.Home)
		p.Press(" ")
		p50, p95 := p.frames(4)
		b.ReportMetric(p50, "ms/frame-p50")
		b.ReportMetric(p95, "ms/frame-p95")
		p.Close()
	}
	b.ReportMetric(0, "ns/op")
}

// BenchmarkLargeRunArrives shows how long the page's thread is taken at a stretch when half a million events come.
func BenchmarkLargeRunArrives(b *testing.B) {
	for range b.N {
		p := Open(b)
		p.ready()
		p.Eval(watchTasks, nil)
		p.runCrowd(400, 2000, 500_000)
		var longest float64
		p.Eval(`Math.max(0, ...window.taken)`, &longest)
		b.ReportMetric(longest, "ms/longest-task")
		p.Press("+")
		_, p95 := p.pan()
		b.ReportMetric(p95, "ms/pan-frame-p95")
		p.Close()
	}
	b.ReportMetric(0, "ns/op")
}

// BenchmarkMillionEvents plays and pans a run of more than a million events, for which a reader has raised the limit.
func BenchmarkMillionEvents(b *testing.B) {
	for range b.N {
		p := Open(b)
		p.ready()
		p.runCrowd(400, 950, 500_000)
		p.Click(`[data-testid="raise-limit"]`)
		p.WaitFor("a million events are there", `parseInt(document.querySelector('[data-testid="run-state"]').textContent.replace(/\D/g, "")) >= 1_000_000`)
		time.Sleep(2 * time.Second)
		p.Press(kb.Home)
		p.Press(" ")
		_, played := p.frames(3)
		b.ReportMetric(played, "ms/play-frame-p95")
		p.Press(" ")
		p.Press("+")
		_, panned := p.pan()
		b.ReportMetric(panned, "ms/pan-frame-p95")
		p.Close()
	}
	b.ReportMetric(0, "ns/op")
}

// pan moves the zoomed lanes sideways for a second and a half, and measures the frames meanwhile.
func (p *Page) pan() (p50, p95 float64) {
	p.t.Helper()
	p.Eval(`(() => { let n = 0; const turn = () => { if (n++ < 60) { document.querySelector("#timeline").dispatchEvent(new WheelEvent("wheel",
		{bubbles: true, cancelable: true, deltaX: 20})); setTimeout(turn, 25); } }; turn(); })()`, nil)
	return p.frames(1.5)
}
