package e2e

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"asyncplay/web/lesson"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// course is the course that ships, checked.
func course(t *testing.T) (*lesson.Course, *lesson.Runner) {
	t.Helper()
	root, err := moduleRoot()
	require.NoError(t, err)
	c, problems, err := lesson.Load(filepath.Join(root, "web", "lessons"))
	require.NoError(t, err)
	runner := lesson.NewRunner()
	_, more := c.Check(runner)
	require.Empty(t, append(problems, more...).Error())
	return c, runner
}

const programsAreUp = `customElements.get("async-playground")`

// whatLinksGive applies every change link of a page and gathers what the programs then do.
const whatLinksGive = `(async () => {
	const results = [];
	for (const link of document.querySelectorAll("a.change")) {
		const program = document.getElementById(link.dataset.of);
		const {at, ...change} = JSON.parse(link.dataset.change);
		const result = await program.apply(change);
		results.push({of: link.dataset.of, change: link.dataset.change, outcome: result.outcome, seconds: result.durationSeconds, stdout: result.stdout});
	}
	return results;
})()`

// A link does on the page what check found it does natively, whatever was changed before.
func TestChangeLinksDoOnThePageWhatCheckFound(t *testing.T) {
	c, runner := course(t)
	for _, slug := range []string{"08-join-never-returns", "13-locks"} {
		at := slices.IndexFunc(c.Lessons, func(l *lesson.Lesson) bool { return l.Slug == slug })
		require.GreaterOrEqual(t, at, 0)
		page := c.Lessons[at].Pages["en"]
		p := Open(t, WithPath("lessons/en/"+slug+"/"))
		p.WaitFor("programs are there", programsAreUp)
		var got []struct {
			Of, Change, Outcome, Stdout string
			Seconds                     float64
		}
		p.Eval(whatLinksGive, &got)
		require.Len(t, got, len(page.Changes), slug)
		for i, change := range page.Changes {
			want, err := runner.Run(change.Block, change.Ref.Changes)
			require.NoError(t, err)
			where := fmt.Sprintf("%s:%d %s", page.File, change.Line, got[i].Change)
			assert.Equal(t, change.Block.ID, got[i].Of, where)
			assert.Equal(t, want.Outcome, got[i].Outcome, where)
			assert.InDelta(t, want.Seconds, got[i].Seconds, 1e-9, where)
			assert.Equal(t, want.Stdout, got[i].Stdout, where)
		}
		p.Close()
	}
}

func TestAChangeLinkActsWhereTheProgramStands(t *testing.T) {
	p := Open(t, WithPath("lessons/en/13-locks/"), WithMedia("prefers-reduced-motion", "reduce")) // no gliding under the mouse
	p.WaitFor("programs are there", programsAreUp)
	p.Eval(`document.getElementById("deadlock").addEventListener("result", event => { window.told = event.detail.outcome; })`, nil)
	const link = `a.change[data-of="deadlock"]`
	p.WaitFor("the link is a button", fmt.Sprintf("document.querySelector(%s).getAttribute('role') === 'button'", quote(link)))
	p.Click(link)
	p.WaitFor("the program has run", `window.told === "finished"`)
	p.WaitFor("the program is on the screen", `(() => { const r = document.getElementById("deadlock").getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight / 2; })()`)
	var pressed string
	p.Eval(fmt.Sprintf("document.querySelector(%s).getAttribute('aria-pressed')", quote(link)), &pressed)
	assert.Equal(t, "true", pressed)
	p.Screenshot("changed")
}

func TestQuestionsAreAnsweredByKeyboard(t *testing.T) {
	p := Open(t, WithPath("lessons/en/13-locks/"))
	p.WaitFor("the page is up", `!document.querySelector(".search").hasAttribute("data-off")`)
	p.Eval(`document.querySelector(".question input").focus()`, nil)
	p.Press(" ")
	p.WaitText(".question .question-says", "Not this one")
	p.Press(kb.ArrowDown)
	p.WaitText(".question .question-says", "Right.")
	p.WaitFor("the explanation is open", `document.querySelector(".question details").open`)
	assert.Contains(t, p.Text(".question details"), "Both looked at 0 s")
}

