package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"asyncplay/app/fixture"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// told gathers the events of a host page's embeds in window.told: "pool result hung".
const told = `window.told = []; for (const type of ["ready", "result", "hung", "error", "change"]) {
	document.addEventListener(type, event => told.push([event.target.id, type, event.detail?.outcome ?? event.detail?.message ?? ""].join(" ").trim()), true);
}`

// inFrame is the document of an embed's frame on a page of the same origin.
func inFrame(id string) string {
	return `document.getElementById("` + id + `").shadowRoot.querySelector("iframe").contentDocument`
}

func (p *Page) waitTold(what string) {
	p.t.Helper()
	p.WaitFor(what+" was told", fmt.Sprintf(`told.includes(%s)`, quote(what)))
}

// frameText is the text of an element in the frame, by its ID there.
func (p *Page) frameText(embed, id string) string {
	p.t.Helper()
	var text string
	p.Eval(fmt.Sprintf(`%s.getElementById(%s).textContent`, inFrame(embed), quote(id)), &text)
	return text
}

func (p *Page) waitFrame(embed, what, expression string) {
	p.t.Helper()
	p.WaitFor(what, fmt.Sprintf(`(doc => %s)(%s)`, expression, inFrame(embed)))
}

// clickInFrame clicks with the mouse on an element in a frame.
func (p *Page) clickInFrame(embed, selector string) {
	p.t.Helper()
	x, y := p.placeInFrame(embed, selector).Centre()
	p.ClickAt(x, y)
}

func (p *Page) placeInFrame(embed, selector string) Rect {
	p.t.Helper()
	p.waitFrame(embed, selector+" is there", fmt.Sprintf(`doc.querySelector(%s)?.getClientRects().length`, quote(selector)))
	var r Rect
	p.Eval(fmt.Sprintf(`(() => {
		const frame = document.getElementById(%s).shadowRoot.querySelector("iframe");
		frame.scrollIntoView({block: "nearest"});
		const outer = frame.getBoundingClientRect(), r = frame.contentDocument.querySelector(%s).getBoundingClientRect();
		return {X: outer.x + r.x, Y: outer.y + r.y, Width: r.width, Height: r.height};
	})()`, quote(embed), quote(selector)), &r)
	return r
}

func openPool(t *testing.T, attributes string, options ...Option) *Page {
	t.Helper()
	p := openHost(t, sameOrigin, block(`id="pool" title="A pool" fault="`+fixture.PoolFault+`" `+attributes, fixture.Pool), append(options, WithScript(told))...)
	p.waitTold("pool result hung")
	return p
}

func TestAnEmbedShowsItsRunAndTellsItsPage(t *testing.T) {
	p := openPool(t, "")
	p.waitTold("pool ready")
	p.waitTold("pool hung hung")
	p.waitFrame("pool", "the outcome", `doc.getElementById("outcome").textContent.includes("hangs at 0.900 s")`)
	assert.Equal(t, "A pool", p.frameText("pool", "title"))
	assert.Contains(t, p.frameText("pool", "verdict"), "join()")
	assert.Equal(t, "0.900", p.frameText("pool", "clock"))
	var seen struct{ Lanes, Badges, Code, Drawn int }
	p.Eval(fmt.Sprintf(`(doc => {
		const still = doc.getElementById("still"), pixels = still.getContext("2d").getImageData(0, 0, still.width, still.height).data;
		return {Lanes: doc.querySelectorAll(".lane").length, Badges: doc.querySelectorAll(".here .tb").length, Code: doc.querySelectorAll(".l").length,
			Drawn: pixels.filter(v => v).length};
	})(%s)`, inFrame("pool")), &seen)
	assert.Equal(t, 4, seen.Lanes)
	assert.Equal(t, 4, seen.Badges, "where each task stands at the end")
	assert.Equal(t, strings.Count(fixture.Pool, "\n"), seen.Code)
	assert.Greater(t, seen.Drawn, 1000, "the timeline is drawn")
	p.WaitFor("the state", `pool.state.length > 20`)
	assert.Equal(t, fixture.Pool, p.evalText(`pool.code`))
	p.waitFrame("pool", "the link", `doc.getElementById("open").hash.length > 20`)
	// The link leads to the same run in the playground.
	hash := p.evalText(inFrame("pool") + `.getElementById("open").hash`)
	page := Open(t, WithPath(hash))
	page.WaitFor("the verdict", `document.querySelector('[data-testid="verdict"]')?.dataset.verdict === "join-never-returns"`)
	page.waitThere("the fault", id("fault-0"))
}

