package asyncio

import (
	"strconv"

	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

func itoa(n int) string { return strconv.Itoa(n) }

// hexID is hex(id(v)).
func hexID(t *object.Thread, v object.Value) string {
	return "0x" + strconv.FormatUint(t.Run.ID(v), 16)
}

// sourceSuffix is " at file:line" for functions of the program, as reprs of handles and
// callbacks show it; bound methods have none.
func sourceSuffix(v object.Value) string {
	if fn, ok := vm.FunctionOf(v); ok {
		return " at " + fn.Filename() + ":" + itoa(int(fn.Line()))
	}
	return ""
}
