package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// laneNames are the lanes from top to bottom, and how far each label is to the right of the first.
func (p *Page) laneNames() (names []string, indents []float64) {
	p.t.Helper()
	var rows []struct {
		Name string
		X    float64
	}
	p.Eval(`[...document.querySelectorAll(".lanes .lane")].map(l => ({Name: l.querySelector(".nm").textContent, X: l.querySelector(".tb").getBoundingClientRect().x}))`, &rows)
	for _, row := range rows {
		names = append(names, row.Name)
		indents = append(indents, row.X-rows[0].X)
	}
	return names, indents
}

func TestLanesStandInOrderOrUnderTheTaskThatCreatedThem(t *testing.T) {
	p := openStory(t)
	g := p.runs(`import asyncio

async def leaf(seconds):
    await asyncio.sleep(seconds)

async def branch(name, seconds):
    await asyncio.create_task(leaf(seconds), name=name)

async def main():
    a = asyncio.create_task(branch("a1", 4), name="a")
    b = asyncio.create_task(branch("b1", 2), name="b")
    await a
    await b
    print("nested or not")

asyncio.run(main())
`, "nested or not")
	names, indents := p.laneNames()
	assert.Equal(t, []string{"main", "a", "b", "a1", "b1"}, names, "in order of creation")
	assert.Equal(t, []float64{0, 0, 0, 0, 0}, indents)
	g.says(g.x(3), g.y("a1"), "a1, asleep", "0.000 s to 4.000 s")

	p.Click(id("nest"))
	p.WaitFor("lanes are nested", `document.querySelector('[data-testid="nest"]').getAttribute("aria-pressed") === "true"`)
	p.WaitFor("a1 is the third", `[...document.querySelectorAll(".lanes .lane .nm")].map(e => e.textContent).join() === "main,a,a1,b,b1"`)
	_, indents = p.laneNames()
	assert.Equal(t, []float64{0, 12, 24, 12, 24}, indents, "each under its parent, to the right")
	g.says(g.x(3), g.y("a1"), "a1, asleep")
	g.saysNothing(g.x(3), g.y("b1"))
	g.waitInk("the bar of a1 has moved along", "sleep", g.x(3), g.y("a1"), 10, g.lane("a1").Height)
	g.noInk("b1 is over by then", "sleep", g.x(3), g.y("b1"), 10, g.lane("b1").Height-4)
	p.leaveEditor()
	p.Press("h")
	p.WaitFor("they are in order again", `[...document.querySelectorAll(".lanes .lane .nm")].map(e => e.textContent).join() === "main,a,b,a1,b1"`)
}

func TestThreeHundredLanesAreFoldedAndUnfold(t *testing.T) {
	p := openStory(t)
	g := p.runs(`import asyncio

async def job(n):
    await asyncio.sleep(1 + n % 3)

async def main():
    await asyncio.gather(*[asyncio.create_task(job(n), name=f"j{n}") for n in range(300)])
    print("three hundred")

asyncio.run(main())
`, "three hundred")
	rows := func() int {
		var n int
		p.Eval(`Math.round(document.querySelector(".lanes-all").clientHeight / document.querySelector(".lanes .lane").getBoundingClientRect().height)`, &n)
		return n
	}
	names, _ := p.laneNames()
	assert.Equal(t, []string{"main", "job()"}, names)
	assert.Equal(t, "×300", p.Text(id("group-job")+" .tb"))
	group := g.y("job()")
	g.says(g.x(0.5), group, "job()", "300 alive")
	g.says(g.x(1.5), group, "200 alive", "1.500 s")
	g.says(g.x(2.5), group, "100 alive")
	tall := func(seconds float64) patch { return g.patch(g.x(seconds), group-10, 8, 20) }
	assert.Greater(t, tall(0.5).unlike(tall(2.5)), 1.0, "how many are alive is drawn")
	p.ClickAt(g.x(1.5), group)
	g.waitClock(1.5)
	p.WaitText(id("group-job"), "200 alive")

	p.Click(id("group-job") + " button")
	p.WaitFor("the group is open", `document.querySelector('[data-testid="group-job"] button').getAttribute("aria-expanded") === "true" && document.querySelector('[data-testid="lane-j0"]')`)
	assert.Equal(t, 302, rows())
	x, y := p.Place(id("lanes")).Centre()
	for range 3 {
		p.wheel(x, y, 4000)
	}
	p.WaitFor("the wheel comes to the last", `[...document.querySelectorAll(".lanes .nm")].at(-1).textContent === "j299"`)
	p.Place(".lanes-seen > :last-child") // once it stays there
	g = p.plot(afterFinish)
	g.says(g.x(1.6), g.y("j299"), "j299, asleep", "0.000 s to 3.000 s")
	g.says(g.x(2.5), g.y("j299"), "j299, asleep")
	g.saysNothing(g.x(2.5), g.y("j298"))
	p.wheel(x, y, -20000)
	p.WaitFor("back at the top", `document.querySelector('[data-testid="group-job"]')`)
	p.Eval(`document.querySelector('[data-testid="group-job"] button').focus()`, nil)
	p.Press(kb.Enter)
	p.WaitFor("Enter folds it again", `document.querySelectorAll(".lanes .lane").length === 2 && document.querySelector('[data-testid="group-job"] button').getAttribute("aria-expanded") === "false"`)
	assert.Equal(t, 2, rows())
}