func TestPlayingAnEmbed(t *testing.T) {
	p := openPool(t, `at="0.3"`)
	p.waitFrame("pool", "it stands at its moment", `doc.getElementById("clock").textContent === "0.300"`)
	p.clickInFrame("pool", `[data-testid="embed-forward"]`)
	p.waitFrame("pool", "a step on", `doc.getElementById("clock").textContent !== "" && doc.activeElement.id === "forward"`)
	p.clickInFrame("pool", `[data-testid="embed-start"]`)
	p.waitFrame("pool", "the start", `doc.getElementById("clock").textContent === "0.000"`)
	p.clickInFrame("pool", `[data-testid="embed-play"]`)
	p.waitFrame("pool", "it plays", `doc.getElementById("play").dataset.playing === "true" && Number(doc.getElementById("clock").textContent) > 0.05`)
	p.Eval(`pool.pause()`, nil)
	p.waitFrame("pool", "it pauses", `doc.getElementById("play").dataset.playing === "false"`)
	p.Eval(`pool.seek(0.5)`, nil)
	p.waitFrame("pool", "it seeks", `doc.getElementById("clock").textContent === "0.500" && /raises/.test(doc.getElementById("caption").textContent)`)
	mini := p.placeInFrame("pool", `[data-testid="embed-minimap"]`)
	p.ClickAt(mini.X+mini.Width*0.1, mini.Y+mini.Height/2)
	p.waitFrame("pool", "the minimap seeks", `Number(doc.getElementById("clock").textContent) < 0.2`)
	p.Eval(inFrame("pool")+`.getElementById("playhead").focus()`, nil)
	p.Press(kb.End)
	p.waitFrame("pool", "End", `doc.getElementById("clock").textContent === "0.900"`)
	p.Press(kb.ArrowLeft)
	p.waitFrame("pool", "back", `doc.getElementById("playhead").getAttribute("aria-valuetext") && doc.getElementById("timeline").dataset.end === "off"`)
}

func TestChangingAnEmbed(t *testing.T) {
	body := block(`id="pool" fault="`+fixture.PoolFault+`"`, fixture.Pool)
	body = strings.Replace(body, "<pre>", `<pre data-variant="as it was">`, 1)
	body = strings.Replace(body, "</async-playground>", `<pre data-variant="repaired">`+strings.ReplaceAll(fixture.PoolFixed, "<", "&lt;")+`</pre></async-playground>`, 1)
	p := openHost(t, sameOrigin, body, WithScript(told))
	p.waitTold("pool result hung")
	apply := func(changes string) string {
		return p.evalText(`pool.apply(` + changes + `).then(r => r.outcome + " " + r.durationSeconds.toFixed(2) + " " + r.variant)`)
	}
	assert.Equal(t, "finished 0.90 repaired", apply(`{variant: "repaired"}`), "the fault follows its line")
	assert.Equal(t, "finished 0.60 repaired", apply(`{set: "WORKERS=6"}`))
	assert.Equal(t, "finished 0.60 as it was", apply(`{variant: "as it was", fault: ""}`))
	assert.Equal(t, "finished 0.60 as it was", apply(`{}`), "nothing changes, and it is told all the same")
	p.Eval(`pool.reset()`, nil)
	p.waitFrame("pool", "it is as at first", `doc.getElementById("outcome").textContent.includes("hangs")`)
	p.clickInFrame("pool", `[data-testid="embed-variant-1"]`)
	p.waitFrame("pool", "the other variant", `doc.getElementById("outcome").textContent.includes("finishes at 0.900 s")`)
	p.Eval(fmt.Sprintf(`(doc => { const knob = doc.querySelector('[data-testid="embed-knob-WORKERS"] input'); knob.value = 1;
		knob.dispatchEvent(new Event("input", {bubbles: true})); })(%s)`, inFrame("pool")), nil)
	p.waitFrame("pool", "the knob", `doc.getElementById("outcome").textContent.includes("2.100")`)
	p.clickInFrame("pool", `.l[data-line="8"] .no`)
	p.waitFrame("pool", "a fault by hand", `doc.querySelector('.l[data-line="8"] .bolt.on')`)
	p.Eval(inFrame("pool")+`.getElementById("lines").focus()`, nil)
	p.Press(kb.ArrowDown + kb.ArrowDown + "\r")
	p.waitFrame("pool", "a fault by keys", `doc.querySelector('.l[data-line="2"] .bolt.on')`)
	p.Press("\r")
	p.waitFrame("pool", "and none", `!doc.querySelector('.l[data-line="2"] .bolt')`)
	p.Eval(`pool.setAttribute("set", "WORKERS=3")`, nil)
	p.waitFrame("pool", "an attribute that changes", `doc.querySelector('[data-testid="embed-knob-WORKERS"] output').textContent === "3"`)
}

