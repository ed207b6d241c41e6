package browsers

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestTheBadgeOfTheWidestLineStandsOnIt: its place is made of a sticky box without a width, which browsers must agree on.
func TestTheBadgeOfTheWidestLineStandsOnIt(t *testing.T) {
	source := "import asyncio\n\n\nasync def main():\n    await asyncio.Event().wait()  # " + strings.Repeat("a long remark ", 12) + "\n\n\nasyncio.run(main())\n"
	each(t, options{path: hashOf(map[string]any{"v": 1, "variants": []any{map[string]any{"name": "long", "source": source}}})}, func(t *testing.T, p *Page) {
		p.drawn()
		p.WaitFor("main waits for ever", `document.querySelector("code-editor .tb")`)
		for _, scrollLeft := range []string{"0", "300", "1e6"} {
			p.Eval(`void (document.querySelector(".cm-scroller").scrollLeft = `+scrollLeft+`)`, nil)
			assert.Equal(t, "on its line, at the edge", p.Text(`(() => {
				const box = element => element.getBoundingClientRect(), badge = box(document.querySelector("code-editor .tb"));
				const line = box([...document.querySelectorAll(".cm-line")].find(e => e.textContent.includes("remark"))), edge = box(document.querySelector("code-editor")).right;
				return (badge.top >= line.top && badge.bottom <= line.bottom ? "on its line" : "elsewhere") + (badge.right < edge && badge.right > edge - 30 ? ", at the edge" : ", at " + badge.right + " of " + edge);
			})()`))
		}
	})
}
