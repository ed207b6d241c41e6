package runtime_test

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// layers lists the project's packages from the bottom up: each may import only what stands
// before it. A name stands for the package and all below it that are not listed themselves, but for "asyncplay/runtime": a
// new part of the engine has a place of its own.
var layers = []string{
	"asyncplay/runtime/trace",
	"asyncplay/runtime/network",
	"asyncplay/runtime/eventloop",
	"asyncplay/runtime/realmath",
	"asyncplay/runtime/syntax",
	"asyncplay/runtime/rewrite",
	"asyncplay/runtime/compile",
	"asyncplay/runtime/object",
	"asyncplay/runtime/vm",
	"asyncplay/runtime/asyncio",
	"asyncplay/runtime/stdlib",
	"asyncplay/runtime/explain/words",
	"asyncplay/runtime/explain",
	"asyncplay/runtime/remedy",
	"asyncplay/runtime",
	"asyncplay/runtime/sweep",
	"asyncplay/runtime/randprog",
	"asyncplay/runtime/conformance",
	"asyncplay/app/words",
	"asyncplay/app/lessons",
	"asyncplay/app/fixture",
	"asyncplay/app/host",
	"asyncplay/app/model",
	"asyncplay/app/embed",
	"asyncplay/app/view",
	"asyncplay/web/styles",
	"asyncplay/web/still",
	"asyncplay/web/lesson",
	"asyncplay/web/site",
	"asyncplay/web/bundled",
	"asyncplay/web/lessons",
	"asyncplay/cmd",
	"asyncplay/web",
}

// alone are the packages that import none of the others: their documentation says that they know nothing else.
var alone = []string{
	"asyncplay/runtime/trace", "asyncplay/runtime/network", "asyncplay/runtime/eventloop", "asyncplay/runtime/realmath",
	"asyncplay/runtime/syntax", "asyncplay/runtime/explain/words",
}

// alsoForbidden are imports that the order alone would allow, for a package and all below it.
var alsoForbidden = map[string][]string{
	// The page reads traces only, never live objects of the engine.
	"asyncplay/app": {
		"asyncplay/runtime/asyncio", "asyncplay/runtime/vm", "asyncplay/runtime/object", "asyncplay/runtime/compile",
		"asyncplay/runtime/stdlib", "asyncplay/runtime/syntax", "asyncplay/runtime/eventloop",
	},
	// Verdicts are made from the record of a run.
	"asyncplay/runtime/explain": {
		"asyncplay/runtime/asyncio", "asyncplay/runtime/vm", "asyncplay/runtime/object", "asyncplay/runtime/compile",
		"asyncplay/runtime/stdlib", "asyncplay/runtime/syntax", "asyncplay/runtime/eventloop",
	},
	// Known mistakes are recognised in the record and the text.
	"asyncplay/runtime/remedy": {
		"asyncplay/runtime/asyncio", "asyncplay/runtime/vm", "asyncplay/runtime/object", "asyncplay/runtime/compile",
		"asyncplay/runtime/stdlib", "asyncplay/runtime/eventloop",
	},
	// A sweep makes its runs through the front door, and reads their traces.
	"asyncplay/runtime/sweep": {
		"asyncplay/runtime/asyncio", "asyncplay/runtime/vm", "asyncplay/runtime/object", "asyncplay/runtime/compile",
		"asyncplay/runtime/stdlib", "asyncplay/runtime/eventloop",
	},
	// What code means is decided before there are values.
	"asyncplay/runtime/compile": {"asyncplay/runtime/trace", "asyncplay/runtime/rewrite"},
	// Values know neither bytecode nor the loop.
	"asyncplay/runtime/object": {"asyncplay/runtime/compile", "asyncplay/runtime/eventloop"},
	"asyncplay/runtime/vm":     {"asyncplay/runtime/eventloop"},
}

// layerOf returns the longest listed layer that the package belongs to.
func layerOf(path string) string {
	best := ""
	for _, layer := range layers {
		if isOrBelow(path, layer) && len(layer) > len(best) {
			best = layer
		}
	}
	return best
}