func TestEditingAnEmbed(t *testing.T) {
	before := requestsOf("assets/editor")
	p := openHost(t, sameOrigin, block(`id="pool"`, "print('one')\n"), WithScript(told))
	p.waitTold("pool result finished")
	assert.Equal(t, before, requestsOf("assets/editor"), "the editor waits for somebody who edits")
	assert.Equal(t, "BODY", p.evalText(`document.activeElement.tagName`), "an embed takes no focus by itself")
	p.clickInFrame("pool", `.l[data-line="1"] code`)
	p.waitFrame("pool", "the editor", `doc.activeElement?.classList.contains("cm-content")`)
	p.Press("a", kb.ModifierCtrl)
	p.Press("print('two')")
	p.WaitFor("it runs again", `pool.code.includes("two")`)
	p.waitFrame("pool", "what it prints", `doc.getElementById("console").textContent.includes("two")`)
	assert.Equal(t, "two\n", p.evalText(`pool.apply({}).then(r => r.stdout)`))
	p.clickInFrame("pool", `[data-testid="embed-reset"]`)
	p.waitFrame("pool", "the first program", `doc.getElementById("console").textContent.includes("one")`)
	assert.Equal(t, "print('one')\n", p.evalText(inFrame("pool")+`.querySelector("code-editor").value`))
}

func TestBlocksThatBuildOnEachOther(t *testing.T) {
	p := openHost(t, sameOrigin,
		block(`id="first" loading="eager"`, "x = 1\n")+
			block(`id="second" after="first" loading="eager"`, "y = x + 1\nprint(y)\n")+
			block(`id="third" after="second" hide="4" loading="eager"`, "z = 0\nprint(x + y + z)\n"), WithScript(told))
	p.waitTold("third result finished")
	assert.Equal(t, "2\n3\n", p.evalText(`third.apply({}).then(r => r.stdout)`))
	assert.Equal(t, "z = 0\nprint(x + y + z)\n", p.evalText(`third.code`))
	assert.Equal(t, "5", p.evalText(`[...`+inFrame("third")+`.querySelectorAll(".l")].map(l => l.dataset.line).join()`), "set-up is hidden")
	p.clickInFrame("third", ".fold")
	p.waitFrame("third", "hidden lines on demand", `doc.querySelectorAll(".l").length === 5`)
	p.Eval(`first.code = "x = 10\n"`, nil)
	p.WaitFor("those after it follow", `third.program.startsWith("x = 10")`)
	assert.Equal(t, "11\n21\n", p.evalText(`third.apply({}).then(r => r.stdout)`))
}

