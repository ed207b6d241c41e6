package lesson

import (
	"html"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rendered is the HTML of a page whose programs are their ids.
func rendered(t *testing.T, body string) string {
	t.Helper()
	page, problems := checkPage(t, body)
	require.Empty(t, problems)
	text, err := page.HTML(Frame{
		Program: func(b *Block) string { return "<play>" + b.ID + "</play>\n" },
		Link:    func(to string) string { return "to " + to },
		Image:   func(to string) string { return `src="` + to + `"` },
		Change:  func(c *ChangeLink) string { return `data-of="` + c.Block.ID + `"` },
		Words:   func(key string) string { return "[" + key + "]" },
	})
	require.NoError(t, err)
	return text
}

func TestRenderedLessons(t *testing.T) {
	const hello = "```python file=hello.py id=hello\n```\n\n"
	for name, c := range map[string]struct{ body, want string }{
		"programs":       {hello, "<play>hello</play>"},
		"shown only":     {"```python file=hello.py id=a static lines=7-8\n```\n", `<pre class="code" id="a" tabindex="0"><code class="language-python"><span class="l">    print(`},
		"other code":     {"```sh\na <b>\n```\n", `<pre class="code plain" tabindex="0"><code>a &lt;b&gt;</code></pre>`},
		"output":         {hello + "```output\nbefore\nafter\n```\n", `<figure class="printed" data-kind="output"><figcaption>[output]</figcaption><pre tabindex="0"><samp>before` + "\nafter</samp>"},
		"facts":          {hello + "It takes {{duration hello}} s, prints `{{output hello 1}}` and {{lines hello}} things.\n", "It takes 1\u00a0s, prints <code>before</code> and 2 things."},
		"links":          {hello + "[x](../01-one/) [*y*](#hello?seed=1)\n", `<a href="to ../01-one/">x</a> <a class="change" data-of="hello"><em>y</em></a>`},
		"headings":       {"## A `b` c\n\n## A b c\n\n## 日本 語 {#own}\n", `<h2 id="a-b-c"><a href="#a-b-c">A <code>b</code> c</a></h2>` + "\n" + `<h2 id="a-b-c-2"><a href="#a-b-c-2">A b c</a></h2>` + "\n" + `<h2 id="own">`},
		"callouts":       {"> [!TRY]\n> Do *it*.\n>\n> - now\n", `<aside class="callout" data-kind="try" aria-label="[try]"><p class="callout-kind">[try]</p>` + "\n<p>Do <em>it</em>.</p>\n<ul>"},
		"quotations":     {"> Said.\n", "<blockquote>\n<p>Said.</p>\n</blockquote>"},
		"tables":         {"| a | b |\n|---|---|\n| 1 | 2 |\n", `<div class="table" tabindex="0"><table>`},
		"comments":       {"a <!-- secret --> b\n\n<!-- more -->\n", "<p>a  b</p>"},
		"Japanese lines": {"日本語の\n文章です。\n", "<p>日本語の文章です。</p>"},
		"questions": {hello + "```question of=hello check=\"output lines\" id=q\nask: How *many*?\n- 1\n+ two {2}\nwhy: `x` & y\n```\n",
			`<div class="question" id="q"><fieldset><legend><span class="question-kind">[question]</span> How <em>many</em>?</legend>` + "\n" +
				`<label><input type="radio" name="q" value="1"><span>1</span></label>` + "\n" + `<label data-right><input type="radio" name="q" value="2"><span>two</span></label>`},
		"explanations": {hello + "```question of=hello check=outcome\nask: How?\n- no {hung}\n+ well {finished}\nwhy: `x` & y\n```\n",
			`<details><summary>[show answer]</summary><p class="question-answer">well</p><p><code>x</code> &amp; y</p></details>`},
	} {
		assert.Contains(t, rendered(t, c.body), c.want, name)
	}
}

// Whatever a lesson holds, no element gets into the page but those that Markdown makes.
func TestNoHTMLOfALessonReachesThePage(t *testing.T) {
	page, _ := checkPage(t, "<script>alert(1)</script>\n\na <img src=x onerror=alert(1)> b [x](javascript:alert(1)) `</code><script>`\n\n```sh\n</code><script>\n```\n\n## <b>x</b> {#\"><script>}\n")
	text, err := page.HTML(Frame{Link: func(to string) string { return to }, Words: func(key string) string { return key }})
	require.NoError(t, err)
	assert.NotContains(t, strings.ToLower(text), "<script")
	assert.NotContains(t, text, "<img")
	assert.NotContains(t, text, "<b>")
	assert.Contains(t, html.UnescapeString(text), "</code><script>", "code is shown as it is")
}

func TestTheTextForSearchingHasNoMarkup(t *testing.T) {
	page, problems := checkPage(t, "## A *part*\n\n> [!NOTE]\n> Some `code` here, {{line hello \"await\"}} too.\n\n```python file=hello.py id=hello\n```\n")
	require.Empty(t, problems)
	assert.Equal(t, "A part Some code here, 8 too.", page.PlainText())
}
