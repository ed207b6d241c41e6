package e2e

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/json"
	"math/rand"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// withClipboard keeps what is copied in window.copied.
func withClipboard() Option {
	return WithScript(`window.copied = null;
		Object.defineProperty(navigator, "clipboard", {value: {writeText: async text => { window.copied = text; }}});`)
}

// hashOf packs a state as web/link.js does.
func hashOf(t *testing.T, state string) string {
	t.Helper()
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, err := z.Write([]byte(state))
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return "#1" + base64.RawURLEncoding.EncodeToString(packed.Bytes())
}

// linkTo is the hash of a link to one program.
func linkTo(t *testing.T, name, source string) string {
	t.Helper()
	state, err := json.Marshal(map[string]any{"v": 1, "variants": []any{map[string]any{"name": name, "source": source}}})
	require.NoError(t, err)
	return hashOf(t, string(state))
}

func (p *Page) setHash(hash string) {
	p.t.Helper()
	p.Eval("void (location.hash = "+quote(hash)+")", nil)
}

func (p *Page) copied() string {
	p.t.Helper()
	p.WaitFor("something is copied", `window.copied !== null`)
	return p.evalText(`window.copied`)
}

func TestALinkOpensAtItsMomentInAnotherBrowser(t *testing.T) {
	p := openStory(t, withClipboard())
	p.Press(kb.End)
	p.Click(id("variant-1"))
	p.WaitFor("the variant is there", `document.querySelector('[data-testid="variant-1"]').getAttribute("aria-selected") === "true"`)
	p.Click(id("tab-tasks"))
	for range 12 {
		p.Press(kb.ArrowLeft)
	}
	p.WaitFor("all steps are taken", `(() => { const n = document.querySelector('[data-testid="event-number"]').textContent.match(/\d+/g).map(Number); return n[0] === n[1] - 12; })()`)
	now, of := p.eventCount()
	caption := p.Text(id("caption"))
	p.Press("s")
	link := p.copied()
	p.WaitText(id("notice"), "The link to this moment is copied.")
	assert.Less(t, len(link), 1400)
	assert.Equal(t, link, p.evalText(`location.href`), "the address is the link as well")

	_, hash, found := strings.Cut(link, "#")
	require.True(t, found)
	q := Open(t, WithPath("#"+hash))
	q.ready()
	gotNow, gotOf := q.eventCount()
	assert.Equal(t, []int{now, of}, []int{gotNow, gotOf})
	assert.Equal(t, caption, q.Text(id("caption")))
	assert.Equal(t, "true", q.evalText(`document.querySelector('[data-testid="variant-1"]').getAttribute("aria-selected")`))
	assert.Equal(t, "true", q.evalText(`document.querySelector('[data-testid="tab-tasks"]').getAttribute("aria-selected")`))
	assert.Equal(t, "0", q.evalText(`String(document.querySelectorAll('[data-testid="notice"], [data-testid="promise"]').length)`))
}

func TestALinkLeavesOnesOwnProgramAlone(t *testing.T) {
	p := openStory(t)
	p.typeProgram("print('my own')\n")
	p.waitConsole("my own")
	p.WaitFor("the autosave is written", `(localStorage.getItem("asyncplay/playground") ?? "").includes("my own")`)
	p.setHash(linkTo(t, "theirs", "print('from a link')\n"))
	p.waitConsole("from a link")
	p.WaitText(id("notice"), "Your own is kept.")
	p.Eval(`new Promise(done => setTimeout(done, 900))`, nil)
	assert.Contains(t, p.evalText(`localStorage.getItem("asyncplay/playground")`), "my own", "looking saves nothing")

	p.Eval(`void history.back()`, nil)
	p.waitCode("my own")
	p.Eval(`void history.forward()`, nil)
	p.waitCode("from a link")
	p.Click(id("notice-do"))
	p.waitCode("my own")

	p.setHash(linkTo(t, "theirs", "print('from a link')\n"))
	p.waitCode("from a link")
	p.typeProgram("print('from a link, changed')\n")
	p.waitConsole("from a link, changed")
	p.WaitFor("a changed program is one's own", `(localStorage.getItem("asyncplay/playground") ?? "").includes("changed")`)
	p.WaitFor("and the address no longer speaks of the link", `location.hash === ""`)
}

