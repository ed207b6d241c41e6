package e2e

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// withDownloads keeps what would be saved in window.saved: name, type, size and, of text, the content.
func withDownloads() Option {
	return WithScript(`window.saved = []; {
		const blobs = new Map(), make = URL.createObjectURL;
		URL.createObjectURL = blob => { const url = make.call(URL, blob); blobs.set(url, blob); return url; };
		HTMLAnchorElement.prototype.click = async function () {
			const blob = blobs.get(this.href);
			window.saved.push({name: this.download, type: blob.type, size: blob.size, text: await blob.text()});
		};
	}`)
}

type savedFile struct {
	Name, Type, Text string
	Size             int
}

func (p *Page) saved(n int) savedFile {
	p.t.Helper()
	p.WaitFor("a file is saved", `window.saved.length === `+itoa(n))
	var files []savedFile
	p.Eval(`window.saved`, &files)
	return files[n-1]
}

func TestDownloads(t *testing.T) {
	p := openStory(t, withDownloads())
	p.Click(id("share"))
	p.waitThere("the dialog is open", id("share-dialog"))
	for i, c := range []struct{ button, name, mime, holds string }{
		{"download-py", "no_fix.py", "text/x-python", "await queue.join()"},
		{"download-svg", "no_fix.svg", "image/svg+xml", "never marked done"},
		{"download-png", "no_fix.png", "image/png", "PNG"},
		{"download-chrome", "no_fix.trace.json", "application/json", `"traceEvents"`},
		{"download-events", "no_fix.events.jsonl", "application/jsonl", `"ev":"hung"`},
	} {
		p.Click(id(c.button))
		f := p.saved(i + 1)
		assert.Equal(t, []string{c.name, c.mime}, []string{f.Name, f.Type})
		if c.button == "download-events" {
			lines := strings.Split(strings.TrimSpace(f.Text), "\n")
			assert.True(t, json.Valid([]byte(lines[len(lines)-1])))
			continue
		}
		assert.Contains(t, f.Text, c.holds)
		assert.Greater(t, f.Size, 500)
	}
}

// drop lets files fall on the page.
func (p *Page) drop(target string, files ...[2]string) {
	p.t.Helper()
	inJSON, err := json.Marshal(files)
	require.NoError(p.t, err)
	p.Eval(`(() => { const data = new DataTransfer();
		for (const [name, text] of `+string(inJSON)+`) data.items.add(new File([text], name));
		for (const kind of ["dragenter", "dragover", "drop"]) document.querySelector(`+quote(target)+`).dispatchEvent(new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true})); })()`, nil)
}

func TestDroppedFilesImportEachOther(t *testing.T) {
	p := openStory(t)
	p.drop("code-editor .cm-content", [2]string{"main.py", "import helper\nprint('the answer is', helper.N)\n"}, [2]string{"helper.py", "N = 41\n"})
	p.waitConsole("the answer is 41")
	assert.Equal(t, "import helper\nprint('the answer is', helper.N)\n", p.code())
	p.Click(id("variant-4"))
	p.WaitFor("the module is shown", `document.querySelector("code-editor").value === "N = 41\n"`)
	p.typeProgram("N = 42\n")
	p.waitConsole("the answer is 42")
	var runs, selected string
	p.Eval(`document.querySelector('[data-runs="on"]').innerText`, &runs)
	p.Eval(`document.querySelector('.vtab [aria-selected="true"]').innerText`, &selected)
	assert.Contains(t, runs, "main.py", "what it prints stands beside the module")
	assert.Contains(t, selected, "helper.py")
	p.Screenshot("module")
	p.Click(id("variant-3"))
	p.WaitFor("the program is shown", `document.querySelector("code-editor").value.startsWith("import helper")`)
	p.waitConsole("the answer is 42")

	p.drop("#app", [2]string{"picture.png", "\x89PNG\x00"})
	p.WaitText(id("notice"), "Only text files")
}

// addTools adds a tab as a person does, and makes it the module tools.py.
func (p *Page) addTools(source string) {
	p.t.Helper()
	p.Click(id("variant-add"))
	p.waitThere("a copy", id("variant-3"))
	p.typeProgram(source)
	p.Click(id("files"))
	p.fill(id("tab-name"), "tools.py")
	p.WaitText(id("variant-3"), "tools.py")
	p.Click(id("tab-module"))
	p.Press(kb.Escape)
}

