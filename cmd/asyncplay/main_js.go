package main

import (
	"errors"
	"os"
	goruntime "runtime"
	"strings"
	"time"

	"asyncplay/app/host"
	"asyncplay/app/view"
	"asyncplay/app/words"
	"asyncplay/runtime"
	"asyncplay/runtime/sweep"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// main is the program in the browser. The same binary has three roles, told apart by its first argument: the engine in a Web
// Worker, the sessions of embedded programs in one, and the page.
func main() {
	defer goruntime.KeepAlive(ballast)
	if len(os.Args) > 1 && os.Args[1] == "worker" {
		if err := host.ServeWorker(runEngine); err != nil {
			panic(err)
		}
		return
	}
	if len(os.Args) > 1 && os.Args[1] == "embed" {
		if err := serveEmbeds(); err != nil {
			panic(err)
		}
		return
	}
	engine, err := host.NewEngine(runEngine)
	if err != nil {
		panic(err)
	}
	turn, err := host.BrowsersTurn()
	if err != nil {
		panic(err)
	}
	path := strings.TrimPrefix(app.Window().URL().Path, app.Getenv("GOAPP_ROOT_PREFIX"))
	app.Route(path, func() app.Composer {
		return view.New(view.Config{
			Engine:        engine,
			Storage:       host.LocalStorage(),
			Mark:          host.Mark,
			EarlyEdit:     host.EarlyEdit,
			Link:          host.Link,
			ReducedMotion: host.ReducedMotion(),
			Lang:          words.ForTag(host.Language()),
			Turn:          turn,
		})
	})
	app.RunWhenOnBrowser()
}

// ballast makes the garbage collector wait until some 40 MB are in use, where it would else work every few frames: what lives
// in page and worker is small. Nothing touches it, so that the browser gives it no memory.
var ballast = make([]byte, 16<<20)

// runEngine runs a request and returns its trace in binary form. A program that fails, hangs or hits a limit has a trace
// that says so; an error is a request that cannot be read.
func runEngine(request []byte, checkpoint func() error, progress func(host.Progress)) ([]byte, error) {
	if job, ok, err := sweep.DecodeJob(request); ok {
		if err != nil {
			return nil, err
		}
		return runJob(job, checkpoint)
	}
	r, err := runtime.DecodeRequest(request)
	if err != nil {
		return nil, err
	}
	if r.Inspect != nil {
		answer, err := runtime.RunInspect(r, runtime.Hooks{
			Checkpoint:  checkpoint,
			LibraryPack: func() (string, error) { return host.LibraryPack(checkpoint) },
		})
		if err != nil {
			return nil, err
		}
		return runtime.EncodeInspection(answer)
	}
	var stopped error
	checked := func() error {
		stopped = checkpoint()
		return stopped
	}
	recorded := runtime.Run(r, runtime.Hooks{
		Checkpoint:  checked,
		LibraryPack: func() (string, error) { return host.LibraryPack(checked) },
		Progress: func(events int, virtualSeconds float64) {
			progress(host.Progress{Events: events, VirtualSeconds: virtualSeconds})
		},
	})
	if errors.Is(stopped, host.ErrSuperseded) {
		return nil, stopped // a trace that nobody wants is not worth packing
	}
	return recorded.Encode(), nil
}

// jobTime is how long cells of a sweep are run before those that are there go to the page.
const jobTime = 40 * time.Millisecond

// runJob runs some cells of a sweep.
func runJob(job sweep.Job, checkpoint func() error) ([]byte, error) {
	var stopped error
	checked := func() error {
		stopped = checkpoint()
		return stopped
	}
	begun := time.Now()
	cells := job.Run(runtime.Hooks{
		Checkpoint:  checked,
		LibraryPack: func() (string, error) { return host.LibraryPack(checked) },
	}, func() bool { return checked() == nil && time.Since(begun) < jobTime })
	if stopped != nil {
		return nil, stopped
	}
	return sweep.EncodeCells(cells)
}
