package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

const (
	// testSeconds bounds one page's whole test.
	testSeconds = 120
	// waitSeconds bounds one wait for something to be shown.
	waitSeconds = 15
)

// Page is a tab on the site, for one test.
type Page struct {
	t     testing.TB
	ctx   context.Context
	close func()
	hosts []string // what the page may ask

	mu       sync.Mutex
	problems []string
	allowed  []string
}

// Option changes how a page is opened.
type Option func(*setup)

type setup struct {
	path          string
	address       string   // instead of one under the site's folder
	hosts         []string // more of them that the page may ask
	script        string
	width, height int64
	media         []*emulation.MediaFeature
	noScripts     bool
}

// WithPath opens an address under the site's folder, "#…" included.
func WithPath(path string) Option { return func(s *setup) { s.path = path } }

// WithScript runs JavaScript in the page before any of its own.
func WithScript(script string) Option { return func(s *setup) { s.script += script + "\n" } }

// WithoutScripts lets no script of the page run.
func WithoutScripts() Option { return func(s *setup) { s.noScripts = true } }

// WithSize sets the window's inner size in CSS pixels; 1440 by 900 unless told.
func WithSize(width, height int64) Option {
	return func(s *setup) { s.width, s.height = width, height }
}

// WithMedia sets a media feature, such as prefers-color-scheme to dark.
func WithMedia(name, value string) Option {
	return func(s *setup) { s.media = append(s.media, &emulation.MediaFeature{Name: name, Value: value}) }
}

// Open opens the site in a tab with storage of its own.
func Open(t testing.TB, options ...Option) *Page {
	t.Helper()
	site := siteURL(t)
	b := startOnce()
	if b.err != nil {
		t.Fatalf("starting Chromium: %v", b.err)
	}
	s := setup{width: 1440, height: 900}
	for _, option := range options {
		option(&s)
	}
	address, err := url.Parse(site)
	if err != nil {
		t.Fatal(err)
	}
	p := &Page{t: t, hosts: []string{address.Host}}
	p.hosts = append(p.hosts, s.hosts...)
	start := site + s.path
	if s.address != "" {
		other, err := url.Parse(s.address)
		if err != nil {
			t.Fatal(err)
		}
		start, p.hosts = s.address, append(p.hosts, other.Host)
	}
	tab, closeTab := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(p.watch))
	ctx, cancel := context.WithTimeout(tab, testSeconds*time.Second)
	p.ctx = ctx
	p.close = sync.OnceFunc(func() {
		cancel()
		closeTab()
	})
	t.Cleanup(func() {
		if t.Failed() {
			p.Screenshot("failed")
		}
		p.close()
		p.mu.Lock()
		defer p.mu.Unlock()
		for _, problem := range p.problems {
			if !slices.ContainsFunc(p.allowed, func(text string) bool { return strings.Contains(problem, text) }) {
				t.Errorf("page: %s", problem)
			}
		}
	})
	p.do(chromedp.EmulateViewport(s.width, s.height))
	command(p, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: s.media})
	command(p, network.Enable, network.EnableParams{})
	if s.noScripts {
		command(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	}
	if s.script != "" {
		command(p, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: s.script})
	}
	p.do(chromedp.Navigate(start))
	return p
}

// Close closes the tab before the test's end.
func (p *Page) Close() { p.close() }

// AllowProblem excuses page errors that hold the text: for tests that provoke one.
func (p *Page) AllowProblem(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.allowed = append(p.allowed, text)
}

// watch gathers what must not happen on the page.
func (p *Page) watch(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			text += " " + e.ExceptionDetails.Exception.Description
		}
		p.problem("uncaught: " + text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			var words []string
			for _, arg := range e.Args {
				words = append(words, strings.TrimSpace(string(arg.Value)+" "+arg.Description))
			}
			p.problem("console error: " + strings.Join(words, " "))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			p.problem(fmt.Sprintf("%s error: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL))
		}
	case *network.EventRequestWillBeSent:
		address, err := url.Parse(e.Request.URL)
		local := err == nil && (slices.Contains(p.hosts, address.Host) || address.Scheme == "data" || address.Scheme == "blob")
		if !local {
			p.problem("request to another host: " + e.Request.URL)
		}
	}
}

func (p *Page) problem(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.problems = append(p.problems, text)
}

func (p *Page) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, steps...); err != nil {
		p.t.Fatal(err)
	}
}

func command[P, R any](p *Page, c cdp.Command[P, R], params P) {
	p.t.Helper()
	if _, err := chromedp.Call(p.ctx, c, params); err != nil {
		p.t.Fatal(err)
	}
}

// Eval evaluates a JavaScript expression, awaiting promises, and decodes its JSON value into out; nil drops it.
func (p *Page) Eval(expression string, out any) {
	p.t.Helper()
	if err := p.eval(expression, out); err != nil {
		p.t.Fatalf("%s: %v", expression, err)
	}
}

func (p *Page) eval(expression string, out any) error {
	wrapped := "(async () => JSON.stringify((await (" + expression + ")) ?? null))()"
	text, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](wrapped, chromedp.EvalAwaitPromise))
	if err != nil || out == nil {
		return err
	}
	return json.Unmarshal([]byte(text), out)
}

// WaitFor waits until a JavaScript expression is true. what says it in words, for the failure.
func (p *Page) WaitFor(what, expression string) {
	p.t.Helper()
	deadline := time.Now().Add(waitSeconds * time.Second)
	for {
		var ok bool
		err := p.eval("Boolean("+expression+")", &ok)
		if err == nil && ok {
			return
		}
		if time.Now().After(deadline) {
			p.t.Fatalf("waited %d s for: %s (%s); error: %v", waitSeconds, what, expression, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Text returns the visible text of the first element that matches.
func (p *Page) Text(selector string) string {
	p.t.Helper()
	var text string
	p.Eval(fmt.Sprintf("document.querySelector(%s).innerText", quote(selector)), &text)
	return text
}

// WaitText waits until the first matching element shows the text.
func (p *Page) WaitText(selector, text string) {
	p.t.Helper()
	p.WaitFor(selector+" shows "+text, fmt.Sprintf("document.querySelector(%s)?.innerText.includes(%s)", quote(selector), quote(text)))
}

// Screenshot writes a picture of the window as NAME.png under ASYNCPLAY_SCREENSHOTS, or the test's temporary directory.
func (p *Page) Screenshot(name string) string {
	p.t.Helper()
	picture, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		p.t.Errorf("screenshot: %v", err)
		return ""
	}
	dir := os.Getenv("ASYNCPLAY_SCREENSHOTS")
	if dir == "" {
		dir = filepath.Join(os.TempDir(), "asyncplay-e2e")
	}
	dir = filepath.Join(dir, strings.ReplaceAll(p.t.Name(), "/", "_"))
	path := filepath.Join(dir, name+".png")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		p.t.Errorf("screenshot: %v", err)
	}
	if err := os.WriteFile(path, picture, 0o644); err != nil {
		p.t.Errorf("screenshot: %v", err)
	}
	p.t.Logf("screenshot: %s", path)
	return path
}

func quote(text string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		return `""`
	}
	return string(quoted)
}
