package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

const arrows = `import asyncio

async def idle():
    await asyncio.sleep(9)

async def fails():
    try:
        await asyncio.sleep(2)
        raise ValueError("broken")
    finally:
        await asyncio.sleep(1)

async def first():
    await asyncio.sleep(1)
    raise KeyError("group")

async def group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(first(), name="first")
        tg.create_task(idle(), name="second")

async def main():
    victim = asyncio.create_task(idle(), name="victim")
    calm = asyncio.create_task(asyncio.sleep(6), name="calm")
    failing = asyncio.create_task(fails(), name="failing")
    await asyncio.sleep(1)
    victim.cancel()
    try:
        await failing
    except ValueError:
        pass
    try:
        await asyncio.create_task(group(), name="group")
    except* KeyError:
        pass
    await calm
    print("all arrows")

asyncio.run(main())
`

func TestCancelRequestsAndExceptionsAreArrowsThatSayWhatTheyAre(t *testing.T) {
	p := openStory(t)
	g := p.runs(arrows, "all arrows")
	const right, left = 3, -3 // of the instant: cancel requests, exceptions
	between := func(a, b string) float64 { return (g.y(a) + g.y(b)) / 2 }

	cancel, y := g.x(1)+right, between("main", "victim")
	g.waitInk("from the canceller to the cancelled", "cancelled", cancel, y, 3, 3)
	g.noInk("not beyond the cancelled", "cancelled", cancel, between("calm", "failing"), 3, 3)
	g.noInk("no exception there", "raised", cancel, y, 9, 3)
	g.says(cancel, y, "main cancels victim", "1.000 s", "line "+itoa(p.lineOf("victim.cancel()")))
	p.ClickAt(cancel, y)
	p.WaitFor("a click goes to the request", `document.querySelector('[data-testid="caption"]').textContent === "m asks v to cancel at line `+itoa(p.lineOf("victim.cancel()"))+`."`)
	g.waitClock(1)

	reach, y := g.x(3)+left, between("victim", "calm")
	g.waitInk("from the one that raised to the one that awaits", "raised", reach, y, 3, 3)
	g.noInk("not below the one that raised", "raised", reach, between("failing", "group"), 3, 3)
	g.noInk("not beside it", "raised", reach-12, y, 9, 9)
	g.says(reach, y, "failing's ValueError reaches main", "through the finally at line "+itoa(p.lineOf("finally:")), "3.000 s")
	p.ClickAt(reach, y)
	g.waitClock(3)

	// On its way through finally the exception is a line along the lane, from where it arose to the end.
	lane := g.lane("failing")
	g.waitInk("a line along the lane of the one that raised", "raised", g.x(2.5), lane.Y+lane.Height/2, 20, lane.Height-4)
	g.noInk("not before", "raised", g.x(1.5), lane.Y+lane.Height/2, 20, lane.Height-4)
	g.says(g.x(2.5), g.y("failing"), "failing, asleep", "ValueError passes through the finally at line "+itoa(p.lineOf("finally:")))

	// A task group cancels the others and tells the task that opened it.
	told, y := g.x(4)+left, between("group", "first")
	g.waitInk("from the task that raised to the group's", "raised", told, y, 3, 3)
	g.says(told, y, "first's KeyError reaches group")
	others, y := g.x(4)+right, between("first", "second")
	g.waitInk("and to the others", "cancelled", others, y, 3, 3)
	g.says(others, y, "the task group cancels second: first raised")
	p.Screenshot("arrows")

	p.Click(`[data-do="lang"][data-arg="ja"]`)
	p.WaitFor("the page is Japanese", `document.documentElement.lang === "ja"`)
	g = p.plot(afterFinish)
	g.says(g.x(1)+right, between("main", "victim"), "main が victim をキャンセル")
	g.says(g.x(3)+left, between("victim", "calm"), "failing の ValueError が main に到達", "10 行目の finally を通過")
}

