package runtime

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestListsAreSplitOutsideQuotes(t *testing.T) {
	assert.Equal(t, []string{`13:raise=ValueError("a;b")`, "9:cancel"}, SplitUnquoted(` 13:raise=ValueError("a;b") ;;9:cancel;`, ';'))
	assert.Equal(t, []string{`A='it\';s'`, "B=2"}, SplitUnquoted(`A='it\';s';B=2`, ';'))
	assert.Empty(t, SplitUnquoted(" ; ", ';'))
	assert.Equal(t, []string{`"open;`}, SplitUnquoted(`"open;`, ';'))
}
