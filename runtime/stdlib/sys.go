package stdlib

import (
	"math"

	"asyncplay/runtime/object"
	"asyncplay/runtime/vm"
)

// Named tuples of module sys.
var (
	versionInfo = newStructSeq("sys", "version_info", "major minor micro releaselevel serial")
	floatInfo   = newStructSeq("sys", "float_info", "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds")
	intInfo     = newStructSeq("sys", "int_info", "bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold")
	hashInfo    = newStructSeq("sys", "hash_info", "width modulus inf nan imag algorithm hash_bits seed_bits cutoff")
	sysFlags    = newStructSeq("sys", "flags", "debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment verbose bytes_warning quiet hash_randomization isolated dev_mode utf8_mode warn_default_encoding safe_path int_max_str_digits")
)

// intDigitsMaxDefault is sys.get_int_max_str_digits() at the start.
const intDigitsMaxDefault = 4300

// newSys makes module sys; Install puts it into sys.modules.
func newSys(t *object.Thread) *object.Module {
	m := object.NewModule("sys")
	set := m.Dict.SetStr
	var argv []object.Value
	for _, a := range libraryOf(t).host.Args {
		argv = append(argv, object.NewStr(a))
	}
	set("argv", object.NewList(argv))
	set("orig_argv", object.NewList(append([]object.Value{object.NewStr("python3")}, argv...)))
	set("modules", t.Run.Modules.Value())
	set("path", object.NewList([]object.Value{object.NewStr("")}))
	set("meta_path", object.NewList(nil))
	set("path_hooks", object.NewList(nil))
	set("warnoptions", object.NewList(nil))
	for i, name := range []string{"stdin", "stdout", "stderr"} {
		s := newStream(i, "<"+name+">")
		set(name, s)
		set("__"+name+"__", s)
	}
	addSysVersion(t, set)
	addSysNumbers(t, set)
	addSysFunctions(m)
	m.Missing = missingFromSys
	return m
}

// missingFromSys makes the one attribute that is big and seldom asked for: every run has a module sys.
func missingFromSys(t *object.Thread, m *object.Module, name string) (object.Value, bool, *object.Exception) {
	if name != "stdlib_module_names" {
		return object.Value{}, false, nil
	}
	var names []object.Value
	for _, name := range libraryNames() {
		names = append(names, object.NewStr(name))
	}
	set, err := object.Call(t, object.FrozenSetType.Value(), object.Args{Pos: []object.Value{object.NewList(names)}})
	if err != nil {
		return object.Value{}, false, err
	}
	m.Dict.SetStr(name, set)
	return set, true, nil
}

func addSysVersion(t *object.Thread, set func(string, object.Value)) {
	text := object.NewStr
	version := versionInfo.make(t, object.Int(3), object.Int(13), object.Int(0), text("final"), object.Int(0))
	set("version_info", version)
	set("version", text("3.13.0 (asyncplay)"))
	set("hexversion", object.Int(0x030d00f0))
	set("api_version", object.Int(1013))
	set("platform", text("linux"))
	set("byteorder", text("little"))
	set("executable", text(""))
	set("prefix", text(""))
	set("base_prefix", text(""))
	set("exec_prefix", text(""))
	set("copyright", text(""))
	set("ps1", text(">>> "))
	set("ps2", text("... "))
	set("dont_write_bytecode", object.True)
	implementation := object.NewModule("implementation")
	implementation.Dict.SetStr("name", text("cpython"))
	implementation.Dict.SetStr("version", version)
	implementation.Dict.SetStr("cache_tag", text("cpython-313"))
	set("implementation", implementation.Value())
	values := make([]object.Value, len(sysFlags.fields))
	for i, f := range sysFlags.fields {
		values[i] = object.Int(0)
		switch f {
		case "dev_mode", "safe_path":
			values[i] = object.False
		case "int_max_str_digits":
			values[i] = object.Int(intDigitsMaxDefault)
		}
	}
	set("flags", sysFlags.make(t, values...))
}

