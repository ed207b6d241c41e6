package view

import (
	"strconv"
	"strings"
	"time"

	"asyncplay/app/embed"
	"asyncplay/app/model"
	"asyncplay/app/words"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// sharing is what the share dialog shows.
type sharing struct {
	link    string // of the moment at which it was opened; "" while it is being packed
	refused bool   // the clipboard was
	address string // the programs that the page's address speaks of, "" for none
}

// linkLong is the length from which a link may be cut by what it is pasted into.
const linkLong = 8000

const noticeFor = 4 * time.Second

// flash shows a sentence for a while.
func (p *Page) flash(k words.Key) {
	p.pg.Say(k)
	shown := p.pg.Notices()
	p.later(noticeFor, func() bool {
		if p.pg.Notices() == shown {
			p.pg.Dismiss()
		}
		return true
	})
}

// withLink makes the link to this moment, which becomes the page's address, and does something with it.
func (p *Page) withLink(do func(link string)) {
	programs := p.pg.Programs()
	app.Window().Get("asyncplayLink").Call("make", p.pg.Encode()).Then(func(v app.Value) {
		link := v.String()
		p.onPage(func() {
			if link != "" {
				p.share.address = programs
			}
			do(link)
		})
	})
}

func (p *Page) openShare() {
	p.pg.Open(model.OverlayShare)
	if p.share.link, p.share.refused = "", false; p.pg.Overlay == model.OverlayShare {
		p.withLink(func(link string) { p.showLink(link) })
	}
}

// showLink fills the dialog's field and selects it.
func (p *Page) showLink(link string) {
	p.share.link = link
	p.pg.Redraw()
	p.ctx.Defer(func(app.Context) { canvasHelper().Call("focusOverlay", true) })
}

func (p *Page) copyLink() {
	p.pg.Input()
	p.copy(sameLink, sameLink, words.LinkCopied)
}

func (p *Page) copyMarkdown() { p.copy(p.pg.Markdown, sameLink, words.MarkdownCopied) }

func (p *Page) copyEmbed() { p.copy(p.pg.EmbedTag, p.pg.EmbedTag, words.EmbedCopied) }

func (p *Page) copyFrame() { p.copy(p.pg.FrameTag, p.pg.FrameTag, words.EmbedCopied) }

func sameLink(link string) string { return link }

// copy puts on the clipboard what is made of the link; where that is refused, the dialog shows what is to be copied by hand. It must be
// called while a click or key is being handled: Safari gives the clipboard at no other time, so it is asked for before the link is there.
func (p *Page) copy(made, byHand func(link string) string, done words.Key) {
	clipboard := app.Window().Get("asyncplayLink").Call("copy")
	p.withLink(func(link string) {
		field := ""
		if link == "" {
			clipboard.Call("put", "")
		} else {
			field = byHand(link)
			clipboard.Call("put", made(link))
		}
		clipboard.Get("done").Then(func(copied app.Value) {
			p.onPage(func() {
				if copied.Bool() {
					p.flash(done)
					return
				}
				if p.pg.Overlay != model.OverlayShare {
					p.pg.Open(model.OverlayShare)
				}
				p.share.refused = true
				p.showLink(field)
			})
		})
	})
}

// linkChanged: the address has another hash, by hand, by a click or by Back.
func (p *Page) linkChanged(e app.Event) {
	text, problem := detail(e, "text"), detail(e, "problem")
	switch {
	case problem.Truthy() && problem.String() == "none":
		if p.pg.Borrowed() {
			p.pg.BackToOwn()
		}
	case problem.Truthy():
		p.pg.OpenLink("", model.LinkProblem(problem.String()))
	default:
		p.save() // what is here may be younger than the last autosave
		p.pg.OpenLink(embed.LinkState(text.String()), "")
		p.share.address = p.pg.Programs()
	}
	p.after()
}

// keepAddress takes the link out of the address once the programs are no longer what it says.
func (p *Page) keepAddress() {
	if p.share.address != "" && p.share.address != p.pg.Programs() {
		p.share.address = ""
		app.Window().Get("asyncplayLink").Call("forget")
	}
}

func (o *overlays) share() app.UI {
	pg, s := o.PG, o.page.share
	hint := app.P().Class("dim").Text(pg.Text(words.ShareHint))
	switch {
	case s.refused:
		hint = app.P().Class("bad").Role("alert").DataSet("testid", "copy-refused").Text(pg.Text(words.CopyRefused))
	case len(s.link) > linkLong:
		hint = app.P().Class("dim").Text(pg.Text(words.ShareLong, strconv.Itoa(len(s.link))))
	}
	return app.Div().Class("overlay share").Role("dialog").Aria("label", pg.Text(words.ShareTitle)).DataSet("testid", "share-dialog").Body(
		dialogHead(pg, app.Text(pg.Text(words.ShareTitle))),
		app.Div().Class("share-link").Body(
			app.Input().Type("text").ReadOnly(true).Spellcheck(false).Class("mono").Aria("label", pg.Text(words.ShareField)).
				DataSet("testid", "share-field").Value(s.link),
			textButton(pg, "copy-link", "", "copy-link", words.CopyLink, "pri"),
		),
		hint,
		app.Div().Class("share-row").Body(
			textButton(pg, "copy-markdown", "", "copy-markdown", words.CopyMarkdown, ""),
			textButton(pg, "copy-embed", "", "copy-embed", words.CopyEmbed, ""),
			textButton(pg, "copy-frame", "", "copy-frame", words.CopyFrame, "")),
		app.H2().Text(pg.Text(words.Download)),
		downloadRow(pg),
	)
}

// readLink is what the address held when the page was opened.
func (c *Config) readLink() *model.Link {
	if c.Link == nil {
		return nil
	}
	text, problem, ok := c.Link()
	if !ok {
		return nil
	}
	return &model.Link{Text: embed.LinkState(text), Problem: model.LinkProblem(strings.TrimSpace(problem))}
}
