package site

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"asyncplay/runtime/remedy"
	"asyncplay/web/lesson"
	"asyncplay/web/lessons"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// base stands for the built page.
var base = fstest.MapFS{
	"index.html": {Data: []byte("<!doctype html>page")}, "embed.js": {Data: []byte("//")}, "assets/app.1.js": {Data: []byte("//")},
	"lessons/old/index.html": {Data: []byte("old")}, "verdicts/index.html": {Data: []byte("verdicts")},
}

func checked(t testing.TB, files fs.FS) Options {
	t.Helper()
	course, problems, err := lesson.LoadFS(files, "lessons")
	require.NoError(t, err)
	runner := lesson.NewRunner()
	_, more := course.Check(runner)
	require.Empty(t, append(problems, more...).Error())
	return Options{Course: course, Runner: runner}
}

// course are two lessons, one of which is in English alone.
func course() fstest.MapFS {
	const program = "```python id=hello title=\"Say <hello>\" set=N=2 variant-file.other=other.py\nN = 1  #@param {type:\"number\"}\nprint('x' * N)\n```\n"
	page := func(title, body string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ntitle: " + title + "\ndescription: About \"" + title + "\".\ndate: 2026-11-26\n---\n" + body)}
	}
	return fstest.MapFS{
		"01-one/en.md":    page("One & only", program+"\n## A part\n\n[change](#hello?set=N=3) [two](../02-two/#end) [play](playground:) <!-- no --> {{output hello 1}}\n\n![dot](dot.png)\n"),
		"01-one/ja.md":    page("いち", program+"\n## 一部\n\n[二](../02-two/en.md)\n"),
		"01-one/other.py": {Data: []byte("print('other')\n")}, "01-one/dot.png": {Data: onePixel},
		"02-two/en.md": page("Two", "## End\n\n```question of=b check=outcome\nask: How?\n- so {hung}\n+ well {finished}\nwhy: it does.\n```\n\n```python id=b after=a\nprint(y)\n```\n"),
	}
}

var onePixel = []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82")

func built(t testing.TB, files fs.FS, address string) (dir string, read func(name string) string) {
	t.Helper()
	o := checked(t, files)
	o.Address = address
	dir = filepath.Join(t.TempDir(), "out")
	require.NoError(t, Build(dir, base, o))
	return dir, func(name string) string {
		content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		require.NoError(t, err)
		return string(content)
	}
}

func small() fstest.MapFS {
	files := course()
	two := files["02-two/en.md"]
	two.Data = []byte(strings.Replace(string(two.Data), " after=a", "", 1))
	two.Data = []byte(strings.Replace(string(two.Data), "print(y)", "print(2)", 1))
	return files
}

func TestASiteHasAPageForEachLessonAndLanguage(t *testing.T) {
	dir, read := built(t, small(), "https://example.org/docs")
	for _, name := range []string{"index.html", "embed.js", "lessons/index.html", "lessons/en/index.html", "lessons/ja/index.html", "lessons/en/02-two/index.html",
		"lessons/ja/01-one/index.html", "sitemap.xml", "robots.txt", "lessons/en/feed.xml", "lessons/ja/search.json", "lessons/en/01-one/oembed/hello.json"} {
		assert.FileExists(t, filepath.Join(dir, filepath.FromSlash(name)))
	}
	assert.NoFileExists(t, filepath.Join(dir, "lessons", "old", "index.html"), "lessons of an older build are left out")
	assert.NoDirExists(t, filepath.Join(dir, "lessons", "ja", "02-two"))

	en := read("lessons/en/01-one/index.html")
	for _, want := range []string{
		`<html lang="en"`, "<title>One &amp; only · asyncplay</title>", `<meta name="description" content="About &#34;One &amp; only&#34;.">`,
		`<link rel="canonical" href="https://example.org/docs/lessons/en/01-one/">`,
		`<link rel="alternate" hreflang="ja" href="https://example.org/docs/lessons/ja/01-one/">`, `hreflang="x-default"`,
		`<h2 id="a-part">`, `title="Say &lt;hello&gt;"`, `set="N=2"`, `data-variant="1"`, `data-variant="other"`, `data-still="dark"`,
		`href="../02-two/#end"`, `href="../../../"`, `data-of="hello"`, `&#34;set&#34;:&#34;N=3&#34;`, "xx", `rel="next" href="../02-two/"`, `src="../../../embed.js"`,
		`width="1" height="1" alt="dot"`, `application/json+oembed`, `property="og:image" content="https://example.org/docs/`,
	} {
		assert.Contains(t, en, want)
	}
	assert.NotContains(t, en, "<!-- no -->")
	ja := read("lessons/ja/01-one/index.html")
	assert.Contains(t, ja, `<html lang="ja"`)
	assert.Contains(t, ja, `id="一部"`)
	assert.Contains(t, ja, `href="../../en/02-two/"`, "a link to a lesson in another language")
	assert.Contains(t, read("lessons/ja/index.html"), "英語のみ")
	assert.Contains(t, read("sitemap.xml"), "https://example.org/docs/verdicts/index.html")
}

