package vm

import (
	"slices"
	"strings"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
)

// machine executes Python code for one thread of a run.
type machine struct {
	t      *object.Thread
	shared *runState
	top    *frame // the innermost active frame
	depth  int    // active frames, of which RecursionMax are allowed
	stack  valueStack
	free   *frame // pool of frames of plain calls, linked by back
	out    object.Outcome
	// thrown is the exception that was thrown into a chain last: what it becomes the context of is settled.
	thrown *object.Exception
	// refused is the last error about something that cannot be awaited, or about arguments that a function does not take: nothing
	// has been called, so that no traceback holds what the statement had worked out.
	refused *object.Exception
	// classes remembers how instances of a class are made.
	classes map[*object.Type]classCall
	// baseDepth is the native depth at which the coroutine that runs was resumed.
	baseDepth int
}

// runState is what the machines of a run share.
type runState struct {
	linked    map[*compile.Code]*code
	sources   map[string][]string
	script    string // file name of the main script
	pending   pendingCoroutines
	origins   origins
	asyncGens asyncGenerators
	faults    *faultTable
	// keepsFrames: the program may look at the variables of frames that an exception has left.
	keepsFrames bool
	// machines are those of the threads that are alive.
	machines []*machine
}

type runKey struct{}

func stateOf(r *object.Run) *runState {
	return r.Ext(runKey{}, func() any {
		s := &runState{linked: map[*compile.Code]*code{}, sources: map[string][]string{}, pending: pendingCoroutines{visitsLeft: watchVisitsMax, generators: suspendedGenerators{visitsLeft: generatorVisitsMax}}}
		r.Roots = append(r.Roots, s.visitRoots)
		return s
	}).(*runState)
}

// NewThread makes a thread of the run that can execute Python code.
func NewThread(run *object.Run) *object.Thread {
	t := &object.Thread{Run: run}
	m := &machine{t: t, shared: stateOf(run)}
	m.shared.machines = append(m.shared.machines, m)
	t.Exec = m
	return t
}

// machineOf returns the machine of a thread made by NewThread.
func machineOf(t *object.Thread) *machine { return t.Exec.(*machine) }

// RunModule executes the code of a module in the module's namespace.
func RunModule(t *object.Thread, c *compile.Code, module *object.Module) *object.Exception {
	m := machineOf(t)
	fn := newFunction(m.shared.link(m.t, c), module.Dict)
	outer := m.baseDepth
	m.baseDepth = t.NativeDepth() + 1 // callFunction enters one level
	_, err := m.callFunction(fn, object.Args{}, object.Value{})
	m.baseDepth = outer
	return err
}

// Line implements object.Executor.
func (m *machine) Line() int32 {
	for f := m.top; f != nil; f = f.back {
		if f.code != nil && f.code.script {
			return f.line()
		}
	}
	return 0
}

// Frames implements object.Executor.
func (m *machine) Frames() []object.TracebackEntry {
	var frames []object.TracebackEntry
	for f := m.top; f != nil; f = f.back {
		if f.code != nil {
			frames = append(frames, f.entry())
		}
	}
	slices.Reverse(frames)
	return frames
}

// Depth implements object.Executor.
func (m *machine) Depth() int { return m.depth }

// deeper counts n more active frames.
func (m *machine) deeper(n int) *object.Exception {
	if m.depth+n > m.t.Run.RecursionMax {
		return object.NewException(object.RecursionErrorType, "maximum recursion depth exceeded")
	}
	m.depth += n
	return nil
}

// push makes the frame of a plain call on top of the stack.
func (m *machine) push(fn *Function) (*frame, *object.Exception) {
	if err := m.deeper(1); err != nil {
		return nil, err
	}
	f := m.free
	if f == nil {
		f = &frame{}
	} else {
		m.free = f.back
	}
	c := fn.code
	f.mark = m.stack.stackMark
	f.code, f.fn, f.regs, f.pc = c, fn, m.stack.window(c.registers), 0
	f.mode, f.fromGo, f.atFault, f.faultPassed, f.watchLine = modeCall, false, false, false, 0
	f.back, f.outer = m.top, m.t.Handling
	copy(f.regs[c.freeStart:], fn.closure)
	return f, nil
}

// pop takes the frame of a plain call off the stack.
func (m *machine) pop(f *frame) {
	if f.object != nil {
		f.object.end(m)
	}
	m.depth--
	m.top = f.back
	m.stack.release(f.mark)
	if f.own != nil {
		m.t.Handling = f.outer
		f.own = nil
	}
	f.self, f.regs, f.awaited = object.Value{}, nil, object.Value{}
	f.back = m.free
	m.free = f
}

// namesOfFrameReaders are what a program mentions that reads the variables of frames. Only then are those of a frame
// kept that an exception leaves: nobody else pays for it.
var namesOfFrameReaders = []string{"f_locals", "capture_locals", "getargvalues"}

// AddSource makes the text of a file known, for the source lines in tracebacks. The
// first one is the main script.
func AddSource(run *object.Run, filename, source string) {
	s := stateOf(run)
	if s.script == "" {
		s.script = filename
	}
	s.sources[filename] = splitLines(source)
	for _, name := range namesOfFrameReaders {
		s.keepsFrames = s.keepsFrames || strings.Contains(source, name)
	}
}

func sourceLines(run *object.Run, filename string) []string {
	return stateOf(run).sources[filename]
}
