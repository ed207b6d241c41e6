package model

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAutosaveBringsEverythingBack(t *testing.T) {
	p, env := settled(t)
	p.SelectVariant(1)
	p.Edited(strings.Replace(p.Current().Source, "print", "print ", 1))
	p.GutterClicked(14)
	env.answer(t, fineTrace())
	p.SetSpeed(2)
	p.ShowPanel(PanelTasks)
	p.Seek(7)

	back := &fakeEnv{}
	q := New(back, Options{Saved: p.Encode()})
	assert.Equal(t, 1, q.Active)
	for i := range p.Variants {
		assert.Equal(t, p.Variants[i].Source, q.Variants[i].Source)
		assert.Equal(t, p.Variants[i].Faults, q.Variants[i].Faults)
	}
	assert.Equal(t, 2.0, q.Play.Speed)
	assert.Equal(t, PanelTasks, q.Panel)
	assert.False(t, q.Tour.On(), "a returning visitor sees the code, paused")
	back.answer(t, fineTrace())
	assert.Equal(t, 7, q.Play.Event)
	assert.False(t, q.Play.Playing)
}

func TestBrokenAutosaveIsAFreshStart(t *testing.T) {
	good, _ := settled(t)
	for name, saved := range map[string]string{
		"not JSON":          "{",
		"another type":      `[]`,
		"another version":   strings.Replace(good.Encode(), `"v":1`, `"v":99`, 1),
		"no variants":       `{"v":1,"variants":[]}`,
		"active outside":    `{"v":1,"active":5,"variants":[{"name":"a","source":"x"}]}`,
		"negative active":   `{"v":1,"active":-1,"variants":[{"name":"a","source":"x"}]}`,
		"nameless":          `{"v":1,"variants":[{"source":"x"}]}`,
		"fault on line 0":   `{"v":1,"variants":[{"name":"a","source":"x","faults":[{"line":0}]}]}`,
		"huge":              `{"v":1,"variants":[{"name":"a","source":"` + strings.Repeat("x", savedSizeMax) + `"}]}`,
		"too many variants": `{"v":1,"variants":[` + strings.Repeat(`{"name":"a","source":"x"},`, 20) + `{"name":"a"}]}`,
		"control chars":     "\x00\x01\x02",
	} {
		t.Run(name, func(t *testing.T) {
			env := &fakeEnv{}
			p := New(env, Options{Saved: saved, ReducedMotion: true})
			require.Len(t, p.Variants, 3)
			assert.True(t, p.HasNote)
			assert.Contains(t, env.take(t).request.Source, "asyncio.Queue()")
		})
	}
}

func TestEarlyEditIsKept(t *testing.T) {
	env := &fakeEnv{}
	typed := "print('typed before the page was there')\n"
	p := New(env, Options{EarlyEdit: &typed})
	assert.Equal(t, typed, p.Current().Source)
	assert.False(t, p.Tour.On())

	shown := New(&fakeEnv{}, Options{}).Current().Source
	p = New(&fakeEnv{}, Options{EarlyEdit: &shown})
	assert.True(t, p.Tour.On(), "the text of the static page is no edit")
}

func FuzzDecode(f *testing.F) {
	for _, text := range linkTexts(f) {
		f.Add(text)
	}
	f.Add(`{"v":1,"variants":[{"name":"a","source":"x","faults":[{"line":1,"exception":"E","message":"m"}]}]}`)
	f.Fuzz(func(t *testing.T, saved string) {
		p := New(&fakeEnv{}, Options{Saved: saved, ReducedMotion: true})
		require.NotEmpty(t, p.Variants)
		require.Less(t, p.Active, len(p.Variants))
		_ = p.Marks().JSON()
	})
}
