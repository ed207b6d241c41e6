package view

import (
	"strconv"

	"asyncplay/app/model"
	"asyncplay/app/words"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

type topBar struct {
	app.Compo
	PG   *model.Playground
	Rev  int
	Stop bool // a run takes long: Run has become Stop
}

func (t *topBar) Render() app.UI {
	pg := t.PG
	title, more := model.LessonTitle(pg.Lang, pg.Lesson)
	return app.Header().Class("top").Body(
		app.A().Class("logo").Href("./").Aria("label", pg.Text(words.Home)).Body(logo(), app.Span().Text(pg.Text(words.AppName))),
		app.Span().Class("crumb").Aria("hidden", "true").Text("/"),
		app.Button().Type("button").Class("btn lesson").ID("programs-button").DataSet("do", "programs").DataSet("testid", "programs").
			DataSet("key", "L").Title(pg.Text(words.Programs)+" (⌘/Ctrl K)").
			Aria("haspopup", "dialog").Aria("expanded", strconv.FormatBool(pg.Overlay == model.OverlayPrograms)).
			Body(app.Span().Text(title), app.Small().Text(more), icon("chev")),
		app.A().Class("btn to-lessons").Href("lessons/"+pg.Lang.Code()+"/").DataSet("leave", "page").DataSet("testid", "to-lessons").Text(pg.Text(words.Lessons)),
		app.Span().Class("gap"),
		modes(pg, "mode-"),
		app.Span().Class("gap"),
		t.runState(),
		t.runButton(),
		app.Button().Type("button").Class("btn share-button").DataSet("do", "share").DataSet("testid", "share").
			Title(pg.Text(words.Share)).Aria("label", pg.Text(words.Share)).Aria("haspopup", "dialog").
			Aria("expanded", strconv.FormatBool(pg.Overlay == model.OverlayShare)).
			Body(icon("share"), app.Span().Text(pg.Text(words.Share))),
		app.Button().Type("button").Class("btn ico theme-button").DataSet("do", "theme").DataSet("testid", "theme").
			Aria("label", themeLabel(pg)).Title(themeLabel(pg)+" (T)").Body(icon(string(pg.Theme))),
		languages(pg, "lang-"),
		app.Button().Type("button").Class("btn ico keys-button").DataSet("do", "keys").DataSet("testid", "keys").
			Aria("label", pg.Text(words.AllKeys)).Title(pg.Text(words.AllKeys)+" (?)").Body(icon("keys")),
		app.Button().Type("button").Class("btn ico more-button").DataSet("do", "more").DataSet("testid", "more").
			Aria("label", pg.Text(words.More)).Aria("haspopup", "dialog").Aria("expanded", strconv.FormatBool(pg.Overlay == model.OverlayMore)).
			Body(icon("more")),
		panes(pg),
	)
}

// panes are the tabs of a narrow screen.
func panes(pg *model.Playground) app.UI {
	pane := func(which model.Pane, word words.Key) app.UI {
		return app.Button().Type("button").DataSet("do", "pane").DataSet("arg", string(which)).DataSet("testid", "pane-"+string(which)).
			Aria("pressed", strconv.FormatBool(pg.Pane == which)).Text(pg.Text(word))
	}
	return app.Nav().Class("panes").Aria("label", pg.Text(words.Panes)).Body(
		pane(model.PaneAll, words.PaneAll), pane(model.PaneCode, words.PaneCode),
		pane(model.PaneTimeline, words.Timeline), pane(model.PaneConsole, words.TabConsole))
}

func modes(pg *model.Playground, testID string) app.UI {
	mode := func(m model.Mode, word words.Key, hint string) app.UI {
		return app.Button().Type("button").DataSet("do", "mode").DataSet("arg", string(m)).DataSet("testid", testID+string(m)).
			Aria("pressed", strconv.FormatBool(pg.Mode == m)).Title(pg.Text(word) + hint).Text(pg.Text(word))
	}
	return app.Nav().Class("seg modes").Aria("label", pg.Text(words.Views)).Body(
		mode(model.ModePlay, words.ViewPlay, ""), mode(model.ModeCompare, words.ViewCompare, " (C)"))
}

func (t *topBar) runState() app.UI {
	pg, state, text := t.PG, "idle", ""
	switch busy := pg.Current(); {
	case busy.Running() && t.Stop:
		state = "busy"
		text = pg.Text(words.Running, strconv.Itoa(busy.Progress().Events), model.FormatClock(busy.Progress().Seconds))
	case pg.Run() != nil:
		text = words.Count(pg.Lang, words.EventsRecorded, len(pg.Run().Trace.Events))
	default:
		state, text = "busy", pg.Text(words.EngineLoading)
	}
	return app.Span().Class("runstate").DataSet("state", state).DataSet("testid", "run-state").Text(text)
}

func (t *topBar) runButton() app.UI {
	pg := t.PG
	do, ic, label, hint := "run", "play", words.Run, words.RunHint
	if t.Stop && pg.Current().Running() {
		do, ic, label, hint = "stop", "stop", words.Stop, words.StopHint
	}
	return app.Button().Type("button").Class("btn run").DataSet("do", do).DataSet("testid", "run").
		Title(pg.Text(hint)+" (⌘/Ctrl ↵)").Body(icon(ic), app.Span().Text(pg.Text(label)))
}

var languageNames = [...]words.Key{words.English: words.LanguageEnglish, words.Japanese: words.LanguageJapanese}

func languages(pg *model.Playground, testID string) app.UI {
	var buttons []app.UI
	for _, lang := range words.Available() {
		buttons = append(buttons, app.Button().Type("button").Lang(lang.Code()).DataSet("do", "lang").DataSet("arg", lang.Code()).
			DataSet("testid", testID+lang.Code()).Aria("pressed", strconv.FormatBool(lang == pg.Lang)).Text(pg.Text(languageNames[lang])))
	}
	return app.Span().Class("seg lang").Role("group").Aria("label", pg.Text(words.Language)).Body(buttons...)
}

func themeLabel(pg *model.Playground) string {
	return pg.Text(map[model.Theme]words.Key{
		model.ThemeAuto: words.ThemeAuto, model.ThemeLight: words.ThemeLight, model.ThemeDark: words.ThemeDark,
	}[pg.Theme])
}

// more holds what the top bar of a phone has no room for.
func (o *overlays) more() app.UI {
	pg := o.PG
	return app.Div().Class("overlay more").Role("dialog").Aria("label", pg.Text(words.More)).DataSet("testid", "more-menu").Body(
		modes(pg, "more-"),
		languages(pg, "more-"),
		app.Button().Type("button").Class("btn").DataSet("do", "theme").DataSet("testid", "more-theme").
			Body(icon(string(pg.Theme)), app.Span().Text(themeLabel(pg))),
	)
}

// overlays lie over the page: the menu of programs, the keys, a notice. The fault's form
// has its place under the code.
type overlays struct {
	app.Compo
	PG   *model.Playground
	Rev  int
	page *Page
}

func (o *overlays) Render() app.UI {
	return app.Div().Class("overlays").Body(
		app.If(o.PG.Overlay == model.OverlayPrograms, o.programs),
		app.If(o.PG.Overlay == model.OverlayKeys, o.keys),
		app.If(o.PG.Overlay == model.OverlayChange, o.change),
		app.If(o.PG.Overlay == model.OverlayShare, o.share),
		app.If(o.PG.Overlay == model.OverlayFile, o.files),
		app.If(o.PG.Overlay == model.OverlayMore, o.more),
		app.Div().Class("drop").Aria("hidden", "true").Text(o.PG.Text(words.FileDrop)),
		app.If(o.PG.HasNote, o.notice),
	)
}

func (o *overlays) notice() app.UI {
	return app.Div().Class("notice").Role("status").DataSet("testid", "notice").Body(
		app.Span().Text(o.PG.Text(o.PG.Notice)),
		app.If(o.PG.NoticeDo != "", func() app.UI {
			return app.Button().Type("button").Class("btn").DataSet("do", o.PG.NoticeDo).DataSet("testid", "notice-do").
				Text(o.PG.Text(o.PG.NoticeLabel))
		}),
		app.Button().Type("button").Class("btn ico").DataSet("do", "dismiss").Aria("label", o.PG.Text(words.Dismiss)).Body(icon("x")),
	)
}

type keyRow struct {
	keys string
	what words.Key
}

var keyRows = []keyRow{
	{"Space", words.KeyPlay}, {"← →", words.KeySteps}, {"⇧ ← →", words.KeyTaskSteps}, {"Page ↑ ↓", words.KeyPages},
	{"Home End", words.KeyEnds}, {"[ ]", words.KeySpeed}, {"+ − 0", words.KeyZoom}, {"{ }", words.KeyPan}, {", .", words.KeyIterations}, {"< >", words.KeyLines},
	{"J  ⇧ J", words.KeyProblem}, {"O  ⇧ O", words.KeyPrints}, {"⇧ F", words.KeyNextFault}, {"B  ⇧ B", words.KeyBookmark}, {"Q", words.KeyPredict}, {"M", words.KeySound}, {"H", words.KeyNest},
	{"1 … 9", words.KeyVariant}, {"F", words.KeyFault}, {"⌘/Ctrl ↵", words.KeyRun}, {"D", words.KeySeed},
	{"C", words.KeyCompare}, {"X", words.KeySwap}, {"⌘/Ctrl Z", words.KeyUndo}, {"S", words.KeyShare}, {"T", words.KeyTheme}, {"L  ⌘/Ctrl K", words.KeyPrograms}, {"↑ ↓ ↵", words.KeyRows}, {"Alt ↑ ↓", words.KeyNumber}, {"?", words.KeyHelp}, {"Esc", words.KeyEscape},
}

func (o *overlays) keys() app.UI {
	var rows []app.UI
	for _, row := range keyRows {
		rows = append(rows, app.Dt().Body(app.Kbd().Text(row.keys)), app.Dd().Text(o.PG.Text(row.what)))
	}
	return app.Div().Class("overlay keys").Role("dialog").Aria("label", o.PG.Text(words.KeysTitle)).DataSet("testid", "keys-list").Body(
		dialogHead(o.PG, app.Text(o.PG.Text(words.KeysTitle))),
		app.Dl().Body(rows...),
		app.P().Class("dim").Text(o.PG.Text(words.KeysEditor)),
	)
}