func TestTheSearchFindsALessonAndItsHeading(t *testing.T) {
	p := Open(t, WithPath("lessons/ja/"))
	p.WaitFor("the page is up", `!document.querySelector(".search").hasAttribute("data-off")`)
	p.Press("/")
	p.WaitFor("the field has the focus", `document.activeElement.type === "search"`)
	p.Press("セマフォ")
	p.WaitText("#page-found", "ロック、セマフォ、デッドロック")
	p.Press(kb.Enter)
	p.WaitFor("the lesson is open", `location.pathname.endsWith("/lessons/ja/13-locks/") && document.readyState === "complete" && !document.querySelector(".search").hasAttribute("data-off")`)
	p.Press("/")
	p.Press("zzzz")
	p.WaitText(".found", "見つかりません")
	p.Press(kb.Escape)
	p.WaitFor("the results are gone", `document.querySelector(".found").hidden`)
}

func TestLanguagesAndColoursStayWithTheReader(t *testing.T) {
	p := Open(t, WithPath("lessons/en/10-cancellation/"))
	p.WaitFor("the page is up", `!document.querySelector(".theme").hasAttribute("data-off")`)
	p.Click(".theme")
	p.WaitFor("it is dark", `document.documentElement.dataset.theme === "dark"`)
	p.Click(`.lang a[lang="ja"]`)
	p.WaitFor("the same lesson is in Japanese", `document.documentElement.lang === "ja" && location.pathname.endsWith("/lessons/ja/10-cancellation/")`)
	p.WaitFor("it is dark still", `document.documentElement.dataset.theme === "dark"`)
	p.Eval(`location.assign(new URL("../../", location.href))`, nil)
	p.WaitFor("the way in leads to the reader's language", `location.pathname.endsWith("/lessons/ja/")`)
	p.Eval(`location.assign(new URL("../../", location.href))`, nil)
	p.WaitFor("the playground has both too", `document.documentElement.dataset.boot === "running" && document.documentElement.dataset.theme === "dark" && document.documentElement.lang === "ja"`)
}

func TestALessonIsWholeWithoutScripts(t *testing.T) {
	p := Open(t, WithPath("lessons/en/08-join-never-returns/"), WithoutScripts())
	assert.Contains(t, p.Text("async-playground"), "await queue.join()")
	var facts struct {
		Hidden, Cut int
		Links       []string
		Still       float64
	}
	p.Eval(`({
		Hidden: [...document.querySelectorAll("async-playground pre")].filter(pre => !pre.getClientRects().length).length,
		Cut: [...document.querySelectorAll("async-playground")].filter(e => e.scrollHeight > e.clientHeight + 1).length,
		Links: [...document.querySelectorAll("a.change")].map(a => new URL(a.href).pathname + new URL(a.href).hash.slice(0, 2)),
		Still: document.querySelector("async-playground img[data-still=light]").getBoundingClientRect().height,
	})`, &facts)
	assert.Zero(t, facts.Hidden, "every version of a program is shown")
	assert.Zero(t, facts.Cut, "no program is cut off")
	for _, link := range facts.Links {
		assert.Equal(t, subPath+"#1", link, "links open the change in the playground")
	}
	assert.Greater(t, facts.Still, 50.0)
	p.Screenshot("without scripts")
}

func TestALinkOfALessonOpensItsChangeInThePlayground(t *testing.T) {
	p := Open(t, WithPath("lessons/en/13-locks/"))
	var hash string
	p.Eval(`new URL(document.querySelector('a.change[data-of="deadlock"]').href).hash`, &hash)
	p.Close()
	play := Open(t, WithPath(hash))
	play.WaitFor("the program is there", `document.documentElement.dataset.boot === "running" && document.querySelector("code-editor")?.value?.includes("there")`)
	play.WaitText(`[data-testid="verdict"], .verdict`, "")
	play.WaitFor("both versions are in tabs", `document.body.innerText.includes("ordered")`)
}

func TestThePlaygroundLeadsToTheLessons(t *testing.T) {
	for _, width := range []int64{1440, 390} {
		p := Open(t, WithSize(width, 844))
		p.WaitFor("the app has taken over", `document.documentElement.dataset.boot === "running" && !document.querySelector(".boot")`)
		link := `[data-testid="to-lessons"]`
		if width < 600 { // the bar has no room
			p.Click(`[data-testid="programs"]`)
			link = `[data-testid="menu-lessons"]`
		}
		p.Click(link)
		p.WaitFor("the lessons are there", `location.pathname.endsWith("/lessons/en/") && document.querySelectorAll(".lessons li").length === 15`)
		p.Click(`.lessons a[href="01-coroutines/"]`)
		p.WaitFor("the first lesson is there", `document.querySelector("h1").innerText === "Coroutines"`)
		p.Close()
	}
}

