package e2e

import (
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
)

// subPath is where the site is served: a page that only works at the root of a host fails every test.
const subPath = "/some/where/"

// site is the built site, made once for all tests.
type site struct {
	url string
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
	server := httptest.NewServer(fileServer(dir, policy))
	return site{url: server.URL + subPath}
}

// fileServer serves the files as they are, as a plain static host does, with the page's own policy as a header on top.
func fileServer(dir, policy string) http.Handler {
	files := http.StripPrefix(strings.TrimSuffix(subPath, "/"), http.FileServer(http.Dir(dir)))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, subPath) {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Security-Policy", policy)
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
