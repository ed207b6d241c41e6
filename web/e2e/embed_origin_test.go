package e2e

import (
	"fmt"
	"html"
	"strings"
	"testing"

	"asyncplay/app/fixture"

	"github.com/stretchr/testify/assert"
)

// Which way the frames of a page come to share one engine depends on where the page stands: a SharedWorker for pages of the
// same site, a Worker of the first frame where the browser refuses that. Either way the program is downloaded once.
func TestFramesOfOtherOriginsShareOneEngine(t *testing.T) {
	for name, with := range map[string]struct {
		from   hostOrigin
		script string
	}{"same site": {otherPort, ""}, "other site": {otherSite, ""}, "without shared workers": {otherPort, noSharedWorkers}} {
		t.Run(name, func(t *testing.T) {
			before := requestsOf("app.", ".wasm.xz")
			p := openHost(t, with.from, block(`id="a" loading="eager"`, "print('a')\n")+block(`id="b" loading="eager"`, "print('b')\n")+
				block(`id="c" loading="eager"`, "print('c')\n"), WithScript(told), WithScript(with.script))
			for _, id := range []string{"a", "b", "c"} {
				p.waitTold(id + " result finished")
				assert.Equal(t, id+"\n", p.evalText(id+`.apply({}).then(r => r.stdout)`))
			}
			assert.Equal(t, before+1, requestsOf("app.", ".wasm.xz"))
			assert.Equal(t, "null", p.evalText(`String(a.shadowRoot.querySelector("iframe").contentDocument)`), "the page cannot reach into the frame")
		})
	}
}

// TestAnEngineGoesOnWhenItsFrameGoes: the first frame hosts the program for the others, and is taken away.
func TestAnEngineGoesOnWhenItsFrameGoes(t *testing.T) {
	p := openHost(t, otherPort, block(`id="a" loading="eager"`, "print('a')\n"), WithScript(told), WithScript(noSharedWorkers))
	p.waitTold("a result finished")
	p.Eval(`document.body.insertAdjacentHTML("beforeend", `+quote(block(`id="b" loading="eager"`, "print('b')\n"))+`)`, nil)
	p.waitTold("b result finished")
	p.Eval(`void (told.length = 0, a.remove())`, nil)
	p.waitTold("b result finished")
	assert.Equal(t, "changed\n", p.evalText(`b.apply({code: "print('changed')\n"}).then(r => r.stdout)`))
}

// TestASandboxedFrame: no origin, no storage, no SharedWorker, no fetch from a host that sends no CORS headers.
func TestASandboxedFrame(t *testing.T) {
	p := openHost(t, otherPort, block(`id="pool" sandbox="allow-scripts" loading="eager" fault="`+fixture.PoolFault+`"`, fixture.Pool)+
		block(`id="other" sandbox="allow-scripts" loading="eager"`, "import dataclasses\nprint('other')\n"), WithScript(told))
	p.AllowProblem("blocked by CORS policy")
	p.AllowProblem("Failed to load resource")
	p.waitTold("pool result hung")
	p.waitTold("other result finished")
	assert.Equal(t, "finished", p.evalText(`pool.apply({fault: ""}).then(r => r.outcome)`))
	assert.Equal(t, "other\n", p.evalText(`other.apply({}).then(r => r.stdout)`), "the library comes as a script as well")
}

const noSharedWorkers = `window.SharedWorker = function () { throw new DOMException("refused", "SecurityError"); };`

func TestAnEmbedWhereWorkersAreRefused(t *testing.T) {
	p := openHost(t, sameOrigin, block(`id="pool" loading="eager"`, fixture.Pool)+block(`id="other" loading="eager"`, "print('other')\n"), WithScript(told), WithScript(noWorkers+noSharedWorkers))
	p.waitTold("pool result finished")
	p.waitTold("other result finished")
	p.Eval(`pool.run()`, nil)
	p.waitFrame("pool", "it plays", `Number(doc.getElementById("clock").textContent) > 0.1`)
}

// TestAPlainFrame talks to a frame without the element.
func TestAPlainFrame(t *testing.T) {
	p := openHost(t, otherPort, `<iframe id="frame" src="SITEembed.html#v=1&title=Plain" width="700" height="420"></iframe>`, WithScript(`
		window.got = [];
		if (top === self) addEventListener("message", event => {
			if (event.source !== document.getElementById("frame").contentWindow) return;
			got.push({...event.data, origin: event.origin});
			if (event.data.type === "hello") event.source.postMessage({asyncplay: 1, type: "connect"}, event.origin);
			if (event.data.type === "connected") event.source.postMessage({asyncplay: 1, type: "code", code: "print('by message')\n"}, event.origin);
		});`))
	p.WaitFor("a result", `got.some(m => m.type === "result" && m.detail.stdout === "by message\n")`)
	types := p.evalText(`[...new Set(got.map(m => m.type))].join()`)
	assert.True(t, strings.HasPrefix(types, "hello,connected"), types)
	assert.Equal(t, "1", p.evalText(`String(new Set(got.map(m => m.origin)).size)`))
	assert.Equal(t, "1", p.evalText(`[...new Set(got.map(m => m.asyncplay))].join()`))
}