const everyWait = `import asyncio, time
import aiohttp

#@network https://slow.example/* latency=4

async def sleep():
    await asyncio.sleep(4)

async def get(queue):
    await queue.get()

async def put(queue):
    await queue.put(2)

async def join(queue):
    await queue.join()

async def lock(lock):
    async with lock:
        pass

async def future(future):
    await future

async def gather():
    await asyncio.gather(asyncio.create_task(asyncio.sleep(4), name="part"))

async def thread():
    await asyncio.to_thread(time.sleep, 4)

async def network():
    async with aiohttp.ClientSession() as session:
        async with session.get("https://slow.example/") as response:
            await response.read()

async def main():
    empty, full, held = asyncio.Queue(), asyncio.Queue(1), asyncio.Lock()
    full.put_nowait(1)
    await held.acquire()
    result = asyncio.get_running_loop().create_future()
    coroutines = [sleep(), get(empty), put(full), join(full), lock(held), future(result), gather(), thread(), network()]
    tasks = [asyncio.create_task(c, name=c.__name__) for c in coroutines]
    await asyncio.sleep(4)
    empty.put_nowait(0)
    full.get_nowait()
    full.task_done()
    held.release()
    result.set_result(None)
    await asyncio.sleep(0)
    full.get_nowait()
    full.task_done()
    await asyncio.wait(tasks)
    print("every wait")

asyncio.run(main())
`

func TestEveryKindOfWaitIsToldApart(t *testing.T) {
	p := openStory(t, WithSize(1440, 1500))
	g := p.runs(everyWait, "every wait")
	says := map[string]string{
		"sleep": "asleep", "get": "in get()", "put": "in put()", "join": "in join()", "lock": "waits for a lock", "future": "awaits a future",
		"gather": "in gather()", "thread": "awaits a thread", "network": "awaits the network",
	}
	kinds := []string{"sleep", "get", "put", "join", "lock", "future", "gather", "thread", "network"}
	looks := map[string]patch{}
	for _, kind := range kinds {
		y := g.y(kind)
		g.says(g.x(2), y, kind+", "+says[kind], " to 4.000 s", "line "+itoa(p.lineOf(map[string]string{
			"sleep": "await asyncio.sleep(4)", "get": "await queue.get()", "put": "await queue.put(2)", "join": "await queue.join()", "lock": "async with lock", "future": "await future",
			"gather": "await asyncio.gather", "thread": "await asyncio.to_thread", "network": "async with session.get",
		}[kind])))
		looks[kind] = g.patch(g.x(3.2), y-5, 48, 9) // right of the label
	}
	for i, a := range kinds {
		for _, b := range kinds[:i] {
			assert.Greater(t, looks[a].unlike(looks[b]), 1.0, "%s and %s look alike: %+v %+v", a, b, looks[a], looks[b])
		}
	}
	legend := p.Text(".legend")
	for _, word := range []string{"sleep", "get()", "put()", "join()", "awaits tasks", "future", "lock", "thread", "network"} {
		assert.Contains(t, legend, word)
	}
	assert.NotContains(t, legend, "owes task_done()", "only what occurs")
	p.Screenshot("every-wait")
}

func TestAThreadHasALaneAndABlockedLoopIsSeenAcrossAllLanes(t *testing.T) {
	p := openStory(t)
	g := p.runs(`import asyncio, time

def crunch():
    time.sleep(1)
    return 7

async def other():
    await asyncio.sleep(2.5)

async def main():
    task = asyncio.create_task(other(), name="other")
    await asyncio.to_thread(crunch)
    time.sleep(2)
    await task
    print("blocked enough")

asyncio.run(main())
`, "blocked enough")
	g.says(g.x(0.5), g.y("crunch"), "crunch", "0.000 s to 1.000 s", "line 4")
	g.says(g.x(1), g.y("crunch"), "crunch, finished", "1.000 s")
	g.saysNothing(g.x(2), g.y("crunch"))
	g.noInk("the thread is over", "run", g.x(2), g.y("crunch"), 20, 16)

	g.says(g.x(2), g.y("main"), "main, time.sleep", "1.000 s to 3.000 s", "line 13")
	g.waitInk("main's step is as long as the call", "run", g.x(1.2), g.y("main"), 20, 10)
	g.says(g.x(2), g.y("other"), "other, asleep", "main holds the loop: time.sleep")
	g.says(g.x(2.75), g.y("other"), "other, ready", "main holds the loop: time.sleep")
	free, blocked := g.patch(g.x(0.5)-6, g.y("other")+13, 12, 2), g.patch(g.x(2)-6, g.y("other")+13, 12, 2)
	assert.Greater(t, free.unlike(blocked), 0.5, "the lane of another task is shaded meanwhile: %+v %+v", free, blocked)
	thread := g.patch(g.x(2)-6, g.y("crunch"), 12, 2)
	assert.Greater(t, thread.unlike(g.patch(g.x(3.05), g.y("crunch"), 4, 2)), 0.5, "every lane is")
}

