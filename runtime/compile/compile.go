package compile

import "asyncplay/runtime/syntax"

// LibraryPrefix begins the file names of modules that come with the engine.
const LibraryPrefix = "<frozen "

// Options changes what Compile makes of a module.
type Options struct {
	// Evaluated is for what eval() and exec() run: the names of the module's own code live in the namespace that it is
	// run with, apart from the globals.
	Evaluated bool
	// Result makes the value of the module's only statement, an expression, that of the code.
	Result bool
}

// Compile compiles a module that syntax.Parse has accepted. The errors that remain are
// limits: nesting, or more constants, names or registers than an instruction can name.
func Compile(m *syntax.Module, filename string) (*Code, *syntax.SyntaxError) {
	return CompileAs(m, filename, Options{})
}

// CompileAs is Compile with options.
func CompileAs(m *syntax.Module, filename string, options Options) (*Code, *syntax.SyntaxError) {
	table, err := buildSymbols(m, options.Evaluated)
	if err != nil {
		err.Filename = filename
		return nil, err
	}
	c := &compiler{table: table, filename: filename}
	code := c.module(m, options)
	if c.err != nil {
		c.err.Filename = filename
		return nil, c.err
	}
	code.Warnings = append(m.Warnings[:len(m.Warnings):len(m.Warnings)], table.warn.inOrder()...)
	return code, nil
}

// compiler is the state shared by all units of a module.
type compiler struct {
	table    *symbolTable
	filename string
	instrs   int // emitted so far
	err      *syntax.SyntaxError
}

// fail keeps the first error; generation goes on and its result is thrown away.
func (c *compiler) fail(n syntax.Node, message string) {
	if c.err == nil {
		c.err = syntaxError(n, message)
	}
}

func syntaxError(n syntax.Node, message string) *syntax.SyntaxError {
	p := n.Position()
	return &syntax.SyntaxError{
		Kind: "SyntaxError", Msg: message,
		Line: int(p.Line), Col: int(p.Col) + 1, EndLine: int(p.EndLine), EndCol: int(p.EndCol) + 1,
	}
}

func (c *compiler) module(m *syntax.Module, options Options) *Code {
	s := c.table.scopes[m]
	u := c.newUnit(nil, s, "<module>", 1)
	u.code.Flags |= FlagModule
	u.span = syntax.Span{Line: 1, EndLine: 1}
	if options.Result {
		x := m.Body[0].(*syntax.ExprStmt)
		u.span = x.Span
		u.emit(OpReturn, u.operand(x.Value), 0, 0)
		return u.finish()
	}
	body := u.docstring(m.Body, "__doc__")
	if hasAnnotations(body) {
		u.emit(OpSetupAnnotations, 0, 0, 0)
	}
	u.stmts(body)
	u.returnNone()
	return u.finish()
}

// docstring takes the docstring off a body and, with a name, assigns it.
func (u *unit) docstring(body []syntax.Stmt, name string) []syntax.Stmt {
	if len(body) == 0 {
		return body
	}
	s, ok := body[0].(*syntax.ExprStmt)
	if !ok {
		return body
	}
	k, ok := s.Value.(*syntax.Constant)
	if !ok || k.Kind != syntax.ConstString {
		return body
	}
	u.code.Docstring, u.code.HasDoc = cleanDoc(k.Str), true
	if name != "" {
		mark := u.top
		t := u.temp()
		u.span = s.Span
		u.loadConst(t, Const{Kind: ConstString, Str: u.code.Docstring})
		u.storeName(name, t)
		u.top = mark
	}
	return body[1:]
}

// hasAnnotations reports whether a module or class body annotates a variable anywhere
// outside of inner functions and classes.
func hasAnnotations(body []syntax.Stmt) bool {
	for _, s := range body {
		switch s := s.(type) {
		case *syntax.AnnAssign:
			return true
		case *syntax.For:
			if hasAnnotations(s.Body) || hasAnnotations(s.Orelse) {
				return true
			}
		case *syntax.While:
			if hasAnnotations(s.Body) || hasAnnotations(s.Orelse) {
				return true
			}
		case *syntax.If:
			if hasAnnotations(s.Body) || hasAnnotations(s.Orelse) {
				return true
			}
		case *syntax.With:
			if hasAnnotations(s.Body) {
				return true
			}
		case *syntax.Match:
			for _, c := range s.Cases {
				if hasAnnotations(c.Body) {
					return true
				}
			}
		case *syntax.Try:
			for _, h := range s.Handlers {
				if hasAnnotations(h.Body) {
					return true
				}
			}
			if hasAnnotations(s.Body) || hasAnnotations(s.Orelse) || hasAnnotations(s.Finalbody) {
				return true
			}
		}
	}
	return false
}
