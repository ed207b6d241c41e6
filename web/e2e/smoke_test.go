package e2e

import (
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) {
	os.Exit(Main(m))
}

func TestThePageStartsUnderItsPolicyFromASubPath(t *testing.T) {
	p := Open(t)
	p.waitThere("the editor shows the program", "code-editor .cm-content")
	p.WaitFor("the app has taken over", `document.documentElement.dataset.boot === "running" && !document.querySelector(".boot")`)
	assert.NotEmpty(t, p.Text(".top"))
	p.Screenshot("page")
}

func TestTheStaticPageShowsTheProgramBeforeItsScripts(t *testing.T) {
	p := Open(t, WithPath("index.html"), WithoutScripts())
	assert.Contains(t, p.Text("code-editor"), "await queue.join()")
	assert.Contains(t, p.Text(".top"), "asyncplay")
	p.Screenshot("static")
}

// rememberStill notes where everything that a person sees and would point at stands in the static page.
const rememberStill = `document.addEventListener("DOMContentLoaded", () => {
	window.placesOf = () => Object.fromEntries([...document.querySelectorAll("[data-testid]")].filter(e => !e.closest(".vh")).map(e => {
		const r = e.getBoundingClientRect();
		return [e.dataset.testid, [r.x, r.y, r.width, r.height].map(Math.round).join(" ")];
	}));
	window.still = {isStill: Boolean(document.querySelector(".boot")), places: placesOf()};
});`

func TestNothingJumpsWhenTheAppTakesOver(t *testing.T) {
	p := Open(t, WithScript(rememberStill))
	p.WaitFor("the app has taken over", `document.documentElement.dataset.boot === "running" && !document.querySelector(".boot")`)
	p.waitThere("the editor is up", "code-editor .cm-content")
	var before struct {
		IsStill bool
		Places  map[string]string
	}
	p.Eval("still", &before)
	var after map[string]string
	p.Eval("placesOf()", &after)
	assert.True(t, before.IsStill, "looked at before the app came")
	assert.Contains(t, before.Places, "code")
	assert.Contains(t, before.Places, "timeline", "the first run is in the static page")
	plays := map[string]bool{"caption": true, "clock": true, "playhead": true, "total": true}
	for id, place := range after {
		if was, ok := before.Places[id]; ok && !plays[id] {
			assert.Equal(t, was, place, id)
		}
	}
}

func TestTheStaticCodeStandsWhereTheEditorPutsIt(t *testing.T) {
	// The text's own box: a line's is taller.
	const lineTops = `Object.fromEntries([...document.querySelectorAll(%q)].slice(0, 30).map((e, i) => {
		const range = document.createRange();
		range.selectNodeContents(e);
		return [i + 1, Math.round(range.getBoundingClientRect().top)];
	}).filter(([i]) => i %% 9 === 0))`
	still := Open(t, WithoutScripts())
	var before, after map[string]int
	still.Eval(fmt.Sprintf(lineTops, "code-editor pre .l"), &before)
	live := Open(t)
	live.WaitFor("the app has taken over", `document.documentElement.dataset.boot === "running" && !document.querySelector(".boot")`)
	live.WaitFor("the editor is up", `document.querySelectorAll("code-editor .cm-line").length > 29`)
	live.Eval(fmt.Sprintf(lineTops, "code-editor .cm-line"), &after)
	assert.Len(t, after, 3)
	for line, top := range after {
		assert.InDelta(t, before[line], top, 2, "line %s", line)
	}
}

// slowNetwork holds back what the loader fetches, the program, for a while.
const slowNetwork = `const fetchAtOnce = window.fetch; window.fetch = async (...args) => {
	await new Promise(resolve => { window.letProgramCome = resolve; });
	return fetchAtOnce(...args);
};`

