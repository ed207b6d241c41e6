package still

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"image/png"
	"io"
	"os"
	"strings"
	"testing"

	"asyncplay/app/words"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const hung = `import asyncio

async def worker(queue):
    await queue.get()
    await asyncio.sleep(0.5)
    raise ValueError("no")

async def main():
    queue = asyncio.Queue()
    queue.put_nowait(1)
    queue.put_nowait(2)
    tasks = [asyncio.create_task(worker(queue)) for _ in range(2)]
    await queue.join()

asyncio.run(main())
`

func take(t *testing.T, source string) *Shot {
	t.Helper()
	state, err := json.Marshal(map[string]any{"v": 1, "variants": []any{map[string]any{"name": "a", "source": source}}})
	require.NoError(t, err)
	shot, err := Take(string(state), words.English)
	require.NoError(t, err)
	return shot
}

func TestAPictureIsAFileOfItsOwn(t *testing.T) {
	shot := take(t, hung)
	light, dark := shot.Draw(480, 220, Light, "a < b"), shot.Draw(480, 220, Dark, "a < b")
	decoder := xml.NewDecoder(strings.NewReader(string(light.SVG)))
	var texts []string
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		if text, ok := token.(xml.CharData); ok {
			texts = append(texts, string(text))
		}
	}
	for _, want := range []string{"a < b", "m", "w", "join()", "∞"} {
		assert.Contains(t, strings.Join(texts, "\n"), want)
	}
	assert.NotContains(t, string(light.SVG), "var(", "a picture knows no page")
	assert.NotEqual(t, string(light.SVG), string(dark.SVG))
	assert.Equal(t, light.SVG, take(t, hung).Draw(480, 220, Light, "a < b").SVG, "the same again")
	assert.Equal(t, 480, light.Width)
	if dir := os.Getenv("ASYNCPLAY_SCREENSHOTS"); dir != "" {
		require.NoError(t, os.WriteFile(dir+"/still.svg", light.SVG, 0o644))
	}
}

func TestEveryColourOfAPictureIsInThePalette(t *testing.T) {
	for _, theme := range []Theme{Light, Dark} {
		palette := Palette(theme)
		for _, name := range styleNames {
			assert.Regexp(t, `^#[0-9a-f]{3,6}$`, palette[name], name)
			if hasTint[name] {
				assert.Regexp(t, `^#[0-9a-f]{3,6}$`, palette[name+"-t"], name)
			} else {
				assert.Empty(t, palette[name+"-t"], name)
			}
		}
	}
	assert.NotEqual(t, Palette(Light)["bg"], Palette(Dark)["bg"])
}

func TestWhatIsNoStateHasNoPicture(t *testing.T) {
	_, err := Take(`{"v":9}`, words.English)
	assert.Error(t, err)
}

func TestACardIsAPictureOfItsSize(t *testing.T) {
	shot := take(t, hung)
	picture, err := Card{Kicker: "Lesson 1 of 2", Title: "Locks, semaphores, deadlock", Shot: shot}.PNG()
	require.NoError(t, err)
	config, err := png.DecodeConfig(bytes.NewReader(picture))
	require.NoError(t, err)
	assert.Equal(t, CardWidth, config.Width)
	assert.Equal(t, CardHeight, config.Height)
	assert.Less(t, len(picture), 120_000)
	again, err := Card{Kicker: "Lesson 1 of 2", Title: "Locks, semaphores, deadlock", Shot: take(t, hung)}.PNG()
	require.NoError(t, err)
	assert.True(t, bytes.Equal(picture, again))
	alone, err := Card{Title: strings.Repeat("long ", 60)}.PNG()
	require.NoError(t, err)
	assert.False(t, bytes.Equal(picture, alone))
	if dir := os.Getenv("ASYNCPLAY_SCREENSHOTS"); dir != "" {
		require.NoError(t, os.WriteFile(dir+"/card.png", picture, 0o644))
	}
}

func TestNamesOfAnyLettersMakeNoOtherPicture(t *testing.T) {
	source := strings.ReplaceAll(hung, "worker(queue)) for _", `worker(queue), name="\x1b\x00</text><script>\uffff") for _`)
	source = strings.Replace(source, "queue.put_nowait(1)", `queue.put_nowait("\x07<b>")`, 1)
	picture := take(t, source).Draw(600, 300, Light, "\x1b<title>")
	decoder := xml.NewDecoder(bytes.NewReader(picture.SVG))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		require.NoError(t, err)
		if start, ok := token.(xml.StartElement); ok {
			assert.NotContains(t, []string{"script", "b"}, start.Name.Local)
		}
	}
}
