//go:build librarypack

package stdlib

import "strings"

// packedList has the names of the pack's modules, with commas between. web/build sets it with the linker's -X, so that it
// is always that of the pack beside it.
var packedList string

// packedNames are the modules that the pack has, sorted.
func packedNames() []string { return strings.Split(packedList, ",") }

// builtInSource is nil: the page has no module of the pack in itself.
func builtInSource(string) func() string { return nil }
