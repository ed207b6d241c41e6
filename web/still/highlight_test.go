package still

import (
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHighlightKeepsEveryCharacterOfTheProgram(t *testing.T) {
	tags := regexp.MustCompile(`<[^>]*>`)
	for _, source := range []string{
		"x = 1\n",
		"print(f\"{name} slept {delay:.2f} s\")  # <b>&amp;\n\n\nif a < b and c > d: pass\n",
		"async def main(xs):\n    await q.get()\n",
	} {
		shown := html.UnescapeString(tags.ReplaceAllString(string(Highlight(source)), ""))
		assert.Equal(t, strings.TrimSuffix(source, "\n"), shown)
	}
}

func TestHighlightMarksWhatTheEditorMarks(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"await q.join()", `<span class="l"><span class="tok-k tok-aw">await</span> q.join()</span>`},
		{"def worker():", `<span class="l"><span class="tok-k">def</span> <span class="tok-fn">worker</span>():</span>`},
		{"N = 20  # @param", `<span class="l">N = <span class="tok-n">20</span>  <span class="tok-c"># @param</span></span>`},
		{"'a<b'", `<span class="l"><span class="tok-s">&#39;a&lt;b&#39;</span></span>`},
		{"worker2 = w1", `<span class="l">worker2 = w1</span>`},
	} {
		assert.Equal(t, c.want, string(Highlight(c.source)))
	}
}