func TestViewsLanguagesAndThemes(t *testing.T) {
	p := openHost(t, sameOrigin,
		`<style>html.night body { background: #101010; color: #eee }</style>`+
			block(`id="code" view="code" loading="eager" readonly`, fixture.Pool)+block(`id="lines" view="timeline" lang="ja" loading="eager"`, fixture.Pool)+
			block(`id="output" view="output" loading="eager" controls="knobs" theme="dark"`, fixture.Pool), WithScript(told))
	for _, id := range []string{"code", "lines", "output"} {
		p.waitTold(id + " result finished")
	}
	visible := func(embed, id string) bool {
		var on bool
		p.Eval(fmt.Sprintf(`%s.getElementById(%s).getClientRects().length > 0`, inFrame(embed), quote(id)), &on)
		return on
	}
	assert.True(t, visible("code", "lines"))
	assert.False(t, visible("code", "timeline"))
	assert.False(t, visible("code", "edit"))
	assert.False(t, visible("lines", "lines"))
	assert.True(t, visible("lines", "timeline"))
	assert.True(t, visible("output", "console"))
	assert.False(t, visible("output", "timeline"))
	assert.False(t, visible("output", "transport"))
	assert.Contains(t, p.frameText("lines", "outcome"), "0.900 秒で完了")
	assert.Equal(t, "プレイグラウンドで開く", p.frameText("lines", "open"))
	assert.Equal(t, "ja", p.evalText(inFrame("lines")+`.documentElement.lang`))
	assert.Contains(t, p.frameText("output", "console"), "w0 slept 0.1")
	assert.Equal(t, "light", p.evalText(inFrame("lines")+`.documentElement.dataset.theme`))
	assert.Equal(t, "dark", p.evalText(inFrame("output")+`.documentElement.dataset.theme`))
	p.Eval(`document.documentElement.className = "night"`, nil)
	p.waitFrame("lines", "the page's own switch", `doc.documentElement.dataset.theme === "dark"`)
}

// TestWhatIsPointedAtLightsUp: a task's tile lights it in the code and the lanes, a span in the timeline its line.
func TestWhatIsPointedAtLightsUp(t *testing.T) {
	p := openPool(t, `at="0.5"`)
	lit := func(selector string) string {
		return fmt.Sprintf(`[...doc.querySelectorAll(%s)].some(e => doc.defaultView.getComputedStyle(e).outlineStyle === "solid")`, quote(selector))
	}
	x, y := p.placeInFrame("pool", `.lane:nth-child(3) .tb`).Centre()
	p.hoverAt(x, y)
	p.waitFrame("pool", "its tile in the code", lit(".here .tb"))
	plot := p.placeInFrame("pool", `#plot`)
	p.hoverAt(plot.X+plot.Width*0.3, plot.Y+24+10) // main waits in join()
	p.waitFrame("pool", "the line of a span", lit(".l"))
	p.hoverAt(5, 5)
	p.waitFrame("pool", "the light is out", "!("+lit(".l, .tb")+")")
	p.waitFrame("pool", "the timeline as a table", `doc.querySelectorAll("#spans tbody tr").length > 10`)
}

func TestAProgramThatTakesLongCanBeStopped(t *testing.T) {
	p := openHost(t, sameOrigin, block(`id="long" loading="eager"`, "print('begun')\nwhile True:\n    pass\n")+block(`id="short" loading="eager"`, "print('short')\n"), WithScript(told))
	p.waitTold("short result finished") // beside the one that runs
	p.waitFrame("long", "Stop", `!doc.getElementById("stop").hidden`)
	p.clickInFrame("long", `[data-testid="embed-stop"]`)
	p.WaitFor("it ends", `told.some(text => /^long result (stopped|limit)$/.test(text))`)
}

// TestACopyWhereTheClipboardIsRefused: frames often are.
func TestACopyWhereTheClipboardIsRefused(t *testing.T) {
	p := openHost(t, sameOrigin, block(`id="pool" loading="eager"`, fixture.Pool), WithScript(told),
		WithScript(`navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));`))
	p.waitTold("pool result finished")
	p.clickInFrame("pool", `[data-testid="embed-copy"]`)
	p.waitFrame("pool", "the code stands there selected", `doc.activeElement.value?.slice(doc.activeElement.selectionStart, doc.activeElement.selectionEnd) === `+quote(fixture.Pool))
	p.waitFrame("pool", "and a word about it", `doc.getElementById("caption").textContent.includes("Ctrl+C")`)
}

