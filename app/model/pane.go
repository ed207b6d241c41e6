package model

// Pane is what a window as narrow as a telephone's shows of the page. Wider ones show all of it.
type Pane string

// The panes: everything one below the other with a few lines of code, or one part at its full height.
const (
	PaneAll      Pane = ""
	PaneCode     Pane = "code"
	PaneTimeline Pane = "timeline"
	PaneConsole  Pane = "console"
)

// ShowPane goes to one of the panes.
func (p *Playground) ShowPane(pane Pane) {
	switch pane {
	case PaneAll, PaneCode, PaneTimeline, PaneConsole:
		p.input()
		p.Pane = pane
		p.touch(PartShell, PartInstant)
	}
}