func addSysNumbers(t *object.Thread, set func(string, object.Value)) {
	i := func(n int64) object.Value { return object.Int(n) }
	set("maxsize", i(math.MaxInt64))
	set("maxunicode", i(0x10FFFF))
	set("float_repr_style", object.NewStr("short"))
	set("float_info", floatInfo.make(t, object.Float(math.MaxFloat64), i(1024), i(308), object.Float(0x1p-1022), i(-1021), i(-307),
		i(15), i(53), object.Float(0x1p-52), i(2), i(1)))
	set("int_info", intInfo.make(t, i(30), i(4), i(intDigitsMaxDefault), i(640)))
	set("hash_info", hashInfo.make(t, i(64), i(1<<61-1), i(314159), i(0), i(1000003), object.NewStr("siphash13"), i(64), i(128), i(0)))
}

func addSysFunctions(m *object.Module) {
	constant := func(name string, v object.Value) {
		defineN(m, name, 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) { return v, nil })
	}
	constant("getdefaultencoding", object.NewStr("utf-8"))
	constant("getfilesystemencoding", object.NewStr("utf-8"))
	constant("getswitchinterval", object.Float(0.005))
	constant("gettrace", object.None)
	constant("getprofile", object.None)
	constant("is_finalizing", object.False)
	constant("_is_gil_enabled", object.True)
	constant("getallocatedblocks", object.Int(0))
	defineN(m, "exit", 0, 1, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.Value{}, object.NewExceptionArgs(object.SystemExitType, a...)
	})
	defineN(m, "exc_info", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		if t.Handling == nil {
			return object.NewTuple(object.None, object.None, object.None), nil
		}
		e := t.Handling.Value()
		tb, err := object.GetAttr(t, e, "__traceback__")
		return object.NewTuple(e.Type().Value(), e, tb), err
	})
	defineN(m, "exception", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		if t.Handling == nil {
			return object.None, nil
		}
		return t.Handling.Value(), nil
	})
	define1(m, "intern", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		if _, ok := object.StrOf(x); !ok {
			return object.Value{}, object.TypeErrorf("intern() argument must be str, not %s", object.TypeName(x))
		}
		return x, nil
	})
	define1(m, "getrefcount", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) { return object.Int(2), nil })
	addSysLimits(m)
	addSysHooks(m)
	defineN(m, "get_coroutine_origin_tracking_depth", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.Int(int64(vm.OriginDepth(t.Run))), nil
	})
	define(m, "set_coroutine_origin_tracking_depth(depth)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		depth, err := object.AsIndex(t, a[0])
		if err == nil && depth < 0 {
			err = object.ValueErrorf("depth must be >= 0")
		}
		if err == nil {
			vm.SetOriginDepth(t.Run, depth)
		}
		return object.None, err
	})
}

func addSysLimits(m *object.Module) {
	defineN(m, "getrecursionlimit", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.Int(int64(t.Run.RecursionMax)), nil
	})
	define1(m, "setrecursionlimit", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		n, err := object.AsIndex(t, x)
		if err != nil {
			return object.Value{}, err
		}
		if n < 1 {
			return object.Value{}, object.ValueErrorf("recursion limit must be greater or equal than 1")
		}
		if depth := t.Exec.Depth(); n <= depth {
			return object.Value{}, object.Errorf(object.RecursionErrorType, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, depth)
		}
		t.Run.RecursionMax = min(n, recursionMaxMax)
		return object.None, nil
	})
	defineN(m, "get_int_max_str_digits", 0, 0, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.Int(intDigitsMaxDefault), nil
	})
	define(m, "set_int_max_str_digits(maxdigits)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		n, err := object.AsIndex(t, a[0])
		if err == nil && n != 0 && n < 640 {
			err = object.ValueErrorf("maxdigits must be 0 or larger than 640")
		}
		return object.None, err
	})
	define(m, "getsizeof(object, default=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		if fn, ok := object.SpecialMethod(t, a[0], "__sizeof__"); ok {
			return object.Call(t, fn, object.Args{})
		}
		return object.Int(sizeOf(a[0])), nil
	})
	defineN(m, "setswitchinterval", 1, 1, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) { return object.None, nil })
	defineN(m, "_getframe", 0, 1, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		depth := 0
		if len(a) > 0 {
			var err *object.Exception
			if depth, err = object.AsIndex(t, a[0]); err != nil {
				return object.Value{}, err
			}
		}
		return vm.CallerFrame(t, depth)
	})
}

