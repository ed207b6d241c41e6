package browsers

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"asyncplay/app/fixture"
)

const poolFault = `fault="10:raise=RuntimeError('no'):nth=2"`

// embeds are two blocks in somebody's page.
var embeds = hostPage(block(`id="pool" title="A pool" loading="eager" `+poolFault, fixture.Pool) + block(`id="second" loading="eager"`, "import fractions\nprint('second', fractions.Fraction(3, 6))\n"))

func TestEmbedsOfTheSameOriginPlay(t *testing.T) {
	each(t, options{path: "hosts/page.html", script: told, pages: map[string]string{"page.html": embeds}}, func(t *testing.T, p *Page) {
		p.waitTold("pool result hung")
		p.waitTold("second result finished")
		assert.Equal(t, 1, p.requests.holding(".wasm.xz"), "both blocks share the program")
		assert.Equal(t, "0.900", p.Text(inFrame("pool", `doc.getElementById("clock").textContent`)))
		var pixels int
		p.Eval(inFrame("pool", `(c => c.getContext("2d").getImageData(0, 0, c.width, c.height).data.filter(v => v).length)(doc.getElementById("still"))`), &pixels)
		assert.Greater(t, pixels, 1000, "the timeline is drawn")
		p.Eval(`pool.run()`, nil)
		p.WaitFor("it plays", inFrame("pool", `Number(doc.getElementById("clock").textContent) > .1 && Number(doc.getElementById("clock").textContent) < .9`))
		p.Screenshot("embed")
	})
}

func TestEmbedsOfAnotherOrigin(t *testing.T) {
	each(t, options{path: "hosts/page.html", script: told, pages: map[string]string{"page.html": embeds}, otherOrigin: true}, func(t *testing.T, p *Page) {
		p.waitTold("pool result hung")
		p.waitTold("second result finished")
		assert.Equal(t, 1, p.requests.holding(".wasm.xz"), "both blocks share the program")
		assert.Equal(t, "second 1/2\n", p.Text(`second.apply({}).then(r => r.stdout)`))
		assert.Equal(t, "finished", p.Text(`pool.apply({fault: "", set: "WORKERS=5"}).then(r => r.outcome)`))
		assert.Equal(t, "null", p.Text(`pool.shadowRoot.querySelector("iframe").contentDocument`), "the page cannot reach into the frame")
	})
}

// WebKit takes the word 'self' of a policy for nothing in a frame without an origin, so that no script of ours runs there; the
// site cannot know its own address when it is built. The block's code stays where it was.
func TestASandboxedEmbed(t *testing.T) {
	page := hostPage(block(`id="boxed" sandbox="allow-scripts" loading="eager"`, "import fractions\nprint('boxed', fractions.Fraction(3, 6))\n"))
	each(t, options{path: "hosts/page.html", script: told, pages: map[string]string{"page.html": page}, otherOrigin: true}, func(t *testing.T, p *Page) {
		if p.browser.name == "firefox" {
			p.waitTold("boxed result finished")
			assert.Equal(t, "boxed 1/2\n", p.Text(`boxed.apply({}).then(r => r.stdout)`), "the library comes as a script as well")
			return
		}
		p.WaitFor("the element is there", `boxed.shadowRoot?.querySelector("iframe")`)
		assert.Contains(t, p.Text(`boxed.innerText`), "fractions.Fraction(3, 6)")
		assert.Equal(t, "true", p.Text(`boxed.querySelector("pre").getClientRects().length > 0`), "the code can be read")
	})
}

func TestALesson(t *testing.T) {
	each(t, options{path: "lessons/en/07-worker-pool/", script: told}, func(t *testing.T, p *Page) {
		assert.Contains(t, p.Text(`document.querySelector("h1").innerText`), "pool")
		p.Eval(`document.querySelector("async-playground").scrollIntoView({block: "center"})`, nil)
		p.WaitFor("the first program ran", `told.some(text => text.includes("result"))`)
		p.Screenshot("lesson")
		var overflow int
		p.Eval(`document.documentElement.scrollWidth - innerWidth`, &overflow)
		assert.LessOrEqual(t, overflow, 0)
	})
}
