package stdlib

import (
	"embed"
	"strings"
	"sync"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/syntax"
)

//go:embed all:py
var pythonFiles embed.FS

// python are the modules written in Python. Each is compiled at most once; code never
// changes, so that all runs share it. An error would be a mistake in the engine.
var python = readPython()

type compiled = func() (*compile.Code, *syntax.SyntaxError)

func readPython() map[string]compiled {
	modules := map[string]compiled{}
	files, err := pythonFiles.ReadDir("py")
	if err != nil {
		panic(err)
	}
	for _, f := range files {
		file := f.Name()
		base, isPython := strings.CutSuffix(file, ".py")
		if !isPython {
			continue
		}
		// Dots of a module's name stand as dashes in the name of its file.
		name := strings.ReplaceAll(base, "-", ".")
		modules[name] = sync.OnceValues(func() (*compile.Code, *syntax.SyntaxError) {
			source, err := pythonFiles.ReadFile("py/" + file)
			if err != nil {
				panic(err)
			}
			return compileLibrary(name, string(source))
		})
	}
	return modules
}

func compileLibrary(name, source string) (*compile.Code, *syntax.SyntaxError) {
	filename := compile.LibraryPrefix + name + ">"
	tree, err := syntax.Parse(filename, source)
	if err != nil {
		return nil, err
	}
	return compile.Compile(tree, filename, compile.Options{})
}

// isLibraryFile tells files of the library by their names in tracebacks.
func isLibraryFile(filename string) bool { return strings.HasPrefix(filename, compile.LibraryPrefix) }
