package view

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"asyncplay/app/fixture"
	"asyncplay/app/host"
	"asyncplay/app/model"
	"asyncplay/runtime"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fakeEngine answers every run when the test says so.
type fakeEngine struct {
	answer  func(runtime.Request) *trace.Trace
	pending []func()
}

func (e *fakeEngine) Run(request []byte, _ func(host.Progress), onDone func([]byte, error)) func() {
	e.pending = append(e.pending, func() {
		r, err := runtime.DecodeRequest(request)
		if err != nil {
			onDone(nil, err)
			return
		}
		onDone(e.answer(r).Encode(), nil)
	})
	return func() {}
}

func queueStory(r runtime.Request) *trace.Trace {
	q := fixture.Default()
	q.Handled = strings.Contains(r.Source, "finally")
	return q.Trace()
}

// newPage is a page whose runs have all been answered.
func newPage(t *testing.T, answer func(runtime.Request) *trace.Trace) *Page {
	t.Helper()
	engine := &fakeEngine{answer: answer}
	p := New(Config{Engine: engine, Storage: host.NewMemoryStorage(), ReducedMotion: true})
	p.OnInit()
	for len(engine.pending) > 0 {
		run := engine.pending[0]
		engine.pending = engine.pending[1:]
		run()
		p.after()
	}
	return p
}

// element is a piece of the drawn page.
type drawn struct {
	name     string
	attrs    map[string]string
	text     string
	children []*drawn
}

func draw(t *testing.T, ui app.UI) *drawn {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(app.HTMLString(ui)))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	root := &drawn{}
	stack := []*drawn{root}
	for {
		token, err := d.Token()
		if err == io.EOF {
			return root
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			el := &drawn{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				el.attrs[a.Name.Local] = a.Value
			}
			top := stack[len(stack)-1]
			top.children = append(top.children, el)
			stack = append(stack, el)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			for _, el := range stack {
				el.text += string(token)
			}
		}
	}
}

func (d *drawn) all(fits func(*drawn) bool) []*drawn {
	var found []*drawn
	for _, child := range d.children {
		if fits(child) {
			found = append(found, child)
		}
		found = append(found, child.all(fits)...)
	}
	return found
}

func (d *drawn) testID(t *testing.T, id string) *drawn {
	t.Helper()
	found := d.all(func(e *drawn) bool { return e.attrs["data-testid"] == id })
	require.Len(t, found, 1, "elements with data-testid=%q", id)
	return found[0]
}

func (d *drawn) words() string { return strings.Join(strings.Fields(d.text), " ") }

func TestPageShowsTheHangAndItsFacts(t *testing.T) {
	page := draw(t, newPage(t, queueStory))
	verdict := page.testID(t, "verdict")
	assert.Equal(t, "join-never-returns", verdict.attrs["data-verdict"])
	assert.Contains(t, verdict.words(), "join() will never return: 11 items never marked done")
	assert.Equal(t, "Show the fix", page.testID(t, "show-fix").words())
	assert.Equal(t, "event 98 of 98", page.testID(t, "event-number").words())
	assert.Equal(t, "/ hangs at 1.820", page.testID(t, "total").words())
	assert.Equal(t, "8", page.testID(t, "count-in-queue").words())
	assert.Equal(t, "3", page.testID(t, "count-taken").words())
	assert.Equal(t, "9", page.testID(t, "count-done").words())
	assert.Contains(t, page.testID(t, "queue-sum").words(), "11 unfinished = 8 in the queue + 3 taken")
	assert.Contains(t, page.testID(t, "queue-sum").words(), "join() waits until it is 0 : never")
	for i, outcome := range []string{"hung", "fine", "fine"} {
		assert.Equal(t, outcome, page.testID(t, "variant-"+string(rune('0'+i))).attrs["data-outcome"])
	}
}

func TestPageFollowsThePlayhead(t *testing.T) {
	p := newPage(t, queueStory)
	p.pg.Seek(0)
	p.pg.NextProblem()
	page := draw(t, p)
	assert.Contains(t, page.testID(t, "caption").words(), "RuntimeError")
	assert.Contains(t, page.testID(t, "lane-w1").words(), "died")
	assert.Contains(t, page.testID(t, "lane-w0").words(), "asleep")
	playhead := page.testID(t, "playhead")
	assert.Equal(t, "slider", playhead.attrs["role"])
	assert.Equal(t, "1.020", playhead.attrs["aria-valuenow"])
	assert.Equal(t, "1.820", playhead.attrs["aria-valuemax"])
	assert.Contains(t, playhead.attrs["aria-valuetext"], "raises")
	console := page.testID(t, "console")
	now := console.all(func(e *drawn) bool { return e.attrs["data-when"] == "now" })
	require.Len(t, now, 1)
	assert.Contains(t, now[0].words(), "RuntimeError: boom")
}

func TestTabsShowTasksAndEvents(t *testing.T) {
	p := newPage(t, queueStory)
	p.pg.ShowPanel(model.PanelTasks)
	tasks := draw(t, p).testID(t, "tasks")
	assert.Contains(t, tasks.words(), "worker-1 died 1.020 line 12 RuntimeError: boom")
	assert.Contains(t, tasks.words(), "main in join() 0.000 line 29")
	p.pg.ShowPanel(model.PanelEvents)
	p.pg.Seek(30)
	events := draw(t, p).testID(t, "events")
	now := events.all(func(e *drawn) bool { return e.attrs["data-when"] == "now" })
	require.Len(t, now, 1)
	assert.Equal(t, "30", now[0].attrs["data-arg"])
}

