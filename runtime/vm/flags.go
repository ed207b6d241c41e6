package vm

import "asyncplay/runtime/compile"

// Bits of co_flags, as package inspect names them.
const (
	coOptimized      = 0x1
	coNewlocals      = 0x2
	coVarargs        = 0x4
	coVarkeywords    = 0x8
	coNested         = 0x10
	coGenerator      = 0x20
	coCoroutine      = 0x80
	coAsyncGenerator = 0x200
)

// CoroutineFlags is co_flags of a code.
func CoroutineFlags(c *compile.Code) int64 {
	bits := [...]struct {
		flag compile.Flags
		co   int64
	}{
		{compile.FlagFunction, coOptimized | coNewlocals}, {compile.FlagVarargs, coVarargs},
		{compile.FlagVarKeywords, coVarkeywords}, {compile.FlagNested, coNested}, {compile.FlagGenerator, coGenerator},
		{compile.FlagCoroutine, coCoroutine}, {compile.FlagAsyncGenerator, coAsyncGenerator},
	}
	var flags int64
	for _, b := range bits {
		if c.Flags&b.flag != 0 {
			flags |= b.co
		}
	}
	return flags
}
