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
// before it. A name stands for the package and all below it that are not listed themselves.
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
	"asyncplay/runtime/explain",
	"asyncplay/runtime/remedy",
	"asyncplay/runtime",
	"asyncplay/runtime/sweep",
	"asyncplay/runtime/conformance",
	"asyncplay/app",
	"asyncplay/web/styles",
	"asyncplay/web/still",
	"asyncplay/web/lesson",
	"asyncplay/web/site",
	"asyncplay/web/bundled",
	"asyncplay/web/lessons",
	"asyncplay/cmd",
	"asyncplay/web",
}

// alsoForbidden are imports that the order alone would allow.
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
	// The loop's mechanics know neither values nor traces.
	"asyncplay/runtime/eventloop": {"asyncplay/runtime/trace"},
}

// layerOf returns the longest listed layer that the package belongs to.
func layerOf(path string) string {
	best := ""
	for _, layer := range layers {
		if (path == layer || strings.HasPrefix(path, layer+"/")) && len(layer) > len(best) {
			best = layer
		}
	}
	return best
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
	imports := importsOf(t, dir)
	for _, imported := range imports {
		target := layerOf(imported)
		assert.NotEmptyf(t, layer, "%s is in no layer: list it", path)
		assert.LessOrEqualf(t, slices.Index(layers, target), slices.Index(layers, layer), "%s imports %s, which stands above it", path, imported)
		assert.NotContainsf(t, alsoForbidden[layer], target, "%s must not import %s", path, imported)
	}
	return len(imports)
}

// importsOf lists the imports of asyncplay's own packages, tests left out.
func importsOf(t *testing.T, dir string) []string {
	var own []string
	for _, goos := range []string{"linux", "js"} {
		context := build.Default
		context.GOOS, context.GOARCH = goos, map[string]string{"linux": "amd64", "js": "wasm"}[goos]
		p, err := context.ImportDir(dir, 0)
		if _, none := err.(*build.NoGoError); none || os.IsNotExist(err) {
			continue
		}
		require.NoError(t, err)
		for _, path := range p.Imports {
			if strings.HasPrefix(path, "asyncplay/") && !slices.Contains(own, path) {
				own = append(own, path)
			}
		}
	}
	return own
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