func TestALanguageWithoutLessonsLeadsToAnother(t *testing.T) {
	files := small()
	delete(files, "01-one/ja.md")
	_, read := built(t, files, "")
	for _, name := range []string{"lessons/index.html", "lessons/ja/index.html"} {
		assert.Contains(t, read(name), `data-languages="en"`, name)
	}
	assert.Contains(t, read("lessons/ja/index.html"), `href="../en/"`)
	assert.Contains(t, read("lessons/ja/index.html"), `data-up="../"`)
	assert.NotContains(t, read("lessons/en/01-one/index.html"), `class="seg lang"`, "there is nothing to choose")
}

func TestNoPageHasAnythingInlineOrFromAnotherHost(t *testing.T) {
	dir, _ := built(t, small(), "https://example.org/")
	pages := 0
	require.NoError(t, filepath.WalkDir(filepath.Join(dir, "lessons"), func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		pages++
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		page := string(content)
		assert.Contains(t, page, `Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;`)
		assert.NotContains(t, page, "<style")
		assert.NotRegexp(t, `<script(?:\s[^>]*)?>\s*[^<\s]`, page)
		assert.NotRegexp(t, `\s(?:style|on[a-z]+)="`, page)
		assert.NotRegexp(t, `(?:src|href)="/[^/]`, page, "works from any path")
		for _, m := range regexp.MustCompile(`<(?:script|img|link rel="(?:stylesheet|icon)")[^>]*(?:src|href)="([^"]*)"`).FindAllStringSubmatch(page, -1) {
			assert.NotRegexp(t, `^[a-z]+:|^//`, m[1])
		}
		return nil
	}))
	assert.Equal(t, 6, pages)
}

func TestEveryAddressInThePagesLeadsToAFile(t *testing.T) {
	dir, _ := built(t, lessons.Files, "")
	require.NoError(t, AddVerdicts(dir, os.DirFS("../.."), checked(t, lessons.Files)))
	reference := regexp.MustCompile(`(?:src|href|data-index)="([^"#]*)(?:#([^"]*))?"`)
	checkedLinks := 0
	require.NoError(t, filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" || name == filepath.Join(dir, "index.html") {
			return err
		}
		content, err := os.ReadFile(name)
		require.NoError(t, err)
		for _, m := range reference.FindAllStringSubmatch(string(content), -1) {
			address, err := url.PathUnescape(m[1])
			require.NoError(t, err)
			if strings.Contains(address, ":") {
				continue
			}
			target := filepath.Join(filepath.Dir(name), filepath.FromSlash(address))
			info, err := os.Stat(target)
			if assert.NoErrorf(t, err, "%s: %s", name, m[0]) && info.IsDir() {
				target = filepath.Join(target, "index.html")
				assert.FileExists(t, target, name)
			}
			if m[2] != "" && address == "" {
				anchor, err := url.PathUnescape(m[2])
				require.NoError(t, err)
				assert.Contains(t, string(content), `id="`+anchor+`"`, name)
			}
			checkedLinks++
		}
		return nil
	}))
	assert.Greater(t, checkedLinks, 1000)
}

