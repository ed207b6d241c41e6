package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCompareShowsWhereTwoVariantsPart(t *testing.T) {
	p := openStory(t)
	p.waitThere("the fix has run", `[data-testid="variant-2"][data-outcome="fine"]`)
	p.Click(id("mode-compare"))
	p.waitThere("both outcomes are there", id("outcome-b"))
	assert.Contains(t, p.Text(id("outcome-a")), "Hung at")
	assert.Contains(t, p.Text(id("outcome-b")), "Finished at")
	assert.Equal(t, "11", p.Text(id("unfinished-a")))
	assert.Equal(t, "0", p.Text(id("unfinished-b")))
	assert.Contains(t, p.Text(id("diff-sum")), "4 lines added")
	assert.Contains(t, p.Text(id("diff-sum")), "3 moved sideways")
	assert.Contains(t, p.Text(id("first-difference")), "first difference, event")
	p.WaitFor("the moved lines are marked", `document.querySelectorAll("code-diff .dl.moved").length === 3`)
	p.waitThere("the code has its colours", "code-diff .tok-k")
	line, lanes := p.Place(id("first-difference")), p.Place(id("lanes-a"))
	assert.Greater(t, line.Height, 2*lanes.Height, "one upright line through both groups")
	p.Click(id("swap"))
	p.WaitText(id("outcome-a"), "Finished")
	p.fill(id("compare-b"), "1")
	p.WaitText(id("outcome-b"), "Finished")
	p.Screenshot("compare")
	p.Click(id("parting-b") + " li")
	p.WaitFor("the event is open in the playground", `document.querySelector('[data-testid="variant-1"][aria-selected="true"]') && document.querySelector('#app').dataset.mode === "play"`)
}
