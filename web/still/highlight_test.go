package still

import (
	"html"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestHighlightKeepsEveryCharacterOfTheProgram(t *testing.T) {
	tags := regexp.MustCompile(`<[^>]*>`)
	for _, source := range []string{
		"x = 1\n",
		"print(f\"{name} slept {delay:.2f} s\")  # <b>&amp;\n\n\nif a < b and c > d: pass\n",
		"async def main(xs):\n    await q.get()\n",
		"def f():\n    \"\"\"First.\n\n    Last.\n    \"\"\"\n    return 'it\\'s'\n", "'''open\nto the end", "x = 'open\ny = 1", "", "\n\n",
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
		{"0x10 + 1_000 + 1.5", `<span class="l">0x10 + 1_000 + <span class="tok-n">1.5</span></span>`},
		{"\"\"\"a\nb\"\"\"", `<span class="l"><span class="tok-s">&#34;&#34;&#34;a</span></span>` + "\n" + `<span class="l"><span class="tok-s">b&#34;&#34;&#34;</span></span>`},
		{"match x:\n    case 1: pass", `<span class="l"><span class="tok-k">match</span> x:</span>` + "\n" +
			`<span class="l">    <span class="tok-k">case</span> <span class="tok-n">1</span>: <span class="tok-k">pass</span></span>`},
		{"match = re.match(a)", `<span class="l">match = re.match(a)</span>`},
	} {
		assert.Equal(t, c.want, string(Highlight(c.source)))
	}
}

// Embeds show the same code with a scanner of their own: a reader sees one give way to the other.
func TestEmbedsKnowTheSameKeywords(t *testing.T) {
	script, err := os.ReadFile("../embed/highlight.js")
	require.NoError(t, err)
	list := regexp.MustCompile(`(?s)new Set\(\((.*?)\)\.split`).FindSubmatch(script)
	require.NotNil(t, list)
	assert.Equal(t, keywords, wordSet(regexp.MustCompile(`["+]`).ReplaceAllString(string(list[1]), " ")))
}
