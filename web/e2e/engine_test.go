package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

const noWorkers = `window.Worker = function () { throw new DOMException("refused", "SecurityError"); };`

func openFixture(t *testing.T, options ...Option) *Page {
	t.Helper()
	p := Open(t, append(options, WithPath(fixturePage))...)
	p.WaitFor("the program is up", "window.fixtureReady")
	return p
}

// run starts a made-up run under a name; its answers are gathered in window.answers[name].
func (p *Page) startRun(name, request string) {
	p.t.Helper()
	p.Eval(fmt.Sprintf(`(() => {
		window.answers ??= {}; window.stops ??= {};
		const log = answers[%[1]q] = {progress: 0};
		stops[%[1]q] = fixtureRun(%[2]q, (kind, text) => {
			if (kind === "progress") log.progress++;
			else { log.kind = kind; log.text = text; log.at = performance.now(); }
		});
	})()`, name, request), nil)
}

func (p *Page) answer(name string) string {
	p.t.Helper()
	p.WaitFor("an answer to "+name, fmt.Sprintf("answers[%q].kind", name))
	var text string
	p.Eval(fmt.Sprintf(`answers[%[1]q].kind + ": " + answers[%[1]q].text`, name), &text)
	return text
}

// eachHome runs a test with the engine in a worker and, where workers are refused, on the page's own thread.
func eachHome(t *testing.T, test func(t *testing.T, p *Page)) {
	t.Run("worker", func(t *testing.T) {
		p := openFixture(t)
		p.startRun("where", "where")
		assert.Equal(t, "done: worker", p.answer("where"))
		test(t, p)
	})
	t.Run("page", func(t *testing.T) {
		p := openFixture(t, WithScript(noWorkers))
		p.startRun("where", "where")
		assert.Equal(t, "done: page", p.answer("where"))
		test(t, p)
	})
}

func TestARunAnswersWithItsTraceOrItsError(t *testing.T) {
	eachHome(t, func(t *testing.T, p *Page) {
		long := strings.Repeat("日本語 ", 40_000)
		for _, c := range []struct{ name, request, want string }{
			{"a small trace", "echo hello", "done: hello"},
			{"half a megabyte", "echo " + long, "done: " + long},
			{"an error of the engine", "fail no such module", "error: no such module"},
			{"a crash of the engine", "panic index out of range", "error: the engine failed: index out of range"},
		} {
			p.startRun(c.name, c.request)
			assert.Equal(t, c.want, p.answer(c.name), c.name)
		}
	})
}

func TestStopAnswersWithin100MillisecondsAndThePageStaysAlive(t *testing.T) {
	eachHome(t, func(t *testing.T, p *Page) {
		p.startRun("long", "long")
		p.WaitFor("progress", "answers.long.progress >= 2")
		var frames int
		p.Eval(`new Promise(resolve => { let n = 0; const end = performance.now() + 500;
			const frame = now => { n++; if (performance.now() < end) requestAnimationFrame(frame); else resolve(n); };
			requestAnimationFrame(frame); })`, &frames)
		assert.Greater(t, frames, 10, "the page draws while the program runs")
		p.Eval("(window.stoppedAt = performance.now(), stops.long())", nil)
		assert.Equal(t, "error: the run was stopped", p.answer("long"))
		var milliseconds float64
		p.Eval("answers.long.at - stoppedAt", &milliseconds)
		assert.Less(t, milliseconds, 100.0)
		p.startRun("next", "echo next")
		assert.Equal(t, "done: next", p.answer("next"))
	})
}

func TestTheLatestRequestWinsOverALongRun(t *testing.T) {
	eachHome(t, func(t *testing.T, p *Page) {
		p.startRun("long", "long")
		p.startRun("second", "echo second")
		p.startRun("third", "echo third")
		assert.Equal(t, "error: a newer run took its place", p.answer("second"))
		assert.Equal(t, "done: third", p.answer("third"))
		assert.Equal(t, "error: a newer run took its place", p.answer("long"))
	})
}

func TestADeafWorkerIsReplacedWithinTwoSeconds(t *testing.T) {
	p := openFixture(t)
	p.startRun("deaf", "deaf")
	time.Sleep(200 * time.Millisecond)
	started := time.Now()
	p.Eval("stops.deaf()", nil)
	assert.Equal(t, "error: the run was stopped", p.answer("deaf"))
	p.startRun("next", "where")
	assert.Equal(t, "done: worker", p.answer("next"))
	assert.Less(t, time.Since(started), 4*time.Second)
}

func TestAWorkerThatEndsFailsItsRunAndIsReplaced(t *testing.T) {
	p := openFixture(t)
	p.AllowProblem("exit code: 3")
	p.startRun("exit", "exit")
	assert.Equal(t, "error: the engine's worker ended", p.answer("exit"))
	p.startRun("next", "where")
	assert.Equal(t, "done: worker", p.answer("next"))
}

func TestAWorkerThatCannotLoadGivesWayToThePage(t *testing.T) {
	p := openFixture(t, WithScript(`const Real = window.Worker; window.Worker = class extends Real { constructor() { super("no/such/file.js"); } };`))
	p.AllowProblem("no/such/file.js")
	p.startRun("where", "where")
	assert.Equal(t, "done: page", p.answer("where"))
}

func TestStorageThatIsRefusedDoesNotStopThePage(t *testing.T) {
	refused := `Object.defineProperty(window, "localStorage", {configurable: true, get() { throw new DOMException("refused", "SecurityError"); }});`
	p := openFixture(t, WithScript(refused))
	var result struct{ Kept bool }
	p.Eval(`fixtureStore("source", "x = 1")`, &result)
	assert.True(t, result.Kept, "for as long as the page is open")

	full := `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };`
	p = openFixture(t, WithScript(full))
	var second struct{ Refused, Kept bool }
	p.Eval(`fixtureStore("source", "x = 1")`, &second)
	assert.True(t, second.Refused)
	assert.False(t, second.Kept)
}
