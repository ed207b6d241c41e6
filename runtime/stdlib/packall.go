//go:build !librarypack

package stdlib

import (
	"embed"
	"slices"
)

//go:embed all:py
var allFiles embed.FS

// packedNames are the modules that the pack has, sorted.
func packedNames() []string {
	atHand := moduleNames(filesAtHand)
	return slices.DeleteFunc(moduleNames(allFiles), func(name string) bool { return slices.Contains(atHand, name) })
}

// builtInSource returns what reads a module of the pack where the build has all of them in itself, else nil.
func builtInSource(name string) func() string {
	return func() string { return moduleSource(allFiles, name) }
}

// Pack makes the pack for the page, and the names of the modules in it for packedList.
func Pack() (pack string, names []string) {
	names = packedNames()
	return writePack(names, func(name string) string { return builtInSource(name)() }), names
}
