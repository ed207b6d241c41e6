package still

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"

	"asyncplay/app/model"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// constant is the value of a constant in web/canvas.js.
func constant[T any](t *testing.T, name string) T {
	t.Helper()
	script, err := os.ReadFile("../canvas.js")
	require.NoError(t, err)
	found := regexp.MustCompile(`(?s)const ` + name + ` = ([\[{].*?[\]}]);`).FindSubmatch(script)
	require.NotNil(t, found, name)
	text := regexp.MustCompile(`([{,]\s*)([A-Z]+):`).ReplaceAllString(string(found[1]), `$1"$2":`)
	var value T
	require.NoError(t, json.Unmarshal([]byte(text), &value), text)
	return value
}

// A draw list is numbers: the page's canvas, the pictures of lessons and the model must mean the same by them.
func TestTheCanvasReadsDrawListsAsPicturesDo(t *testing.T) {
	assert.Equal(t, styleNames[:], constant[[]string](t, "STYLES"))
	assert.Equal(t, map[string]int{
		"FILL": int(model.OpFill), "TINT": int(model.OpTint), "TEXT": int(model.OpText), "CAP": int(model.OpCap), "LINE": int(model.OpLine), "CLIP": int(model.OpClip),
		"RING": int(model.OpRing), "LABEL": int(model.OpLabel), "FADE": int(model.OpFade), "DOT": int(model.OpDot), "ARROW": int(model.OpArrow),
	}, constant[map[string]int](t, "OP"))
	var written []string
	for _, font := range fonts {
		written = append(written, strings.TrimPrefix(font[0], "400 ")+strings.ToUpper(font[1]))
	}
	assert.Equal(t, written, constant[[]string](t, "FONTS"))
	sides, opacities := constant[[]int](t, "TILE"), constant[[]float64](t, "TILE_ALPHA")
	require.Len(t, sides, len(tiles))
	require.Len(t, opacities, len(tiles))
	for i, tile := range tiles {
		assert.Equal(t, tile.side, sides[i])
		assert.InDelta(t, tile.opacity, opacities[i], 1e-9)
	}
}