// recursionMaxMax is the largest recursion limit that a program can set: each level holds
// memory that no other limit bounds.
const recursionMaxMax = 20_000

// sizeOf is sys.getsizeof(v) of CPython for the common types.
func sizeOf(v object.Value) int64 {
	if s, ok := object.AsStr(v); ok {
		return sizeOfStr(s.S, int64(s.Length))
	}
	if l, ok := object.AsList(v); ok {
		return 56 + 8*int64(len(l.Items))
	}
	if l, ok := object.AsTuple(v); ok {
		return 40 + 8*int64(len(l.Items))
	}
	if b, ok := object.AsByteArray(v); ok {
		return 56 + int64(min(1, len(b.B))+len(b.B))
	}
	if b, ok := bytesOf(v); ok {
		return 33 + int64(len(b))
	}
	if d, ok := object.AsDict(v); ok {
		return sizeOfDict(d)
	}
	if _, ok := object.AsSet(v); ok {
		return 216
	}
	if i, ok := object.BigOf(v); ok {
		return 24 + 4*max(1, int64(i.BitLen()+29)/30)
	}
	switch {
	case v.IsNone(), v.Type() == object.ObjectType:
		return 16
	case v.IsFloat():
		return 24
	}
	return 48
}

func sizeOfStr(s string, length int64) int64 {
	widest := rune(0)
	for _, r := range s {
		widest = max(widest, r)
	}
	switch {
	case widest < 0x80:
		return 41 + length
	case widest < 0x100:
		return 57 + length
	case widest < 0x10000:
		return 58 + 2*length
	}
	return 60 + 4*length
}

// sizeOfDict follows Objects/dictobject.c: a table of indices, then entries for two thirds
// of it, without hashes when all keys are strings.
func sizeOfDict(d *object.Dict) int64 {
	if d.Len() == 0 {
		return 64
	}
	entryBytes := int64(16)
	for pos := 0; ; {
		key, _, more := d.NextEntry(&pos)
		if !more {
			break
		}
		if _, ok := object.StrOf(key); !ok {
			entryBytes = 24
		}
	}
	slots, indexBytes := int64(8), int64(1)
	for int(slots*2/3) < d.Len() {
		slots *= 2
	}
	if slots >= 256 {
		indexBytes = 2
	}
	if slots >= 1<<16 {
		indexBytes = 4
	}
	return 96 + slots*indexBytes + entryBytes*(slots*2/3)
}

func addSysHooks(m *object.Module) {
	ignore := func(name string) {
		define1(m, name, func(t *object.Thread, x object.Value) (object.Value, *object.Exception) { return object.None, nil })
	}
	ignore("settrace")
	ignore("setprofile")
	defineN(m, "excepthook", 3, 3, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		if e, ok := object.AsException(a[1]); ok {
			return object.None, t.Run.Write(t, 2, formatException(t, e))
		}
		return object.None, nil
	})
	m.Dict.SetStr("__excepthook__", m.Dict.GetStr("excepthook"))
	define1(m, "displayhook", func(t *object.Thread, x object.Value) (object.Value, *object.Exception) {
		if x.IsNone() {
			return object.None, nil
		}
		text, err := object.Repr(t, x)
		if err != nil {
			return object.Value{}, err
		}
		return object.None, t.Run.Write(t, 1, text+"\n")
	})
}