func TestMistakesHaveTheirPages(t *testing.T) {
	dir, read := built(t, small(), "https://example.org/docs")
	require.NoError(t, AddVerdicts(dir, os.DirFS("../.."), Options{Course: &lesson.Course{}, Address: "https://example.org/docs"}))
	for _, id := range remedy.All() {
		for folder, reason := range map[string]string{"": "Why", "ja/": "理由"} {
			page := read("verdicts/" + folder + string(id) + ".html")
			assert.Contains(t, page, "<code>"+string(id)+"</code>")
			assert.Contains(t, page, ">"+reason+"</h2>")
			assert.Contains(t, page, `<link rel="canonical" href="https://example.org/docs/verdicts/`+folder+string(id)+`.html">`)
			assert.Regexp(t, `<a href="(../)+#1[-_\w]{100,}">`, page, "the example, for the playground")
			assert.Contains(t, page, `Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;`)
			assert.NotRegexp(t, `<style|\s(?:style|on[a-z]+)="`, page)
		}
	}
	page := read("verdicts/task-done-missing.html")
	assert.Contains(t, page, "<title>task_done() is missing on an error path · asyncplay</title>")
	assert.Contains(t, page, `href="get-inside-try.html"`)
	assert.Contains(t, page, "<ins>+         try:</ins>\n")
	assert.Contains(t, page, `href="ja/task-done-missing.html" lang="ja"`)
	assert.Contains(t, read("verdicts/ja/index.html"), `href="gather-list.html"`)
}

func TestFeedsAndSitemapAreWellFormed(t *testing.T) {
	for _, at := range []string{"https://example.org/docs/", "/docs/", ""} {
		_, read := built(t, small(), at)
		for _, name := range []string{"sitemap.xml", "lessons/en/feed.xml", "lessons/ja/feed.xml"} {
			decoder := xml.NewDecoder(strings.NewReader(read(name)))
			for {
				_, err := decoder.Token()
				if err == io.EOF {
					break
				}
				require.NoError(t, err, name)
			}
		}
		assert.Contains(t, read("lessons/en/feed.xml"), "<updated>2026-11-26T00:00:00Z</updated>")
		assert.Contains(t, read("sitemap.xml"), "<loc>"+address{base: strings.TrimSuffix(at, "/") + "/"}.of("lessons/en/02-two/")+"</loc>")
	}
	_, read := built(t, small(), "https://example.org/docs/")
	assert.Contains(t, read("robots.txt"), "Sitemap: https://example.org/docs/sitemap.xml")
	var index []map[string]any
	require.NoError(t, json.Unmarshal([]byte(read("lessons/en/search.json")), &index))
	assert.Equal(t, "One & only", index[0]["t"])
	assert.Contains(t, index[0]["x"], "change two play xx")
	var oembed map[string]any
	require.NoError(t, json.Unmarshal([]byte(read("lessons/en/01-one/oembed/hello.json")), &oembed))
	assert.Equal(t, "rich", oembed["type"])
	assert.Contains(t, oembed["html"], `src="https://example.org/docs/embed.html#`)
}

func TestAFailedBuildLeavesWhatWasThere(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	require.NoError(t, Build(out, base, checked(t, small())))
	before, err := os.ReadFile(filepath.Join(out, "lessons", "en", "01-one", "index.html"))
	require.NoError(t, err)
	o := checked(t, small())
	for name, broken := range map[string]struct {
		base    fs.FS
		address string
	}{
		"no page":     {fstest.MapFS{"x": {}}, ""},
		"bad address": {base, "example.org"},
	} {
		o.Address = broken.address
		assert.Error(t, Build(out, broken.base, o), name)
		after, err := os.ReadFile(filepath.Join(out, "lessons", "en", "01-one", "index.html"))
		require.NoError(t, err)
		assert.Equal(t, before, after)
		assert.NoDirExists(t, out+".new")
		assert.NoDirExists(t, out+".old")
	}
}

func TestOnlyOurOwnDirectoriesAreReplaced(t *testing.T) {
	out := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(out, "thesis.txt"), []byte("years of work"), 0o644))
	assert.ErrorContains(t, Build(out, base, checked(t, small())), "files in it that asyncplay did not write")
	assert.FileExists(t, filepath.Join(out, "thesis.txt"))
}

// A build writes to a directory beside the wanted one, and moves the old site to another: somebody may have these names already.
func TestNeighboursOfTheSiteAreLeftAlone(t *testing.T) {
	for _, suffix := range []string{".new", ".old"} {
		out := filepath.Join(t.TempDir(), "out")
		thesis := filepath.Join(out+suffix, "thesis.txt")
		require.NoError(t, os.Mkdir(out+suffix, 0o755))
		require.NoError(t, os.WriteFile(thesis, []byte("years of work"), 0o644))
		assert.ErrorContains(t, Build(out, base, checked(t, small())), out+suffix+" has files in it")
		assert.FileExists(t, thesis)
		assert.NoDirExists(t, out)
	}
}

