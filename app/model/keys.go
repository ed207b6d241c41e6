package model

// Key is a key press outside text fields.
type Key struct {
	Name    string // KeyboardEvent.key
	Shift   bool
	Control bool // Ctrl or Cmd
	Alt     bool
}

// Press does what a key is for and reports whether it was for anything. editing: the
// focus is where letters are text.
func (p *Playground) Press(k Key, editing bool) bool {
	if k.Control && k.Name == "Enter" {
		p.Again()
		return true
	}
	if k.Control && !k.Shift && !k.Alt && (k.Name == "k" || k.Name == "K") {
		p.OpenMenu()
		return true
	}
	if k.Name == "Escape" && p.Overlay != OverlayNone {
		p.Overlay = OverlayNone
		p.touch(PartShell, PartProgram)
		return true
	}
	if editing || k.Control || k.Alt {
		return false
	}
	if q := p.Question; q != nil && p.Mode == ModePlay {
		choice := int(k.Name[0]) - '1'
		if k.Name == "Escape" || len(k.Name) == 1 && choice >= 0 && choice < len(q.Choices) {
			p.Answer(choice)
			return true
		}
	}
	if k.Name == "Escape" && p.Light(Lit{}) {
		return true
	}
	if len(k.Name) == 1 && k.Name >= "1" && k.Name <= "9" {
		p.pickVariant(int(k.Name[0] - '1'))
		return true
	}
	if p.Mode != ModePlay && !everywhere[k.Name] {
		return false
	}
	do, ok := keyActs[k.Name]
	if k.Shift {
		if shifted, found := shiftActs[k.Name]; found {
			do, ok = shifted, true
		}
	}
	if ok {
		do(p)
	}
	return ok
}

// everywhere are the keys that mean something in every view, not in the playground alone.
var everywhere = map[string]bool{
	"c": true, "C": true, "e": true, "E": true, "x": true, "X": true, "t": true, "T": true, "l": true, "L": true, "d": true, "D": true, "?": true,
}

// pickVariant is what a digit does: in a comparison it chooses variant A, among many runs the same one of a variant.
func (p *Playground) pickVariant(i int) {
	if p.Mode == ModeCompare && i < len(p.Variants) {
		p.CompareFrom(i)
		return
	}
	if r := p.Explored(); p.Mode == ModeExplore && r != nil {
		if _, row, column := r.Plan.At(p.ChosenCell()); i < len(r.Plan.Spec.Variants) {
			p.ChooseCell(r.Plan.Index(i, row, column))
		}
		return
	}
	p.SelectVariant(i)
}

// toggleCompare goes to the comparison and back.
func (p *Playground) toggleCompare() {
	if p.Mode == ModeCompare {
		p.ShowMode(ModePlay)
	} else {
		p.ShowMode(ModeCompare)
	}
}

var shiftActs = map[string]func(*Playground){
	"ArrowLeft":  func(p *Playground) { p.StepTask(-1) },
	"ArrowRight": func(p *Playground) { p.StepTask(1) },
	"J":          (*Playground).PreviousProblem,
	"O":          func(p *Playground) { p.StepPrint(-1) },
	"B":          (*Playground).NextBookmark,
	"F":          func(p *Playground) { p.StepFault(1) },
}

var keyActs = map[string]func(*Playground){
	" ":          (*Playground).TogglePlay,
	"ArrowLeft":  func(p *Playground) { p.Step(-1) },
	"ArrowRight": func(p *Playground) { p.Step(1) },
	"PageUp":     func(p *Playground) { p.Page(-1) },
	"PageDown":   func(p *Playground) { p.Page(1) },
	"Home":       func(p *Playground) { p.Seek(0) },
	"End":        (*Playground).ToEnd,
	"[":          func(p *Playground) { p.Faster(-1) },
	"]":          func(p *Playground) { p.Faster(1) },
	"+":          func(p *Playground) { p.Zoom(0.5, -1) },
	"=":          func(p *Playground) { p.Zoom(0.5, -1) },
	"-":          func(p *Playground) { p.Zoom(2, -1) },
	"−":          func(p *Playground) { p.Zoom(2, -1) },
	"0":          (*Playground).Fit,
	"{":          func(p *Playground) { p.PanBy(-panPart) },
	"}":          func(p *Playground) { p.PanBy(panPart) },
	"j":          (*Playground).NextProblem,
	"J":          (*Playground).NextProblem,
	"d":          (*Playground).NewSeed,
	"D":          (*Playground).NewSeed,
	"f":          (*Playground).faultHere,
	"F":          (*Playground).faultHere,
	"t":          (*Playground).NextTheme,
	"T":          (*Playground).NextTheme,
	"l":          (*Playground).OpenMenu,
	"L":          (*Playground).OpenMenu,
	".":          func(p *Playground) { p.StepIteration(1) },
	",":          func(p *Playground) { p.StepIteration(-1) },
	">":          func(p *Playground) { p.StepLine(1) },
	"<":          func(p *Playground) { p.StepLine(-1) },
	"o":          func(p *Playground) { p.StepPrint(1) },
	"O":          func(p *Playground) { p.StepPrint(1) },
	"b":          (*Playground).ToggleBookmark,
	"B":          (*Playground).ToggleBookmark,
	"q":          (*Playground).TogglePredict,
	"Q":          (*Playground).TogglePredict,
	"m":          (*Playground).ToggleSound,
	"M":          (*Playground).ToggleSound,
	"h":          (*Playground).ToggleNested,
	"H":          (*Playground).ToggleNested,
	"c":          (*Playground).toggleCompare,
	"C":          (*Playground).toggleCompare,
	"e":          (*Playground).toggleExplore,
	"E":          (*Playground).toggleExplore,
	"x":          (*Playground).SwapCompared,
	"X":          (*Playground).SwapCompared,
	"?":          func(p *Playground) { p.Open(OverlayKeys) },
}

// faultHere puts a fault on the line that the hand points at, else on the line of the
// current event.
func (p *Playground) faultHere() {
	if p.Lit.Line > 0 {
		p.FaultOnLine(int(p.Lit.Line))
		return
	}
	if r := p.Run(); r != nil {
		if e := r.event(p.Play.Event); e != nil && e.Line > 0 {
			p.FaultOnLine(int(e.Line))
		}
	}
}
