package e2e

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
)

// libraryWatch counts what the page asks for of Python's library, and lets window.libraryFate decide about it.
const libraryWatch = `{
	const realFetch = window.fetch;
	window.libraryAsked = 0;
	window.libraryFate = () => null;
	window.fetch = (address, options) => {
		if (!String(address).includes("assets/library.")) return realFetch(address, options);
		window.libraryAsked++;
		return window.libraryFate() ?? realFetch(address, options);
	};
}`

const programOfTheLibrary = `import asyncio, dataclasses, logging

@dataclasses.dataclass
class Point:
    x: int = 1

async def main():
    print(Point(%d))
    logging.warning("from logging")

asyncio.run(main())
`

// eachThread runs a test on the site with the engine in a worker and on the page's own thread.
func eachThread(t *testing.T, test func(t *testing.T, p *Page)) {
	for name, script := range map[string]string{"worker": "", "page": noWorkers} {
		t.Run(name, func(t *testing.T) {
			p := Open(t, WithScript(libraryWatch+script))
			p.ready()
			p.endTour()
			assert.Zero(t, p.libraryAsked(), "the first program needs none of it")
			test(t, p)
		})
	}
}

func (p *Page) libraryAsked() int {
	p.t.Helper()
	var asked int
	p.Eval("libraryAsked", &asked)
	return asked
}

func TestTheLibraryIsFetchedOnceAndOnlyForAProgramThatWantsIt(t *testing.T) {
	eachThread(t, func(t *testing.T, p *Page) {
		p.typeProgram("import asyncio, random, time, contextvars, math\n\nprint('without')\n")
		p.waitConsole("without")
		assert.Zero(t, p.libraryAsked())
		for i := range 3 {
			p.typeProgram(fmt.Sprintf(programOfTheLibrary, i))
			p.waitConsole(fmt.Sprintf("Point(x=%d)", i))
			p.waitConsole("WARNING:root:from logging")
		}
		assert.Equal(t, 1, p.libraryAsked())
	})
}

func TestALibraryThatDoesNotComeIsToldAndTheNextRunTriesAgain(t *testing.T) {
	eachThread(t, func(t *testing.T, p *Page) {
		for name, fate := range map[string]string{
			"not there":  `() => new Response("gone", {status: 404})`,
			"no network": `() => Promise.reject(new TypeError("no network"))`,
			"cut off":    `() => realLibrary.then(all => new Response(all.slice(0, all.byteLength >> 1)))`,
			"not xz":     `() => new Response("<html>an error page</html>")`,
		} {
			p.Eval(`(window.realLibrary ??= fetch(document.querySelector("[data-library]").dataset.library + "?").then(r => r.arrayBuffer()), libraryFate = `+fate+`, 0)`, nil)
			p.typeProgram(fmt.Sprintf(programOfTheLibrary, 4) + "# " + name + "\n")
			p.waitConsole("OSError: the library file with module 'dataclasses' could not be loaded: ")
			p.typeProgram("print('alive')\n")
			p.waitConsole("alive")
		}
		p.Eval("(libraryFate = () => null, 0)", nil)
		p.typeProgram(fmt.Sprintf(programOfTheLibrary, 5))
		p.waitConsole("Point(x=5)")
	})
}

func TestStopAnswersWhileTheLibraryIsOnItsWay(t *testing.T) {
	eachThread(t, func(t *testing.T, p *Page) {
		p.Eval("(libraryFate = () => new Promise(come => { window.letLibraryCome = come; }).then(() => fetchLibraryNow()), window.fetchLibraryNow = () => { libraryFate = () => null; return fetch(document.querySelector('[data-library]').dataset.library); }, 0)", nil)
		p.typeProgram(fmt.Sprintf(programOfTheLibrary, 6))
		p.WaitFor("the library is asked for", "window.letLibraryCome")
		p.WaitFor("Run has become Stop", `document.querySelector('[data-testid="run"]').dataset.do === "stop"`)
		var milliseconds float64
		p.Eval(`new Promise(resolve => { const from = performance.now(); document.querySelector('[data-testid="run"]').click();
			const look = () => document.querySelector('[data-testid="run"]').dataset.do === "stop" ? setTimeout(look, 1) : resolve(performance.now() - from); look(); })`, &milliseconds)
		assert.Less(t, milliseconds, 100.0, "Stop answers")
		p.waitVerdictText("Stopped at")
		p.Eval("(letLibraryCome(), 0)", nil)
		p.typeProgram(fmt.Sprintf(programOfTheLibrary, 7))
		p.waitConsole("Point(x=7)")
	})
}
