package stdlib

import "asyncplay/runtime/object"

// newIOModule makes _io: what module io, written in Python, has in common with the streams.
func newIOModule(t *object.Thread) *object.Module {
	m := object.NewModule("_io")
	m.Dict.SetStr("UnsupportedOperation", unsupportedOperationType.Value())
	m.Dict.SetStr("TextIOWrapper", streamType.Value())
	return m
}