// hostilePython holds what would be markup or a way out where it is taken for one.
const hostilePython = `"""<img src=x onerror="window.pwned=1;parent.pwned=1;top.pwned=1"></script><script>window.pwned=1</script>"""
import asyncio

NAME = "<img src=x onerror=window.pwned=1>"  #@param {type:"string"}
KIND = "<b>"  #@param ["<b>", "<script>window.pwned=1</script>"]

async def worker():
    await asyncio.sleep(1)
    print(NAME, "</pre><script>window.pwned=1</script>")
    raise ValueError(NAME)

async def main():
    task = asyncio.create_task(worker(), name=NAME)
    await task

asyncio.run(main())
`

// TestHostileCode: nothing of a program becomes a part of the page that shows it, nor of the page around.
func TestHostileCode(t *testing.T) {
	title := `"><img src=x onerror=window.pwned=1>`
	body := `<async-playground id="bad" loading="eager" title="` + html.EscapeString(title) + `" fault="` + html.EscapeString(`9:raise=RuntimeError("<img src=x onerror=window.pwned=1>")`) +
		`"><pre data-variant="` + html.EscapeString(title) + `">` + html.EscapeString(hostilePython) + `</pre><pre data-variant="&lt;script&gt;">pass</pre></async-playground>`
	p := openHost(t, sameOrigin, body, WithScript(told))
	p.waitTold("bad result raised")
	p.waitFrame("bad", "the verdict", `doc.getElementById("verdict").textContent.includes("<img")`)
	p.clickInFrame("bad", `[data-testid="embed-output"]`)
	p.clickInFrame("bad", `[data-testid="embed-edit"]`)
	p.waitFrame("bad", "the editor", `doc.querySelector("code-editor")`)
	assert.Equal(t, "undefined undefined", p.evalText(`typeof window.pwned + " " + typeof `+inFrame("bad")+`.defaultView.pwned`))
	assert.Equal(t, "0 0", p.evalText(fmt.Sprintf(`(doc => doc.querySelectorAll("img, b b, script:not([src])").length + " " + document.querySelectorAll("img").length)(%s)`, inFrame("bad"))))
}

// TestHostileCodeOfAnotherOrigin: what a frame sends to its page is text there, and events.
func TestHostileCodeOfAnotherOrigin(t *testing.T) {
	for _, sandbox := range []string{"", `sandbox="allow-scripts" `} {
		p := openHost(t, otherPort, block(`id="bad" loading="eager" `+sandbox, hostilePython), WithScript(told))
		p.AllowProblem("blocked by CORS policy")
		p.AllowProblem("Failed to load resource")
		p.waitTold("bad result raised")
		assert.Contains(t, p.evalText(`bad.apply({}).then(r => r.exception + r.stdout)`), "<img src=x onerror=window.pwned=1>")
		assert.Equal(t, "undefined 0", p.evalText(`typeof window.pwned + " " + document.querySelectorAll("img").length`))
		p.Close()
	}
}

// TestAHostileHost: whatever the page around sends, the frame stays whole and runs what it is told to.
func TestAHostileHost(t *testing.T) {
	p := openHost(t, otherPort, block(`id="pool" loading="eager"`, "print('mine')\n"), WithScript(told))
	p.waitTold("pool result finished")
	p.Eval(`(async () => {
		const frame = pool.shadowRoot.querySelector("iframe").contentWindow;
		const values = [undefined, null, 0, -1, 1e308, NaN, "", "<img src=x onerror=alert(1)>", "x".repeat(3e6), [], {}, [[[]]], {toString: null}, new Date(), new Map([[1, 2]])];
		const types = ["connect", "load", "run", "play", "pause", "stop", "seek", "step", "code", "apply", "theme", "lang", "own", "found", "serve", "moved",
			"constructor", "__proto__", "toString", "hello", "ready", ""];
		for (const type of types) for (const value of values) {
			frame.postMessage({asyncplay: 1, type, seconds: value, by: value, changes: {fault: value, set: value, seed: value, at: value, variant: value, code: value}, id: value, theme: value, lang: value}, "*");
		}
		for (const value of values) { frame.postMessage(value, "*"); frame.postMessage({asyncplay: value, type: "run"}, "*"); }
		for (let i = 0; i < 3; i++) {
			const {port1, port2} = new MessageChannel();
			frame.postMessage({asyncplay: 1, type: "serve"}, "*", [port2]);
			for (const value of values) port1.postMessage(value);
			port1.postMessage({text: "{", config: null});
		}
	})()`, nil)
	assert.Equal(t, "still here\n", p.evalText(`pool.apply({code: "print('still here')\n", fault: ""}).then(r => r.stdout)`))
}