func TestTheLoopsIterationsAreTicks(t *testing.T) {
	p := openStory(t)
	g := p.runs(`import asyncio

async def beat(name):
    for _ in range(3):
        await asyncio.sleep(1)

async def main():
    await asyncio.gather(asyncio.create_task(beat("a"), name="a"), asyncio.create_task(beat("b"), name="b"))
    print("three beats")

asyncio.run(main())
`, "three beats")
	_, y := p.Place(".loop-label").Centre()
	for second := 1.0; second <= 3; second++ {
		g.waitInk("a tick where the loop turns", "run", g.x(second), y-5, 5, 3)
	}
	g.noInk("none where it waits", "run", g.x(1.5), y, 40, 14)
	g.says(g.x(2), y, "of the loop", "runs: a, b", "2.000 s")
	g.says(g.x(1.5), y, "the loop waits: nothing is ready")
	p.ClickAt(g.x(2), y)
	g.waitClock(2)
	p.Click(id("tab-loop"))
	p.WaitFor("the loop's view is of that iteration", `document.querySelector('[data-testid="loop"], .loop')?.textContent.includes("2.000")`)

	p.Click(id("axis-steps"))
	p.WaitFor("the axis counts events", `document.querySelector('[data-testid="axis-steps"]').getAttribute("aria-pressed") === "true"`)
	p.Press(kb.Home)
	p.leaveEditor()
	p.Press("+")
	p.Press("+")
	p.WaitFor("zoomed", `document.querySelector('[data-testid="minimap"]').dataset.zoomed === "on"`)
	g.says(g.rect.X+g.rect.Width/3, y, "iteration ", " of the loop")
	p.Click(id("axis-time"))
	p.WaitFor("the axis counts seconds and shows the whole run", `document.querySelector('[data-testid="axis-time"]').getAttribute("aria-pressed") === "true" && document.querySelector('[data-testid="minimap"]').dataset.zoomed === "off"`)
	g.says(g.x(1.5), g.y("a"), "a, asleep", "1.000 s to 2.000 s")
	p.ClickAt(g.x(1.5), g.y("a"))
	g.waitClock(1.5) // a click on a span goes to its moment
	p.WaitFor("the tasks stand there", `[...document.querySelectorAll(".cm-line .tb")].map(b => b.textContent).includes("a")`)
}

// window is the part of the run that is in sight, as fractions.
func (p *Page) window() (from, to float64) {
	p.t.Helper()
	var w [2]float64
	p.Eval(`["--from", "--to"].map(v => Number(document.querySelector('[data-testid="minimap"]').style.getPropertyValue(v)))`, &w)
	return w[0], w[1]
}

// waitWindow waits until the window satisfies a condition on from and to.
func (p *Page) waitWindow(what, condition string) {
	p.t.Helper()
	p.WaitFor(what, `(([from, to]) => `+condition+`)(["--from", "--to"].map(v => Number(document.querySelector('[data-testid="minimap"]').style.getPropertyValue(v))))`)
}

func (p *Page) ctrlWheel(x, y, by float64) {
	p.t.Helper()
	p.hoverAt(x, y)
	command(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: x, Y: y, DeltaX: 1e-6, DeltaY: by, Modifiers: int64(kb.ModifierCtrl)})
}

func TestZoomByKeysButtonsAndWheel(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.leaveEditor()
	p.waitWindow("the whole run is in sight", `from === 0 && to === 1`)
	p.Press("+")
	p.waitWindow("half of it", `Math.abs(to - from - 0.5) < 1e-5`)
	p.Press("=")
	p.waitWindow("a quarter", `Math.abs(to - from - 0.25) < 1e-5`)
	p.Press("-")
	p.waitWindow("half again", `Math.abs(to - from - 0.5) < 1e-5`)
	p.Press("0")
	p.waitWindow("everything", `from === 0 && to === 1`)
	p.Click(id("zoom-in"))
	p.Click(id("zoom-in"))
	p.waitWindow("a quarter", `Math.abs(to - from - 0.25) < 1e-5`)
	p.Click(id("zoom-out"))
	p.waitWindow("half", `Math.abs(to - from - 0.5) < 1e-5`)
	p.Click(id("zoom-fit"))
	p.waitWindow("everything", `from === 0 && to === 1`)

	g := p.plot(afterHang)
	g.says(g.x(1.0), g.y("worker-0"), "worker-0, asleep", "#7 0.90")
	p.ctrlWheel(g.x(1.0), g.y("worker-0"), -200)
	p.waitWindow("the wheel with Ctrl zooms", `to - from < 0.9`)
	g.says(g.x(1.0), g.y("worker-0"), "worker-0, asleep", "#7 0.90") // around the hand
	before, _ := p.window()
	p.wheelSideways(g.x(1.0), g.y("worker-0"), 150)
	p.waitWindow("a sideways wheel pans", fmt.Sprintf(`from > %g + 0.05`, before))
	p.Press("0")
	p.waitWindow("everything", `from === 0 && to === 1`)
	p.wheel(g.x(1.0), g.y("worker-0"), 100)
	p.waitWindow("the plain wheel zooms nothing", `from === 0 && to === 1`)
}

func (p *Page) wheelSideways(x, y, by float64) {
	p.t.Helper()
	p.hoverAt(x, y)
	command(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: x, Y: y, DeltaX: by, DeltaY: 1e-6})
}

