package main

import (
	"fmt"
	"html/template"
	"strings"

	"asyncplay/app/host"
	"asyncplay/app/view"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// stillPage is the page as it stands in index.html until the program itself takes over: the page's own components rendered
// once, with the code in the place of the editor. Both have the same layout, so nothing jumps.
//
// Only our own words and our own example program go through go-app's rendering here, never a visitor's.
func stillPage(source string) (template.HTML, error) {
	page := view.New(view.Config{
		Engine:  idleEngine{},
		Storage: host.NewMemoryStorage(),
		Mark:    func(string) {},
	})
	engine := app.NewTestEngine()
	if err := engine.Load(page); err != nil {
		return "", err
	}
	engine.ConsumeAll()
	rendered, err := standardHTML(app.HTMLString(page))
	if err != nil {
		return "", err
	}
	const editorEnd = "></code-editor>"
	if strings.Count(rendered, editorEnd) != 1 {
		return "", fmt.Errorf("the page should have one empty code-editor, got %d", strings.Count(rendered, editorEnd))
	}
	code := "><pre>" + string(highlight(source)) + "\n</pre></code-editor>"
	return template.HTML(strings.Replace(rendered, editorEnd, code, 1)), nil
}

// idleEngine takes requests and never answers.
type idleEngine struct{}

func (idleEngine) Run([]byte, func(host.Progress), func([]byte, error)) (stop func()) {
	return func() {}
}
