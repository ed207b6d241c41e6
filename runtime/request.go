// Package runtime is the engine's front door: it takes a program with its knobs and
// faults and returns the recorded run. It knows no browser.
package runtime

// Request is everything that decides a run: the same Request gives the same trace to
// the byte, natively and in the browser.
type Request struct {
	// Filename is shown in tracebacks.
	Filename string
	// Source is the Python program.
	Source string
	// Modules are sibling modules that the program can import, by name; a.b stands in package a.
	Modules []Module
	// Args is sys.argv[1:].
	Args []string
	// Stdin is what input() and sys.stdin read.
	Stdin string
	// Seed seeds `random` before the program starts.
	Seed int64
	// Faults are specifications `[FILE.py:]LINE:ACTION[=ARG][:nth=N][:every=K][:task=NAME][:of=run]` or `net:URL OPTION…`, see
	// docs/network.md. FILE.py is a module of Modules; without it the line is one of Source.
	Faults []string
	Limits Limits
	// Inspect asks for the variables of a task at an event instead of for the trace: see RunInspect.
	Inspect *Inspect `json:",omitempty"`
}

// Module is a source file that can be imported.
type Module struct {
	Name   string
	Source string
}

// Limits bounds a run. Zero fields take the value of DefaultLimits.
type Limits struct {
	// StepsMax is the number of bytecode instructions.
	StepsMax int64
	// MemoryMaxBytes bounds what the program's objects may hold, by estimate.
	MemoryMaxBytes int64
	// OutputMaxBytes bounds stdout and stderr together.
	OutputMaxBytes int64
	// EventsMax bounds the trace.
	EventsMax int
	// RecursionMax is sys.getrecursionlimit().
	RecursionMax int
	// IntBitsMax bounds the size of an integer.
	IntBitsMax int
}

// DefaultLimits suit a page: a run that hits one ends within seconds.
var DefaultLimits = Limits{
	StepsMax:       100_000_000,
	MemoryMaxBytes: 128 << 20,
	OutputMaxBytes: 4 << 20,
	EventsMax:      500_000,
	RecursionMax:   1000,
	IntBitsMax:     1 << 20,
}
