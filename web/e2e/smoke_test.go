package e2e

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMain(m *testing.M) {
	os.Exit(Main(m))
}

func TestThePageStartsUnderItsPolicyFromASubPath(t *testing.T) {
	p := Open(t)
	p.WaitFor("the editor shows the program", `document.querySelector("code-editor .cm-content")`)
	p.WaitFor("the app has taken over", `document.documentElement.dataset.boot === "running" && !document.querySelector(".boot")`)
	assert.NotEmpty(t, p.Text(".top"))
	p.Screenshot("page")
}
