package model

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"asyncplay/app/words"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// unpackHash does what web/link.js does with a hash.
func unpackHash(t testing.TB, hash string) string {
	t.Helper()
	require.True(t, strings.HasPrefix(hash, "#1"), hash)
	packed, err := base64.RawURLEncoding.DecodeString(hash[2:])
	require.NoError(t, err)
	z, err := zlib.NewReader(bytes.NewReader(packed))
	require.NoError(t, err)
	text, err := io.ReadAll(z)
	require.NoError(t, err)
	return string(text)
}

// linkTexts are the texts of the links in testdata.
func linkTexts(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob("testdata/links/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var texts []string
	for _, file := range files {
		hash, err := os.ReadFile(file)
		require.NoError(t, err)
		texts = append(texts, unpackHash(t, strings.TrimSpace(string(hash))))
	}
	return texts
}

// TestLinksOfEarlierVersionsOpen: a fixture is the hash of a link as the page made it. They are never changed, only added to.
func TestLinksOfEarlierVersionsOpen(t *testing.T) {
	files, err := filepath.Glob("testdata/links/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			hash, err := os.ReadFile(file)
			require.NoError(t, err)
			text := unpackHash(t, strings.TrimSpace(string(hash)))
			p := New(&fakeEnv{}, Options{Link: &Link{Text: text}, ReducedMotion: true})
			assert.False(t, p.HasNote, "it opens without a message")
			assert.True(t, p.Borrowed())
		})
	}
}

func TestALinkOfVersion1HoldsWhatItHeld(t *testing.T) {
	hash, err := os.ReadFile("testdata/links/queue_three_variants.v1.txt")
	require.NoError(t, err)
	env := &fakeEnv{}
	p := New(env, Options{Link: &Link{Text: unpackHash(t, strings.TrimSpace(string(hash)))}})
	require.Len(t, p.Variants, 3)
	assert.Equal(t, "finally after get()", p.Variants[2].Name)
	assert.Equal(t, []Fault{{Line: 12, Exception: "RuntimeError", Message: "boom", Nth: 4}}, p.Variants[0].Faults)
	assert.Contains(t, p.Variants[1].Source, "task_done()")
	assert.False(t, p.Tour.On())
	env.answer(t, hungTrace())
	assert.InDelta(t, 1.060925505906475, p.Play.Seconds, 1e-9, "another trace has its events elsewhere: the time counts")
	assert.False(t, p.Play.Playing)
}

func TestALinkBringsEverythingAndNoSettings(t *testing.T) {
	p, env := settled(t)
	p.SelectVariant(1)
	p.GutterClicked(14)
	p.SetFault(FaultTask, "worker-1")
	env.answer(t, fineTrace())
	p.AddVariant("私の変更")
	p.Edited("print('<script>')\n" + p.Current().Source)
	p.NewSeed()
	env.answer(t, fineTrace())
	p.ShowPanel(PanelEvents)
	p.SetAxis(AxisSteps)
	p.Zoom(0.25, 0.5)
	p.Seek(5)
	p.NextTheme()
	p.SetLang(words.Japanese)
	p.CompareWith(2)
	p.ShowMode(ModeCompare)

	back := &fakeEnv{}
	q := New(back, Options{Link: &Link{Text: p.Encode()}})
	for i := range p.Variants {
		assert.Equal(t, p.Variants[i].Source, q.Variants[i].Source)
		assert.Equal(t, p.Variants[i].Faults, q.Variants[i].Faults)
		assert.Equal(t, p.Variants[i].Added, q.Variants[i].Added)
	}
	assert.Equal(t, "私の変更", q.Variants[3].Name)
	assert.Equal(t, "no fix", q.Variants[0].Name, "a lesson's names are in the reader's language")
	assert.Equal(t, []any{p.Active, p.Seed, p.Panel, ModeCompare, 2}, []any{q.Active, q.Seed, q.Panel, q.Mode, q.Other})
	assert.Equal(t, ThemeAuto, q.Theme)
	assert.Equal(t, words.English, q.Lang)
	back.answer(t, fineTrace())
	assert.Equal(t, 5, q.Play.Event)
	assert.Equal(t, AxisSteps, q.Play.Axis)
	from, to := p.Window.Range()
	gotFrom, gotTo := q.Window.Range()
	assert.InDelta(t, from, gotFrom, 1e-5)
	assert.InDelta(t, to, gotTo, 1e-5)
}

func TestALinkToTheFirstEventGoesThere(t *testing.T) {
	p, _ := settled(t)
	p.Seek(0)
	env := &fakeEnv{}
	q := New(env, Options{Link: &Link{Text: p.Encode()}})
	env.answer(t, fineTrace())
	assert.Zero(t, q.Play.Event)
}

func TestALinkLeavesAWayBackToOnesOwnProgram(t *testing.T) {
	p, env := settled(t)
	p.Edited("print('mine')\n")
	link := New(&fakeEnv{}, Options{}).Encode()

	p.OpenLink(link, "")
	assert.Contains(t, p.Current().Source, "await queue.join()")
	assert.True(t, p.Borrowed(), "looking at it keeps nothing")
	assert.Equal(t, words.LinkOpened, p.Notice)
	assert.Equal(t, "own", p.NoticeDo)
	env.answer(t, fineTrace())

	another := New(&fakeEnv{}, Options{})
	another.Edited("print('third')\n")
	p.OpenLink(another.Encode(), "")
	p.BackToOwn()
	assert.Equal(t, "print('mine')\n", p.Current().Source, "from a second link as well")
	assert.False(t, p.HasNote)
	assert.False(t, p.Borrowed())

	p.OpenLink(link, "")
	p.Edited("print('changed')\n")
	assert.False(t, p.Borrowed(), "what was changed is one's own")
	p.BackToOwn()
	assert.Equal(t, "print('mine')\n", p.Current().Source)
}

