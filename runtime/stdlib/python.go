package stdlib

import (
	"embed"
	"strings"
	"sync"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
)

// filesAtHand are the modules written in Python that every build has in itself: those that the engine imports by itself for
// what programs with nothing but asyncio do, such as warnings and reports. All others are in it as well, except in the page,
// which fetches them as one file, the pack, when a program wants one of them (pack.go).
//
//go:embed py/__future__.py py/asyncio-base_tasks.py py/heapq.py py/traceback.py py/warnings.py
var filesAtHand embed.FS

// python are the modules written in Python. Each is compiled at most once; code never changes, so that all runs share it.
var python = pythonModules()

// pythonModule is a module of the library that is written in Python.
type pythonModule struct {
	name   string
	atHand bool
	once   sync.Once
	code   *compile.Code
	err    *syntax.SyntaxError // would be a mistake in the engine
}

func pythonModules() map[string]*pythonModule {
	modules := map[string]*pythonModule{}
	for _, name := range packedNames() {
		modules[name] = &pythonModule{name: name}
	}
	for _, name := range moduleNames(filesAtHand) {
		modules[name] = &pythonModule{name: name, atHand: true}
	}
	return modules
}

// moduleNames lists the modules in files, sorted by file. Dots of a module's name stand as dashes in the name of its file.
func moduleNames(files embed.FS) []string {
	entries, err := files.ReadDir("py")
	if err != nil {
		panic(err)
	}
	var names []string
	for _, e := range entries {
		if base, isPython := strings.CutSuffix(e.Name(), ".py"); isPython {
			names = append(names, strings.ReplaceAll(base, "-", "."))
		}
	}
	return names
}

func moduleSource(files embed.FS, name string) string {
	source, err := files.ReadFile("py/" + strings.ReplaceAll(name, ".", "-") + ".py")
	if err != nil {
		panic(err)
	}
	return string(source)
}

// load returns the module's code, for which the host may have to fetch the pack.
func (p *pythonModule) load(t *object.Thread) (*compile.Code, *object.Exception) {
	source := func() string { return moduleSource(filesAtHand, p.name) }
	if !p.atHand {
		var err *object.Exception
		if source, err = packedSource(t, p.name); err != nil {
			return nil, err
		}
	}
	p.once.Do(func() { p.code, p.err = compileLibrary(p.name, source()) })
	if p.err != nil {
		return nil, object.ImportErrorOf(object.ImportErrorType, p.name, "cannot compile module '"+p.name+"': "+p.err.Msg)
	}
	return p.code, nil
}

func compileLibrary(name, source string) (*compile.Code, *syntax.SyntaxError) {
	filename := compile.LibraryPrefix + name + ">"
	tree, err := syntax.Parse(filename, source)
	if err != nil {
		return nil, err
	}
	return compile.Compile(tree, filename)
}

// isLibraryFile tells files of the library by their names in tracebacks.
func isLibraryFile(filename string) bool { return strings.HasPrefix(filename, compile.LibraryPrefix) }