// TestOnlyThePageAroundCommandsAFrame: other windows may know the frame, its page and the protocol; nobody listens.
func TestOnlyThePageAroundCommandsAFrame(t *testing.T) {
	hostile := `<script>
		const shout = () => {
			for (let i = 0; i < parent.length; i++) if (parent[i] !== self) {
				parent[i].postMessage({asyncplay: 1, type: "connect"}, "*");
				parent[i].postMessage({asyncplay: 1, type: "code", code: "print('stolen')"}, "*");
			}
			parent.postMessage({asyncplay: 1, type: "result", detail: {outcome: "forged"}}, "*");
			parent.postMessage({asyncplay: 1, type: "change", code: "forged", state: "forged"}, "*");
		};
		setInterval(shout, 50);
		addEventListener("message", event => { window.heard = (window.heard ?? "") + JSON.stringify(event.data); if (event.data.asyncplay) parent.postMessage({leak: JSON.stringify(event.data)}, "*"); });
	</script>`
	hostPages.Store("hostile.html", hostPage{html: hostile})
	t.Cleanup(func() { hostPages.Delete("hostile.html") })
	p := openHost(t, otherPort, `<iframe src="`+strings.Replace(otherOrigin().URL, "127.0.0.1", "localhost", 1)+`/hosts/hostile.html"></iframe>`+
		`<iframe id="plain" src="SITEembed.html#v=1&title=Plain" width="700" height="300"></iframe>`+
		block(`id="pool" loading="eager"`, "print('mine')\n"), WithScript(told), WithScript(`window.leaks = []; addEventListener("message", event => event.data?.leak && leaks.push(event.data.leak));`),
		withHost(strings.Replace(otherOrigin().URL, "127.0.0.1", "localhost", 1)))
	p.waitTold("pool result finished")
	p.Eval(`new Promise(resolve => setTimeout(resolve, 700))`, nil)
	assert.Equal(t, "mine\n", p.evalText(`pool.apply({}).then(r => r.stdout)`))
	assert.Equal(t, "print('mine')\n", p.evalText(`pool.code`))
	assert.Equal(t, "false", p.evalText(`String(told.some(text => text.includes("forged")))`))
	assert.Equal(t, "0", p.evalText(`String(leaks.length)`), "nothing is sent to a window that is not the one around")
}

// documentedPolicy is the policy that docs/embedding/README.md gives to hosts.
func documentedPolicy(site string) string {
	return "default-src 'none'; script-src " + site + "; style-src " + site + "; frame-src " + site
}

func TestAHostWithAStrictPolicy(t *testing.T) {
	site := strings.TrimSuffix(siteURL(t), subPath)
	page := strings.Replace(hostHTML(t, block(`id="pool" loading="eager" title="Strict"`, fixture.Pool)), ` style="max-width: 720px; margin: 20px auto"`, "", 1)
	page = strings.Replace(page, `<link rel="icon" href="data:,">`, "", 1)
	p := openHostPage(t, otherPort, page, documentedPolicy(site), WithScript(told))
	p.waitTold("pool result finished")
	assert.Equal(t, "420", p.evalText(`String(pool.offsetHeight)`))
}

// Whoever frames us names the program that the frame fetches, and is told what was there: it must not become a way to what else the
// host of the site has, or has for this visitor alone.
func TestAFrameFetchesOnlyWhatLiesBesideIt(t *testing.T) {
	hostPages.Store("beside.py", hostPage{html: "print('beside')\n"})
	t.Cleanup(func() { hostPages.Delete("beside.py") })
	const recordFetches = `window.fetched = []; const plain = fetch; window.fetch = (address, options) => { fetched.push([new URL(address, location).pathname, options?.credentials].join(" ")); return plain(address, options); };`
	frame := func(id, src string) string {
		return `<iframe id="` + id + `" src="SITEembed.html#v=1&src=` + src + `" width="700" height="200"></iframe>`
	}
	p := openHost(t, sameOrigin, frame("beside", "hosts/beside.py")+frame("above", "../secret.py")+frame("hidden", "hosts/%252e%252e/../../secret.py")+
		frame("root", "/secret.py")+frame("other", "//example.org/secret.py")+frame("data", "data:,print(1)"), WithScript(recordFetches))
	p.WaitFor("the program beside the frame", `beside.contentDocument.getElementById("lines").textContent.includes("print('beside')")`)
	for _, id := range []string{"above", "hidden", "root", "other", "data"} {
		p.WaitFor(id+" says that there is nothing", id+`.contentDocument.getElementById("wait").textContent.length > 10`)
		assert.Empty(t, p.evalText(id+`.contentWindow.fetched.filter(text => /secret|data/.test(text)).join()`), id)
	}
	assert.Contains(t, p.evalText(`beside.contentWindow.fetched.join()`), "/hosts/beside.py omit")
}
