package model

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"asyncplay/app/words"
	"asyncplay/runtime"
)

// FileSizeMax is the largest file that is opened, in bytes.
const FileSizeMax = 1 << 20

// File is a file from outside.
type File struct {
	Name    string `json:"name"`
	Text    string `json:"text"`
	Refused bool   `json:"refused"` // too large, or no text
}

// OpenFiles gives each file a tab of its own; nothing is replaced. A file that another one imports becomes a module. It brings
// the first that is none to the front.
func (p *Playground) OpenFiles(files []File) {
	p.input()
	var opened []*Variant
	for _, f := range files {
		if f.Refused || len(f.Text) > FileSizeMax || !utf8.ValidString(f.Text) || strings.ContainsRune(f.Text, 0) {
			p.Say(words.FileRefused)
			continue
		}
		if len(p.Variants) >= variantsMax {
			p.Say(words.TabsFull)
			break
		}
		name := cleanName(f.Name)
		if name == "" {
			name = fileName
		}
		text := strings.TrimPrefix(strings.ReplaceAll(f.Text, "\r\n", "\n"), "\ufeff")
		v := &Variant{Name: name, Source: text, Added: true, stale: true}
		p.Variants = append(p.Variants, v)
		opened = append(opened, v)
	}
	front := -1
	for _, v := range opened {
		v.Module = moduleName(v.Name) != "" && p.imported(v, opened)
		if !v.Module && front < 0 {
			front = p.indexOf(v)
		}
	}
	switch {
	case len(opened) == 0:
		return
	case front < 0 && !p.imported(opened[0], p.Variants[:1]):
		front = p.indexOf(opened[0])
	case front < 0:
		front = p.Active // modules of the program on the screen
	}
	p.Mode = ModePlay
	p.touch(PartShell, PartProgram)
	if front == p.Active {
		p.runCurrent()
		return
	}
	p.SelectVariant(front)
}

func (p *Playground) indexOf(v *Variant) int {
	for i, other := range p.Variants {
		if other == v {
			return i
		}
	}
	return -1
}

// imported reports whether one of the files, or the program on the screen, imports a variant by its name.
func (p *Playground) imported(v *Variant, files []*Variant) bool {
	name := moduleName(v.Name)
	for _, other := range append([]*Variant{p.Current()}, files...) {
		if other != v && importsModule(other.Source, name) {
			return true
		}
	}
	return false
}

// importsModule looks for an import statement at the beginning of a line: a hint, not more.
func importsModule(source, name string) bool {
	for line := range strings.Lines(source) {
		words := strings.FieldsFunc(line, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == ';' })
		if len(words) < 2 || words[0] != "import" && words[0] != "from" {
			continue
		}
		for i, word := range words[1:] {
			if word == "import" || i > 0 && words[0] == "from" {
				break
			}
			if first, _, _ := strings.Cut(word, "."); first == name {
				return true
			}
		}
	}
	return false
}

// moduleName is the name by which a tab's program can be imported, "" when its name is none: helper.py, helper.
func moduleName(tab string) string {
	name := strings.TrimSuffix(tab, ".py")
	for i, r := range name {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return ""
		}
	}
	return name
}

// ModuleName is the name by which the program in the editor can be imported once it is a module, "" when its tab's name is none.
func (p *Playground) ModuleName() string { return moduleName(p.Shown().Name) }

// importer is the index of the program whose run is shown beside a module: the one on the screen, or else the first, that
// imports it; -1 when none does or it is no module.
func (p *Playground) importer(v *Variant) int {
	name := moduleName(v.Name)
	if !v.Module || name == "" {
		return -1
	}
	found := -1
	for i, other := range p.Variants {
		if !other.Module && importsModule(other.Source, name) && (found < 0 || i == p.Active) {
			found = i
		}
	}
	return found
}

// modules are the tabs that a variant can import.
func (p *Playground) modules(v *Variant) []runtime.Module {
	var modules []runtime.Module
	for _, other := range p.Variants {
		if name := moduleName(other.Name); other.Module && other != v && name != "" {
			modules = append(modules, runtime.Module{Name: name, Source: other.Source})
		}
	}
	return modules
}

// refreshImporters marks the variants that ran with other modules than there are now, or with other faults in them.
func (p *Playground) refreshImporters() {
	for _, v := range p.Variants {
		modules, faults := p.modules(v), p.moduleFaults(v)
		if !slices.Equal(modules, v.ranWith) || !slices.Equal(faults, v.ranFaults) {
			v.stale, v.ranWith, v.ranFaults = true, modules, faults
		}
	}
}

// Rename gives the tab on the screen another name.
func (p *Playground) Rename(name string) {
	v := p.Shown()
	if name = cleanName(name); name == "" || name == v.Name {
		return
	}
	p.input()
	v.Name = name
	v.Module = v.Module && moduleName(name) != ""
	p.touch(PartShell, PartProgram, PartOthers)
	p.runCurrent()
}

// SetModule lets the other tabs import the program on the screen, or no longer.
func (p *Playground) SetModule(on bool) {
	p.input()
	v := p.Shown()
	v.Module = on && moduleName(v.Name) != ""
	if run := p.importer(v); run >= 0 {
		p.Active, p.module = run, v
	} else {
		p.Active, p.module = p.indexOf(v), nil
	}
	p.touch(PartShell, PartProgram, PartSource, PartRun, PartOthers, PartInstant)
	p.runCurrent()
}
