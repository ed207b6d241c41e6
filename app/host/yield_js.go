package host

import "github.com/hack-pad/safejs"

// BrowsersTurn returns a function that lets the browser's event loop go round once before it returns; see newYield.
func BrowsersTurn() (func(), error) { return newYield() }

// newYield returns a function that blocks the calling goroutine until the browser's event loop has gone round once. A
// message channel is used since timers are held back to 4 ms when nested. Only one goroutine may wait at a time.
func newYield() (func(), error) {
	constructor, err := safejs.Global().Get("MessageChannel")
	if err != nil {
		return nil, err
	}
	channel, err := constructor.New()
	if err != nil {
		return nil, err
	}
	in, err := channel.Get("port1")
	if err != nil {
		return nil, err
	}
	out, err := channel.Get("port2")
	if err != nil {
		return nil, err
	}
	woken := make(chan struct{}, 1)
	wake, err := safejs.FuncOf(func(safejs.Value, []safejs.Value) any {
		select {
		case woken <- struct{}{}:
		default:
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if err := out.Set("onmessage", wake.Value()); err != nil {
		return nil, err
	}
	return func() {
		if _, err := in.Call("postMessage", 0); err == nil {
			<-woken
		}
	}, nil
}
