package model

import (
	"slices"

	"asyncplay/runtime"
)

// FaultRef is one of the faults that decide a run: of the program itself, or on a line of a module that it can import.
type FaultRef struct {
	Of    *Variant
	Index int    // in Of.Faults
	File  string // of the module; "" for the program itself
}

// Fault is the fault itself, which may be changed.
func (f FaultRef) Fault() *Fault { return &f.Of.Faults[f.Index] }

// Spec is the fault as a run request has it.
func (f FaultRef) Spec() string {
	if f.File == "" {
		return f.Fault().Spec()
	}
	return f.File + ":" + f.Fault().Spec()
}

func (f FaultRef) on() bool { return !f.Fault().Off && f.Fault().Valid() }

// Faults are those of the program on the screen, then those of the modules, tab by tab. A fault's number on the page is its place
// in this list.
func (p *Playground) Faults() []FaultRef { return p.faultsOf(p.Current()) }

func (p *Playground) faultsOf(v *Variant) []FaultRef {
	var refs []FaultRef
	for i := range v.Faults {
		refs = append(refs, FaultRef{Of: v, Index: i})
	}
	seen := map[string]bool{}
	for _, other := range p.Variants {
		name := moduleName(other.Name)
		if !other.Module || other == v || name == "" || seen[name] {
			continue
		}
		seen[name] = true
		for i := range other.Faults {
			if !other.Faults[i].OnNetwork() {
				refs = append(refs, FaultRef{Of: other, Index: i, File: name + ".py"})
			}
		}
	}
	return refs
}

// Listed reports whether a fault of the list concerns the program on the screen: its own do, and those of modules that it or another
// module names in an import, or that have struck.
func (p *Playground) Listed(fault int) bool {
	f := p.Faults()[fault]
	name := moduleName(f.Of.Name)
	if f.File == "" || p.FaultHits(fault) > 0 || importsModule(p.Current().Source, name) {
		return true
	}
	return slices.ContainsFunc(p.Variants, func(v *Variant) bool { return v.Module && v != f.Of && importsModule(v.Source, name) })
}

// moduleFaults are the specifications of the faults that stand in a variant's modules.
func (p *Playground) moduleFaults(v *Variant) (specs []string) {
	for _, f := range p.faultsOf(v) {
		if f.File != "" && f.on() {
			specs = append(specs, f.Spec())
		}
	}
	return specs
}

// FaultHits counts how often a fault of the list struck in the run shown, -1 when it is off or no run is there.
func (p *Playground) FaultHits(fault int) int {
	run, n := p.Current().Run(), 0
	for i, f := range p.Faults() {
		switch {
		case run == nil || i == fault && !f.on():
			return -1
		case i == fault:
			return run.FaultHits(n)
		case f.on():
			n++
		}
	}
	return -1
}

// request is everything that decides a variant's run.
func (p *Playground) request(v *Variant) runtime.Request {
	var specs []string
	for _, f := range p.faultsOf(v) {
		if f.on() {
			specs = append(specs, f.Spec())
		}
	}
	r := v.request(p.Seed, p.limitFactor, specs)
	r.Modules = p.modules(v)
	return r
}

// GoToFault brings the tab to the front in which a fault of the list stands, and returns the fault's line there; 0 for none.
func (p *Playground) GoToFault(fault int) int {
	refs := p.Faults()
	if fault < 0 || fault >= len(refs) {
		return 0
	}
	f := refs[fault]
	p.SelectVariant(p.indexOf(f.Of))
	return f.Fault().Line
}
