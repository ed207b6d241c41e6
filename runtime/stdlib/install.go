package stdlib

import (
	"strings"

	"asyncplay/runtime/asyncio"
	"asyncplay/runtime/compile"
	"asyncplay/runtime/network"
	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// Host is what the standard library needs to know about the run.
type Host struct {
	// Args is sys.argv, the program's name first.
	Args []string
	// Stdin is what sys.stdin reads.
	Stdin string
	// Seed seeds module random before the program starts.
	Seed int64
	// Compile compiles a module that comes with the program; a nil code means that there is
	// none of that name. Nil when there are no such modules.
	Compile func(t *object.Thread, name string) (code *compile.Code, filename string, err *object.Exception)
	// IsPackage tells whether a module that comes with the program has submodules.
	IsPackage func(name string) bool
	// Pack brings the modules that the page fetches apart, as package stdlib's Pack made them. It may block, and should keep
	// what it brought. Nil where the build has all modules in itself.
	Pack func() (string, error)
	// Network answers the requests of the program; nil is one without any routes.
	Network *network.Network
}

// library is the state of package stdlib in one run.
type library struct {
	host  Host
	stdin *stdinReader
	// hostNames are the simulated hosts by their addresses; looked up only.
	hostNames map[string]string
	random    randomState
	// reprs are the containers whose repr is being made.
	reprs []object.Value
}

type libraryKey struct{}

func libraryOf(t *object.Thread) *library {
	return t.Run.Ext(libraryKey{}, func() any { return &library{} }).(*library)
}

// Install makes the run import from this package, and sets up module sys. Run.Modules and
// Run.Builtins must be there.
func Install(t *object.Thread, host Host) {
	l := libraryOf(t)
	l.host, l.hostNames = host, map[string]string{}
	asyncio.SetHosts(t, connectHost)
	if l.host.Network == nil {
		l.host.Network, _ = network.Parse(nil, host.Seed)
	}
	l.stdin = &stdinReader{rest: host.Stdin}
	t.Run.Import = importModule
	t.Run.ReadLine = l.stdin.readLine
	t.Run.Modules.SetStr("builtins", t.Run.Builtins.Value())
	installEvaluation(t)
	t.Run.Builtins.Dict.SetStr("open", object.NewFunction("_io", "open", openFile))
	sys := newSys(t)
	t.Run.Modules.SetStr("sys", sys.Value())
	t.Run.Stdout = sys.Dict.GetStr("stdout")
}

// openFile is open(), which module _files has: most programs have no files.
func openFile(t *object.Thread, args object.Args) (object.Value, *object.Exception) {
	files, err := importModule(t, "_files")
	if err != nil {
		return object.Value{}, err
	}
	open, err := object.GetAttr(t, files.Value(), "open")
	if err != nil {
		return object.Value{}, err
	}
	return object.Call(t, open, args)
}

// constructor makes a module written in Go.
type constructor func(t *object.Thread) *object.Module

// hasModule reports whether the engine has a module of this dotted name.
func hasModule(name string) bool { return native[name] != nil || python[name] != nil }

// importModule is Run.Import.
func importModule(t *object.Thread, name string) (*object.Module, *object.Exception) {
	if m, err := imported(t, name); m != nil || err != nil {
		return m, err
	}
	parentName, last, dotted := cutLast(name)
	var parent *object.Module
	if dotted {
		p, err := importModule(t, parentName)
		if err != nil {
			return nil, err
		}
		// The parent may have imported it.
		if m, err := imported(t, name); m != nil || err != nil {
			return m, err
		}
		if !p.Dict.GetStr("__path__").IsValid() || notPackage[parentName] && !hasModule(name) {
			return nil, moduleNotFound(name, "; '"+parentName+"' is not a package")
		}
		parent = p
	}
	m, err := load(t, name)
	if err != nil {
		return nil, err
	}
	if parent != nil {
		parent.Dict.SetStr(last, m.Value())
	}
	return m, nil
}

// imported looks in sys.modules.
func imported(t *object.Thread, name string) (*object.Module, *object.Exception) {
	v := t.Run.Modules.GetStr(name)
	if !v.IsValid() {
		return nil, nil
	}
	m, ok := object.AsModule(v)
	if !ok {
		return nil, object.ImportErrorOf(object.ModuleNotFoundErrorType, name, "import of "+name+" halted; None in sys.modules")
	}
	return m, nil
}

func cutLast(name string) (before, last string, dotted bool) {
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return "", name, false
	}
	return name[:i], name[i+1:], true
}

func moduleNotFound(name, rest string) *object.Exception {
	return object.ImportErrorOf(object.ModuleNotFoundErrorType, name, "No module named '"+name+"'"+rest)
}

// load makes a module that is not in sys.modules. A module of the program hides one of the
// library, except for those that are there from the start.
func load(t *object.Thread, name string) (*object.Module, *object.Exception) {
	l := libraryOf(t)
	if l.host.Compile != nil {
		code, filename, err := l.host.Compile(t, name)
		if err != nil {
			return nil, err
		}
		if code != nil {
			m := object.NewModule(name)
			m.Dict.SetStr("__file__", object.NewStr(filename))
			if l.host.IsPackage != nil && l.host.IsPackage(name) {
				m.Dict.SetStr("__path__", object.NewList(nil))
			}
			return runModule(t, m, code)
		}
	}
	if make, ok := native[name]; ok {
		m := make(t)
		if packages[name] {
			m.Dict.SetStr("__path__", object.NewList(nil))
		}
		t.Run.Modules.SetStr(name, m.Value())
		return m, nil
	}
	if source, ok := python[name]; ok {
		m := object.NewModule(name)
		if packages[name] {
			m.Dict.SetStr("__path__", object.NewList(nil))
		}
		code, err := source.load(t)
		if err != nil {
			return nil, err
		}
		return runModule(t, m, code)
	}
	return nil, moduleNotFound(name, "")
}

// runModule runs the code of a new module, which is visible in sys.modules meanwhile.
func runModule(t *object.Thread, m *object.Module, code *compile.Code) (*object.Module, *object.Exception) {
	m.Dict.SetStr("__builtins__", t.Run.Builtins.Value())
	t.Run.Modules.SetStr(m.Name, m.Value())
	if err := vm.RunModule(t, code, m); err != nil {
		t.Run.Modules.DeleteStr(m.Name)
		return nil, err
	}
	return m, nil
}
