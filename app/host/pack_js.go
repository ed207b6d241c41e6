package host

import (
	"errors"

	"github.com/hack-pad/safejs"
)

var libraryPack = pack{fetch: fetchPack}

// LibraryPack returns the file with the modules of Python's library that a program may import and that are not in this
// binary: runtime.Hooks.LibraryPack. It blocks the engine's goroutine while the file comes, and calls checkpoint meanwhile,
// as the engine does when it runs; what checkpoint returns ends the wait. All runs of the process share one file.
//
// The script around the binary has to define asyncplayLibrary(), which returns a promise of the file's text, as
// web/loader.js does for the page and web/worker.js for the worker.
func LibraryPack(checkpoint func() error) (string, error) { return libraryPack.wait(checkpoint) }

func fetchPack() (string, error) {
	promise, err := safejs.Global().Call("asyncplayLibrary")
	if err != nil {
		return "", err
	}
	type answer struct {
		text string
		err  error
	}
	answers := make(chan answer, 1)
	var came, failed safejs.Func
	settle := func(a answer) any {
		answers <- a
		return nil
	}
	came, err = safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		text, err := args[0].String()
		if err == nil && text == "" {
			err = errors.New("it is empty")
		}
		return settle(answer{text, err})
	})
	if err != nil {
		return "", err
	}
	defer came.Release()
	failed, err = safejs.FuncOf(func(_ safejs.Value, args []safejs.Value) any {
		reason := textOf(args[0], "message")
		if reason == "" {
			reason = "unknown reason"
		}
		return settle(answer{err: errors.New(reason)})
	})
	if err != nil {
		return "", err
	}
	defer failed.Release()
	if _, err := promise.Call("then", came.Value(), failed.Value()); err != nil {
		return "", err
	}
	a := <-answers
	return a.text, a.err
}