// TestCodeAsHighlightersWriteIt: what they add is no part of the program.
func TestCodeAsHighlightersWriteIt(t *testing.T) {
	for name, code := range map[string]string{
		"spans":        `<pre><code><span class="k">print</span>(<span class="mi">1</span>)` + "\n" + `<span class="k">print</span>(2)</code></pre>`,
		"line breaks":  `<pre><code><span class="token-line">print(1)<br></span><span class="token-line">print(2)<br></span></code></pre>`,
		"line numbers": `<pre><code><span class="ln">1</span>print(1)` + "\n" + `<span class="ln">2</span>print(2)</code></pre>`,
		"copy button":  `<div class="highlight"><pre><span></span><code>print(1)` + "\n" + `print(2)</code><button>Copy</button></pre></div>`,
		"table": `<table><tr><td class="linenos"><div class="linenodiv"><pre><span>1</span>` + "\n" + `<span>2</span></pre></div></td><td><pre>print(1)` + "\n" +
			`print(2)</pre></td></tr></table>`,
		"table of lnt": `<table><tr><td><pre><code><span class="lnt">1</span><span class="lnt">2</span></code></pre></td><td><pre><code>print(1)` + "\n" + `print(2)</code></pre></td></tr></table>`,
		"indented":     "<pre><code>\n    print(1)\n    print(2)\n    </code></pre>",
	} {
		t.Run(name, func(t *testing.T) {
			p := openHost(t, sameOrigin, `<async-playground id="inside" loading="click">`+code+`</async-playground><div>`+code+`</div><p><async-playground id="after" loading="click"></async-playground></p>`)
			p.WaitFor("the element", `window.after?.code !== undefined`)
			assert.Equal(t, "print(1)\nprint(2)\n", p.evalText(`inside.code`))
			assert.Equal(t, "print(1)\nprint(2)\n", p.evalText(`after.code`))
		})
	}
}

// TestABlockThatMovesInItsPage keeps what a reader made of it.
func TestABlockThatMovesInItsPage(t *testing.T) {
	p := openHost(t, sameOrigin, block(`id="pool" loading="eager"`, "print('one')\n")+`<div id="elsewhere"></div>`, WithScript(told))
	p.waitTold("pool result finished")
	assert.Equal(t, "two\n", p.evalText(`pool.apply({code: "print('two')\n"}).then(r => r.stdout)`))
	p.WaitFor("the state", `pool.code.includes("two") && pool.state`)
	p.Eval(`void (told.length = 0, elsewhere.append(pool))`, nil)
	p.waitTold("pool result finished")
	assert.Equal(t, "two\n", p.evalText(`pool.apply({}).then(r => r.stdout)`))
	p.Eval(`(async () => { const block = pool; block.remove(); await new Promise(requestAnimationFrame); told.length = 0; document.body.append(block); })()`, nil)
	p.waitTold("pool result finished")
	made := `(() => { const made = document.createElement("async-playground"); made.id = "made"; made.setAttribute("loading", "eager"); made.code = "print('made')\n"; document.body.append(made); })()`
	p.Eval(made, nil)
	p.waitTold("made result finished")
	assert.Equal(t, "made\n", p.evalText(`made.apply({}).then(r => r.stdout)`))
}

// TestOldAddressesOfFrames opens the addresses that pages have had in them since each version: they must work for ever.
func TestOldAddressesOfFrames(t *testing.T) {
	files, err := filepath.Glob("testdata/embeds/*.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			content, err := os.ReadFile(file)
			require.NoError(t, err)
			address, wanted, found := strings.Cut(strings.TrimSpace(string(content)), "\n")
			require.True(t, found, "an address, and what it shows")
			p := Open(t, WithPath(address))
			for _, text := range strings.Split(wanted, "\n") {
				p.WaitFor(text, fmt.Sprintf(`document.getElementById("embed").innerText.includes(%s)`, quote(text)))
			}
		})
	}
}