// dragWith drags as Drag does, with another button or with a key held.
func (p *Page) dragWith(button input.MouseButton, held kb.Modifier, x, y, byX float64) {
	p.t.Helper()
	buttons := map[input.MouseButton]int64{input.MouseButtonLeft: 1, input.MouseButtonMiddle: 4}[button]
	send := func(kind input.DispatchMouseEventType, x float64, buttons int64) {
		command(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: x, Y: y, Button: button, Buttons: buttons, ClickCount: 1, Modifiers: int64(held)})
	}
	p.hoverAt(x, y)
	send(input.DispatchMouseEventTypeMousePressed, x, buttons)
	for i := 1.0; i <= 5; i++ {
		send(input.DispatchMouseEventTypeMouseMoved, x+byX*i/5, buttons)
	}
	send(input.DispatchMouseEventTypeMouseReleased, x+byX, 0)
}

func TestPanByKeysAndHandAndScrubByDrag(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.leaveEditor()
	g := p.plot(afterHang)
	y := g.y("worker-0")
	p.Drag(g.x(0.2), y, g.x(1.0)-g.x(0.2), 0, 6)
	g.waitClock(1.0) // a drag in the lanes moves the playhead along
	p.waitWindow("and nothing else", `from === 0 && to === 1`)
	x := p.Place(id("playhead")).X
	p.Drag(x+1, g.rect.Y+40, g.x(0.5)-x-1, 0, 6)
	g.waitClock(0.5)

	p.Press("+")
	p.Press("+")
	p.waitWindow("a quarter", `Math.abs(to - from - 0.25) < 1e-5`)
	at := p.clock()
	from, _ := p.window()
	p.Press("}")
	p.waitWindow("the key moves the window to the right", fmt.Sprintf(`Math.abs(from - %g - 0.0625) < 1e-5`, from))
	p.Press("{")
	p.waitWindow("and back", fmt.Sprintf(`Math.abs(from - %g) < 1e-5`, from))
	p.dragWith(input.MouseButtonLeft, kb.ModifierShift, g.rect.X+g.rect.Width/2, y, -g.rect.Width/5)
	p.waitWindow("Shift takes hold of the picture", fmt.Sprintf(`Math.abs(from - %g - 0.05) < 1e-3`, from))
	p.dragWith(input.MouseButtonMiddle, 0, g.rect.X+g.rect.Width/2, y, g.rect.Width/5)
	p.waitWindow("so does the middle button", fmt.Sprintf(`Math.abs(from - %g) < 1e-3`, from))
	assert.Equal(t, at, p.clock(), "the playhead stays where it is")
	p.Press("0")
	p.waitWindow("everything", `from === 0 && to === 1`)
}

func TestTheMinimapScrubsAndItsFrameIsMovedAndResized(t *testing.T) {
	p := openStory(t)
	p.waitVerdict("join-never-returns")
	p.leaveEditor()
	g := p.plot(afterHang)
	mini := p.Place(id("minimap"))
	at := func(seconds float64) float64 { return mini.X + seconds/g.total*mini.Width }
	low := mini.Y + mini.Height*0.7
	g.rect.Width = mini.Width // what a pixel of the minimap stands for
	p.ClickAt(at(0.8), low)
	g.waitClock(0.8)
	p.Drag(at(0.8), low, at(0.4)-at(0.8), 0, 5)
	g.waitClock(0.4)

	p.Press("+")
	p.Press("+")
	p.waitWindow("a quarter", `Math.abs(to - from - 0.25) < 1e-5`)
	from, to := p.window()
	middle := mini.X + (from+to)/2*mini.Width
	p.Drag(middle, mini.Y+3, 0.3*mini.Width, 0, 6)
	p.waitWindow("the frame's bar moves the window", fmt.Sprintf(`Math.abs(from - %g - 0.3) < 0.01 && Math.abs(to - from - 0.25) < 1e-4`, from))
	clock := p.clock()
	from, to = p.window()
	p.Drag(mini.X+to*mini.Width-1, low, 0.1*mini.Width, 0, 6)
	p.waitWindow("its right edge resizes it", fmt.Sprintf(`Math.abs(from - %g) < 1e-4 && Math.abs(to - %g - 0.1) < 0.01`, from, to))
	p.Drag(mini.X+from*mini.Width+1, low, -0.2*mini.Width, 0, 6)
	p.waitWindow("and its left one", fmt.Sprintf(`Math.abs(from - %g + 0.2) < 0.01`, from))
	assert.Equal(t, clock, p.clock(), "the playhead stays where it is")
	p.ClickAt(at(1.5), low)
	g.waitClock(1.5) // elsewhere it scrubs as before, and the window follows
	p.Click(id("zoom-fit"))
	p.waitWindow("everything", `from === 0 && to === 1`)
}