func TestATabIsRenamedAndBecomesAModule(t *testing.T) {
	p := openStory(t)
	p.addTools("def greet():\n    return 'from the tools'\n")
	p.Click(id("variant-0"))
	p.typeProgram("from tools import greet\nprint(greet())\n")
	p.waitConsole("from the tools")
}

func TestUndoOutsideTheEditor(t *testing.T) {
	p := openStory(t)
	p.setSlider(id("knob-WORKERS")+" input", 6)
	p.waitCode("WORKERS = 6 ")
	p.WaitFor("the hand rests", `new Promise(done => setTimeout(() => done(true), 1500))`)
	p.Click(id("fault-toggle-0"))
	p.waitVerdict("finished")
	p.Press("z", kb.ModifierCtrl)
	p.waitVerdict("join-never-returns")
	p.Press("z", kb.ModifierCtrl)
	p.waitCode("WORKERS = 3 ")
	p.Press("z", kb.ModifierCtrl, kb.ModifierShift)
	p.waitCode("WORKERS = 6 ")
}

func TestEarlierVersionsComeBack(t *testing.T) {
	p := openStory(t)
	p.typeProgram("print('first version')\n")
	p.waitConsole("first version")
	p.WaitFor("it is kept", `(localStorage.getItem("asyncplay/versions") ?? "").includes("first version")`)
	p.Click(id("programs"))
	p.Click(id("lesson-gather"))
	p.waitCode("asyncio.gather")
	p.Reload()
	p.ready()
	p.Click(id("files"))
	p.WaitText(id("versions"), "2 lines")
	p.Click(id("version-0"))
	p.waitConsole("first version")
}

func TestAFileFullOfMarkupStaysText(t *testing.T) {
	p := openStory(t, withDownloads())
	p.drop("#app", [2]string{markup + ".py", "raise RuntimeError(" + `"<img src=x onerror=window.pwned=1>"` + ")\n"})
	p.waitVerdict("raised")
	p.Click(id("files"))
	p.waitThere("the menu is open", id("file-menu"))
	p.Click(id("file-save"))
	assert.NotRegexp(t, `[<>:"/\\|?*\x00-\x1f]`, p.saved(1).Name)
	p.Press(kb.Escape)
	p.Click(id("share"))
	p.Click(id("download-svg"))
	assert.NotContains(t, p.saved(2).Text, "<img")
	assert.Equal(t, "undefined", p.evalText(`typeof window.pwned`))
}

func TestALineOfAModuleCanFail(t *testing.T) {
	p := openStory(t)
	p.addTools("def greet():\n    word = 'hello'\n    return word\n")
	p.Click(id("variant-0"))
	p.typeProgram("import tools\n\ntry:\n    print(tools.greet())\nexcept OSError as e:\n    print('caught', e)\n")
	p.waitConsole("hello")

	p.Click(id("variant-3"))
	p.WaitFor("the module is in the editor", `document.querySelector("code-editor").value.startsWith("def greet")`)
	p.clickGutter(2)
	p.WaitText(id("fault-form"), "tools.py: Fault on line 2")
	p.fill(id("fault-exception"), "OSError")
	p.waitConsole("caught boom")
	p.Click(id("fault-done"))
	p.WaitFor("the bolt stands in the module's gutter", `document.querySelectorAll("code-editor .cm-fault.on").length === 1`)

	p.Click(id("variant-0"))
	p.WaitFor("the program is in the editor", `document.querySelector("code-editor").value.startsWith("import tools")`)
	p.WaitFor("it has no bolt itself", `document.querySelectorAll("code-editor .cm-fault").length === 0`)
	p.WaitText(".faults", "tools.py")
	p.Click(".faults .what .ln")
	p.WaitFor("the list leads to the module's line", `document.querySelector("code-editor").value.startsWith("def greet")`)
	p.Click(id("fault-toggle-0"))
	p.waitConsole("hello")
	p.Click(id("fault-toggle-0"))
	p.waitConsole("caught boom")

	p.WaitFor("it is kept", `(localStorage.getItem("asyncplay/playground") ?? "").includes("OSError\",\"message")`)
	p.Reload()
	p.ready()
	p.waitConsole("caught boom")
}
