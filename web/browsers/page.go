package browsers

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// waitSeconds bounds one wait for something to be shown.
const waitSeconds = 20

// subPath is where the site is served: a page that only works at the root of a host fails every test.
const subPath = "/some/where/"

// Page is a browser's window on the site, for one test.
type Page struct {
	t        testing.TB
	browser  *browser
	close    func()
	site     string // address of the site's folder, of an origin that no other test has: storage and cache are empty
	problems lines
	requests lines // paths
	allowed  []string
	before   int // requests to other hosts before this test
}

type options struct {
	path          string
	script        string
	width, height int
	pages         map[string]string // pages of other people, by name: under hosts/
	otherOrigin   bool
}

// open opens a page of the site in a browser.
func open(t testing.TB, b *browser, o options) *Page {
	t.Helper()
	if b.err != nil {
		if errors.Is(b.err, errMissing) {
			t.Skipf("%s: %v; make setup-browsers installs it on Debian", b.name, b.err)
		}
		t.Fatalf("starting %s: %v", b.name, b.err)
	}
	b.turn.Lock()
	p := &Page{t: t, browser: b, before: outerWorld().count()}
	files := http.StripPrefix(strings.TrimSuffix(subPath, "/"), http.FileServer(http.Dir(siteDir(t))))
	server := httptest.NewServer(watched(withHostPages(files, o.pages), o.script, &p.problems, &p.requests))
	p.site = server.URL + subPath
	p.close = sync.OnceFunc(func() {
		defer b.turn.Unlock()
		if t.Failed() {
			p.Screenshot("failed")
		}
		p.do(navigate, map[string]any{"url": "about:blank"})
		server.CloseClientConnections()
		server.Close()
		p.judge()
	})
	t.Cleanup(p.close)
	if o.width == 0 {
		o.width, o.height = 1440, 900
	}
	p.size(o.width, o.height)
	start := p.site + o.path
	if o.otherOrigin {
		start = strings.Replace(start, "127.0.0.1", "localhost", 1)
	}
	p.do(navigate, map[string]any{"url": start})
	return p
}

// siteDir is the folder of the built site.
func siteDir(t testing.TB) string {
	dir := os.Getenv("ASYNCPLAY_DIST")
	if dir == "" {
		dir = filepath.Join("..", "..", "dist")
	}
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		t.Fatalf("no built site: %v; make build writes one, ASYNCPLAY_DIST names another", err)
	}
	return dir
}

// withHostPages adds pages of other people's. SITE in them stands for the address of the site's folder.
func withHostPages(files http.Handler, pages map[string]string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, subPath+"hosts/")
		page, ok := pages[name]
		if !ok {
			files.ServeHTTP(w, r)
			return
		}
		_, port, _ := strings.Cut(r.Host, ":")
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(strings.ReplaceAll(page, "SITE", "http://127.0.0.1:"+port+subPath))) // the browser may have gone
	})
}

// judge fails the test for what went wrong meanwhile.
func (p *Page) judge() {
	p.problems.Lock()
	defer p.problems.Unlock()
next:
	for _, problem := range p.problems.list {
		for _, allowed := range p.allowed {
			if strings.Contains(problem, allowed) {
				continue next
			}
		}
		p.t.Errorf("page: %s", problem)
	}
	for _, host := range outerWorld().since(p.before) {
		p.t.Errorf("request to another host: %s", host)
	}
}

// AllowProblem excuses page errors that hold the text: for tests that provoke one.
func (p *Page) AllowProblem(text string) { p.allowed = append(p.allowed, text) }

func (p *Page) do(c command, params any) json.RawMessage {
	p.t.Helper()
	value, err := p.browser.wire.send(c, params)
	if err != nil {
		p.t.Fatalf("%s %s: %v", p.browser.name, c.marionette, err)
	}
	return value
}

// size gives the page so many CSS pixels.
func (p *Page) size(width, height int) {
	p.t.Helper()
	for range 5 {
		var inner struct{ W, H int }
		p.Eval(`({W: innerWidth, H: innerHeight})`, &inner)
		if inner.W == width && inner.H == height {
			return
		}
		var outer struct{ Width, Height int }
		if err := json.Unmarshal(p.do(getWindowRect, map[string]any{}), &outer); err != nil {
			p.t.Fatal(err)
		}
		p.do(setWindowRect, map[string]any{"width": outer.Width + width - inner.W, "height": outer.Height + height - inner.H})
		time.Sleep(50 * time.Millisecond)
	}
	p.t.Fatalf("%s does not take the size %d × %d", p.browser.name, width, height)
}

// Eval evaluates a JavaScript expression, awaiting promises, and decodes its JSON value into out; nil drops it.
func (p *Page) Eval(expression string, out any) {
	p.t.Helper()
	if err := p.eval(expression, out); err != nil {
		p.t.Fatalf("%s: %s: %v", p.browser.name, expression, err)
	}
}

func (p *Page) eval(expression string, out any) error {
	script := `const done = arguments[arguments.length - 1];
		(async () => JSON.stringify((await (` + expression + `)) ?? null))().then(value => done({value}), error => done({problem: String(error) + " " + error?.stack}));`
	value, err := p.browser.wire.send(executeAsync, map[string]any{"script": script, "args": []any{}})
	if err != nil {
		return err
	}
	var answer struct{ Value, Problem string }
	if err := json.Unmarshal(value, &answer); err != nil {
		return err
	}
	if answer.Problem != "" {
		return errors.New(answer.Problem)
	}
	if out == nil {
		return nil
	}
	return json.Unmarshal([]byte(answer.Value), out)
}

// Text evaluates an expression to a string.
func (p *Page) Text(expression string) string {
	p.t.Helper()
	var text string
	p.Eval("(async () => String(await ("+expression+")))()", &text)
	return text
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
			p.t.Fatalf("%s: waited %d s for: %s (%s); error: %v", p.browser.name, waitSeconds, what, expression, err)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// Screenshot writes a picture of the page as NAME.png under ASYNCPLAY_SCREENSHOTS, or the system's temporary directory.
func (p *Page) Screenshot(name string) {
	p.t.Helper()
	value, err := p.browser.wire.send(screenshot, map[string]any{"full": false})
	var packed string
	if err == nil {
		err = json.Unmarshal(value, &packed)
	}
	var picture []byte
	if err == nil {
		picture, err = base64.StdEncoding.DecodeString(packed)
	}
	dir := os.Getenv("ASYNCPLAY_SCREENSHOTS")
	if dir == "" {
		dir = filepath.Join(os.TempDir(), "asyncplay-browsers")
	}
	path := filepath.Join(dir, strings.ReplaceAll(p.t.Name(), "/", "_"), name+".png")
	err = errors.Join(err, os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, picture, 0o644))
	if err != nil {
		p.t.Errorf("screenshot: %v", err)
		return
	}
	p.t.Logf("screenshot: %s", path)
}

func quote(text string) string {
	quoted, err := json.Marshal(text)
	if err != nil {
		return `""`
	}
	return string(quoted)
}

// id selects the element with a data-testid.
func id(name string) string { return fmt.Sprintf("[data-testid=%q]", name) }
