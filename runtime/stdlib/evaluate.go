package stdlib

import (
	"strings"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
	"asyncplay/runtime/vm"
)

// flagTopLevelAwait is ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, flagOnlyAST is ast.PyCF_ONLY_AST.
const (
	flagTopLevelAwait = 0x2000
	flagOnlyAST       = 0x400
)

// compileBytesPerByte is about what compiled code and its tree take for each byte of source.
const compileBytesPerByte = 64

// installEvaluation adds eval, exec and compile to the builtins (CPython 3.13 Python/bltinmodule.c).
func installEvaluation(t *object.Thread) {
	define(t.Run.Builtins, "eval(source, /, globals=, locals=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return evaluate(t, "eval", a)
	})
	define(t.Run.Builtins, "exec(source, /, globals=, locals=, *, closure=)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		if !absent(a[3]) {
			return object.Value{}, object.NewException(object.NotImplementedErrorType, "exec() takes no closure here")
		}
		_, err := evaluate(t, "exec", a[:3])
		return object.None, err
	})
	define(t.Run.Builtins, "compile(source, filename, mode, flags=, dont_inherit=, optimize=, *, _feature_version=)", compileBuiltin)
}

func evaluate(t *object.Thread, name string, a []object.Value) (object.Value, *object.Exception) {
	globals, locals, err := namespaces(t, name, a[1], a[2])
	if err != nil {
		return object.Value{}, err
	}
	code := a[0]
	if !vm.IsCode(code) {
		text, err := sourceText(code, name, "string, bytes or code")
		if err != nil {
			return object.Value{}, err
		}
		if code, err = compileText(t, text, "<string>", name); err != nil {
			return object.Value{}, err
		}
	}
	if !globals.GetStr("__builtins__").IsValid() {
		globals.SetStr("__builtins__", t.Run.Builtins.Dict.Value())
	}
	return vm.Evaluate(t, code, globals, locals)
}

// namespaces are the globals and locals that code runs in: those of the caller unless they are given.
func namespaces(t *object.Thread, name string, globals, locals object.Value) (g, l *object.Dict, err *object.Exception) {
	if absent(globals) {
		g = t.Exec.Globals()
		if g == nil {
			return nil, nil, object.NewException(object.SystemErrorType, "globals and locals cannot be NULL")
		}
		if l, err = t.Exec.Locals(); err != nil {
			return nil, nil, err
		}
	} else {
		var ok bool
		if g, ok = object.AsDict(globals); !ok {
			return nil, nil, object.TypeErrorf("%s", wrongGlobals(name, globals))
		}
		l = g
	}
	if !absent(locals) {
		var ok bool
		if l, ok = object.AsDict(locals); !ok {
			return nil, nil, object.TypeErrorf("%s() takes a dict as locals here, not %s", name, object.TypeName(locals))
		}
	}
	return g, l, nil
}

func wrongGlobals(name string, globals object.Value) string {
	if name == "exec" {
		return "exec() globals must be a dict, not " + object.TypeName(globals)
	}
	return "globals must be a dict"
}

func sourceText(v object.Value, name, wanted string) (string, *object.Exception) {
	if s, ok := object.StrOf(v); ok {
		return s, nil
	}
	if b, ok := bytesOf(v); ok {
		return b, nil
	}
	return "", object.TypeErrorf("%s() arg 1 must be a %s object", name, wanted)
}

func compileBuiltin(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
	text, err := sourceText(a[0], "compile", "string, bytes or AST")
	if err != nil {
		return object.Value{}, err
	}
	filename, ok := object.StrOf(a[1])
	if !ok {
		return object.Value{}, object.TypeErrorf("expected str, bytes or os.PathLike object, not %s", object.TypeName(a[1]))
	}
	mode, ok := object.StrOf(a[2])
	if !ok {
		return object.Value{}, object.TypeErrorf("compile() argument 'mode' must be str, not %s", object.TypeName(a[2]))
	}
	switch mode {
	case "exec", "eval":
	case "single", "func_type":
		return object.Value{}, object.NewException(object.NotImplementedErrorType, "compile() knows the modes 'exec' and 'eval' here, not '"+mode+"'")
	default:
		return object.Value{}, object.ValueErrorf("compile() mode must be 'exec', 'eval' or 'single'")
	}
	flags := 0
	if !absent(a[3]) {
		if flags, err = object.AsIndex(t, a[3]); err != nil {
			return object.Value{}, err
		}
	}
	if flags&(flagTopLevelAwait|flagOnlyAST) != 0 {
		return object.Value{}, object.NewException(object.NotImplementedErrorType, "compile() makes neither trees nor code with top-level await here")
	}
	return compileText(t, text, filename, mode)
}

// compileText makes a code object of a program (mode exec) or of an expression (mode eval).
func compileText(t *object.Thread, text, filename, mode string) (object.Value, *object.Exception) {
	if strings.IndexByte(text, 0) >= 0 {
		return object.Value{}, object.NewException(object.SyntaxErrorType, "source code string cannot contain null bytes")
	}
	if err := t.Charge(int64(len(text)) * compileBytesPerByte); err != nil {
		return object.Value{}, err
	}
	if err := t.Tick(1 + len(text)); err != nil {
		return object.Value{}, err
	}
	options := compile.Options{Evaluated: true, Result: mode == "eval"}
	parse := syntax.Parse
	if options.Result {
		parse = syntax.ParseExpression
	}
	var code *compile.Code
	tree, serr := parse(filename, text)
	if serr == nil {
		code, serr = compile.CompileAs(tree, filename, options)
	}
	if serr != nil {
		return object.Value{}, syntaxErrorOf(serr, mode)
	}
	for _, w := range code.Warnings {
		if err := warnOfSyntax(t, w, filename); err != nil {
			return object.Value{}, err
		}
	}
	return vm.NewCode(t, code), nil
}

// syntaxErrorOf is the exception for a mistake in evaluated text.
func syntaxErrorOf(e *syntax.SyntaxError, mode string) *object.Exception {
	typ := object.SyntaxErrorType
	switch e.Kind {
	case "IndentationError":
		typ = object.IndentationErrorType
	case "TabError":
		typ = object.TabErrorType
	}
	text := object.None
	if !e.FoundInTree() {
		line := e.Text
		if mode == "exec" && !strings.HasSuffix(line, "\n") {
			line += "\n"
		}
		text = object.NewStr(line)
	}
	number := func(n int) object.Value { return object.Int(int64(n)) }
	return object.NewSyntaxError(typ, e.Msg, object.NewStr(e.Filename), number(e.Line), number(e.Col), text, number(e.EndLine), number(e.EndCol))
}

// warnOfSyntax passes a warning of the compiler to module warnings.
func warnOfSyntax(t *object.Thread, w syntax.Warning, filename string) *object.Exception {
	warnings, err := importModule(t, "warnings")
	if err != nil {
		return err
	}
	explicit, err := object.GetAttr(t, warnings.Value(), "warn_explicit")
	if err != nil {
		return err
	}
	_, err = object.Call(t, explicit, object.Args{Pos: []object.Value{
		object.NewStr(w.Message), object.SyntaxWarningType.Value(), object.NewStr(filename), object.Int(int64(w.Line)),
	}})
	return err
}
