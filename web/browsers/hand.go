package browsers

import "fmt"

// Keys that WebDriver names by characters of its own.
const (
	keyControl = "\ue009"
	keyEnter   = "\ue007"
	keyHome    = "\ue011"
	keyEnd     = "\ue010"
	keyLeft    = "\ue012"
	keyRight   = "\ue014"
)

type action = map[string]any

// Press types each of the keys, all of them while the held ones are down.
func (p *Page) Press(keys string, held ...string) {
	p.t.Helper()
	var actions []action
	for _, key := range held {
		actions = append(actions, action{"type": "keyDown", "value": key})
	}
	for _, key := range keys {
		actions = append(actions, action{"type": "keyDown", "value": string(key)}, action{"type": "keyUp", "value": string(key)})
	}
	for _, key := range held {
		actions = append(actions, action{"type": "keyUp", "value": key})
	}
	p.do(performAction, map[string]any{"actions": []any{map[string]any{"type": "key", "id": "keyboard", "actions": actions}}})
}

func (p *Page) pointer(actions ...action) {
	p.t.Helper()
	p.do(performAction, map[string]any{"actions": []any{map[string]any{"type": "pointer", "id": "mouse",
		"parameters": map[string]any{"pointerType": "mouse"}, "actions": actions}}})
}

func moveTo(x, y float64, milliseconds int) action {
	return action{"type": "pointerMove", "x": int(x), "y": int(y), "duration": milliseconds, "origin": "viewport"}
}

var (
	buttonDown = action{"type": "pointerDown", "button": 0}
	buttonUp   = action{"type": "pointerUp", "button": 0}
)

// Rect is an element's place in the window, in CSS pixels.
type Rect struct{ X, Y, Width, Height float64 }

// Centre returns the middle of the rectangle.
func (r Rect) Centre() (x, y float64) { return r.X + r.Width/2, r.Y + r.Height/2 }

// Place scrolls the first matching element into view and returns where it is, once it stays there.
func (p *Page) Place(selector string) Rect {
	p.t.Helper()
	p.WaitFor(selector+" is there", fmt.Sprintf("document.querySelector(%s)?.getClientRects().length", quote(selector)))
	var r Rect
	p.Eval(fmt.Sprintf(`new Promise(resolve => {
		document.querySelector(%[1]s).scrollIntoView({block: "nearest"});
		let before = "", looks = 0;
		const look = () => {
			const r = document.querySelector(%[1]s)?.getBoundingClientRect() ?? {};
			const now = [r.x, r.y, r.width, r.height].join();
			if (now === before || ++looks > 60) { resolve({X: r.x, Y: r.y, Width: r.width, Height: r.height}); return; }
			before = now;
			requestAnimationFrame(() => requestAnimationFrame(look));
		};
		look();
	})`, quote(selector)), &r)
	return r
}

// Click clicks the middle of the first matching element with the mouse.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.ClickAt(p.Place(selector).Centre())
}

// ClickAt clicks a point of the window.
func (p *Page) ClickAt(x, y float64) {
	p.t.Helper()
	p.pointer(moveTo(x, y, 0), buttonDown, buttonUp)
}

// Drag presses at a point, moves by so much in steps, and lets go.
func (p *Page) Drag(x, y, byX, byY float64, steps int) {
	p.t.Helper()
	actions := []action{moveTo(x, y, 0), buttonDown}
	for i := 1; i <= steps; i++ {
		part := float64(i) / float64(steps)
		actions = append(actions, moveTo(x+byX*part, y+byY*part, 16))
	}
	p.pointer(append(actions, buttonUp)...)
}