func TestWhereTheClipboardIsRefusedTheFieldRemains(t *testing.T) {
	p := openStory(t, WithScript(`Object.defineProperty(navigator, "clipboard", {value: {writeText: async () => { throw new DOMException("no", "NotAllowedError"); }}});`))
	p.Press("s")
	p.waitThere("the dialog says so", id("copy-refused"))
	p.WaitFor("the link is selected", `(() => { const f = document.querySelector('[data-testid="share-field"]');
		return f.value.startsWith("http") && f.selectionStart === 0 && f.selectionEnd === f.value.length && document.activeElement === f; })()`)
}

func TestTheDialogCopiesLinkAndMarkdown(t *testing.T) {
	p := openStory(t, withClipboard())
	p.Click(id("share"))
	p.WaitFor("the field has the link", `document.querySelector('[data-testid="share-field"]').value.startsWith("http")`)
	p.Click(id("copy-link"))
	assert.Equal(t, p.evalText(`location.href`), p.copied())
	p.Eval(`void (window.copied = null)`, nil)
	p.Click(id("copy-markdown"))
	markdown := p.copied()
	assert.True(t, strings.HasPrefix(markdown, "```python\nimport asyncio\n"))
	assert.Contains(t, markdown, "\n```\n\n[Run it in asyncplay](http")
	p.Eval(`void (window.copied = null)`, nil)
	p.Click(id("copy-embed"))
	tag := p.copied()
	assert.Contains(t, tag, `embed.js" defer></script>`)
	assert.Contains(t, tag, `<pre><code class="language-python">import asyncio`)
	p.Eval(`void (window.copied = null)`, nil)
	p.Click(id("copy-frame"))
	assert.Contains(t, p.copied(), `embed.html#v=1&amp;state=1`)
	p.Press(kb.Escape)
	p.waitGone("Esc closes it", id("share-dialog"))
}

// TestHostileLinks: whatever the hash holds, the page stays whole, says what is wrong and keeps what was there.
func TestHostileLinks(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	noise := make([]byte, 45_000)
	random.Read(noise)
	good := linkTo(t, "a", "print('good')\n")
	middle := len(good) / 2
	mistyped := good[:middle] + string("AB"[(good[middle]&1)]) + "x" + good[middle+2:]
	p := openStory(t)
	for _, c := range []struct{ name, hash, says string }{
		{"60 kB of noise", "#1" + base64.RawURLEncoding.EncodeToString(noise), "damaged or cut off"},
		{"60 kB of one letter", "#1" + strings.Repeat("A", 60_000), "damaged or cut off"},
		{"a bomb", hashOf(t, `{"v":1,"x":"`+strings.Repeat("a", 40<<20)+`"}`), "more than this page opens"},
		{"longer than any link", "#1" + strings.Repeat("A", 500_000), "more than this page opens"},
		{"cut off", good[:len(good)-9], "damaged or cut off"},
		{"mistyped", mistyped, "damaged or cut off"},
		{"not base64", "#1<script>alert(1)</script>", "damaged or cut off"},
		{"a newer format", "#2" + good[2:], "newer version"},
		{"a newer state", hashOf(t, `{"v":7,"variants":[]}`), "newer version"},
		{"not a state", hashOf(t, `[[[[[[[`), "damaged or cut off"},
		{"not UTF-8", hashOf(t, "{\"v\":1,\"variants\":[{\"name\":\"\xff\",\"source\":\"\"}]}"), "damaged or cut off"},
		{"deep", hashOf(t, strings.Repeat(`{"v":`, 100_000)), "damaged or cut off"},
		{"javascript", "#javascript:alert(1)", "damaged or cut off"},
	} {
		p.setHash(c.hash)
		p.WaitFor(c.name, `document.querySelector('[data-testid="notice"]')?.textContent.includes(`+quote(c.says)+`)`)
		assert.Contains(t, p.code(), "await queue.join()", c.name)
		p.Click(id("notice") + ` [data-do="dismiss"]`)
		p.waitGone("the notice goes", id("notice"))
	}
	p.setHash("#code=x&view=y") // parameters are no link, and nothing is said
	p.setHash(good)
	p.waitConsole("good")
}