func TestTheSameLessonsGiveTheSameSite(t *testing.T) {
	first, _ := built(t, small(), "https://example.org/")
	second, _ := built(t, small(), "https://example.org/")
	files := 0
	require.NoError(t, filepath.WalkDir(first, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		relative, err := filepath.Rel(first, name)
		require.NoError(t, err)
		a, err := os.ReadFile(name)
		require.NoError(t, err)
		b, err := os.ReadFile(filepath.Join(second, relative))
		require.NoError(t, err)
		assert.Equal(t, a, b, relative)
		files++
		return nil
	}))
	assert.Greater(t, files, 15)
}

func TestPicturesHaveTheirRoomReserved(t *testing.T) {
	for picture, want := range map[string]string{
		`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="120px" height="40"/>`: ` width="120" height="40"`,
		`<svg viewBox="0 0 300 150.4"><path/></svg>`:                                               ` width="300" height="150"`,
		`<svg width="100%" height="100%"/>`:                                                        "", `<svg/>`: "", `<svg`: "", ``: "",
		`<svg width="1e300" height="1"/>`: "", `<svg width="NaN" height="1"/>`: "",
	} {
		assert.Equal(t, want, pictureSize(".svg", []byte(picture)), picture)
	}
	assert.Equal(t, ` width="1" height="1"`, pictureSize(".png", onePixel))
	assert.Empty(t, pictureSize(".png", []byte("not a picture")))
}

func TestPicturesHaveNamesThatNeedNoEscaping(t *testing.T) {
	files := small()
	files["01-one/50% a#b?.PNG"] = &fstest.MapFile{Data: onePixel}
	page := files["01-one/en.md"]
	page.Data = append(slices.Clone(page.Data), "\n![a dot](<50% a#b?.PNG>)\n"...)
	out, _ := built(t, files, "")
	html, err := os.ReadFile(filepath.Join(out, "lessons", "en", "01-one", "index.html"))
	require.NoError(t, err)
	found := regexp.MustCompile(`src="../../(pictures/50--a-b-\.[0-9a-f]+\.png)" width="1" height="1" alt="a dot"`).FindSubmatch(html)
	require.NotNil(t, found, string(html))
	assert.FileExists(t, filepath.Join(out, "lessons", string(found[1])))
}

func TestRelativeAddresses(t *testing.T) {
	for _, c := range [][3]string{
		{"lessons/en/a/", "", "../../../"}, {"lessons/en/", "lessons/en/feed.xml", "feed.xml"}, {"lessons/en/a/", "lessons/en/b/", "../b/"},
		{"lessons/en/a/", "lessons/ja/a/", "../../ja/a/"}, {"lessons/en/", "lessons/en/", "./"}, {"", "lessons/en/", "lessons/en/"}, {"lessons/en/a/", "assets/x.js", "../../../assets/x.js"},
	} {
		assert.Equal(t, c[2], relative(c[0], c[1]), c)
		assert.Equal(t, path.Clean("/"+c[1]), path.Clean(path.Join("/"+c[0], relative(c[0], c[1]))), c)
	}
}

func TestEveryWordIsThereInBothLanguages(t *testing.T) {
	arguments := regexp.MustCompile(`\{\d\}`)
	for key, pair := range sentences {
		assert.NotEmpty(t, pair[0], key)
		assert.NotEmpty(t, pair[1], key)
		assert.ElementsMatch(t, arguments.FindAllString(pair[0], -1), arguments.FindAllString(pair[1], -1), key)
	}
	everything := ""
	for _, pattern := range []string{"*.go", "*.html", "../lesson/*.go"} {
		files, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, file := range files {
			if content, err := os.ReadFile(file); file != "words.go" && assert.NoError(t, err) {
				everything += string(content)
			}
		}
	}
	for key := range sentences {
		assert.True(t, strings.Contains(everything, `"`+key+`"`) || strings.HasPrefix(key, "only in ") || slices.Contains([]string{"try", "note", "warning", "output", "errors"}, key), "%q is used", key)
	}
	used := regexp.MustCompile(`word "([^"]*)"`)
	for _, name := range []string{"page.html", "lesson.html", "index.html", "door.html", "verdict.html"} {
		content, err := templates.ReadFile(name)
		require.NoError(t, err)
		for _, m := range used.FindAllStringSubmatch(string(content), -1) {
			assert.Contains(t, sentences, m[1], name)
		}
	}
	assert.Equal(t, "レッスン 3 / 15", text("ja", "lesson of", "3", "15"))
}
