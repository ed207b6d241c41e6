package view

import (
	"encoding/json"
	"strconv"
	"time"

	"asyncplay/app/model"
	"asyncplay/app/words"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

const versionsKey = "asyncplay/versions"

func fileHelper() app.Value { return app.Window().Get("asyncplayFiles") }

// download saves something of the run or the program to a file.
func (p *Page) download(kind model.ExportKind) {
	dark := p.pg.Theme == model.ThemeDark
	if p.pg.Theme == model.ThemeAuto {
		dark = app.Window().Call("matchMedia", "(prefers-color-scheme: dark)").Get("matches").Bool()
	}
	e, ok := p.pg.Export(kind, dark)
	switch {
	case !ok:
		p.flash(words.DownloadFailed)
	case kind == model.ExportPNG:
		fileHelper().Call("savePicture", e.Name, e.Text).Then(func(v app.Value) {
			if !v.Bool() {
				p.onPage(func() { p.flash(words.DownloadFailed) })
			}
		})
	default:
		fileHelper().Call("save", e.Name, e.MIME, e.Text)
	}
}

// filesOpened takes files that were chosen or dropped.
func (p *Page) filesOpened(e app.Event) {
	var files []model.File
	if json.Unmarshal([]byte(detail(e, "files").String()), &files) != nil {
		return
	}
	p.pg.OpenFiles(files)
	p.after()
}

// record keeps the programs in the local history.
func (p *Page) record() {
	if p.pg.Record(time.Now().UnixMilli()) {
		_ = p.config.Storage.Set(versionsKey, p.pg.EncodeVersions()) // as in save
	}
}

func textButton(pg *model.Playground, do, arg, testid string, word words.Key, class string) app.UI {
	return app.Button().Type("button").Class("btn "+class).DataSet("do", do).DataSet("arg", arg).DataSet("testid", testid).Text(pg.Text(word))
}

// dialogHead is the heading of what lies over the page, with the button that closes it.
func dialogHead(pg *model.Playground, title ...app.UI) app.UI {
	return app.Div().Class("overlay-head").Body(
		app.H2().Body(title...),
		app.Button().Type("button").Class("btn ico").DataSet("do", "close").Aria("label", pg.Text(words.Close)).Body(icon("x")),
	)
}

var downloads = []struct {
	kind model.ExportKind
	word words.Key
}{
	{model.ExportPython, words.DownloadPython}, {model.ExportSVG, words.DownloadSVG}, {model.ExportPNG, words.DownloadPNG},
	{model.ExportChrome, words.DownloadChrome}, {model.ExportEvents, words.DownloadEvents},
}

func downloadRow(pg *model.Playground) app.UI {
	var buttons []app.UI
	for _, d := range downloads {
		buttons = append(buttons, textButton(pg, "download", string(d.kind), "download-"+string(d.kind), d.word, ""))
	}
	return app.Div().Class("share-row").Role("group").Aria("label", pg.Text(words.Download)).Body(buttons...)
}

// files is the menu of the tabs: open, save, name, earlier versions.
func (o *overlays) files() app.UI {
	pg := o.PG
	v := pg.Shown()
	return app.Div().Class("overlay files").Role("dialog").Aria("label", pg.Text(words.FileMenu)).DataSet("testid", "file-menu").Body(
		dialogHead(pg, app.Text(pg.Text(words.FileMenu))),
		app.Div().Class("share-row").Body(
			textButton(pg, "file-open", "", "file-open", words.FileOpen, ""),
			textButton(pg, "download", string(model.ExportPython), "file-save", words.FileSave, ""),
		),
		app.Div().Class("fields").Body(
			field(pg, words.FileName, app.Input().Type("text").DataSet("in", "tab:name").DataSet("testid", "tab-name").Spellcheck(false).
				Value(v.Name).DataSet("value", v.Name)),
			app.Label().Class("check").Body(
				app.Input().Type("checkbox").DataSet("in", "tab:module").DataSet("testid", "tab-module").Checked(v.Module).
					Disabled(pg.ModuleName() == ""),
				app.Span().Text(pg.Text(words.FileModule)),
			),
		),
		app.P().Class("dim").Text(pg.Text(words.FileModuleHint)),
		app.H2().Text(pg.Text(words.EarlierVersions)),
		o.versions(),
	)
}

func (o *overlays) versions() app.UI {
	pg := o.PG
	rows := pg.Versions()
	if len(rows) == 0 {
		return app.P().Class("dim").Text(pg.Text(words.EarlierNone))
	}
	var body []app.UI
	for i, row := range rows {
		body = append(body, app.Li().Body(app.Button().Type("button").DataSet("do", "version").DataSet("arg", i).
			DataSet("testid", "version-"+strconv.Itoa(i)).Body(
			app.Time().Text(time.UnixMilli(row.TimeMS).Format("2006-01-02 15:04")),
			app.Span().Text(row.Name), app.Small().Text(words.Count(pg.Lang, words.EarlierLines, row.Lines)))))
	}
	return app.Ol().Class("versions").DataSet("testid", "versions").Body(body...)
}
