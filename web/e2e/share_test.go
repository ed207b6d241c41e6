package e2e

import (
	"regexp"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// english are words that a page in Japanese must not show; code words and names may stay.
var english = regexp.MustCompile(`\b(the|of|and|is|are|waits|waiting|items?|never|done|queue's|runs|time|steps|line \d|event \d|Run|Console|Tasks|Keys|Edit)\b`)

func (p *Page) evalText(expression string) string {
	p.t.Helper()
	var text string
	p.Eval(expression, &text)
	return text
}

func TestTheLanguageSwitchChangesEveryWord(t *testing.T) {
	p := openStory(t)
	p.Press(kb.End)
	p.Click(id("lang-ja"))
	p.waitVerdictText("join() は永遠に戻りません")
	// What the program prints and what it is made of stays as it is.
	words := p.evalText(`(() => {
		const copy = document.querySelector("#app").cloneNode(true);
		for (const el of copy.querySelectorAll('code-editor, .con .text, code, .nm, .tt, .mistake, [lang="en"]')) el.remove();
		const titles = [...copy.querySelectorAll("[title], [aria-label]")].map(e => (e.title ?? "") + "\n" + (e.getAttribute("aria-label") ?? ""));
		return copy.textContent + "\n" + titles.join("\n");
	})()`)
	assert.NotRegexp(t, english, words)
	assert.Equal(t, "ja", p.evalText(`document.documentElement.lang`))
	assert.Contains(t, p.Text(id("caption")), "ハングしています")
	assert.Equal(t, "strict", p.evalText(`getComputedStyle(document.querySelector('[data-testid="caption"]')).lineBreak`))

	p.Reload()
	p.ready()
	p.WaitFor("the language is kept", `document.documentElement.lang === "ja" && !document.querySelector(".boot")`)
	p.Click(id("lang-en"))
	p.waitVerdictText("join() will never return")
	assert.Equal(t, "en", p.evalText(`document.documentElement.lang`))
}

func TestTheThemeIsKept(t *testing.T) {
	p := openStory(t)
	pixels := `(() => { const c = document.getElementById("still"); return c.toDataURL().length + c.toDataURL().slice(-400); })()`
	light := p.evalText(pixels)
	p.Click(id("theme"))
	p.WaitFor("the picture has other colours", pixels+" !== "+quote(light))
	assert.Equal(t, "dark", p.evalText(`document.documentElement.dataset.theme`))
	p.Reload()
	p.ready()
	p.WaitFor("the theme is kept", `document.documentElement.dataset.theme === "dark"`)
}
