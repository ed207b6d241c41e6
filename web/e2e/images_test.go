package e2e

import "testing"

// TestPicturesOfTheGuide takes the pictures that README.md and docs/guide.md show; `make screenshots` writes them into
// docs/images. In any other run the scenes are played all the same, so that no picture shows what is no longer there.
func TestPicturesOfTheGuide(t *testing.T) {
	t.Run("playground", func(t *testing.T) {
		p := openStory(t)
		p.waitVerdict("join-never-returns")
		p.leaveEditor()
		p.rest()
		p.Picture("playground")
	})
}

// rest takes the mouse off the page and waits until all that changes has come to rest.
func (p *Page) rest() {
	p.t.Helper()
	p.ClickAt(700, 20)
	p.Eval(`new Promise(done => setTimeout(done, 400))`, nil)
}
