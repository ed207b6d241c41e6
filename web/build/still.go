package main

import (
	"fmt"
	"html/template"
	"strings"

	"asyncplay/app/host"
	"asyncplay/app/model"
	"asyncplay/app/view"
	"asyncplay/runtime"
	"asyncplay/web/still"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// stillView is the window that the still is laid out for. Others show it stretched, at the same height.
var stillView = model.Viewport{Width: 1440, Height: 900, Plot: 720}

// stillPage is the page as it stands in index.html until the program itself takes over: the page's own components rendered
// once, with the first run in them, the code in the place of the editor and a drawing in the place of the canvas. Both
// pages have the same layout, so nothing jumps.
//
// Only our own words and our own example program go through go-app's rendering here, never a visitor's.
func stillPage(source string) (template.HTML, error) {
	page := view.New(view.Config{
		Engine:  immediateEngine{},
		Storage: host.NewMemoryStorage(),
		Mark:    func(string) {},
	})
	page.OnInit()
	page.OnMount(app.Context{}) // takes the answer of the run that OnInit asked for
	rendered, err := standardHTML(app.HTMLString(page))
	if err != nil {
		return "", err
	}
	run := page.Model().Run()
	if run == nil {
		return "", fmt.Errorf("the first program has no run")
	}
	layout := model.NewLayout(run, stillView)
	var list model.DrawList
	model.DrawTimeline(&list, run, layout, page.Model().Scale(layout.Width), page.Model().Lang)
	for _, exchange := range []struct{ what, old, new string }{
		{"editor", "></code-editor>", "><pre>" + string(still.Highlight(source)) + "\n</pre></code-editor>"},
		{"timeline", `<canvas aria-hidden="true" id="still"></canvas>`, still.Inline(&list, layout.Width, layout.Height)},
	} {
		if n := strings.Count(rendered, exchange.old); n != 1 {
			return "", fmt.Errorf("the page should have one empty %s (%s), got %d", exchange.what, exchange.old, n)
		}
		rendered = strings.Replace(rendered, exchange.old, exchange.new, 1)
	}
	return template.HTML(rendered), nil
}

// immediateEngine runs a request while it is asked to. The still's page takes the answer afterwards.
type immediateEngine struct{}

func (immediateEngine) Run(request []byte, _ func(host.Progress), onDone func([]byte, error)) (stop func()) {
	r, err := runtime.DecodeRequest(request)
	if err != nil {
		onDone(nil, err)
		return func() {}
	}
	onDone(runtime.Run(r, runtime.Hooks{}).Encode(), nil)
	return func() {}
}
