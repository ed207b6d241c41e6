package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/printer"
	gotoken "go/token"
	"os"
	"strings"
)

// go-app has a type for each of HTML's elements, and for each type an interface of a hundred and more methods: the forty kinds
// of elements that the page uses would be a thirtieth of its download. joinElements makes them one. What remains of HTMLInput
// is another name for HTMLElem, the type that go-app has for elements it does not know, with the methods of all; Input()
// returns one whose tag is "input". Only an element with a method that differs from another's of that name keeps its type.

const (
	elementsFile  = "html_gen.go"
	commonElement = "Elem" // type HTMLElem interface, type htmlElem struct, func Elem
	interfacePart = "HTML"
	structPart    = "html"
	elementsLeast = 50 // fewer means that go-app is made differently now
)

// joinElements rewrites go-app's file of elements.
func joinElements(from, to string) error {
	files := gotoken.NewFileSet()
	file, err := parser.ParseFile(files, from, nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	e := readElements(file)
	for _, name := range e.names {
		e.join(name)
	}
	if len(e.joined) < elementsLeast {
		return fmt.Errorf("%s: this version of go-app has its elements in another form", from)
	}
	var kept []ast.Decl
	for _, decl := range file.Decls {
		if !e.drops(decl) {
			kept = append(kept, decl)
			renameIn(decl, e.joined)
		}
	}
	file.Decls = kept
	var out bytes.Buffer
	if err := format.Node(&out, files, file); err != nil {
		return err
	}
	if old, err := os.ReadFile(to); err == nil && bytes.Equal(old, out.Bytes()) {
		return nil // the compiler's cache stays warm
	}
	return os.WriteFile(to, out.Bytes(), 0o644)
}

// elements are the elements of go-app's file by name, as in HTMLDiv, in the file's order.
type elements struct {
	names      []string
	methods    map[string][]*ast.FuncDecl
	interfaces map[string]*ast.InterfaceType
	joined     map[string]bool
	common     map[string]string // the joined element's methods by name, as text
	moved      map[*ast.FuncDecl]bool
}

func readElements(file *ast.File) *elements {
	e := &elements{
		methods: map[string][]*ast.FuncDecl{}, interfaces: map[string]*ast.InterfaceType{},
		joined: map[string]bool{}, common: map[string]string{}, moved: map[*ast.FuncDecl]bool{},
	}
	for _, decl := range file.Decls {
		if method, ok := decl.(*ast.FuncDecl); ok && method.Recv != nil {
			name := receiver(method)
			e.methods[name] = append(e.methods[name], method)
		}
		spec := typeSpec(decl)
		if spec == nil {
			continue
		}
		if methods, ok := spec.Type.(*ast.InterfaceType); ok {
			name := strings.TrimPrefix(spec.Name.Name, interfacePart)
			e.names = append(e.names, name)
			e.interfaces[name] = methods
		}
	}
	for _, method := range e.methods[commonElement] {
		e.common[method.Name.Name] = textOf(method, commonElement)
	}
	return e
}

// join makes an element one with the common one, unless a method of it contradicts.
func (e *elements) join(name string) {
	if strings.HasPrefix(name, commonElement) { // the common one, and its self-closing twin
		return
	}
	var own []*ast.FuncDecl
	for _, method := range e.methods[name] {
		switch e.common[method.Name.Name] {
		case "":
			own = append(own, method)
		case textOf(method, name):
		default:
			return
		}
	}
	e.joined[name] = true
	common := e.interfaces[commonElement].Methods
	for _, method := range own {
		e.common[method.Name.Name] = textOf(method, name)
		e.moved[method] = true
		for _, field := range e.interfaces[name].Methods.List {
			if len(field.Names) == 1 && field.Names[0].Name == method.Name.Name {
				common.List = append(common.List, field)
			}
		}
	}
}

// drops reports whether a declaration goes with its element. An interface becomes an alias and stays.
func (e *elements) drops(decl ast.Decl) bool {
	if method, ok := decl.(*ast.FuncDecl); ok {
		return method.Recv != nil && e.joined[receiver(method)] && !e.moved[method]
	}
	spec := typeSpec(decl)
	if spec == nil {
		return false
	}
	if name, ok := strings.CutPrefix(spec.Name.Name, interfacePart); ok && e.joined[name] {
		spec.Assign, spec.Type = spec.Name.End(), ast.NewIdent(interfacePart+commonElement)
		return false
	}
	name, ok := strings.CutPrefix(spec.Name.Name, structPart)
	return ok && e.joined[name]
}

func typeSpec(decl ast.Decl) *ast.TypeSpec {
	if general, ok := decl.(*ast.GenDecl); ok && len(general.Specs) == 1 {
		spec, _ := general.Specs[0].(*ast.TypeSpec)
		return spec
	}
	return nil
}

// receiver is the name of the element that a method belongs to.
func receiver(method *ast.FuncDecl) string {
	if pointer, ok := method.Recv.List[0].Type.(*ast.StarExpr); ok {
		if ident, ok := pointer.X.(*ast.Ident); ok {
			return strings.TrimPrefix(ident.Name, structPart)
		}
	}
	return ""
}

// textOf is a method's source with the common element's names for the element's own.
func textOf(method *ast.FuncDecl, name string) string {
	undo := renameIn(method, map[string]bool{name: true})
	defer undo()
	var out bytes.Buffer
	if err := printer.Fprint(&out, gotoken.NewFileSet(), method); err != nil {
		return err.Error() // equal to no other method's text
	}
	return out.String()
}

// renameIn exchanges the types of some elements for the common one's.
func renameIn(node ast.Node, elements map[string]bool) (undo func()) {
	var declared *ast.Ident // what a type declaration gives its name to
	if decl, ok := node.(ast.Decl); ok && typeSpec(decl) != nil {
		declared = typeSpec(decl).Name
	}
	before := map[*ast.Ident]string{}
	ast.Inspect(node, func(n ast.Node) bool {
		ident, ok := n.(*ast.Ident)
		if !ok || ident == declared {
			return true
		}
		for _, part := range []string{interfacePart, structPart} {
			if name, ok := strings.CutPrefix(ident.Name, part); ok && elements[name] {
				before[ident] = ident.Name
				ident.Name = part + commonElement
			}
		}
		return true
	})
	return func() {
		for ident, name := range before {
			ident.Name = name
		}
	}
}
