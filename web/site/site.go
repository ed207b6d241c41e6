package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"asyncplay/web/lesson"
)

// Options say what to write.
type Options struct {
	// Course has been checked.
	Course *lesson.Course
	Runner *lesson.Runner
	// Address is where the site will be: a whole address, or a path alone. Pages work anywhere; canonical links, the sitemap, the
	// feeds and the pictures for other sites need it.
	Address string
	// Live, a number of a build, makes pages that reload when there is a newer one; 0 for a site that stays.
	Live int
}

// marker is a file that stands in every site we write, and without which nothing is replaced.
const marker = ".asyncplay"

// Build writes base, a built page, and the lessons to a directory, which it replaces at the end: a failed build leaves what was
// there.
func Build(out string, base fs.FS, o Options) error {
	fresh := filepath.Clean(out) + ".new"
	for _, dir := range []string{out, fresh, old(out)} {
		if err := replaceable(dir); err != nil {
			return err
		}
	}
	if err := errors.Join(os.RemoveAll(fresh), os.MkdirAll(fresh, 0o755), Mark(fresh)); err != nil {
		return err
	}
	err := copyBase(base, fresh)
	if err == nil {
		err = AddLessons(fresh, o)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(fresh))
	}
	return Swap(fresh, out)
}

// replaceable reports why a directory is not to be replaced: something is in it that is no site of ours.
func replaceable(out string) error {
	entries, err := os.ReadDir(out)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(out, marker)); err != nil {
		return fmt.Errorf("%s has files in it that asyncplay did not write: give another directory, or empty it first", out)
	}
	return nil
}

// Mark makes a directory one that a later build may replace.
func Mark(dir string) error {
	return os.WriteFile(filepath.Join(dir, marker), []byte("asyncplay wrote this directory, and replaces it at the next build.\n"), 0o644)
}

// old is where Swap puts a directory for the moment in which another takes its place.
func old(out string) string { return filepath.Clean(out) + ".old" }

// Swap puts a new directory in the place of an old one. Nobody sees half of it: both moves are a rename.
func Swap(fresh, out string) error {
	before := old(out)
	if err := os.RemoveAll(before); err != nil {
		return err
	}
	if err := os.Rename(out, before); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(fresh, out); err != nil {
		return errors.Join(err, os.Rename(before, out))
	}
	return os.RemoveAll(before)
}

// writtenHere are the parts of a site that are written here or are no part of one: those of a built page are left out.
var writtenHere = []string{"lessons", "sitemap.xml", "robots.txt", "README.md", marker}

func copyBase(base fs.FS, out string) error {
	if _, err := fs.Stat(base, "index.html"); err != nil {
		return fmt.Errorf("the built page has no index.html: %w", err)
	}
	return fs.WalkDir(base, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		for _, own := range writtenHere {
			if name == own {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
		}
		target := filepath.Join(out, filepath.FromSlash(name))
		if d.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		content, err := fs.ReadFile(base, name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, content, 0o644)
	})
}

// writer writes the lessons into a directory that has the page.
type writer struct {
	Options
	dir     string
	address address
	assets  assets
	wrote   map[string]bool
	cards   map[*lesson.Lesson]string // pictures for other sites
}

// AddLessons writes the lessons into a built site.
func AddLessons(dir string, o Options) error {
	at, err := readAddress(o.Address)
	if err != nil {
		return err
	}
	w := &writer{Options: o, dir: dir, address: at, wrote: map[string]bool{}, cards: map[*lesson.Lesson]string{}}
	if err := w.addAssets(); err != nil {
		return err
	}
	for _, step := range []func() error{w.pages, w.indexes, w.door, w.searches, w.feeds, w.sitemap} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// write writes a file of the site, by its address in it.
func (w *writer) write(name string, content []byte) error {
	if w.wrote[name] {
		return nil // the same picture, named after its content
	}
	w.wrote[name] = true
	path := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}

// add writes a file under a name with a hash of its content, so that it may be kept for ever.
func (w *writer) add(name string, content []byte) (string, error) {
	return w.addTo("assets/", name, content)
}

// addPicture does so with what belongs to lessons: a page that is carried elsewhere leaves it behind.
func (w *writer) addPicture(name string, content []byte) (string, error) {
	return w.addTo("lessons/pictures/", name, content)
}

func (w *writer) addTo(dir, name string, content []byte) (string, error) {
	sum := sha256.Sum256(content)
	stem, extension, _ := strings.Cut(name, ".")
	hashed := dir + stem + "." + hex.EncodeToString(sum[:5]) + "." + extension
	return hashed, w.write(hashed, content)
}

// address is where the site will be.
type address struct {
	base string // with a slash at its end; "" when it is not known
	full bool   // with scheme and host
}

func readAddress(text string) (address, error) {
	if text == "" {
		return address{}, nil
	}
	u, err := url.Parse(text)
	if err != nil || u.RawQuery != "" || u.Fragment != "" || u.Scheme == "" && u.Host != "" {
		return address{}, fmt.Errorf("--base takes a path such as /docs/ or an address such as https://example.org/docs/, got %q", text)
	}
	if u.Scheme != "" && (u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		return address{}, fmt.Errorf("--base begins with https://, http:// or /, got %q", text)
	}
	if u.Scheme == "" && !strings.HasPrefix(text, "/") {
		return address{}, fmt.Errorf("--base without a host begins with /, got %q", text)
	}
	return address{base: strings.TrimSuffix(text, "/") + "/", full: u.Scheme != ""}, nil
}

// of is the whole address of a page of the site, as far as it is known.
func (a address) of(name string) string {
	if a.base == "" {
		return "/" + name
	}
	return a.base + name
}

// whole is the address for those who see the page from elsewhere, "" when it is not known.
func (a address) whole(name string) string {
	if !a.full {
		return ""
	}
	return a.base + name
}

// relative is the way from a directory of the site, such as lessons/en/, to a file in it.
func relative(from, to string) string {
	a, b := strings.Split(strings.TrimSuffix(from, "/"), "/"), strings.Split(to, "/")
	if from == "" {
		a = nil
	}
	for len(a) > 0 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	way := strings.Repeat("../", len(a)) + strings.Join(b, "/")
	if way == "" {
		return "./"
	}
	return way
}

// minify takes what needs no room in a style sheet or script of ours: indentation and lines of comment.
func minify(text string) []byte {
	var out bytes.Buffer
	inComment := false
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case inComment:
			inComment = !strings.HasSuffix(line, "*/")
		case strings.HasPrefix(line, "/*"):
			inComment = !strings.Contains(line, "*/")
		case line == "" || strings.HasPrefix(line, "//"):
		default:
			out.WriteString(line)
			out.WriteByte('\n')
		}
	}
	return out.Bytes()
}