func TestALinkToWhatIsThereSaysNothing(t *testing.T) {
	p, _ := settled(t)
	p.OpenLink(p.Encode(), "")
	assert.False(t, p.HasNote)
}

func TestAnAutosaveSurvivesALinkOnTheNextVisit(t *testing.T) {
	mine, _ := settled(t)
	mine.Edited("print('mine')\n")
	p := New(&fakeEnv{}, Options{Saved: mine.Encode(), Link: &Link{Text: New(&fakeEnv{}, Options{}).Encode()}})
	assert.Contains(t, p.Current().Source, "queue.join()")
	assert.True(t, p.Borrowed())
	p.BackToOwn()
	assert.Equal(t, "print('mine')\n", p.Current().Source)
}

func TestABadLinkChangesNothingButSaysSo(t *testing.T) {
	for _, c := range []struct {
		name    string
		link    Link
		message words.Key
	}{
		{"not JSON", Link{Text: "{"}, words.LinkDamaged},
		{"empty", Link{}, words.LinkDamaged},
		{"null", Link{Text: "null"}, words.LinkDamaged},
		{"a later version of the state", Link{Text: `{"v":2,"variants":[{"name":"a","source":"x"}]}`}, words.LinkNewer},
		{"too many variants", Link{Text: `{"v":1,"variants":[` + strings.Repeat(`{"name":"a","source":"x"},`, 200) + `{"name":"a"}]}`}, words.LinkDamaged},
		{"a name of nothing", Link{Text: `{"v":1,"variants":[{"name":"\u202e\u0000\n","source":"x"}]}`}, words.LinkDamaged},
		{"cut off", Link{Problem: LinkDamaged}, words.LinkDamaged},
		{"a bomb", Link{Problem: LinkLarge}, words.LinkLarge},
		{"of a newer page", Link{Problem: LinkNewer}, words.LinkNewer},
		{"a problem that nobody knows", Link{Problem: "<b>"}, words.LinkDamaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, _ := settled(t)
			p.Edited("print('mine')\n")
			before := p.Encode()
			p.OpenLink(c.link.Text, c.link.Problem)
			assert.Equal(t, c.message, p.Notice)
			assert.Empty(t, p.NoticeDo)
			assert.Equal(t, before, p.Encode())

			q := New(&fakeEnv{}, Options{Link: &c.link})
			assert.Len(t, q.Variants, 3, "a first visit has the example")
			assert.Equal(t, c.message, q.Notice)
		})
	}
}

func TestNamesOfALinkAreMadeHarmless(t *testing.T) {
	for name, want := range map[string]string{
		"plain":                   "plain",
		"  \tspaces\n ":           "spaces",
		"a\u202eb\u0000c\x1b[31m": "abc[31m",
		"<b onclick=x>":           "<b onclick=x>",
		strings.Repeat("長", 70):   strings.Repeat("長", 59) + "…",
		"\u200b":                  "",
	} {
		assert.Equal(t, want, cleanName(name))
	}
}

func TestMarkdownFencesWhateverTheProgramHolds(t *testing.T) {
	p, _ := settled(t)
	p.Edited("print('```')")
	assert.Equal(t, "````python\nprint('```')\n````\n\n[Run it in asyncplay](https://example.org/#1x)\n", p.Markdown("https://example.org/#1x"))
	assert.NotContains(t, p.Markdown(""), "](")
}

func FuzzOpenLink(f *testing.F) {
	for _, text := range linkTexts(f) {
		f.Add(text)
	}
	f.Add(`{"v":1,"variants":[{"name":"a","source":"x","faults":[{"line":1,"exception":"E","message":"m"}]}],"window":[0.5,0.4],"time":-1,"event":99,"mode":"compare","other":7}`)
	f.Add(`{"v":1,"variants":[{"name":"a","source":"x"},{"name":"b","source":"y"}],"window":[0,1e-300],"time":1e308,"mode":"compare","other":1,"steps":true}`)
	f.Fuzz(func(t *testing.T, text string) {
		env := &fakeEnv{}
		p := New(env, Options{Link: &Link{Text: text}, ReducedMotion: true})
		require.NotEmpty(t, p.Variants)
		require.Less(t, p.Active, len(p.Variants))
		env.answer(t, fineTrace())
		require.Less(t, p.Play.Event, len(p.Run().Trace.Events))
		_ = p.Marks().JSON()
		_ = p.Encode()
	})
}

func TestTagsForPagesOfOthers(t *testing.T) {
	p, _ := settled(t)
	p.Current().Name = `a "name" <b>`
	p.Edited("print('<&>')\n")
	p.Current().Faults = []Fault{DefaultFault(1)}
	assert.Equal(t, `<script src="https://example.org/play/embed.js" defer></script>
<async-playground title="a &quot;name&quot; &lt;b&gt;" fault="1:raise=RuntimeError(&quot;boom&quot;)">
<pre><code class="language-python">print('&lt;&amp;&gt;')
</code></pre>
</async-playground>
`, p.EmbedTag("https://example.org/play/index.html#1abc"))
	assert.Contains(t, p.FrameTag("https://example.org/play/#1abc"), `<iframe src="https://example.org/play/embed.html#v=1&amp;state=1abc" title="a &quot;name&quot; &lt;b&gt;"`)
}
