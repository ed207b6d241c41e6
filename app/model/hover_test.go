package model

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const grouped = `import asyncio

async def bad():
    try:
        await asyncio.sleep(1)
        raise ValueError("broken")
    finally:
        pass

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(bad(), name="bad")
            group.create_task(asyncio.sleep(9), name="other")
    except* ValueError:
        await asyncio.sleep(1)

asyncio.run(main())
`

func TestATaskGroupsArrowsSayWhoRaised(t *testing.T) {
	p, _ := ran(t, grouped)
	r := p.Run()
	var said []string
	for i := range r.arrows {
		said = append(said, p.arrowText(r, &r.arrows[i]))
	}
	assert.Equal(t, []string{
		"the task group cancels other: bad raised · 1.000 s",
		"bad's ValueError reaches main · through the finally at line 7 · 1.000 s",
	}, said)
}

func TestAnArrowIsHitBetweenItsLanesAndNowhereElse(t *testing.T) {
	p, _ := ran(t, crossing)
	r := p.Run()
	l, s := NewLayout(r, screen), p.Scale(screen.Plot)
	x := s.X(0.5) - 3 // bad's exception reaches main
	hit := HitTest(r, l, s, x, l.LaneY(1))
	require.Equal(t, HitArrow, hit.Part)
	assert.Contains(t, p.HoverText(hit), "bad's ValueError reaches main")
	p.Seek(hit.Event)
	assert.InDelta(t, 0.5, p.Play.Seconds, 1e-9)
	assert.NotEqual(t, HitArrow, HitTest(r, l, s, x-10, l.LaneY(1)).Part, "beside it")
	assert.NotEqual(t, HitArrow, HitTest(r, l, s, x, l.LaneY(3)).Part, "below the one that raised")
}

func TestTheFrameIsTakenByItsBarAndEdges(t *testing.T) {
	p, _ := ran(t, crossing)
	assert.Equal(t, FrameNone, p.FrameAt(200, 2, 400), "nothing to move while all is in sight")
	p.Window = Window{0.25, 0.75}
	for _, c := range []struct {
		x, y float64
		want FramePart
	}{{200, 2, FrameBar}, {200, 20, FrameNone}, {100, 20, FrameLeft}, {301, 20, FrameRight}, {50, 2, FrameNone}} {
		assert.Equal(t, c.want, p.FrameAt(c.x, c.y, 400), "%v", c)
	}
	p.MoveFrame(FrameBar, 1)
	from, to := p.Window.Range()
	assert.Equal(t, [2]float64{0.5, 1}, [2]float64{from, to}, "no further than the end")
	p.MoveFrame(FrameLeft, 1)
	from, to = p.Window.Range()
	assert.Less(t, from, to, "edges never cross")
}