// audit looks for what people and search engines stumble over.
const audit = `(() => {
	const problems = [];
	const seen = element => element.getClientRects().length && getComputedStyle(element).visibility === "visible";
	const name = element => (element.getAttribute("aria-label") ?? element.innerText ?? "").trim() || element.title;
	for (const element of document.querySelectorAll("a, button, input, summary")) {
		if (!seen(element)) continue;
		if (!name(element) && !element.closest("label")) problems.push("no name: " + element.outerHTML.slice(0, 90));
		const box = element.closest("label") ?? element, r = box.getBoundingClientRect();
		const inline = element.closest("p, li, h2, h3, td") && getComputedStyle(element).display === "inline";
		if (!inline && (r.width < 24 || r.height < 24)) problems.push("small: " + r.width + " by " + r.height + " " + element.outerHTML.slice(0, 90));
	}
	for (const image of document.images) {
		if (!image.hasAttribute("alt")) problems.push("no alt: " + image.src);
		if (!image.hasAttribute("width")) problems.push("no size: " + image.src);
	}
	if (document.querySelectorAll("h1").length !== 1) problems.push("one h1");
	let level = 1;
	for (const heading of document.querySelectorAll("article h2, article h3, article h4")) {
		const own = Number(heading.tagName[1]);
		if (own > level + 1) problems.push("level skipped: " + heading.innerText);
		level = own;
	}
	for (const what of ["meta[name=description]", "meta[name=viewport]", "html[lang]", "main", "link[rel=icon]"]) {
		if (!document.querySelector(what)) problems.push("no " + what);
	}
	const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
	for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) problems.push("id twice: " + id);
	if (document.documentElement.scrollWidth > innerWidth) problems.push("wider than the window: " + document.documentElement.scrollWidth);
	return [...new Set(problems)];
})()`

const measureShifts = `window.shift = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value; }).observe({type: "layout-shift", buffered: true});`

// The measures that Lighthouse takes, and a page that does not move under the reader.
func TestLessonPagesAreSound(t *testing.T) {
	t.Parallel() // it takes no measure of time
	for _, path := range []string{"lessons/en/", "lessons/ja/07-worker-pool/", "lessons/en/12-task-groups/"} {
		for _, scheme := range []string{"light", "dark"} {
			for _, size := range [][2]int64{{1440, 900}, {390, 844}} {
				name := fmt.Sprintf("%s %s %d", path, scheme, size[0])
				p := Open(t, WithPath(path), WithMedia("prefers-color-scheme", scheme), WithSize(size[0], size[1]), WithScript(measureShifts))
				p.WaitFor("the page is up", `!document.querySelector(".search").hasAttribute("data-off")`)
				p.WaitFor("its programs are up", `!document.querySelector("async-playground") || `+programsAreUp)
				var problems []string
				p.Eval(audit, &problems)
				assert.Empty(t, problems, name)
				p.WaitFor("no program is loading", `[...document.querySelectorAll("async-playground")].every(e => !e.shadowRoot.querySelector("[aria-busy=true]"))`)
				assert.Empty(t, p.axe(), name)
				p.Eval(`(async () => {
					for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {
						scrollTo({top: y, behavior: "instant"});
						await new Promise(resolve => setTimeout(resolve, 60));
					}
				})()`, nil)
				var shift float64
				p.Eval("shift", &shift)
				assert.LessOrEqual(t, shift, 0.02, "layout shift of "+name)
				p.Close()
			}
		}
	}
}

// What the feed, the sitemap and the embeds' descriptions say is in the built site.
func TestTheBuiltSiteHasItsIndexes(t *testing.T) {
	dir := os.Getenv("ASYNCPLAY_DIST")
	if dir == "" {
		t.Skip("ASYNCPLAY_DIST names no built site")
	}
	for _, name := range []string{"sitemap.xml", "robots.txt", "lessons/en/feed.xml", "lessons/ja/feed.xml", "lessons/index.html"} {
		assert.FileExists(t, filepath.Join(dir, filepath.FromSlash(name)))
	}
	content, err := os.ReadFile(filepath.Join(dir, "lessons", "ja", "search.json"))
	require.NoError(t, err)
	var index []any
	require.NoError(t, json.Unmarshal(content, &index))
	assert.Len(t, index, 15)
}
