package browsers

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// markup is what must stay text wherever it turns up.
const markup = "<img src=x onerror=\"window.pwned=1\"><script>window.pwned=1</script><img src=https://elsewhere.example/x><b onclick=x>'&amp;\x00\x1b[31m\u202e"

func TestALinkFullOfMarkupStaysText(t *testing.T) {
	literal, err := json.Marshal(markup)
	assert.NoError(t, err)
	source := strings.ReplaceAll(`import asyncio
NAME = "<b>x</b>"  #@param {type:"string"}

async def main():
    t = asyncio.create_task(asyncio.sleep(1), name=MARK)
    print(MARK)
    await t
    raise RuntimeError(MARK)

asyncio.run(main())
`, "MARK", string(literal))
	fault := []any{map[string]any{"line": 8, "exception": "RuntimeError", "message": markup, "task": markup}}
	hash := hashOf(map[string]any{"v": 1, "lesson": markup, "variants": []any{map[string]any{"name": markup, "source": source, "faults": fault}}})
	each(t, options{path: hash}, func(t *testing.T, p *Page) {
		p.drawn()
		p.waitVerdict("<script>window.pwned=1</script>")
		p.waitConsole("<script>window.pwned=1</script>")
		for _, button := range []string{"tab-tasks", "tab-events", "tab-console"} {
			p.Click(id(button))
		}
		assert.Equal(t, "undefined 0", p.Text(`typeof window.pwned + " " + document.querySelectorAll("img:not(.cm-widgetBuffer), iframe, script:not([src]), [onload], [onclick], [onerror]").length`))
	})
}

func TestADamagedLinkSaysSo(t *testing.T) {
	each(t, options{path: "#1" + strings.Repeat("_", 60_000)}, func(t *testing.T, p *Page) {
		p.drawn()
		p.WaitFor("the notice", `document.querySelector('[data-testid="notice"]')?.innerText.includes("damaged or cut off")`)
		assert.Contains(t, p.code(), "await queue.join()")
	})
}

// tooOld takes from a browser what the page cannot do without.
var tooOld = map[string]string{
	"no WebAssembly": `delete window.WebAssembly;`,
	"no streams":     `delete window.TransformStream;`,
	"no sheets, which the scripts want while they are read": `delete Document.prototype.adoptedStyleSheets; window.CSSStyleSheet = undefined;`,
}

func TestABrowserThatIsTooOldSaysSoAndShowsTheCode(t *testing.T) {
	for name, script := range tooOld {
		t.Run(name, func(t *testing.T) {
			each(t, options{script: script}, func(t *testing.T, p *Page) {
				p.AllowProblem("") // the browser says on its console what it misses
				p.WaitFor("it says so", `document.querySelector(".boot-failed").getClientRects().length`)
				assert.Contains(t, p.Text(`document.querySelector(".boot-failed").innerText`), "this browser is too old")
				assert.Contains(t, p.Text(`document.querySelector("code-editor").innerText`), "await queue.join()")
			})
		})
	}
}

func TestAPhone(t *testing.T) {
	each(t, options{width: 390, height: 844}, func(t *testing.T, p *Page) {
		p.ready()
		assert.Equal(t, "[]", p.Text(seenByAccident))
		var overflow int
		p.Eval(`document.documentElement.scrollWidth - innerWidth`, &overflow)
		assert.LessOrEqual(t, overflow, 0)
		for _, pane := range []string{"code", "timeline", "console"} {
			p.Click(id("pane-" + pane))
			if pane == "code" {
				p.WaitFor("the code has the height", `document.querySelector("code-editor").offsetHeight > 450`)
			}
			p.Screenshot(pane)
		}
	})
}
