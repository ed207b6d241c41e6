package stdlib

import (
	"slices"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// native are the modules written in Go. It is filled by init, since constructors may import.
var native map[string]constructor

// packages are the modules that have submodules.
var packages = map[string]bool{
	"asyncio": true, "collections": true, "concurrent": true, "logging": true, "os": true, "unittest": true, "urllib": true, "http": true, "aiohttp": true, "requests": true, "importlib": true,
}

// notPackage are modules of one file that have submodules nevertheless.
var notPackage = map[string]bool{"os": true}

func init() {
	native = map[string]constructor{
		"asyncio":      asyncio.Module,
		"contextvars":  asyncio.ContextVarsModule,
		"_collections": newCollectionsModule,
		"_functools":   newFunctoolsModule,
		"_hashlib":     newHashlibModule,
		"_heapq":       newHeapqModule,
		"_io":          newIOModule,
		"bisect":       newBisectModule,
		"itertools":    newItertoolsModule,
		"math":         newMathModule,
		"_json":        newJSONModule,
		"_network":     newNetworkModule,
		"_operator":    newOperatorModule,
		"_re":          newRegexModule,
		"_socket":      newSocketModule,
		"_traceback":   newTracebackModule,
		"_thread":      newThreadModule,
		"_types":       newTypesModule,
		"random":       newRandomModule,
		"time":         newTimeModule,
	}
}

// libraryNames lists the modules that can be imported, sorted.
func libraryNames() []string {
	names := []string{"builtins", "sys"}
	for name := range native {
		names = append(names, name)
	}
	for name := range python {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func formatException(t *object.Thread, e *object.Exception) string {
	return vm.FormatException(t, e, true)
}
