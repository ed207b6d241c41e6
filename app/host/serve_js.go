package host

import (
	"errors"

	"github.com/hack-pad/safejs"
)

// ServeWorker is the worker's main loop: it answers the page's messages with runs and never returns, unless the browser
// lacks what it needs.
func ServeWorker(run RunFunc) error {
	yield, err := newYield()
	if err != nil {
		return err
	}
	s := newSlices(run, yield, events{progress: postProgress, done: postDone})
	handler, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		if len(args) == 1 {
			if data, err := args[0].Get("data"); err == nil {
				serveMessage(s, data)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	// worker.js has kept what came while the program was starting.
	if _, err := safejs.Global().Call("asyncplayServe", handler.Value()); err != nil {
		return err
	}
	post(map[string]any{"kind": "ready"})
	select {}
}

func serveMessage(s *slices, data safejs.Value) {
	id := int(numberOf(data, "id"))
	switch textOf(data, "kind") {
	case "run":
		s.start(id, []byte(textOf(data, "request")))
	case "stop":
		discard, err := data.Get("discard")
		s.stop(id, err == nil && flag(discard))
	}
}

func postProgress(id int, p Progress) {
	post(map[string]any{"kind": "progress", "id": id, "events": p.Events, "virtualTime": p.VirtualSeconds})
}

func postDone(id int, trace []byte, err error) {
	if err == nil || errors.Is(err, ErrStopped) && trace != nil {
		err = postTrace(id, trace, err != nil)
	}
	if err != nil {
		post(map[string]any{"kind": "error", "id": id, "message": err.Error()})
	}
}

// postTrace moves the trace to the page without another copy.
func postTrace(id int, trace []byte, stopped bool) error {
	constructor, err := safejs.Global().Get("Uint8Array")
	if err != nil {
		return err
	}
	view, err := constructor.New(len(trace))
	if err != nil {
		return err
	}
	if _, err := safejs.CopyBytesToJS(view, trace); err != nil {
		return err
	}
	buffer, err := view.Get("buffer")
	if err != nil {
		return err
	}
	message := map[string]any{"kind": "done", "id": id, "trace": buffer, "stopped": stopped}
	_, err = safejs.Global().Call("postMessage", message, []any{buffer})
	return err
}

func post(message map[string]any) {
	// Nobody is left to tell when the page is gone.
	_, _ = safejs.Global().Call("postMessage", message)
}
