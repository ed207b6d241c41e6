package browsers

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"image/png"
	"strings"
)

// ready waits until the first run is drawn and ends what plays by itself on a first visit.
func (p *Page) ready() {
	p.t.Helper()
	p.drawn()
	p.WaitFor("the example introduces itself, or shows its verdict", `document.querySelector('[data-testid="promise"] button, [data-testid="verdict"]')`)
	p.Eval(`document.querySelector('[data-testid="promise"] button')?.click()`, nil)
	p.WaitFor("the verdict is there", `document.querySelector('[data-testid="verdict"]')`)
}

func (p *Page) drawn() {
	p.t.Helper()
	p.WaitFor("the first run is drawn", `performance.getEntriesByName("first-run-drawn").length`)
	p.WaitFor("the editor is up", `document.querySelector("code-editor .cm-content")`)
	p.WaitFor("the app has taken over", `document.documentElement.dataset.boot === "running" && !document.querySelector(".boot")`)
}

// typeProgram replaces the program as one who selects all and pastes does.
func (p *Page) typeProgram(source string) {
	p.t.Helper()
	p.Click("code-editor .cm-content")
	p.Press("a", keyControl)
	p.Eval(fmt.Sprintf(`(() => { const data = new DataTransfer(), event = new ClipboardEvent("paste", {bubbles: true, cancelable: true});
		data.setData("text/plain", %s);
		Object.defineProperty(event, "clipboardData", {value: data}); // Firefox drops data that the constructor is given
		document.querySelector("code-editor .cm-content").dispatchEvent(event); })()`, quote(source)), nil)
	p.WaitFor("the program is there", `document.querySelector("code-editor").value === `+quote(source))
}

func (p *Page) code() string {
	p.t.Helper()
	return p.Text(`document.querySelector("code-editor").value`)
}

func (p *Page) waitConsole(text string) {
	p.t.Helper()
	p.WaitFor("the console says "+text, fmt.Sprintf(`[...document.querySelectorAll('[data-testid="console"] .text')].some(e => e.textContent.includes(%s))`, quote(text)))
}

// waitVerdict waits for a verdict that says something.
func (p *Page) waitVerdict(text string) {
	p.t.Helper()
	p.WaitFor("the verdict says "+text, fmt.Sprintf(`document.querySelector('[data-testid="verdict"]')?.innerText.replace(/\s+/g, " ").includes(%s)`, quote(text)))
}

// leaveEditor puts the focus out of the editor, so that single keys work.
func (p *Page) leaveEditor() {
	p.t.Helper()
	p.Eval(`document.activeElement?.blur()`, nil)
}

// coloursOf counts the colours that an element is painted with. A pattern that a browser does not draw leaves one.
func (p *Page) coloursOf(selector string) int {
	p.t.Helper()
	place := p.Place(selector)
	var packed string
	if err := json.Unmarshal(p.do(screenshot, map[string]any{"full": false}), &packed); err != nil {
		p.t.Fatal(err)
	}
	picture, err := base64.StdEncoding.DecodeString(packed)
	if err != nil {
		p.t.Fatal(err)
	}
	window, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		p.t.Fatal(err)
	}
	colours := map[[3]uint32]bool{}
	for y := int(place.Y) + 1; y < int(place.Y+place.Height)-2; y++ { // without edges, which may lie between pixels
		for x := int(place.X) + 1; x < int(place.X+place.Width)-2; x++ {
			r, g, b, _ := window.At(x, y).RGBA()
			colours[[3]uint32{r >> 8, g >> 8, b >> 8}] = true
		}
	}
	return len(colours)
}

// hashOf packs a state as web/link.js does.
func hashOf(state any) string {
	text, err := json.Marshal(state)
	if err != nil {
		panic(err) // states of tests are plain maps
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	_, _ = z.Write(text) // into memory
	_ = z.Close()
	return "#1" + base64.RawURLEncoding.EncodeToString(packed.Bytes())
}

// hostPage is a page of somebody else's that embeds programs.
func hostPage(body string) string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page with programs</title>` +
		`<link rel="icon" href="data:,"><link rel="stylesheet" href="SITEembed.css"><script src="SITEembed.js" defer></script>` +
		`</head><body style="max-width: 720px; margin: 20px auto">` + body + `</body></html>`
}

// block is an embed in a host page.
func block(attributes, code string) string {
	return `<async-playground ` + attributes + `><pre><code class="language-python">` + html.EscapeString(code) + `</code></pre></async-playground>`
}

// told gathers the events of a host page's embeds in window.told: "pool result hung".
const told = `window.told = []; for (const type of ["ready", "result", "hung", "error", "change"]) {
	document.addEventListener(type, event => told.push([event.target.id, type, event.detail?.outcome ?? event.detail?.message ?? ""].join(" ").trim()), true);
}`

func (p *Page) waitTold(what string) {
	p.t.Helper()
	p.WaitFor(what+" was told", `told.includes(`+quote(what)+`)`)
}

// inFrame evaluates an expression on doc, the document of an embed's frame on a page of the same origin.
func inFrame(embed, expression string) string {
	return `(doc => ` + expression + `)(document.getElementById("` + embed + `").shadowRoot.querySelector("iframe").contentDocument)`
}

// lineOf is the number of the first line of the program that holds the text.
func (p *Page) lineOf(text string) int {
	p.t.Helper()
	for i, line := range strings.Split(p.code(), "\n") {
		if strings.Contains(line, text) {
			return i + 1
		}
	}
	p.t.Fatalf("no line holds %q", text)
	return 0
}
