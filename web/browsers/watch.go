package browsers

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
)

// watcher runs in every page and frame before any other script, and tells the test's server what must not happen there.
// WebDriver has no word for these.
const watcher = `(() => {
	const send = window.fetch.bind(window), address = new URL("told", document.currentScript.src);
	const tell = text => send(address, {method: "POST", mode: "no-cors", keepalive: true, body: text}).catch(() => {});
	addEventListener("error", event => tell("uncaught: " + (event.message || "cannot load " + (event.target.src ?? event.target.href)) + " " + (event.error?.stack ?? "")), true);
	addEventListener("unhandledrejection", event => tell("unhandled rejection: " + event.reason + " " + (event.reason?.stack ?? "")));
	document.addEventListener("securitypolicyviolation", event => tell("policy: " + event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile + ":" + event.lineNumber));
	const error = console.error;
	console.error = (...words) => { tell("console error: " + words.map(word => word?.stack ? word + " " + word.stack : String(word)).join(" ")); error.apply(console, words); };
})();
`

// lines is what was told while a test ran, in order.
type lines struct {
	sync.Mutex
	list []string
}

func (l *lines) add(text string) {
	l.Lock()
	defer l.Unlock()
	l.list = append(l.list, text)
}

// holding counts the lines with a text in them.
func (l *lines) holding(text string) int {
	l.Lock()
	defer l.Unlock()
	count := 0
	for _, line := range l.list {
		if strings.Contains(line, text) {
			count++
		}
	}
	return count
}

// watched serves what a handler serves, with two scripts first in every page: the watcher and the test's own.
func watched(handler http.Handler, script string, problems, requests *lines) http.Handler {
	const tags = `<head><script src="/watch/er.js"></script><script src="/watch/test.js"></script>`
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/watch/told":
			text, err := io.ReadAll(r.Body)
			if err != nil {
				text = []byte(err.Error())
			}
			problems.add(string(text))
			return
		case "/watch/er.js", "/watch/test.js":
			w.Header().Set("Content-Type", "text/javascript")
			content := script
			if r.URL.Path == "/watch/er.js" {
				content = watcher
			}
			_, _ = io.WriteString(w, content) // the browser may have gone
			return
		}
		requests.add(r.URL.Path)
		if !strings.HasSuffix(r.URL.Path, "/") && !strings.HasSuffix(r.URL.Path, ".html") {
			handler.ServeHTTP(w, r)
			return
		}
		r.Header.Del("If-Modified-Since")
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, r)
		page := bytes.Replace(answer.Body.Bytes(), []byte("<head>"), []byte(tags), 1)
		for name, values := range answer.Header() {
			if name != "Content-Length" {
				w.Header()[name] = values
			}
		}
		w.WriteHeader(answer.Code)
		_, _ = w.Write(page) // the browser may have gone
	})
}

// proxy takes every request of a browser to a host that is not this machine, notes it and answers none.
type proxy struct {
	server *httptest.Server
	sync.Mutex
	asked []string
}

func newProxy() *proxy {
	p := &proxy{}
	p.server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p.Lock()
		defer p.Unlock()
		p.asked = append(p.asked, r.Host)
		http.Error(w, "no request may leave this machine", http.StatusBadGateway)
	}))
	return p
}

// capability tells a browser in WebDriver's words to use the proxy.
func (p *proxy) capability() map[string]any {
	address := strings.TrimPrefix(p.server.URL, "http://")
	return map[string]any{"proxyType": "manual", "httpProxy": address, "sslProxy": address, "noProxy": []string{"127.0.0.1", "localhost"}}
}

// makersOfBrowsers are the hosts that Firefox itself asks now and then, whatever its settings.
var makersOfBrowsers = []string{".mozilla.org", ".mozilla.com", ".mozilla.net", ".firefox.com"}

// since lists the hosts asked after the first n requests, but for those of the browser's maker.
func (p *proxy) since(n int) (hosts []string) {
	p.Lock()
	defer p.Unlock()
	for _, host := range p.asked[n:] {
		name, _, _ := strings.Cut(host, ":")
		ofMaker := false
		for _, maker := range makersOfBrowsers {
			ofMaker = ofMaker || strings.HasSuffix(name, maker)
		}
		if !ofMaker {
			hosts = append(hosts, host)
		}
	}
	return hosts
}

func (p *proxy) count() int {
	p.Lock()
	defer p.Unlock()
	return len(p.asked)
}
