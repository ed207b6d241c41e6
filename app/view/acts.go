package view

import (
	"strconv"
	"strings"

	"asyncplay/app/model"
	"asyncplay/app/words"
	"asyncplay/runtime/trace"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// acts are what data-do can name; the argument is data-arg.
var acts = map[string]func(p *Page, arg string){
	"run":            func(p *Page, _ string) { p.pg.Again() },
	"stop":           func(p *Page, _ string) { p.pg.Halt(); p.showStop = false },
	"variant":        func(p *Page, arg string) { p.pg.SelectVariant(number(arg)) },
	"variant-add":    func(p *Page, _ string) { p.pg.AddVariant(p.pg.CopyName()) },
	"variant-remove": func(p *Page, arg string) { p.pg.RemoveVariant(number(arg)) },
	"seed":           func(p *Page, _ string) { p.pg.NewSeed() },
	"seek":           func(p *Page, arg string) { p.pg.Seek(number(arg)) },
	"line":           func(p *Page, arg string) { p.revealLine(number(arg)) },
	"play":           func(p *Page, _ string) { p.pg.TogglePlay() },
	"step":           func(p *Page, arg string) { p.pg.Step(number(arg)) },
	"start":          func(p *Page, _ string) { p.pg.Seek(0) },
	"end":            func(p *Page, _ string) { p.pg.ToEnd() },
	"axis":           func(p *Page, arg string) { p.pg.SetAxis(model.Axis(number(arg))) },
	"zoom-in":        func(p *Page, _ string) { p.pg.Zoom(0.5, -1) },
	"zoom-out":       func(p *Page, _ string) { p.pg.Zoom(2, -1) },
	"zoom-fit":       func(p *Page, _ string) { p.pg.Fit() },
	"panel":          func(p *Page, arg string) { p.pg.ShowPanel(model.Panel(arg)) },
	"task":           func(p *Page, arg string) { p.pg.SelectTask(trace.TaskID(number(arg))) },
	"theme":          func(p *Page, _ string) { p.pg.NextTheme() },
	"lang":           func(p *Page, arg string) { p.pg.SetLang(words.ForTag(arg)) },
	"share":          func(p *Page, _ string) { p.openShare() },
	"copy-link":      func(p *Page, _ string) { p.copyLink() },
	"copy-markdown":  func(p *Page, _ string) { p.copyMarkdown() },
	"copy-embed":     func(p *Page, _ string) { p.copyEmbed() },
	"copy-frame":     func(p *Page, _ string) { p.copyFrame() },
	"own":            func(p *Page, _ string) { p.pg.BackToOwn() },
	"files":          func(p *Page, _ string) { p.pg.Open(model.OverlayFile) },
	"file-open":      func(p *Page, _ string) { fileHelper().Call("open") },
	"download":       func(p *Page, arg string) { p.download(model.ExportKind(arg)) },
	"version":        func(p *Page, arg string) { p.save(); p.pg.Restore(number(arg)) },
	"programs":       func(p *Page, _ string) { p.pg.OpenMenu() },
	"keys":           func(p *Page, _ string) { p.pg.Open(model.OverlayKeys) },
	"more":           func(p *Page, _ string) { p.pg.Open(model.OverlayMore) },
	"close":          func(p *Page, _ string) { p.pg.Open(model.OverlayNone) },
	"lesson":         func(p *Page, arg string) { p.save(); p.pg.LoadLesson(arg) },
	"fault":          func(p *Page, arg string) { p.pg.OpenFault(number(arg)) },
	"fault-go":       func(p *Page, arg string) { p.bringInSight(p.pg.GoToFault(number(arg))) },
	"fault-net":      func(p *Page, _ string) { p.pg.AddNetFault() },
	"fault-toggle":   func(p *Page, arg string) { p.pg.ToggleFault(number(arg)) },
	"fault-remove":   func(p *Page, arg string) { p.pg.RemoveFault(number(arg)) },
	"fault-line":     func(p *Page, arg string) { p.pg.SetFault(model.FaultLine, arg) },
	"note-close":     func(p *Page, _ string) { p.pg.CloseNote() },
	"change":         func(p *Page, arg string) { p.pg.OpenChange(number(arg)) },
	"apply":          func(p *Page, arg string) { p.pg.ApplyChange(number(arg)) },
	"fix":            func(p *Page, _ string) { p.pg.ShowFix() },
	"raise-limit":    func(p *Page, _ string) { p.pg.RaiseLimit() },
	"promise":        func(p *Page, _ string) { p.pg.Input(); p.pg.ToEnd() },
	"mode":           func(p *Page, arg string) { p.pg.ShowMode(model.Mode(arg)) },
	"pane":           func(p *Page, arg string) { p.pg.ShowPane(model.Pane(arg)); p.synced.forgetSizes() },
	"bookmark":       func(p *Page, _ string) { p.pg.ToggleBookmark() },
	"predict":        func(p *Page, _ string) { p.pg.TogglePredict() },
	"answer":         func(p *Page, arg string) { p.pg.Answer(number(arg)) },
	"sound":          func(p *Page, _ string) { p.pg.ToggleSound(); p.cue("click") },
	"nest":           func(p *Page, _ string) { p.pg.ToggleNested() },
	"fold":           func(p *Page, arg string) { p.pg.ToggleGroup(arg) },
	"swap":           func(p *Page, _ string) { p.pg.SwapCompared() },
	"compared": func(p *Page, arg string) {
		variant, event, _ := strings.Cut(arg, ":")
		p.pg.OpenCompared(number(variant), number(event))
	},
	"cell":            func(p *Page, arg string) { p.pg.ChooseCell(number(arg)) },
	"explore-open":    func(p *Page, _ string) { p.pg.OpenExplored() },
	"explore-compare": func(p *Page, _ string) { p.pg.CompareExplored() },
	"dismiss":         func(p *Page, _ string) { p.pg.Dismiss() },
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return n
}

// closest is the nearest element around an event's target that a selector fits.
func closest(e app.Event, selector string) (app.Value, bool) {
	target := e.Get("target")
	if !target.Truthy() || !target.Get("closest").Truthy() {
		return nil, false
	}
	el := target.Call("closest", selector)
	return el, el.Truthy()
}

func data(el app.Value, name string) string {
	v := el.Call("getAttribute", "data-"+name)
	if !v.Truthy() {
		return ""
	}
	return v.String()
}

func (p *Page) onClick(_ app.Context, e app.Event) {
	el, ok := closest(e, "[data-do]")
	if !ok {
		if _, inside := closest(e, ".overlay, .faults, code-editor"); !inside && p.pg.Overlay != model.OverlayNone {
			p.pg.Open(model.OverlayNone)
			p.after()
		}
		return
	}
	if el.Get("tagName").String() == "A" {
		e.PreventDefault()
	}
	if do, known := acts[data(el, "do")]; known {
		do(p, data(el, "arg"))
		// A button pressed with the pointer gives the keys back to the page: Space plays.
		if _, overlay := closest(e, ".overlay"); e.Get("detail").Int() > 0 && !overlay {
			el.Call("blur")
		}
		p.after()
	}
}

func (p *Page) onDoubleClick(_ app.Context, e app.Event) {
	if _, ok := closest(e, "#plot"); ok {
		p.pg.Fit()
		p.after()
	}
}

// onInput takes what changes under the hand: sliders, text.
func (p *Page) onInput(ctx app.Context, e app.Event) {
	el, ok := closest(e, "[data-in]")
	if !ok {
		ctx.PreventUpdate()
		return
	}
	value := el.Get("value").String()
	if el.Get("type").String() == "checkbox" {
		value = "False"
		if el.Get("checked").Bool() {
			value = "True"
		}
	}
	kind, name, _ := strings.Cut(data(el, "in"), ":")
	switch kind {
	case "knob":
		p.handMoves()
		p.pg.SetKnob(name, value)
	case "menu":
		p.pg.SetMenuQuery(value)
	case "fault":
		p.pg.SetFault(model.FaultField(name), value)
	case "compare":
		if name == "a" {
			p.pg.CompareFrom(number(value))
		} else {
			p.pg.CompareWith(number(value))
		}
	case "explore":
		p.pg.ChooseSweep(name, value)
	case "log":
		p.filterLog(name, value)
	case "tab":
		if name == "module" {
			p.pg.SetModule(value == "True")
		} else {
			p.pg.Rename(value)
		}
	case "speed":
		if value == "real" {
			p.pg.SetRealTime()
		} else if speed, err := strconv.ParseFloat(value, 64); err == nil {
			p.pg.SetSpeed(speed)
		}
	}
	p.after()
}

// onChange catches what fires no input event in some browsers; setting twice is harmless.
func (p *Page) onChange(ctx app.Context, e app.Event) { p.onInput(ctx, e) }

func (p *Page) revealLine(line int) {
	p.pg.Input()
	if p.pg.Shown() != p.pg.Current() { // lines are those of the program that runs
		p.pg.SelectVariant(p.pg.Active)
	}
	p.bringInSight(line)
	p.light(model.Lit{Line: int32(line)})
}

// bringInSight scrolls the editor to a line of the program that it shows once the document is in line.
func (p *Page) bringInSight(line int) {
	p.after()
	if p.ctx.Context == nil {
		return
	}
	p.ctx.Defer(func(app.Context) {
		if code := element("code"); line > 0 && code.Truthy() && code.Get("revealLine").Truthy() {
			code.Call("revealLine", line)
		}
	})
}

// onPointerOver lights what the hand points at, everywhere it appears.
func (p *Page) onPointerOver(ctx app.Context, e app.Event) {
	if _, inside := closest(e, "code-editor, #lanes"); inside {
		ctx.PreventUpdate() // the editor and the lanes tell in their own words
		return
	}
	lit := model.Lit{}
	if el, ok := closest(e, "[data-item],[data-task],[data-line]"); ok {
		lit = litOf(el)
	}
	p.light(lit)
	ctx.PreventUpdate()
}

func litOf(el app.Value) model.Lit {
	if item := data(el, "item"); item != "" {
		queue, number, _ := strings.Cut(item, ":")
		return model.Lit{Queue: trace.ObjectID(atoi(queue)), Item: int32(atoi(number))}
	}
	if task := data(el, "task"); task != "" {
		return model.Lit{Task: trace.TaskID(atoi(task))}
	}
	return model.Lit{Line: int32(atoi(data(el, "line")))}
}

func atoi(s string) int { return max(0, number(s)) }

func (p *Page) light(lit model.Lit) {
	if p.pg.Light(lit) {
		p.syncEditor()
		p.place()
		p.syncLit()
	}
}

// listen attaches what is heard on the whole window.
func (p *Page) listen() {
	if app.IsServer {
		return
	}
	p.onWindow("keydown", p.onKey)
	p.onWindow("pagehide", func(app.Event) { p.save() })
	p.onWindow("link-change", p.linkChanged)
	p.onWindow("files-open", p.filesOpened)
	p.onWindow("box-resize", func(app.Event) { p.after() })
	p.onWindow("look-change", func(app.Event) { p.synced.forgetSizes(); p.after() })
}

// onWindow handles an event of the window for as long as the page lives.
func (p *Page) onWindow(name string, handle func(app.Event)) {
	app.Window().Call("addEventListener", name, app.FuncOf(func(_ app.Value, args []app.Value) any {
		e := app.Event{Value: args[0]}
		p.ctx.Dispatch(func(app.Context) { handle(e) })
		return nil
	}))
}

func (p *Page) onKey(e app.Event) {
	if e.Get("defaultPrevented").Bool() || e.Get("isComposing").Bool() {
		return
	}
	k := model.Key{
		Name: e.Get("key").String(), Shift: e.Get("shiftKey").Bool(), Alt: e.Get("altKey").Bool(),
		Control: e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool(),
	}
	if p.pg.Overlay == model.OverlayPrograms && !k.Control && !k.Alt && p.pg.MenuKey(k.Name) {
		e.PreventDefault()
		p.after()
		return
	}
	if p.pressesControl(e, k) {
		return
	}
	_, editing := closest(e, typing)
	redo := strings.EqualFold(k.Name, "y")
	if k.Control && !k.Alt && !editing && (redo || strings.EqualFold(k.Name, "z")) {
		e.PreventDefault()
		if k.Shift || redo {
			p.pg.Redo()
		} else {
			p.pg.Undo()
		}
		p.after()
		return
	}
	if (k.Name == "s" || k.Name == "S") && !editing && !k.Control && !k.Alt {
		e.PreventDefault()
		p.copyLink()
		return
	}
	if p.pg.Press(k, editing) {
		e.PreventDefault()
		p.after()
	}
}

const typing = "input:not([type=range]):not([type=checkbox]), textarea, select, [contenteditable=true]"

// inList lets a list of moments that has the focus take a key: arrows go from row to row, Enter goes to the row's moment.
func inList(e app.Event) bool {
	_, list := closest(e, "#panel, .con")
	_, choice := closest(e, "select")
	return list && !choice && canvasHelper().Call("listKey", e.Value).Bool()
}

// pressesControl reports whether the focused control wants the key for itself: Space and
// Enter press a button, arrows move a slider or go from tab to tab.
func (p *Page) pressesControl(e app.Event, k model.Key) bool {
	switch k.Name {
	case " ", "Enter":
		_, button := closest(e, "button, a[href], input, select, summary")
		return !k.Control && (button || k.Name == "Enter" && inList(e))
	case "ArrowUp", "ArrowDown":
		return !k.Shift && inList(e)
	case "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown":
		if _, slider := closest(e, "input[type=range], select"); slider {
			return true
		}
		if _, tab := closest(e, "[role=tab]"); tab {
			canvasHelper().Call("nextTab", e.Value)
			return true
		}
	}
	return false
}
