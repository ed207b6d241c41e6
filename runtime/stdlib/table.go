package stdlib

import (
	"embed"
	"slices"
	"strings"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// native are the modules written in Go. It is filled by init, since constructors may import.
var native map[string]constructor

// packages are the modules that have submodules.
var packages = map[string]bool{
	"asyncio": true,
}

func init() {
	native = map[string]constructor{
		"asyncio": asyncio.Module,
		"random":  newRandomModule,
		"time":    newTimeModule,
	}
}

//go:embed all:py
var pythonFiles embed.FS

// pythonSource returns the text of a module written in Python. Dots in a name stand as
// dashes in the file name.
func pythonSource(name string) (string, bool) {
	if strings.ContainsAny(name, "/-") {
		return "", false
	}
	b, err := pythonFiles.ReadFile("py/" + strings.ReplaceAll(name, ".", "-") + ".py")
	return string(b), err == nil
}

// libraryNames lists the modules that can be imported, sorted.
func libraryNames() []string {
	names := []string{"builtins", "sys"}
	for name := range native {
		names = append(names, name)
	}
	if files, err := pythonFiles.ReadDir("py"); err == nil {
		for _, f := range files {
			name, _ := strings.CutSuffix(f.Name(), ".py")
			names = append(names, strings.ReplaceAll(name, "-", "."))
		}
	}
	slices.Sort(names)
	return names
}

func formatException(t *object.Thread, e *object.Exception) string {
	return vm.FormatException(t, e, true)
}
