package e2e

import (
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// TestPicturesOfTheGuide takes the pictures that README.md and docs/guide.md show; `make screenshots` writes them into
// docs/images. In any other run the scenes are played all the same, so that no picture shows what is no longer there.
func TestPicturesOfTheGuide(t *testing.T) {
	t.Run("playground", func(t *testing.T) {
		p := openStory(t)
		p.waitVerdict("join-never-returns")
		p.rest()
		p.Picture("playground")

		p.Click(id("fault-edit-0"))
		p.waitThere("the fault's form is open", id("fault-exception"))
		p.Picture("fault")
		p.Click(id("fault-done"))

		p.Click(id("change-0"))
		p.waitThere("the change is shown", id("change")+" .dl.added")
		p.Picture("fix")
		p.Press(kb.Escape)

		p.Press("k", kb.ModifierCtrl)
		p.Press("followers")
		p.WaitText(`[role="option"]`, "Followers")
		p.Picture("programs")
		p.Press(kb.Escape)

		p.Click(id("mode-compare"))
		p.WaitFor("both runs are drawn", `document.querySelectorAll(".cmp-tl").length >= 2`)
		p.rest()
		p.Picture("compare")

		p.Click(id("mode-explore"))
		p.explored()
		p.WaitFor("the chosen run is drawn", `document.querySelector('[data-testid="explore-verdict"]').textContent`)
		p.rest()
		p.Picture("explore")
	})
	t.Run("japanese, dark, on a phone", func(t *testing.T) {
		p := openStory(t, WithSize(390, 844), WithMedia("prefers-color-scheme", "dark"), WithScript(
			`Object.defineProperty(navigator, "language", {get: () => "ja"}); Object.defineProperty(navigator, "languages", {get: () => ["ja"]});`))
		p.waitVerdict("join-never-returns")
		p.WaitFor("the page speaks Japanese", `document.querySelector("#app").lang === "ja"`)
		p.rest()
		p.Picture("phone")
	})
}

// rest takes the focus and the mouse off everything and waits until all that changes has come to rest.
func (p *Page) rest() {
	p.t.Helper()
	p.Eval(`document.activeElement?.blur()`, nil)
	p.Hover(".crumb, .top")
	p.Eval(`new Promise(done => setTimeout(done, 400))`, nil)
}
