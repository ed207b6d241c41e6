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
	lessons := "lessons/" + pg.Lang.Code() + "/"
	return el("header", "class=top",
		el("a", "class=logo;href=./;aria-label="+safe(pg.Text(words.Home)), logo(), text("span", pg.Text(words.AppName))),
		el("span", "class=crumb;aria-hidden=true", app.Text("/")),
		el("button", "type=button;class=btn lesson;id=programs-button;data-do=programs;data-testid=programs;data-key=L;title="+
			safe(pg.Text(words.Programs))+" (⌘/Ctrl K)"+opens(pg, model.OverlayPrograms),
			text("span", title), text("small", more), icon("chev")),
		el("a", "class=btn to-lessons;href="+safe(lessons)+";data-leave=page;data-testid=to-lessons", app.Text(pg.Text(words.Lessons))),
		span("gap", ""),
		modes(pg, "mode-"),
		span("gap", ""),
		t.runState(),
		t.runButton(),
		barButton("share", "share-button", pg.Text(words.Share), "", opens(pg, model.OverlayShare), icon("share"), text("span", pg.Text(words.Share))),
		barButton("theme", "ico theme-button", themeLabel(pg), " (T)", "", icon(string(pg.Theme))),
		languages(pg, "lang-"),
		barButton("keys", "ico keys-button", pg.Text(words.AllKeys), " (?)", "", icon("keys")),
		barButton("more", "ico more-button", pg.Text(words.More), "", opens(pg, model.OverlayMore), icon("more")),
		panes(pg),
	)
}

// barButton is a button of the top bar; hint is the key that does the same.
func barButton(do, class attributes, label string, hint, more attributes, body ...app.UI) app.UI {
	name := safe(label)
	return el("button", "type=button;class=btn "+class+";data-do="+do+";data-testid="+do+";aria-label="+name+";title="+name+hint+more, body...)
}

// opens says of a button what it lays over the page, and whether that is open.
func opens(pg *model.Playground, o model.Overlay) attributes {
	return ";aria-haspopup=dialog;aria-expanded=" + safe(yesNo(pg.Overlay == o))
}

// segment is one of a row of buttons of which one is pressed.
func segment(do, arg, testID, title attributes, pressed bool, label string) app.UI {
	return el("button", "type=button;data-do="+do+";data-arg="+arg+";data-testid="+testID+arg+";aria-pressed="+safe(yesNo(pressed))+title, app.Text(label))
}

// panes are the tabs of a narrow screen.
func panes(pg *model.Playground) app.UI {
	pane := func(which model.Pane, word words.Key) app.UI {
		return segment("pane", attributes(which), "pane-", "", pg.Pane == which, pg.Text(word))
	}
	return el("nav", "class=panes;aria-label="+safe(pg.Text(words.Panes)),
		pane(model.PaneAll, words.PaneAll), pane(model.PaneCode, words.PaneCode),
		pane(model.PaneTimeline, words.Timeline), pane(model.PaneConsole, words.TabConsole))
}

func modes(pg *model.Playground, testID attributes) app.UI {
	mode := func(m model.Mode, word words.Key, hint attributes) app.UI {
		return segment("mode", attributes(m), testID, ";title="+safe(pg.Text(word))+hint, pg.Mode == m, pg.Text(word))
	}
	return el("nav", "class=seg modes;aria-label="+safe(pg.Text(words.Views)),
		mode(model.ModePlay, words.ViewPlay, ""), mode(model.ModeCompare, words.ViewCompare, " (C)"), mode(model.ModeExplore, words.ViewExplore, " (E)"))
}

func (t *topBar) runState() app.UI {
	pg, state, text := t.PG, "idle", ""
	switch busy, swept := pg.Current(), pg.Explored(); {
	case pg.Mode == model.ModeExplore && swept != nil && pg.ExploreFailure() == "":
		text = words.Count(pg.Lang, words.ExploreRuns, swept.Runs())
		if !swept.Complete() {
			state, text = "busy", pg.Text(words.ExploreProgress, strconv.Itoa(len(swept.Cells)), strconv.Itoa(swept.Plan.Size()))
		}
	case busy.Running() && t.Stop:
		state = "busy"
		text = pg.Text(words.Running, strconv.Itoa(busy.Progress().Events), model.FormatClock(busy.Progress().Seconds))
	case pg.Run() != nil:
		text = words.Count(pg.Lang, words.EventsRecorded, len(pg.Run().Trace.Events))
	default:
		state, text = "busy", pg.Text(words.EngineLoading)
	}
	return el("span", "class=runstate;data-state="+safe(state)+";data-testid=run-state", app.Text(text))
}

func (t *topBar) runButton() app.UI {
	pg := t.PG
	do, ic, label, hint := "run", "play", words.Run, words.RunHint
	if t.Stop && pg.Current().Running() {
		do, ic, label, hint = "stop", "stop", words.Stop, words.StopHint
	}
	return el("button", "type=button;class=btn run;data-do="+safe(do)+";data-testid=run;title="+safe(pg.Text(hint))+" (⌘/Ctrl ↵)",
		icon(ic), text("span", pg.Text(label)))
}

var languageNames = [...]words.Key{words.English: words.LanguageEnglish, words.Japanese: words.LanguageJapanese}

func languages(pg *model.Playground, testID attributes) app.UI {
	var buttons []app.UI
	for _, lang := range words.Available() {
		code := safe(lang.Code())
		buttons = append(buttons, segment("lang", code, testID, ";lang="+code, lang == pg.Lang, pg.Text(languageNames[lang])))
	}
	return el("span", "class=seg lang;role=group;aria-label="+safe(pg.Text(words.Language)), buttons...)
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
	{"C", words.KeyCompare}, {"E", words.KeyExplore}, {"X", words.KeySwap}, {"⌘/Ctrl Z", words.KeyUndo}, {"S", words.KeyShare}, {"T", words.KeyTheme}, {"L  ⌘/Ctrl K", words.KeyPrograms}, {"↑ ↓ ↵", words.KeyRows}, {"Alt ↑ ↓", words.KeyNumber}, {"?", words.KeyHelp}, {"Esc", words.KeyEscape},
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
