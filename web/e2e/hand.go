package e2e

import (
	"fmt"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Rect is an element's place in the window, in CSS pixels.
type Rect struct{ X, Y, Width, Height float64 }

// Centre returns the middle of the rectangle.
func (r Rect) Centre() (x, y float64) { return r.X + r.Width/2, r.Y + r.Height/2 }

// Place scrolls the first matching element into view and returns where it is, once it stays there: a list that has just
// opened scrolls to its current row a frame later.
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
	p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y), chromedp.MouseClickXY(x, y))
}

// hoverAt moves the mouse to a point of the window.
func (p *Page) hoverAt(x, y float64) {
	p.t.Helper()
	p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
}

// wheel turns the mouse's wheel at a point.
func (p *Page) wheel(x, y, by float64) {
	p.t.Helper()
	p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
	command(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: x, Y: y, DeltaX: 1e-6, DeltaY: by})
}

// Hover moves the mouse to the middle of the first matching element.
func (p *Page) Hover(selector string) {
	p.t.Helper()
	x, y := p.Place(selector).Centre()
	p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
}

// Drag presses at a point, moves by so much in the given number of steps, and lets go.
func (p *Page) Drag(x, y, byX, byY float64, steps int) {
	p.t.Helper()
	p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x, y))
	p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMousePressed, x, y, chromedp.ButtonLeft, chromedp.ClickCount(1)))
	for i := 1; i <= steps; i++ {
		part := float64(i) / float64(steps)
		p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseMoved, x+byX*part, y+byY*part, chromedp.ButtonLeft, pressed))
	}
	p.do(chromedp.MouseEvent(input.DispatchMouseEventTypeMouseReleased, x+byX, y+byY, chromedp.ButtonLeft, chromedp.ClickCount(1)))
}

// pressed tells the page that the left button is held while the mouse moves.
func pressed(params *input.DispatchMouseEventParams) { params.Buttons = 1 }

// Press types keys into what has the focus: text, or the named keys of package kb. A key goes down with its text in one
// event, as a keyboard's does, so that a page that handles the key itself gets no character on top.
func (p *Page) Press(keys string, modifiers ...kb.Modifier) {
	p.t.Helper()
	var held kb.Modifier
	for _, modifier := range modifiers {
		held |= modifier
	}
	for _, key := range keys {
		var down *input.DispatchKeyEventParams
		for _, event := range kb.Encode(key) {
			switch event.Type {
			case input.DispatchKeyEventTypeChar:
				if held&^kb.ModifierShift == 0 {
					down.Type, down.Text, down.UnmodifiedText = input.DispatchKeyEventTypeKeyDown, event.Text, event.UnmodifiedText
				}
			case input.DispatchKeyEventTypeKeyUp:
				p.key(down, held)
				p.key(event, held)
			default:
				down = event
			}
		}
	}
}

func (p *Page) key(event *input.DispatchKeyEventParams, held kb.Modifier) {
	p.t.Helper()
	if event == nil {
		return
	}
	event.Modifiers |= int64(held)
	command(p, input.DispatchKeyEvent, *event)
}

// Reload loads the page anew and waits until the old one is gone.
func (p *Page) Reload() {
	p.t.Helper()
	p.Eval(`(() => { window.isOldPage = true; location.reload(); })()`, nil)
	p.WaitFor("the page is loaded anew", `!window.isOldPage`)
}
