package main

import (
	"errors"
	"os"
	"strings"

	"asyncplay/app/host"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// main is the program in the browser. The same binary has two roles, told apart by its first argument: the engine in a Web
// Worker, and the page.
func main() {
	if len(os.Args) > 1 && os.Args[1] == "worker" {
		if err := host.ServeWorker(runEngine); err != nil {
			panic(err)
		}
		return
	}
	path := strings.TrimPrefix(app.Window().URL().Path, app.Getenv("GOAPP_ROOT_PREFIX"))
	app.Route(path, func() app.Composer { return &page{} })
	app.RunWhenOnBrowser()
}

func runEngine(request []byte, checkpoint func() error, progress func(host.Progress)) ([]byte, error) {
	return nil, errors.New("no engine yet")
}

type page struct{ app.Compo }

func (p *page) Render() app.UI {
	return app.Div().Class("app").Body(
		app.Header().Class("top").Text("asyncplay"),
		app.Section().Class("left").Body(app.Elem("code-editor").Attr("value", "x = 1\n")),
	)
}
