package host

import "github.com/hack-pad/safejs"

// Ports are the frames that one worker serves. web/embed/worker.js numbers them and keeps what they send until Go listens.
type Ports struct {
	post safejs.Value
}

// NewPorts finds the worker's ports.
func NewPorts() (*Ports, error) {
	post, err := safejs.Global().Get("asyncplayPost")
	if err != nil {
		return nil, err
	}
	return &Ports{post: post}, nil
}

// Listen hands over what the frames send: texts, and "" when a frame is gone.
func (p *Ports) Listen(receive func(port int, message string)) error {
	handler, err := safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		if len(args) == 2 {
			port, err := args[0].Int()
			text, err2 := args[1].String()
			if err == nil && err2 == nil {
				receive(port, text)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = safejs.Global().Call("asyncplayServe", handler.Value())
	return err
}

// Post sends a frame a text and the bytes of its pictures, which move without another copy.
func (p *Ports) Post(port int, text string, pictures []any, bytes [][]byte) {
	constructor, err := safejs.Global().Get("Uint8Array")
	if err != nil {
		return
	}
	buffers := make([]any, 0, len(bytes))
	for _, b := range bytes {
		view, err := constructor.New(len(b))
		if err != nil {
			return
		}
		if _, err := safejs.CopyBytesToJS(view, b); err != nil {
			return
		}
		buffer, err := view.Get("buffer")
		if err != nil {
			return
		}
		buffers = append(buffers, buffer)
	}
	// A frame that is gone gets nothing.
	_, _ = p.post.Invoke(port, text, pictures, buffers)
}

// NewSlicedEngine returns an engine that runs in slices in this very process.
func NewSlicedEngine(run RunFunc) (Engine, error) {
	yield, err := newYield()
	if err != nil {
		return nil, err
	}
	make := func(answers events) runner { return newSlices(run, yield, answers) }
	first := func(answers events) (runner, error) { return make(answers), nil }
	return newLatest(wallClock{}, first, make), nil
}
