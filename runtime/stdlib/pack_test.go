//go:build !librarypack

package stdlib

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryModuleIsAtHandOrInThePack(t *testing.T) {
	pack, names := Pack()
	files, err := os.ReadDir("py")
	require.NoError(t, err)
	atHand := moduleNames(filesAtHand)
	require.Len(t, files, len(names)+len(atHand))
	for _, name := range names {
		want, err := os.ReadFile("py/" + strings.ReplaceAll(name, ".", "-") + ".py")
		require.NoError(t, err)
		require.NotContains(t, string(want), packMark, name)
		got, ok := fromPack(pack, name)
		assert.True(t, ok, name)
		assert.Equal(t, string(want), got, name)
	}
	for _, name := range atHand {
		_, ok := fromPack(pack, name)
		assert.False(t, ok, name)
	}
}