func isOrBelow(path, parent string) bool {
	return path == parent || strings.HasPrefix(path, parent+"/")
}

func TestPackagesImportOnlyWhatStandsBelowThem(t *testing.T) {
	root, err := filepath.Abs("..")
	require.NoError(t, err)
	checked := 0
	require.NoError(t, filepath.WalkDir(root, func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); strings.HasPrefix(name, ".") && dir != root || name == "node_modules" || name == "testdata" || name == "dist" {
			return filepath.SkipDir
		}
		checked += checkPackage(t, root, dir)
		return nil
	}))
	assert.Greater(t, checked, len(layers), "packages were found")
}

// checkPackage checks the imports of the package in a directory, for the browser and natively, and
// returns the number of imports of our own that it looked at.
func checkPackage(t *testing.T, root, dir string) int {
	relative, err := filepath.Rel(root, dir)
	require.NoError(t, err)
	path := "asyncplay"
	if relative != "." {
		path += "/" + filepath.ToSlash(relative)
	}
	layer := layerOf(path)
	imports, isPackage := importsOf(t, dir)
	if isPackage {
		assert.Truef(t, layer != "" && (layer != "asyncplay/runtime" || path == layer), "%s is in no layer: list it", path)
	}
	for _, imported := range imports {
		target := layerOf(imported)
		assert.LessOrEqualf(t, slices.Index(layers, target), slices.Index(layers, layer), "%s imports %s, which stands above it", path, imported)
		assert.Falsef(t, slices.Contains(alone, layer) && target != layer, "%s imports %s, and should stand alone", path, imported)
		for above, forbidden := range alsoForbidden {
			assert.Falsef(t, isOrBelow(path, above) && slices.Contains(forbidden, target), "%s must not import %s", path, imported)
		}
	}
	return len(imports)
}

// importsOf lists the imports of asyncplay's own packages, in every build, tests left out. A directory of tests alone is no package.
func importsOf(t *testing.T, dir string) (own []string, isPackage bool) {
	for _, goos := range []string{"linux", "js"} {
		context := build.Default
		context.GOOS, context.GOARCH = goos, map[string]string{"linux": "amd64", "js": "wasm"}[goos]
		if goos == "js" {
			context.BuildTags = []string{"librarypack"}
		}
		p, err := context.ImportDir(dir, 0)
		if _, none := err.(*build.NoGoError); none || os.IsNotExist(err) {
			continue
		}
		require.NoError(t, err)
		isPackage = isPackage || len(p.GoFiles) > 0
		for _, path := range p.Imports {
			if strings.HasPrefix(path, "asyncplay/") && !slices.Contains(own, path) {
				own = append(own, path)
			}
		}
	}
	return own, isPackage
}

// TestTheEngineKnowsNoBrowser keeps syscall/js and everything that needs it out of the engine, and with it the wall clock and
// chance: of package time it may use the calendar only.
func TestTheEngineKnowsNoBrowser(t *testing.T) {
	forbiddenImports := []string{"syscall/js", "github.com/hack-pad/safejs", "github.com/maxence-charriere/go-app", "net/http", "math/rand", "crypto/rand"}
	calendar := []string{"Date", "Unix", "UTC", "Time", "Month", "Weekday", "January", "December", "Sunday"}
	require.NoError(t, filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		require.NoError(t, err)
		usesTime := false
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			usesTime = usesTime || imported == "time"
			for _, forbidden := range forbiddenImports {
				assert.Falsef(t, strings.HasPrefix(imported, forbidden), "%s imports %s", path, imported)
			}
		}
		if !usesTime {
			return nil
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if selector, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := selector.X.(*ast.Ident); ok && x.Name == "time" {
					assert.Containsf(t, calendar, selector.Sel.Name, "%s uses time.%s", path, selector.Sel.Name)
				}
			}
			return true
		})
		return nil
	}))
}
