package e2e

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"image"
	"image/color"
	"image/png"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// withWholeDownloads keeps what would be saved in window.saved, its bytes in base64.
func withWholeDownloads() Option {
	return WithScript(`window.saved = []; {
		const blobs = new Map(), make = URL.createObjectURL;
		URL.createObjectURL = blob => { const url = make.call(URL, blob); blobs.set(url, blob); return url; };
		HTMLAnchorElement.prototype.click = async function () {
			const blob = blobs.get(this.href), bytes = new Uint8Array(await blob.arrayBuffer());
			window.saved.push({name: this.download, type: blob.type, size: blob.size, text: btoa(Array.from(bytes, b => String.fromCharCode(b)).join(""))});
		};
	}`)
}

func TestWhatIsExportedIsWhatItSays(t *testing.T) {
	p := openStory(t, withWholeDownloads())
	p.waitVerdict("join-never-returns")
	_, events := p.eventCount()
	p.Click(id("share"))
	n := 0
	take := func(button string) []byte {
		t.Helper()
		p.Click(id(button))
		n++
		content, err := base64.StdEncoding.DecodeString(p.saved(n).Text)
		require.NoError(t, err)
		return content
	}
	assert.Equal(t, p.code(), string(take("download-py")))

	drawing := take("download-svg")
	var size struct {
		Width  float64 `xml:"width,attr"`
		Height float64 `xml:"height,attr"`
	}
	require.NoError(t, xml.Unmarshal(drawing, &size))
	for decoder := xml.NewDecoder(bytes.NewReader(drawing)); ; {
		if _, err := decoder.Token(); err == io.EOF {
			break
		} else if !assert.NoError(t, err, "the picture is whole") {
			break
		}
	}
	assert.Contains(t, string(drawing), "worker-2")

	picture, err := png.Decode(bytes.NewReader(take("download-png")))
	require.NoError(t, err)
	assert.InDelta(t, 2*size.Width, picture.Bounds().Dx(), 2, "twice the size of the drawing")
	assert.InDelta(t, 2*size.Height, picture.Bounds().Dy(), 2)
	assert.Greater(t, len(coloursOf(picture)), 20, "it is not blank")

	var chrome struct {
		TraceEvents []struct {
			Name string   `json:"name"`
			Ph   string   `json:"ph"`
			Ts   *float64 `json:"ts"`
			Dur  float64  `json:"dur"`
			Pid  *int     `json:"pid"`
			Tid  *int     `json:"tid"`
		} `json:"traceEvents"`
	}
	require.NoError(t, json.Unmarshal(take("download-chrome"), &chrome))
	phases, latest := map[string]int{}, 0.0
	for _, e := range chrome.TraceEvents {
		phases[e.Ph]++
		require.NotEmpty(t, e.Ph)
		require.NotNil(t, e.Pid)
		if e.Ph == "M" {
			continue
		}
		require.NotNil(t, e.Ts, e.Name)
		latest = max(latest, *e.Ts+e.Dur)
	}
	assert.Positive(t, phases["M"], "names of the lanes")
	assert.Positive(t, phases["X"], "spans")
	assert.InDelta(t, 1_813_000, latest, 1_000, "microseconds")

	lines := strings.Split(strings.TrimSuffix(string(take("download-events")), "\n"), "\n")
	assert.GreaterOrEqual(t, len(lines), events)
	before := -1.0
	for _, line := range lines {
		var e struct {
			T  *float64 `json:"t"`
			Ev string   `json:"ev"`
		}
		require.NoError(t, json.Unmarshal([]byte(line), &e), line)
		if e.T != nil {
			assert.GreaterOrEqual(t, *e.T, before, line)
			before = *e.T
		}
	}
	assert.Contains(t, lines[len(lines)-1], `"run_hung"`)
}

// coloursOf are the colours of a picture.
func coloursOf(picture image.Image) map[color.Color]int {
	found := map[color.Color]int{}
	for y := picture.Bounds().Min.Y; y < picture.Bounds().Max.Y; y++ {
		for x := picture.Bounds().Min.X; x < picture.Bounds().Max.X; x++ {
			found[color.RGBAModel.Convert(picture.At(x, y))]++
		}
	}
	return found
}

// TestLinksOfOldKeepWorking opens links that earlier versions have made (app/model/testdata/links).
func TestLinksOfOldKeepWorking(t *testing.T) {
	old := func(name string) string {
		t.Helper()
		hash, err := os.ReadFile(filepath.Join("..", "..", "app", "model", "testdata", "links", name+".v1.txt"))
		require.NoError(t, err)
		return strings.TrimSpace(string(hash))
	}
	p := Open(t, WithPath(old("modules_and_view")))
	p.ready()
	p.WaitFor("all tabs are there", `document.querySelectorAll(".vtab").length === 5`)
	assert.Contains(t, p.plain(`.vtab [aria-selected="true"]`), "prog.py")
	now, _ := p.eventCount()
	assert.Equal(t, 19, now)
	assert.Equal(t, "2.000", p.Text(id("clock")))
	assert.Equal(t, "true", p.evalText(`document.querySelector('[data-testid="axis-steps"]').getAttribute("aria-pressed")`))
	assert.Equal(t, "true", p.evalText(`document.querySelector('[data-testid="tab-events"]').getAttribute("aria-selected")`))
	assert.Contains(t, p.plain(id("fault-0")), `line 8 raises RuntimeError("壊れた \"quoted\"")`)
	p.setHash(old("queue_three_variants"))
	p.WaitFor("the three variants", `document.querySelectorAll(".vtab").length === 3`)
	p.setHash(old("gather"))
	p.waitCode("asyncio.gather")
	p.WaitFor("its run", `document.querySelector('[data-testid="verdict"]')?.dataset.verdict`)
}

func TestTheEmbedTagsAndTheMarkdownWorkElsewhere(t *testing.T) {
	p := openStory(t, withClipboard())
	p.waitVerdict("join-never-returns")
	p.Click(id("fault-toggle-0"))
	p.waitVerdict("finished")
	p.Click(id("share"))
	copied := func(button string) string {
		t.Helper()
		p.Eval(`void (window.copied = null)`, nil)
		p.Click(id(button))
		return p.copied()
	}
	markdown := copied("copy-markdown")
	code, rest, found := strings.Cut(strings.TrimPrefix(markdown, "```python\n"), "\n```\n")
	require.True(t, found)
	assert.Equal(t, strings.TrimSuffix(p.code(), "\n"), code)
	_, link, _ := strings.Cut(rest, "](")
	link, _, _ = strings.Cut(link, ")")
	frame := copied("copy-frame")
	_, src, found := strings.Cut(frame, `src="`)
	require.True(t, found, frame)
	src, _, _ = strings.Cut(src, `"`)
	src = strings.ReplaceAll(src, "&amp;", "&")

	address, err := url.Parse(link)
	require.NoError(t, err)
	q := Open(t, WithPath("#"+address.Fragment))
	q.ready()
	q.waitVerdict("finished")
	assert.Equal(t, p.code(), q.code())
	assert.Equal(t, "false", q.evalText(`document.querySelector('[data-testid="fault-toggle-0"]').getAttribute("aria-checked")`))
	q.Close()

	address, err = url.Parse(src)
	require.NoError(t, err)
	q = Open(t, WithPath("embed.html#"+address.EscapedFragment()))
	q.WaitFor("the frame shows the program", `document.body.innerText.includes("await queue.join()")`)
}
