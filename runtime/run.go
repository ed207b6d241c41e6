package runtime

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/compile"
	"asyncplay/runtime/network"
	"asyncplay/runtime/object"
	"asyncplay/runtime/stdlib"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/trace"
	"asyncplay/runtime/vm"
)

// Hooks connect a run with its host. All may be nil.
type Hooks struct {
	// Checkpoint is called every few thousand steps: the host lets its own event loop
	// run, and returns an error to stop the run.
	Checkpoint func() error
	// Progress is called at checkpoints.
	Progress func(events int, virtualSeconds float64)
	// Stdout and Stderr get the program's output as it comes.
	Stdout, Stderr func(text string)
	// LibraryPack brings the file with the modules that the page's build leaves out, when a program imports one of them. It
	// may block, as Checkpoint may; when the run is to stop meanwhile it returns an error, and Checkpoint says so too. It is
	// asked at every such import, so it should keep what it has brought.
	LibraryPack func() (string, error)
}

// Exit codes of a run besides the program's own.
const (
	ExitRaised = 1
	ExitHung   = 3
	ExitLimit  = 4
)

// Run executes a program to its end and returns the record of the run. It never panics
// and never hangs: limits bound everything that a program can do.
func Run(req Request, hooks Hooks) *trace.Trace {
	limits := req.Limits.withDefaults()
	r := &run{
		request:  req,
		hooks:    hooks,
		limits:   limits,
		recorder: trace.NewRecorder(limits.EventsMax),
	}
	return r.execute()
}

// run is one execution under way.
type run struct {
	request  Request
	hooks    Hooks
	limits   Limits
	recorder *trace.Recorder
	// module is the main program, nil while there is none that can run.
	module *syntax.Module
	state  *object.Run
	thread *object.Thread
	// outputBytes counts what was written to stdout and stderr.
	outputBytes int64
	// visits counts by line how often its statement began; nil unless somebody inspects the run.
	visits []int
}

func (l Limits) withDefaults() Limits {
	d := DefaultLimits
	if l.StepsMax > 0 {
		d.StepsMax = l.StepsMax
	}
	if l.MemoryMaxBytes > 0 {
		d.MemoryMaxBytes = l.MemoryMaxBytes
	}
	if l.OutputMaxBytes > 0 {
		d.OutputMaxBytes = l.OutputMaxBytes
	}
	if l.EventsMax > 0 {
		d.EventsMax = l.EventsMax
	}
	if l.RecursionMax > 0 {
		d.RecursionMax = l.RecursionMax
	}
	if l.IntBitsMax > 0 {
		d.IntBitsMax = l.IntBitsMax
	}
	return d
}

// execute runs the program. A panic would be a mistake of the engine: it is reported as one,
// so that the page lives on.
func (r *run) execute() (t *trace.Trace) {
	defer func() {
		if p := recover(); p != nil {
			text := fmt.Sprintf("internal error of asyncplay (please report it): %v\n%s", p, debug.Stack())
			t = r.end(trace.RunRaised, trace.Outcome{
				Status: trace.StatusRaised, ExitCode: ExitRaised,
				Text: r.recorder.Intern("internal error: " + fmt.Sprint(p)), Traceback: r.recorder.Intern(text),
			})
		}
	}()
	code, serr := r.compile()
	if serr != nil {
		r.warn(serr.Warnings)
		return r.endSyntaxError(serr, ExitRaised)
	}
	network, nerr := r.parseNetwork()
	if nerr != nil {
		r.warn(code.Warnings)
		return r.endSyntaxError(nerr, ExitUsage)
	}
	faults, err := parseFaults(r.request.Faults)
	if err == nil {
		err = r.placeFaults(faults)
	}
	if err != nil {
		return r.endWithText(err.Error())
	}
	for i, f := range faults {
		if f.network != "" {
			network.AddFault(i, f.network) // parseFaults found no mistake in it
		}
	}
	r.prepare(network)
	defer asyncio.Close(r.thread)
	r.warn(code.Warnings)
	if len(faults) > 0 || r.visits != nil {
		newFaultInjector(r.thread, faults).install(r.visits)
	}
	main := r.mainModule()
	if e := r.state.Modules.Set(r.thread, object.NewStr("__main__"), main.Value()); e != nil {
		return r.endRaised(e)
	}
	if e := vm.RunModule(r.thread, code, main); e != nil {
		return r.endRaised(e)
	}
	if e := r.runExitFunctions(); e != nil {
		return r.endRaised(e)
	}
	if e := asyncio.Finish(r.thread); e != nil {
		return r.endRaised(e)
	}
	return r.end(trace.RunFinished, trace.Outcome{})
}