func TestWhatIsTypedBeforeTheProgramHasComeIsKept(t *testing.T) {
	p := Open(t, WithScript(slowNetwork))
	p.waitThere("the editor is up", ".boot code-editor .cm-content")
	p.clickEndOfLine(1)
	p.Press("  # mine")
	p.Eval("letProgramCome()", nil)
	p.WaitFor("the app has taken over", `document.documentElement.dataset.boot === "running" && !document.querySelector(".boot")`)
	p.WaitFor("the edit is there", `document.querySelector("code-editor").value.startsWith("import asyncio  # mine\n")`)
}

func TestAReturningVisitorDoesNotSeeTheExampleFirst(t *testing.T) {
	p := Open(t, WithScript(slowNetwork+`localStorage.setItem("asyncplay/seen", "1");`))
	p.WaitFor("the static page hides its program", `getComputedStyle(document.querySelector(".boot .left")).visibility === "hidden"`)
	p.Eval("letProgramCome()", nil)
	p.WaitFor("the app has taken over", `document.documentElement.dataset.boot === "running" && !document.querySelector(".boot")`)
}

func TestAProgramThatCannotBeFetchedLeavesTheCodeReadable(t *testing.T) {
	p := Open(t, WithScript(`window.fetch = async () => new Response("gone", {status: 404});`))
	p.AllowProblem(".wasm.xz: 404")
	p.WaitText(".boot-failed", "could not start")
	assert.Contains(t, p.Text("code-editor"), "await queue.join()")
}

func TestADamagedDownloadLeavesTheCodeReadable(t *testing.T) {
	p := Open(t, WithScript(`const realFetch = window.fetch; window.fetch = async address => {
		const whole = await (await realFetch(address)).arrayBuffer();
		return new Response(whole.slice(0, whole.byteLength >> 1));
	};`))
	p.AllowProblem("")
	p.WaitText(".boot-failed", "could not start")
	assert.Contains(t, p.Text("code-editor"), "await queue.join()")
}

// What a visit downloads: index.html and all that the page has asked for by the time its first run is drawn, as it travels.
func TestAVisitStaysWithinItsBudget(t *testing.T) {
	const budgetBytes = 2_300_000
	p := Open(t)
	p.ready()
	p.WaitFor("the app has taken over", `document.documentElement.dataset.boot === "running" && !document.querySelector(".boot")`)
	var bytes int
	p.Eval(`(async () => {
		let sum = 0;
		const names = new Set([location.href, ...performance.getEntriesByType("resource").map(r => r.name)]);
		for (const name of names) {
			const body = await (await fetch(name)).arrayBuffer();
			const packed = name.endsWith(".xz") ? body : await new Response(new Blob([body]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
			sum += packed.byteLength;
		}
		return sum;
	})()`, &bytes)
	t.Logf("%d bytes", bytes)
	assert.Greater(t, bytes, 1_000_000, "everything is counted")
	assert.LessOrEqual(t, bytes, budgetBytes)
}

// All that the page and embeds may ever download: what they refer to, with what is fetched only when it is wanted. Lessons are
// pages of their own.
func TestAllFilesOfPageAndEmbedsStayWithinTheirBudget(t *testing.T) {
	const budgetBytes = 2_600_000
	siteURL(t)
	dir := buildOnce().dir
	names := []string{"index.html", "embed.html", "embed.js", "embed.css"}
	for _, page := range names {
		content, err := os.ReadFile(filepath.Join(dir, page))
		require.NoError(t, err)
		names = append(names, regexp.MustCompile(`assets/[\w.]+`).FindAllString(string(content), -1)...)
	}
	slices.Sort(names)
	var bytes int
	for _, name := range slices.Compact(names) {
		content, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		if strings.HasSuffix(name, ".xz") {
			bytes += len(content)
			continue
		}
		packed := gzip.NewWriter(countingWriter{&bytes})
		_, err = packed.Write(content)
		require.NoError(t, err)
		require.NoError(t, packed.Close())
	}
	t.Logf("%d bytes", bytes)
	assert.Greater(t, bytes, 2_300_000, "everything is counted")
	assert.LessOrEqual(t, bytes, budgetBytes)
}

type countingWriter struct{ bytes *int }

func (w countingWriter) Write(p []byte) (int, error) {
	*w.bytes += len(p)
	return len(p), nil
}
