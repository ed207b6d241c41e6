package stdlib

import (
	"strings"

	"asyncplay/runtime/object"
)

// The pack is a text: for each module its name and its source, each behind a NUL, and a NUL at the end. Neither holds one.
const packMark = "\x00"

// writePack joins the sources of modules.
func writePack(names []string, source func(name string) string) string {
	var pack strings.Builder
	for _, name := range names {
		pack.WriteString(packMark + name + packMark + source(name))
	}
	pack.WriteString(packMark)
	return pack.String()
}

// fromPack returns the source of a module in a pack.
func fromPack(pack, name string) (source string, ok bool) {
	_, rest, found := strings.Cut(pack, packMark+name+packMark)
	if !found {
		return "", false
	}
	source, _, ok = strings.Cut(rest, packMark)
	return source, ok
}

// packedSource returns what reads the source of a module that the pack has. A host that knows of a pack is asked for it
// even where the build has the module in itself: then a test natively does what the page does.
func packedSource(t *object.Thread, name string) (func() string, *object.Exception) {
	fetch := libraryOf(t).host.Pack
	if fetch == nil {
		if source := builtInSource(name); source != nil {
			return source, nil
		}
		return nil, packError(name, "this build has no way to it")
	}
	pack, err := fetch()
	if err != nil {
		// The run may have been stopped while the host waited.
		if check := t.Run.Checkpoint; check != nil {
			if stopped := check(); stopped != nil {
				return nil, object.NewFatal(object.Stopped, stopped.Error())
			}
		}
		return nil, packError(name, err.Error())
	}
	source, ok := fromPack(pack, name)
	if !ok {
		return nil, packError(name, "it is damaged")
	}
	return func() string { return source }, nil
}

// packError is what a program gets whose import needs the pack when it cannot be had. It is what CPython raises when it
// cannot read a file of its library, and no ImportError: a program that can do without a module is not to take the other
// way because of the network.
func packError(name, reason string) *object.Exception {
	return object.NewException(object.OSErrorType, "the library file with module '"+name+"' could not be loaded: "+reason+" (run again to try again)")
}
