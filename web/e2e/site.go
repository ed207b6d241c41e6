package e2e

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// subPath is where the site is served: a page that only works at the root of a host fails every test.
const subPath = "/some/where/"

// site is the built site, made once for all tests.
type site struct {
	url string
	dir string
	err error
}

var buildOnce = sync.OnceValue(startSite)

// siteURL is the address of index.html's folder.
func siteURL(t testing.TB) string {
	t.Helper()
	s := buildOnce()
	if s.err != nil {
		t.Fatalf("building the site: %v", s.err)
	}
	return s.url
}

func startSite() site {
	root, err := moduleRoot()
	if err != nil {
		return site{err: err}
	}
	// ASYNCPLAY_DIST names a site that has been built already, as `make test` does.
	dir := os.Getenv("ASYNCPLAY_DIST")
	if dir == "" {
		dir = filepath.Join(os.TempDir(), fmt.Sprintf("asyncplay-site-%d", os.Getpid()))
		cmd := exec.Command("go", "run", "./web/build", "-out", dir)
		cmd.Dir = root
		if out, err := cmd.CombinedOutput(); err != nil {
			return site{err: fmt.Errorf("%w\n%s", err, out)}
		}
	} else if !filepath.IsAbs(dir) {
		dir = filepath.Join(root, dir)
	}
	policy, err := policyOf(filepath.Join(dir, "index.html"))
	if err != nil {
		return site{err: err}
	}
	fixture, err := buildFixture(root, dir)
	if err != nil {
		return site{err: fmt.Errorf("building the fixture: %w", err)}
	}
	server := httptest.NewServer(fileServer(dir, policy, fixture))
	return site{url: server.URL + subPath, dir: dir}
}

// fixturePage is the address of the page in web/e2e/fixture, under the site's folder.
const fixturePage = "fixture.html"

// fixtureFiles are the files that the site does not have itself, by name.
type fixtureFiles map[string][]byte

// buildFixture compiles the fixture's program and puts its body into the site's own index.html: the same scripts, loader
// and policy. The program is not packed, unlike the site's: the loader must take both.
func buildFixture(root, dir string) (fixtureFiles, error) {
	binary := filepath.Join(os.TempDir(), fmt.Sprintf("asyncplay-fixture-%d.wasm", os.Getpid()))
	defer os.Remove(binary)
	cmd := exec.Command("go", "build", "-o", binary, "./web/e2e/fixture")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	wasm, err := os.ReadFile(binary)
	if err != nil {
		return nil, err
	}
	body, err := os.ReadFile(filepath.Join(root, "web/e2e/fixture/fixture.html"))
	if err != nil {
		return nil, err
	}
	index, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		return nil, err
	}
	head, _, found := strings.Cut(string(index), "<body>")
	if !found {
		return nil, fmt.Errorf("index.html has no <body>")
	}
	head = wasmAddress.ReplaceAllString(head, `data-wasm="fixture.wasm"`)
	page := head + "<body>" + string(body) + "</body></html>"
	return fixtureFiles{"fixture.wasm": wasm, fixturePage: []byte(page)}, nil
}

var wasmAddress = regexp.MustCompile(`data-wasm="[^"]*"`)

// fileServer serves the files as they are, as a plain static host does, with the page's own policy as a header on top.
func fileServer(dir, policy string, fixture fixtureFiles) http.Handler {
	files := http.StripPrefix(strings.TrimSuffix(subPath, "/"), http.FileServer(http.Dir(dir)))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, subPath) {
			http.NotFound(w, r)
			return
		}
		name := strings.TrimPrefix(r.URL.Path, subPath)
		countRequest(name)
		if serveHostPage(w, r, name) {
			return
		}
		if name != "embed.html" && !strings.HasPrefix(name, "lessons/") { // these have policies of their own in them
			w.Header().Set("Content-Security-Policy", policy)
		}
		if content, ok := fixture[name]; ok {
			http.ServeContent(w, r, r.URL.Path, time.Time{}, bytes.NewReader(content))
			return
		}
		files.ServeHTTP(w, r)
	})
}

var policyTag = regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`)

func policyOf(index string) (string, error) {
	html, err := os.ReadFile(index)
	if err != nil {
		return "", err
	}
	found := policyTag.FindSubmatch(html)
	if found == nil {
		return "", fmt.Errorf("%s: no Content-Security-Policy", index)
	}
	return strings.ReplaceAll(string(found[1]), "&#39;", "'"), nil
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", fmt.Errorf("no go.mod above the working directory")
		}
		dir = parent
	}
}
