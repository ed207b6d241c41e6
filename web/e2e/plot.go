package e2e

import (
	"fmt"
	"math"
)

// plot is the timeline's picture as a hand and an eye meet it: instants and lanes are points of the window.
type plot struct {
	p     *Page
	rect  Rect
	total float64 // what the axis of time shows, in seconds
}

// Shares of a run that the axis goes on after its end.
const (
	afterFinish = 1.03
	afterHang   = 1.10
)

// runs lets a program run that prints its mark when it is over, and comes to its end.
func (p *Page) runs(source, mark string) plot {
	p.t.Helper()
	p.typeProgram(source)
	p.waitConsole(mark)
	p.leaveEditor()
	return p.plot(afterFinish)
}

func (p *Page) plot(after float64) plot {
	p.t.Helper()
	var end float64
	p.Eval(`Number(document.querySelector('[data-testid="playhead"]').getAttribute("aria-valuemax"))`, &end)
	return plot{p, p.Place("#plot"), end * after}
}

// x is where an instant stands when the whole run is shown.
func (g plot) x(seconds float64) float64 { return g.rect.X + seconds/g.total*g.rect.Width }

// lane is the label of a lane, by its task's name.
func (g plot) lane(name string) Rect {
	g.p.t.Helper()
	find := fmt.Sprintf(`[...document.querySelectorAll(".lanes .lane")].find(l => l.querySelector(".nm").textContent === %s)`, quote(name))
	g.p.WaitFor("a lane of "+name, find)
	var r Rect
	g.p.Eval(`(() => { const r = `+find+`.getBoundingClientRect(); return {X: r.x, Y: r.y, Width: r.width, Height: r.height}; })()`, &r)
	return r
}

// y is the middle of a lane.
func (g plot) y(name string) float64 {
	_, y := g.lane(name).Centre()
	return y
}

// says moves the mouse to a point and waits until the text beside it holds all that is wanted.
func (g plot) says(x, y float64, wanted ...string) {
	g.p.t.Helper()
	g.p.hoverAt(x, y)
	for _, text := range wanted {
		g.p.WaitFor("hovering says "+text, fmt.Sprintf(`document.querySelector("#tip.on")?.textContent.includes(%s)`, quote(text)))
	}
}

// saysNothing moves the mouse to a point where nothing is to be said.
func (g plot) saysNothing(x, y float64) {
	g.p.t.Helper()
	g.p.hoverAt(x, y)
	g.p.WaitFor("hovering says nothing", `!document.querySelector("#tip.on")`)
}

// patch is what is painted in a small rectangle of the still picture.
type patch struct {
	Mean   [3]float64
	Inked  float64 // share of the pixels that are not of the commonest colour
	Across float64 // changes of colour from pixel to pixel, along rows
	Down   float64 // the same along columns
}

// stillPixels is JavaScript: the pixels of a rectangle of the window in the still picture, as rows of [r, g, b, a].
const stillPixels = `((x, y, w, h) => { const c = document.querySelector("#still"), r = c.getBoundingClientRect(), k = c.width / r.width;
	const W = Math.max(1, Math.round(w * k)), H = Math.max(1, Math.round(h * k));
	const d = c.getContext("2d").getImageData(Math.round((x - r.x) * k), Math.round((y - r.y) * k), W, H).data;
	return Array.from({length: H}, (_, j) => Array.from({length: W}, (_, i) => [...d.slice((j * W + i) * 4, (j * W + i) * 4 + 4)])); })`

func (g plot) patch(x, y, width, height float64) patch {
	g.p.t.Helper()
	var out patch
	g.p.Eval(fmt.Sprintf(`(() => { const rows = %s(%g, %g, %g, %g), H = rows.length, W = rows[0].length, counts = new Map();
		const far = (a, b) => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]) > 24;
		let mean = [0, 0, 0], across = 0, down = 0, inked = 0;
		for (const row of rows) for (const q of row) { counts.set(q.join(), (counts.get(q.join()) ?? 0) + 1); for (let k = 0; k < 3; k++) mean[k] += q[k] / (W * H); }
		const most = [...counts].sort((a, b) => b[1] - a[1])[0][0].split(",").map(Number);
		for (let j = 0; j < H; j++) for (let i = 0; i < W; i++) {
			if (far(rows[j][i], most)) inked++;
			if (i && far(rows[j][i], rows[j][i - 1])) across++;
			if (j && far(rows[j][i], rows[j - 1][i])) down++; }
		return {Mean: mean, Inked: inked / (W * H), Across: across / (W * H), Down: down / (W * H)}; })()`, stillPixels, x, y, width, height), &out)
	return out
}

// unlike is how far two patches are from looking the same: above 1 an eye tells them apart.
func (a patch) unlike(b patch) float64 {
	colour := 0.0
	for k := range a.Mean {
		colour = math.Max(colour, math.Abs(a.Mean[k]-b.Mean[k]))
	}
	return math.Max(colour/8, math.Max(math.Abs(a.Across-b.Across), math.Max(math.Abs(a.Down-b.Down), math.Abs(a.Inked-b.Inked)))/0.08)
}

// inkOf counts the pixels of a rectangle around a point that have a colour of the page: "raised", "cancelled".
func (g plot) inkOf(colour string, x, y, width, height float64) string {
	return fmt.Sprintf(`(() => { const probe = document.createElement("i"); probe.style.color = "var(--%s)"; document.body.append(probe);
		const want = getComputedStyle(probe).color.match(/\d+/g).map(Number); probe.remove();
		return %s(%g, %g, %g, %g).flat().filter(q => q[3] > 200 && Math.abs(q[0] - want[0]) + Math.abs(q[1] - want[1]) + Math.abs(q[2] - want[2]) < 60).length; })()`,
		colour, stillPixels, x-width/2, y-height/2, width, height)
}

// waitInk waits until a colour is painted around a point; noInk fails when it is.
func (g plot) waitInk(what, colour string, x, y, width, height float64) {
	g.p.t.Helper()
	g.p.WaitFor(what, g.inkOf(colour, x, y, width, height)+" > 0")
}

func (g plot) noInk(what, colour string, x, y, width, height float64) {
	g.p.t.Helper()
	var pixels int
	g.p.Eval(g.inkOf(colour, x, y, width, height), &pixels)
	if pixels > 0 {
		g.p.t.Errorf("%s: %d pixels of %s around %.0f, %.0f", what, pixels, colour, x, y)
	}
}

// waitClock waits until the playhead stands at an instant, as near as a pixel allows.
func (g plot) waitClock(seconds float64) {
	g.p.t.Helper()
	g.p.WaitFor(fmt.Sprintf("the playhead is at %.3f", seconds),
		fmt.Sprintf(`Math.abs(Number(document.querySelector('[data-testid="clock"]').textContent) - %g) <= %g`, seconds, 1.5*g.total/g.rect.Width))
}
