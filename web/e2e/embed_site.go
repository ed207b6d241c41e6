package e2e

import (
	"html"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// Pages of somebody else's that embed programs. They are served by the site itself, under hosts/, and by a server of another
// origin.
var hostPages sync.Map // by name: hostPage

type hostPage struct{ html, policy string }

func serveHostPage(w http.ResponseWriter, r *http.Request, path string) bool {
	name, ok := strings.CutPrefix(path, "hosts/")
	if !ok {
		return false
	}
	page, ok := hostPages.Load(name)
	if !ok {
		http.NotFound(w, r)
		return true
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	if policy := page.(hostPage).policy; policy != "" {
		w.Header().Set("Content-Security-Policy", policy)
	}
	_, _ = w.Write([]byte(page.(hostPage).html)) // the browser may have gone
	return true
}

// otherOrigin is a server that has host pages and nothing of the site.
var otherOrigin = sync.OnceValue(func() *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !serveHostPage(w, r, strings.TrimPrefix(r.URL.Path, "/")) {
			http.NotFound(w, r)
		}
	}))
})

// Which origin a host page comes from.
type hostOrigin int

const (
	sameOrigin hostOrigin = iota
	otherPort             // another origin of the same site
	otherSite             // localhost instead of 127.0.0.1
)

// openHost opens a page that embeds programs: body stands in it after the element's script. SITE in body stands for the
// address of the site's folder.
func openHost(t *testing.T, from hostOrigin, body string, options ...Option) *Page {
	t.Helper()
	return openHostPage(t, from, hostHTML(t, body), "", options...)
}

func hostHTML(t *testing.T, body string) string {
	site := siteURL(t)
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>` + html.EscapeString(t.Name()) +
		`</title><link rel="icon" href="data:,"><link rel="stylesheet" href="` + site + `embed.css"><script src="` + site + `embed.js" defer></script>` +
		`</head><body style="max-width: 720px; margin: 20px auto">` + strings.ReplaceAll(body, "SITE", site) + `</body></html>`
}

func openHostPage(t *testing.T, from hostOrigin, page, policy string, options ...Option) *Page {
	t.Helper()
	name := strings.ReplaceAll(t.Name(), "/", "-") + ".html"
	hostPages.Store(name, hostPage{page, policy})
	t.Cleanup(func() { hostPages.Delete(name) })
	switch from {
	case sameOrigin:
		return Open(t, append(options, WithPath("hosts/"+name))...)
	case otherSite:
		return Open(t, append(options, withAddress(strings.Replace(otherOrigin().URL, "127.0.0.1", "localhost", 1)+"/hosts/"+name))...)
	}
	return Open(t, append(options, withAddress(otherOrigin().URL+"/hosts/"+name))...)
}

// withHost allows requests to one more server.
func withHost(address string) Option {
	return func(s *setup) { s.hosts = append(s.hosts, address[strings.Index(address, "//")+2:]) }
}

func withAddress(address string) Option { return func(s *setup) { s.address = address } }

var requests = struct {
	sync.Mutex
	counts map[string]int
}{counts: map[string]int{}}

func countRequest(path string) {
	requests.Lock()
	defer requests.Unlock()
	requests.counts[path]++
}

// requestsOf counts what was asked of the site by now: paths that hold all of the pieces.
func requestsOf(pieces ...string) int {
	requests.Lock()
	defer requests.Unlock()
	sum := 0
	for path, n := range requests.counts {
		fits := true
		for _, piece := range pieces {
			fits = fits && strings.Contains(path, piece)
		}
		if fits {
			sum += n
		}
	}
	return sum
}

// block is an embed in a host page.
func block(attributes, code string) string {
	return `<async-playground ` + attributes + `><pre><code class="language-python">` + html.EscapeString(code) + `</code></pre></async-playground>`
}