func TestQueuesAndLocksHaveLanes(t *testing.T) {
	p := openStory(t)
	g := p.runs(`import asyncio

async def use(lock):
    async with lock:
        await asyncio.sleep(1)

async def consumer(queue):
    for _ in range(3):
        await queue.get()
        await asyncio.sleep(1)
        queue.task_done()

async def main():
    queue, lock = asyncio.Queue(), asyncio.Lock()
    for n in range(3):
        queue.put_nowait(n)
    tasks = [asyncio.create_task(use(lock), name=f"u{n}") for n in range(3)]
    task = asyncio.create_task(consumer(queue), name="consumer")
    await queue.join()
    print("all consumed")

asyncio.run(main())
`, "all consumed")
	_, queue := p.Place(id("queue-lane-0")).Centre()
	_, lock := p.Place(id("lock-lane-0")).Centre()
	g.says(g.x(0.5), queue, "2 in the queue, 3 unfinished", "0.000 s to 1.000 s")
	g.says(g.x(2.5), queue, "0 in the queue, 1 unfinished")
	g.says(g.x(0.5), lock, "Lock", "held by u0", "2 waiting", "0.000 s to 1.000 s")
	g.says(g.x(1.5), lock, "held by u1", "1 waiting")
	g.says(g.x(2.5), lock, "held by u2")
	box := p.Place(id("queue-lane-0"))
	level := func(seconds float64) patch { return g.patch(g.x(seconds)-4, box.Y, 8, box.Height) }
	assert.Greater(t, level(0.5).unlike(level(2.5)), 1.0, "the counters are drawn")
	p.ClickAt(g.x(0.5), lock)
	g.waitClock(0.5)
	p.WaitFor("the lock's label shows holder and waiters at that instant", `document.querySelector('[data-testid="lock-lane-0"]').innerText.replace(/\s+/g, " ").includes("u0") &&
		document.querySelector('[data-testid="lock-lane-0"]').innerText.includes("+2")`)
	p.WaitFor("and the queue's its counters", `[...document.querySelectorAll('[data-testid="queue-lane-0"] .num')].map(e => e.textContent).join() === "3,2"`)
	p.ClickAt(g.x(2.5), queue)
	g.waitClock(2.5)
	p.WaitFor("at another instant others", `[...document.querySelectorAll('[data-testid="queue-lane-0"] .num')].map(e => e.textContent).join() === "1,0"`)
}

// TestTheTimelineIsATableForThoseWhoDoNotSeeIt: what the picture shows stands in it in words, what happens between tasks too.
func TestTheTimelineIsATableForThoseWhoDoNotSeeIt(t *testing.T) {
	p := openStory(t)
	p.runs(arrows, "all arrows")
	row := func(cells ...string) {
		t.Helper()
		p.WaitFor("a row "+strings.Join(cells, " | "), fmt.Sprintf(`[...document.querySelectorAll('[data-testid="spans"] tbody tr')].some(r => [...r.cells].map(c => c.textContent).join(" | ") === %s)`,
			quote(strings.Join(cells, " | "))))
	}
	row("victim", "asleep", "0.000", "1.000", itoa(p.lineOf("await asyncio.sleep(9)")))
	row("victim", "cancelled: CancelledError", "1.000", "1.000", itoa(p.lineOf("await asyncio.sleep(9)")))
	row("main", "main cancels victim", "1.000", "1.000", itoa(p.lineOf("victim.cancel()")))
	row("failing", "failing's ValueError reaches main", "3.000", "3.000", itoa(p.lineOf("await failing")))
	row("failing", "died: ValueError: broken", "3.000", "3.000", itoa(p.lineOf("raise ValueError")))
	var table struct {
		Caption string
		Heads   []string
		Hidden  bool
		Size    float64
	}
	p.Eval(`(() => { const e = document.querySelector('[data-testid="spans"]'); return {Caption: e.caption.textContent, Heads: [...e.querySelectorAll("th")].map(h => h.scope + " " + h.textContent),
		Hidden: !!e.closest("[aria-hidden=true]"), Size: e.parentElement.getBoundingClientRect().height}; })()`, &table)
	assert.NotEmpty(t, table.Caption)
	assert.Equal(t, []string{"col task", "col state", "col from", "col to", "col line"}, table.Heads)
	assert.False(t, table.Hidden)
	assert.LessOrEqual(t, table.Size, 1.0, "it is there to be read out, not to be scrolled to")
	var canvases []string
	p.Eval(`[...document.querySelectorAll("#timeline canvas")].map(c => c.getAttribute("aria-hidden"))`, &canvases)
	require.NotEmpty(t, canvases)
	for _, hidden := range canvases {
		assert.Equal(t, "true", hidden)
	}
}