// mainModule makes the module that the program runs in, with CPython's names in CPython's order.
func (r *run) mainModule() *object.Module {
	main := object.NewModule("__main__")
	for _, name := range []string{"__package__", "__loader__", "__spec__"} {
		main.Dict.SetStr(name, object.None)
	}
	main.Dict.SetStr("__file__", object.NewStr(r.request.Filename))
	main.Dict.SetStr("__builtins__", r.state.Builtins.Value())
	return main
}

func (r *run) compile() (*compile.Code, *syntax.SyntaxError) {
	module, err := syntax.Parse(r.request.Filename, r.request.Source)
	if err != nil {
		return nil, err
	}
	code, err := compile.Compile(module, r.request.Filename)
	if err == nil {
		r.module = module
	}
	return code, err
}

// parseNetwork reads the #@network lines of the program. They are comments to Python, so a mistake in one is not Python's; it is
// told in the same way, with its place, rather than passed over.
func (r *run) parseNetwork() (*network.Network, *syntax.SyntaxError) {
	var lines []network.Line
	for _, c := range syntax.CommentLines(r.request.Source, "#@network") {
		lines = append(lines, network.Line{Line: c.Line, Col: c.Col, Text: c.Text})
	}
	n, err := network.Parse(lines, r.request.Seed)
	if err == nil {
		return n, nil
	}
	return nil, &syntax.SyntaxError{
		Kind: "#@network", Msg: err.Message, Filename: r.request.Filename,
		Line: err.Line, Col: err.Col, EndLine: err.Line, EndCol: err.EndCol,
		Text: strings.Split(r.request.Source, "\n")[err.Line-1],
	}
}

// prepare makes the state of the run.
func (r *run) prepare(network *network.Network) {
	r.state = &object.Run{
		Recorder:       r.recorder,
		RootShape:      object.NewShape(),
		Modules:        object.NewDict(),
		Builtins:       object.NewBuiltins(),
		Checkpoint:     r.checkpoint,
		Write:          r.write,
		StepsLeft:      r.limits.StepsMax,
		MemoryMaxBytes: r.limits.MemoryMaxBytes,
		IntBitsMax:     r.limits.IntBitsMax,
		RecursionMax:   r.limits.RecursionMax,
	}
	vm.AddSource(r.state, r.request.Filename, r.request.Source)
	r.thread = vm.NewThread(r.state)
	stdlib.Install(r.thread, stdlib.Host{
		Args:      append([]string{r.request.Filename}, r.request.Args...),
		Stdin:     r.request.Stdin,
		Seed:      r.request.Seed,
		Compile:   r.compileModule,
		IsPackage: r.isPackage,
		Pack:      r.hooks.LibraryPack,
		Network:   network,
	})
}

// compileModule compiles a module that came with the request; there is none when code is nil.
func (r *run) compileModule(t *object.Thread, name string) (code *compile.Code, filename string, err *object.Exception) {
	for _, m := range r.request.Modules {
		if m.Name != name {
			continue
		}
		filename = name + ".py"
		vm.AddSource(r.state, filename, m.Source)
		module, serr := syntax.Parse(filename, m.Source)
		if serr == nil {
			code, serr = compile.Compile(module, filename)
		}
		if serr != nil {
			return nil, filename, object.NewException(object.SyntaxErrorType, serr.Msg+" ("+filename+", line "+strconv.Itoa(serr.Line)+")")
		}
		return code, filename, nil
	}
	return nil, "", nil
}

// isPackage tells whether there are modules inside the one of this name.
func (r *run) isPackage(name string) bool {
	return slices.ContainsFunc(r.request.Modules, func(m Module) bool { return strings.HasPrefix(m.Name, name+".") })
}

func (r *run) checkpoint() error {
	if r.hooks.Progress != nil {
		r.hooks.Progress(r.recorder.Len(), asyncio.Clock(r.thread).NowSeconds)
	}
	if r.hooks.Checkpoint != nil {
		return r.hooks.Checkpoint()
	}
	return nil
}

// File descriptors of Write.
const (
	fdStdout = 1
	fdStderr = 2
)

// write takes the program's output.
func (r *run) write(t *object.Thread, fd int, text string) *object.Exception {
	if text == "" {
		return nil
	}
	r.outputBytes += int64(len(text))
	if r.outputBytes > r.limits.OutputMaxBytes {
		return object.NewFatal(object.LimitOutput, fmt.Sprintf("the limit on output was reached: %d bytes", r.limits.OutputMaxBytes))
	}
	kind, out := trace.Stdout, r.hooks.Stdout
	if fd == fdStderr {
		kind, out = trace.Stderr, r.hooks.Stderr
	}
	if out != nil {
		out(text)
	}
	asyncio.Record(t, trace.Event{Kind: kind, Text: r.recorder.Intern(text)})
	return nil
}
