package vm

import (
	"slices"
	"strings"

	"asyncplay/runtime/object"
)

// noteNames keeps what the suggestion for a misspelt name needs while the frame that raised is
// still there.
func (m *machine) noteNames(f *frame, exc *object.Exception) {
	switch {
	case exc.Is(object.NameErrorType):
		exc.Suggestion = m.suggestName(f, exc)
	case exc.Is(object.AttributeErrorType):
		_, obj := exc.MissingName()
		f.visitLocals(func(name string, v object.Value) {
			if name == "self" && v.Is(obj) {
				exc.OnSelf = true
			}
		})
	}
}

// suggestName finds the name that was probably meant among those visible in the frame
// (CPython 3.13 traceback.py, _compute_suggestion_error).
func (m *machine) suggestName(f *frame, exc *object.Exception) string {
	v, _ := exc.MissingName()
	wrong, ok := object.StrOf(v)
	if !ok {
		return ""
	}
	var names []string
	var self object.Value
	f.visitLocals(func(name string, v object.Value) {
		names = append(names, name)
		if name == "self" {
			self = v
		}
	})
	if self.IsValid() {
		if _, found, err := object.OptAttr(m.t, self, wrong); err == nil && found {
			return "self." + wrong
		}
	}
	names = appendKeys(names, f.globals())
	names = appendKeys(names, m.t.Run.Builtins.Dict)
	return object.Suggest(wrong, names)
}

func appendKeys(names []string, d *object.Dict) []string {
	for pos := 0; ; {
		key, _, more := d.NextEntry(&pos)
		if !more {
			return names
		}
		if s, ok := object.StrOf(key); ok {
			names = append(names, s)
		}
	}
}

// Suggestion is what a traceback adds to the message of a NameError, AttributeError or
// ImportError: ". Did you mean: 'x'?", or "".
func Suggestion(t *object.Thread, e *object.Exception) string {
	v, obj := e.MissingName()
	wrong, ok := object.StrOf(orNone(v))
	if !ok {
		return ""
	}
	name := ""
	switch {
	case e.Is(object.NameErrorType):
		name = e.Suggestion
	case e.Is(object.AttributeErrorType) && obj.IsValid():
		name = suggestAttribute(t, obj, wrong, e.OnSelf)
	case e.Is(object.ImportErrorType):
		name = suggestImport(t, e)
	}
	text := ""
	if name != "" {
		text = ". Did you mean: '" + name + "'?"
	}
	if e.Is(object.NameErrorType) && isStdlibModule(wrong) {
		if name != "" {
			return text + " Or did you forget to import '" + wrong + "'?"
		}
		return ". Did you forget to import '" + wrong + "'?"
	}
	return text
}

// suggestImport looks in the module from which a name could not be imported.
func suggestImport(t *object.Thread, e *object.Exception) string {
	text := func(name string) string {
		v, _, _ := object.OptAttr(t, e.Value(), name)
		s, _ := object.StrOf(orNone(v))
		return s
	}
	wrong := text("name_from")
	module := t.Run.Modules.GetStr(text("name"))
	if wrong == "" || !module.IsValid() {
		return ""
	}
	return suggestAttribute(t, module, wrong, false)
}

func suggestAttribute(t *object.Thread, obj object.Value, wrong string, onSelf bool) string {
	dir, ok := object.SpecialMethod(t, obj, "__dir__")
	if !ok {
		return ""
	}
	listed, err := object.Call(t, dir, object.Args{})
	if err != nil {
		return ""
	}
	var names []string
	if err := object.Iterate(t, listed, func(v object.Value) *object.Exception {
		if s, ok := object.StrOf(v); ok {
			names = append(names, s)
		}
		return nil
	}); err != nil {
		return ""
	}
	slices.Sort(names)
	if !strings.HasPrefix(wrong, "_") && !onSelf {
		names = slices.DeleteFunc(names, func(n string) bool { return strings.HasPrefix(n, "_") })
	}
	return object.Suggest(wrong, names)
}

// stdlibModules are the modules of CPython's standard library that programs most often use;
// a NameError with one of these names is a forgotten import.
const stdlibModules = " abc argparse array ast asyncio base64 bisect calendar cmath collections concurrent configparser contextlib contextvars " +
	"copy csv ctypes dataclasses datetime decimal difflib dis email enum errno faulthandler fractions functools gc getpass glob gzip hashlib " +
	"heapq hmac html http importlib inspect io ipaddress itertools json keyword linecache locale logging math multiprocessing numbers operator os " +
	"pathlib pickle platform pprint queue random re sched secrets select selectors shelve shlex shutil signal site socket sqlite3 ssl stat " +
	"statistics string struct subprocess sys sysconfig tempfile textwrap threading time timeit tkinter token tokenize traceback types typing " +
	"unicodedata unittest urllib uuid venv warnings weakref webbrowser xml zipfile zlib zoneinfo "

func isStdlibModule(name string) bool {
	return strings.Contains(stdlibModules, " "+name+" ")
}
