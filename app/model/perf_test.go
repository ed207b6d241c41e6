package model

import (
	"testing"

	"asyncplay/app/words"
	"asyncplay/runtime"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/trace"
)

const crowd = `import asyncio
async def job(i):
    for k in range(33 * FACTOR):
        await asyncio.sleep(0.1 + (i % 17) / 50)
async def main():
    await asyncio.gather(*[job(i) for i in range(1000)])
asyncio.run(main())
`

func crowdTrace(b *testing.B, factor string) *trace.Trace {
	t := runtime.Run(runtime.Request{Filename: "m.py", Source: "FACTOR = " + factor + "\n" + crowd}, runtime.Hooks{})
	b.Logf("%d events", len(t.Events))
	return t
}

func BenchmarkCrowd(b *testing.B) {
	t := crowdTrace(b, "5")
	data := t.Encode()
	b.Run("decode", func(b *testing.B) {
		for b.Loop() {
			if _, err := trace.Decode(data, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("lanes", func(b *testing.B) {
		for b.Loop() {
			trace.Lanes(t)
		}
	})
	b.Run("queuelanes", func(b *testing.B) {
		for b.Loop() {
			trace.QueueLanes(t)
		}
	})
	b.Run("explainer", func(b *testing.B) {
		for b.Loop() {
			explain.New(t)
		}
	})
	b.Run("verdict", func(b *testing.B) {
		for b.Loop() {
			explain.Verdict(t, crowd)
		}
	})
	b.Run("newrun", func(b *testing.B) {
		for b.Loop() {
			NewRun(t, crowd)
		}
	})
	r := NewRun(t, crowd)
	l := NewLayout(r, Viewport{Width: 1440, Height: 900, Plot: 700})
	s := Scale{To: axisTotal(t, AxisTime), Width: 700}
	var d DrawList
	b.Run("draw", func(b *testing.B) {
		for b.Loop() {
			DrawTimeline(&d, r, l, s, words.English)
		}
	})
	b.Run("minimap", func(b *testing.B) {
		for b.Loop() {
			DrawMinimap(&d, r, AxisTime, 400, 30)
		}
	})
	b.Run("overlay", func(b *testing.B) {
		for b.Loop() {
			DrawOverlay(&d, r, l, s, 10, 10, Lit{}, nil)
		}
	})
	b.Run("legend", func(b *testing.B) {
		for b.Loop() {
			r.Legend()
		}
	})
	at := 0
	b.Run("step", func(b *testing.B) {
		for b.Loop() {
			at = (at + 37) % len(t.Events)
			r.StateAt(at)
		}
	})
}