func TestFaultFormShowsTheFault(t *testing.T) {
	p := newPage(t, queueStory)
	p.pg.OpenFault(0)
	page := draw(t, p)
	assert.Equal(t, "RuntimeError", page.testID(t, "fault-exception").attrs["value"])
	assert.Equal(t, "boom", page.testID(t, "fault-message").attrs["value"])
	assert.Equal(t, "4", page.testID(t, "fault-number").attrs["value"])
	assert.Contains(t, page.testID(t, "fault-task").words(), "worker-2")
	p.pg.SetFault(model.FaultException, "no good")
	assert.Contains(t, draw(t, p).testID(t, "fault-form").words(), "needs a class name")
}

func TestSyntaxErrorVeilsTheLastGoodRun(t *testing.T) {
	broken := false
	p := newPage(t, func(r runtime.Request) *trace.Trace {
		if !broken {
			return queueStory(r)
		}
		rec := trace.NewRecorder(1)
		return rec.Finish(trace.Outcome{Status: trace.StatusSyntaxError, Text: rec.Intern("SyntaxError: expected ':'"), Line: 2, Col: 3})
	})
	broken = true
	p.pg.Again()
	engine := p.config.Engine.(*fakeEngine)
	engine.pending[0]()
	p.after()
	page := draw(t, p)
	assert.Contains(t, page.testID(t, "verdict").words(), "expected ':'")
	assert.Contains(t, page.testID(t, "stale").words(), "from before the edit")
	assert.Equal(t, "on", page.testID(t, "timeline").attrs["data-stale"])
	assert.Equal(t, "event 98 of 98", page.testID(t, "event-number").words(), "the last good run stays")
}

func TestFirstVisitKeepsTheOutcomeToItself(t *testing.T) {
	engine := &fakeEngine{answer: queueStory}
	p := New(Config{Engine: engine, Storage: host.NewMemoryStorage()})
	p.OnInit()
	page := draw(t, p)
	assert.Contains(t, page.testID(t, "promise").words(), "See what your asyncio code is waiting for.")
	p = New(Config{Engine: engine, Storage: host.NewMemoryStorage()})
	p.OnInit()
	engine.pending[len(engine.pending)-1]()
	p.after()
	page = draw(t, p)
	assert.Equal(t, "none", page.testID(t, "variant-0").attrs["data-outcome"])
	assert.Empty(t, page.testID(t, "total").words())
}

func TestOnlyTheIconsAreMarkup(t *testing.T) {
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, file := range files {
		if file == "icons.go" || strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, word := range []string{"app.Raw(", "innerHTML", "outerHTML", "insertAdjacentHTML"} {
			assert.NotContains(t, string(source), word, "in %s: what a program says must reach the page as text", file)
		}
	}
}

func TestEveryControlHasANameAndAnAct(t *testing.T) {
	p := newPage(t, queueStory)
	p.pg.AddVariant("mine")
	for _, overlay := range []model.Overlay{model.OverlayNone, model.OverlayPrograms, model.OverlayKeys, model.OverlayFault, model.OverlayShare, model.OverlayFile, model.OverlayMore} {
		p.pg.Overlay = overlay
		page := draw(t, p)
		for _, button := range page.all(func(e *drawn) bool { return e.name == "button" }) {
			name := button.words() + button.attrs["aria-label"]
			assert.NotEmpty(t, name, "a button without a name: %v", button.attrs)
			do := button.attrs["data-do"]
			assert.Contains(t, acts, do, "button %q", name)
		}
		for _, input := range page.all(func(e *drawn) bool { return (e.name == "input" || e.name == "select") && e.attrs["readonly"] == "" }) {
			assert.NotEmpty(t, input.attrs["data-in"], "%v", input.attrs)
		}
	}
}

func TestTimelineHasATextEquivalent(t *testing.T) {
	page := draw(t, newPage(t, queueStory))
	spans := page.testID(t, "spans")
	rows := spans.all(func(e *drawn) bool { return e.name == "tr" })
	assert.Contains(t, spans.words(), "main in join() 0.000 for ever 29")
	assert.Contains(t, spans.words(), "worker-0 asleep 0.000 0.660 12")
	assert.Greater(t, len(rows), 10)
}

func TestPageLoadsInGoAppsEngine(t *testing.T) {
	engine := app.NewTestEngine()
	p := New(Config{Engine: &fakeEngine{answer: queueStory}, Storage: host.NewMemoryStorage()})
	require.NoError(t, engine.Load(p))
	engine.ConsumeAll()
	assert.True(t, p.Mounted())
	assert.NoError(t, app.TestMatch(p, app.TestUIDescriptor{
		Path: app.TestPath(0, 1, 3, 0), Expected: app.Elem("code-editor").ID("code").Attr("label", "Python code").DataSet("testid", "code"),
	}))
}

// TestAValueIsOneAttributeAndNothingElse: whatever a program or a link says.
func TestAValueIsOneAttributeAndNothingElse(t *testing.T) {
	const hostile = "x;onclick=alert(1);href=javascript:alert(2)\x00style=color:red"
	html := app.HTMLString(el("a", "class=btn;title="+safe(hostile)+";data-testid=last"))
	d := xml.NewDecoder(strings.NewReader(html))
	token, err := d.Token()
	require.NoError(t, err)
	var names []string
	for _, a := range token.(xml.StartElement).Attr {
		names = append(names, a.Name.Local)
	}
	assert.ElementsMatch(t, []string{"class", "title", "data-testid"}, names)
}
