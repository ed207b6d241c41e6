// Command build makes the site: it compiles the program to WebAssembly, bundles scripts and styles, and writes all of it
// with index.html to a directory that any plain file server can serve from any path.
//
// Usage: go run ./web/build [-out dist]
//
// It must run in the module's root. The editor's packages must have been installed (npm ci in web/).
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"asyncplay/runtime/stdlib"
	website "asyncplay/web/site"
)

func main() {
	out := flag.String("out", "dist", "directory to write the site to; it is replaced")
	address := flag.String("base", "", "where the site will be, for the sitemap, feeds and canonical links of the lessons")
	flag.Parse()
	if err := build(*out, *address); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

// site gathers the files that index.html refers to. Their names hold a hash of their content, so that a host may let
// browsers keep them for ever and no page ever mixes the files of two versions.
type site struct {
	dir   string
	sizes []fileSize
	when  string // what is written now is downloaded, if not at every visit
}

// build writes to a directory beside the wanted one and moves it there at the end: a failed build leaves the old site.
func build(out, address string) error {
	if _, err := os.Stat("go.mod"); err != nil {
		return fmt.Errorf("run it in the module's root: %w", err)
	}
	s := &site{dir: filepath.Clean(out) + ".new"}
	if err := os.RemoveAll(s.dir); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(s.dir, assetDir), 0o755); err != nil {
		return err
	}
	if err := s.writeAll(); err != nil {
		return err
	}
	if err := s.addLessons(address); err != nil {
		return err
	}
	if err := website.Swap(s.dir, out); err != nil {
		return err
	}
	return s.report(os.Stdout)
}

const assetDir = "assets"

func (s *site) writeAll() error {
	library, names := stdlib.Pack()
	wasm, err := buildWasm(names)
	if err != nil {
		return err
	}
	page := indexData{Policy: contentSecurityPolicy}
	if page.Library, err = s.addLibrary(library); err != nil {
		return err
	}
	packed, err := packXZ("app.wasm.xz", wasm)
	if err != nil {
		return err
	}
	page.WasmBytes, page.Wasm = len(packed), hashedName("app.wasm.xz", packed)
	if err := s.write(page.Wasm, packed, "xz", len(packed)); err != nil {
		return err
	}
	bundles := []struct {
		source string
		name   string
		url    *string
	}{
		{"web/editor/element.js", "editor.js", &page.Editor},
		{"web/page.js", "page.js", &page.Page},
		{"web/worker.js", "worker.js", &page.Worker},
		{"web/page.css", "page.css", &page.Style},
	}
	for _, b := range bundles {
		content, err := bundle(b.source, nil)
		if err != nil {
			return err
		}
		if *b.url, err = s.add(b.name, content); err != nil {
			return err
		}
	}
	copies := []struct {
		source string
		url    *string
	}{
		{"wasm_exec.js", &page.Support},
		{"web/started.js", &page.Started},
		{"web/site/icon.svg", &page.Icon},
	}
	for _, c := range copies {
		content, err := os.ReadFile(c.source)
		if err != nil {
			return err
		}
		if *c.url, err = s.add(filepath.Base(c.source), content); err != nil {
			return err
		}
	}
	s.when = inEmbeds
	if err := s.writeEmbeds(page); err != nil {
		return err
	}
	s.when = ""
	html, err := renderIndex(page)
	if err != nil {
		return err
	}
	return s.write("index.html", html, "gzip", gzipSize(html))
}

// add writes an asset under a name with a hash in it and returns its address relative to index.html.
func (s *site) add(name string, content []byte) (string, error) {
	url := hashedName(name, content)
	return url, s.write(url, content, "gzip", gzipSize(content))
}

// addLibrary writes the modules of Python's library that the program does not have in itself, and returns the file's address.
func (s *site) addLibrary(library string) (string, error) {
	const name = "library.txt.xz"
	packed, err := packXZ(name, []byte(library))
	if err != nil {
		return "", err
	}
	s.when = onDemand
	defer func() { s.when = "" }()
	url := hashedName(name, packed)
	return url, s.write(url, packed, "xz", len(packed))
}

func (s *site) write(name string, content []byte, packing string, packedBytes int) error {
	s.sizes = append(s.sizes, fileSize{name, len(content), packing, packedBytes, s.when})
	return s.place(name, content)
}

// place writes a file without counting it.
func (s *site) place(name string, content []byte) error {
	return os.WriteFile(filepath.Join(s.dir, filepath.FromSlash(name)), content, 0o644)
}

func hashedName(name string, content []byte) string {
	sum := sha256.Sum256(content)
	stem, extension, _ := strings.Cut(name, ".")
	return assetDir + "/" + stem + "." + hex.EncodeToString(sum[:5]) + "." + extension
}
