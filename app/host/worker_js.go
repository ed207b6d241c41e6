package host

import (
	"errors"
	"time"

	"github.com/hack-pad/safejs"
)

// Messages, page to worker: {id, kind: "run", request: JSON text} and {id, kind: "stop", discard}.
// Worker to page: {kind: "ready"}, {id, kind: "progress", events, virtualTime}, {id, kind: "done", trace: ArrayBuffer,
// stopped}, {id, kind: "error", message}, and {kind: "dead"} when the program in the worker has ended, which it never should.

// NewEngine returns an engine in a worker of its own, or, where the browser refuses workers, one that runs in slices on
// the page's thread.
func NewEngine(run RunFunc) (Engine, error) {
	yield, err := newYield()
	if err != nil {
		return nil, err
	}
	first := func(answers events) (runner, error) { return newWorkerRunner(answers) }
	fallback := func(answers events) runner { return newSlices(run, yield, answers) }
	return newLatest(wallClock{}, first, fallback), nil
}

// workerRunner runs in a Web Worker that the page's loader makes: it has the compiled module and knows the addresses.
type workerRunner struct {
	answers events
	worker  safejs.Value
	ready   bool
	handler safejs.Func
}

func newWorkerRunner(answers events) (*workerRunner, error) {
	w := &workerRunner{answers: answers}
	if err := w.open(); err != nil {
		return nil, err
	}
	return w, nil
}

func (w *workerRunner) open() error {
	loader, err := safejs.Global().Get("asyncplay")
	if err != nil {
		return err
	}
	worker, err := loader.Call("takeWorker")
	if err != nil {
		return err
	}
	if ok, err := worker.Truthy(); err != nil || !ok {
		return errors.New("the browser refuses workers")
	}
	handler, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		if len(args) == 1 {
			w.receive(worker, args[0])
		}
		return nil
	})
	if err != nil {
		return err
	}
	w.worker, w.ready, w.handler = worker, false, handler
	if err := worker.Set("onerror", handler.Value()); err != nil {
		return err
	}
	if err := worker.Set("onmessage", handler.Value()); err != nil {
		return err
	}
	// It may have become ready, or failed, before this handler was there.
	if failed, err := worker.Get("failed"); err == nil && failed.Type() == safejs.TypeBoolean {
		return errors.New("the worker did not start")
	}
	if ready, err := worker.Get("ready"); err == nil && ready.Type() == safejs.TypeBoolean {
		w.ready = true
	}
	return nil
}

func (w *workerRunner) start(id int, request []byte) {
	w.post(map[string]any{"kind": "run", "id": id, "request": string(request)})
}

func (w *workerRunner) stop(id int, discard bool) {
	w.post(map[string]any{"kind": "stop", "id": id, "discard": discard})
}

func (w *workerRunner) restart() {
	_, _ = w.worker.Call("terminate") // a worker that is gone already is as good
	w.handler.Release()
	if err := w.open(); err != nil {
		go w.answers.refused()
	}
}

func (w *workerRunner) post(message map[string]any) {
	if _, err := w.worker.Call("postMessage", message); err != nil {
		go w.answers.broken(err)
	}
}

// receive takes a message or an error event. Answers go out on goroutines of their own: a handler must not block.
func (w *workerRunner) receive(from, event safejs.Value) {
	if !from.Equal(w.worker) {
		return
	}
	data, err := event.Get("data")
	if err != nil || data.Type() != safejs.TypeObject {
		w.fail(textOf(event, "message"))
		return
	}
	id := int(numberOf(data, "id"))
	switch textOf(data, "kind") {
	case "ready":
		w.ready = true
	case "progress":
		p := Progress{Events: int(numberOf(data, "events")), VirtualSeconds: numberOf(data, "virtualTime")}
		go w.answers.progress(id, p)
	case "done":
		trace, err := bytesOf(data, "trace")
		if stopped, e := data.Get("stopped"); err == nil && e == nil && flag(stopped) {
			err = ErrStopped
		}
		go w.answers.done(id, trace, err)
	case "error":
		go w.answers.done(id, nil, errors.New(textOf(data, "message")))
	case "dead":
		w.fail("the engine's worker ended")
	}
}

func (w *workerRunner) fail(message string) {
	if !w.ready {
		go w.answers.refused()
		return
	}
	if message == "" {
		message = "the engine's worker failed"
	}
	go w.answers.broken(errors.New(message))
}

func textOf(v safejs.Value, key string) string {
	field, err := v.Get(key)
	if err != nil || field.Type() != safejs.TypeString {
		return ""
	}
	text, _ := field.String()
	return text
}

func numberOf(v safejs.Value, key string) float64 {
	field, err := v.Get(key)
	if err != nil || field.Type() != safejs.TypeNumber {
		return 0
	}
	number, _ := field.Float()
	return number
}

func bytesOf(v safejs.Value, key string) ([]byte, error) {
	buffer, err := v.Get(key)
	if err != nil {
		return nil, err
	}
	constructor, err := safejs.Global().Get("Uint8Array")
	if err != nil {
		return nil, err
	}
	view, err := constructor.New(buffer)
	if err != nil {
		return nil, err
	}
	length, err := view.Length()
	if err != nil {
		return nil, err
	}
	out := make([]byte, length)
	_, err = safejs.CopyBytesToGo(out, view)
	return out, err
}

func flag(v safejs.Value) bool {
	on, err := v.Bool()
	return err == nil && on
}

// wallClock is the time that passes for the person at the page.
type wallClock struct{}

// begun is apart from wallClock: within what is used as an interface a time.Time brings its texts and encodings.
var begun = time.Now()

func (wallClock) now() time.Duration { return time.Since(begun) }

func (wallClock) after(d time.Duration, f func()) func() {
	timer := time.AfterFunc(d, f)
	return func() { timer.Stop() }
}
