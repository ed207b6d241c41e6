package e2e

import (
	"html"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// recipe is a folder of docs/embedding, used as its README.md tells an author to.
type recipe struct {
	folder string
	// site is the folder, below the recipe's, for what `asyncplay build` writes.
	site string
	// command makes the pages in the folder out; empty where there is nothing to make.
	command []string
	// needs is a file that must be there before: packages that only `make test-recipes` installs.
	needs string
	out   string
	page  string
}

var recipes = []recipe{
	{folder: "html", site: "asyncplay"},
	{folder: "mkdocs", site: "docs/asyncplay", command: []string{"mkdocs", "build", "-q", "-d", "out"}, out: "out"},
	{folder: "sphinx", site: "_static/asyncplay", command: []string{"sphinx-build", "-q", ".", "out"}, out: "out"},
	{folder: "hugo", site: "static/asyncplay", command: []string{"hugo", "--quiet", "-d", "out"}, out: "out"},
	{folder: "jekyll", site: "asyncplay", command: []string{"jekyll", "build", "-q", "-d", "out"}, out: "out"},
	{folder: "docusaurus", site: "static/asyncplay", command: []string{"npx", "--no-install", "docusaurus", "build"}, needs: "node_modules", out: "build"},
	// The classic template asks other hosts for scripts that the notebook does not need.
	{folder: "notebook", site: "asyncplay", command: []string{"jupyter-nbconvert", "--to", "html", "--template", "basic", "join.ipynb"}, page: "join.html"},
}

// notBuilt are recipes whose generator the tests may not install; their README.md says so.
var notBuilt = []string{"markdown-only", "mdbook", "quarto"}

func TestRecipes(t *testing.T) {
	root, err := moduleRoot()
	require.NoError(t, err)
	embedding := filepath.Join(root, "docs", "embedding")
	program := recipeProgram(t, embedding)
	for _, r := range recipes {
		t.Run(r.folder, func(t *testing.T) {
			source := filepath.Join(embedding, r.folder)
			if r.needs != "" {
				if _, err := os.Stat(filepath.Join(source, r.needs)); err != nil {
					t.Skipf("docs/embedding/%s/%s is not there: `make test-recipes` installs it", r.folder, r.needs)
				}
			}
			if len(r.command) > 0 {
				if _, err := exec.LookPath(r.command[0]); err != nil {
					t.Skipf("%s is not installed: `make test-recipes` installs it", r.command[0])
				}
			}
			p := Open(t, withAddress(serveRecipe(t, source, r)))
			if r.folder == "notebook" {
				assertPlainFrame(p)
				return
			}
			p.WaitFor("the program hangs", `document.querySelector("async-playground").shadowRoot?.querySelector("iframe.on") != null`)
			assert.Equal(t, program, p.evalText(`document.querySelector("async-playground").code`), "the code is read as it was written")
			assert.Equal(t, "hung 0.70", p.evalText(`document.querySelector("async-playground").apply({}).then(r => r.outcome + " " + r.durationSeconds.toFixed(2))`))
			assert.Contains(t, p.evalText(`document.body.textContent`), "raise ValueError", "the code stays in the page")
		})
	}
}

func assertPlainFrame(p *Page) {
	const frame = `document.querySelector("iframe").contentDocument`
	p.Eval(`document.querySelector("iframe").scrollIntoView()`, nil)
	p.WaitFor("the frame shows how the program ends", frame+`?.body?.innerText.includes("hangs at 0.700 s")`)
}

// TestEachRecipeIsTestedOrSaysThatItIsNot holds docs/embedding and the tests together.
func TestEachRecipeIsTestedOrSaysThatItIsNot(t *testing.T) {
	root, err := moduleRoot()
	require.NoError(t, err)
	embedding := filepath.Join(root, "docs", "embedding")
	known := map[string]bool{}
	for _, r := range recipes {
		known[r.folder] = true
	}
	for _, folder := range notBuilt {
		known[folder] = true
	}
	folders, err := os.ReadDir(embedding)
	require.NoError(t, err)
	index, err := os.ReadFile(filepath.Join(embedding, "README.md"))
	require.NoError(t, err)
	for _, folder := range folders {
		if !folder.IsDir() {
			continue
		}
		name := folder.Name()
		assert.True(t, known[name], name)
		assert.Contains(t, string(index), "]("+name+"/README.md)", "docs/embedding/README.md leads to each recipe")
		text, err := os.ReadFile(filepath.Join(embedding, name, "README.md"))
		require.NoError(t, err)
		if name == "mdbook" || name == "quarto" {
			assert.Contains(t, string(text), "Not built here")
		}
	}
}

// recipeProgram is the program of all recipes, as the plain page has it.
func recipeProgram(t *testing.T, embedding string) string {
	page, err := os.ReadFile(filepath.Join(embedding, "html", "index.html"))
	require.NoError(t, err)
	_, rest, found := strings.Cut(string(page), `<pre><code class="language-python">`)
	require.True(t, found)
	code, _, _ := strings.Cut(rest, "</code></pre>")
	return html.UnescapeString(code)
}

// serveRecipe copies a recipe and the site to where its README.md says, makes the pages and serves them.
func serveRecipe(t *testing.T, source string, r recipe) string {
	t.Helper()
	work := filepath.Join(t.TempDir(), r.folder)
	require.NoError(t, copyTree(work, source, r.needs))
	if r.needs != "" {
		require.NoError(t, os.Symlink(filepath.Join(source, r.needs), filepath.Join(work, r.needs)))
	}
	siteURL(t)
	require.NoError(t, copyTree(filepath.Join(work, filepath.FromSlash(r.site)), buildOnce().dir, "lessons"))
	if len(r.command) > 0 {
		cmd := exec.Command(r.command[0], r.command[1:]...)
		cmd.Dir = work
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	files := http.FileServer(http.Dir(filepath.Join(work, r.out)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, request *http.Request) {
		if request.URL.Path == "/favicon.ico" {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		files.ServeHTTP(w, request)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/" + r.page
}

// copyTree copies files and folders, but for one of the folders at the top.
func copyTree(to, from, without string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		below, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, below)
		if below == without && entry.IsDir() {
			return filepath.SkipDir
		}
		if entry.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, content, 0o644)
	})
}