func TestALinkThatCannotBeReadStartsThePageAllTheSame(t *testing.T) {
	for _, hash := range []string{"#1" + strings.Repeat("_", 60_000), "#1", "#%00%ff", "#1eJw"} {
		p := Open(t, WithPath(hash))
		p.ready()
		assert.Contains(t, p.code(), "await queue.join()")
		p.WaitText(id("notice"), "damaged or cut off")
		p.Close()
	}
}

// markup is what must stay text wherever it turns up.
const markup = "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script><b onclick=x>'&amp;\x00\x1b[31m\u202e"

func TestALinkFullOfMarkupStaysText(t *testing.T) {
	var literal strings.Builder // JSON's literals are Python's as well
	encoder := json.NewEncoder(&literal)
	encoder.SetEscapeHTML(false)
	require.NoError(t, encoder.Encode(markup))
	source := strings.ReplaceAll(`import asyncio
NAME = "<b>x</b>"  #@param {type:"string"}

async def main():
    q = asyncio.Queue()
    q.put_nowait(MARK)
    t = asyncio.create_task(asyncio.sleep(1), name=MARK)
    print(MARK)
    await t
    raise RuntimeError(MARK)

asyncio.run(main())
`, "MARK", strings.TrimSpace(literal.String()))
	fault := func(line int, exception string) []any {
		return []any{map[string]any{"line": line, "exception": exception, "message": markup, "task": markup + ":nth=x"}}
	}
	state, err := json.Marshal(map[string]any{
		"v": 1, "lesson": markup, "active": 1, "panel": "console", "variants": []any{
			map[string]any{"name": markup, "source": source, "faults": fault(1, markup)},
			map[string]any{"name": "b" + markup, "source": source, "faults": fault(9, "RuntimeError"), "added": true},
		},
	})
	require.NoError(t, err)
	p := Open(t, WithPath(hashOf(t, string(state))))
	p.ready()
	p.waitVerdict("raised")
	p.waitConsole("<script>window.pwned=1</script>")
	for _, button := range []string{"tab-console", "tab-tasks", "tab-events", "variant-0", "variant-1", "share", "programs", "keys", "lang-ja"} {
		p.Click(id(button))
		p.Eval(`new Promise(done => setTimeout(done, 60))`, nil)
	}
	p.Press("?")
	var made []string
	p.Eval(`[...document.querySelectorAll("img:not(.cm-widgetBuffer), iframe, object, embed, script:not([src]), [onload], [onclick], [onerror], #app b[onclick]")].map(e => e.outerHTML)`, &made)
	assert.Empty(t, made)
	assert.Equal(t, "undefined", p.evalText(`typeof window.pwned`))
	assert.Equal(t, "0", p.evalText(`String([...document.querySelectorAll('[data-testid^="variant-"]')].filter(e => /[\u0000-\u001f\u202e]/.test(e.textContent)).length)`))
	var overflow int
	p.Eval(`document.documentElement.scrollWidth - innerWidth`, &overflow)
	assert.LessOrEqual(t, overflow, 0, "nothing stands out sideways")
}

// TestALinkWhereStorageAndHistoryAreRefused: a sandboxed frame refuses storage and the address, which costs neither.
func TestALinkWhereStorageAndHistoryAreRefused(t *testing.T) {
	p := openStory(t, withClipboard(), WithPath(linkTo(t, "theirs", "print('from a link')\n")), WithScript(`
		Object.defineProperty(window, "localStorage", {configurable: true, get() { throw new DOMException("refused", "SecurityError"); }});
		History.prototype.replaceState = () => { throw new DOMException("refused", "SecurityError"); };`))
	p.waitConsole("from a link")
	p.Press("s")
	assert.Contains(t, p.copied(), "#1")
}

func TestALinkToALoopThatNeverEndsOffersStopFromTheStart(t *testing.T) {
	p := Open(t, WithPath(linkTo(t, "loop", "print('begun')\nwhile True:\n    pass\n")))
	p.waitThere("Run has become Stop", `[data-testid="run"][data-do="stop"]`)
	p.Click(id("run")) // on a slow machine the limit on steps may come before the click
	p.WaitFor("it ends", `/Stopped|limit on steps/.test(document.querySelector('[data-testid="verdict"]')?.innerText)`)
	p.waitConsole("begun")
}
