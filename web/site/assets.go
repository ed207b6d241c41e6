package site

import (
	_ "embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"sort"
	"strings"
	"unicode"

	"asyncplay/web/lesson"
	"asyncplay/web/styles"
)

//go:embed course.js
var courseScript string

//go:embed theme.js
var themeScript string

//go:embed reload.js
var reloadScript string

//go:embed icon.svg
var icon string

// assets are the addresses of what the pages ask for, from the site's root.
type assets struct {
	Style, NoScript, Script, Theme, Icon, Reload string
	Embed                                        string // "" when the built page has no embeds
}

// noScriptStyle shows programs in full where nothing can be played.
const noScriptStyle = `async-playground:not(:defined) { height: auto !important; flex-direction: column; padding-bottom: 12px; }
async-playground:not(:defined) pre[data-variant] { display: block !important; }
async-playground:not(:defined) pre[data-variant]::before { content: attr(data-variant); display: block; margin-bottom: 6px; color: var(--ink3); font-weight: 650; }
async-playground:not(:defined) img { flex: none; }
`

func (w *writer) addAssets() error {
	var err error
	put := func(to *string, name string, content []byte) {
		if err == nil {
			*to, err = w.add(name, content)
		}
	}
	put(&w.assets.Style, "course.css", minify(styles.Tokens+styles.Course+w.heights()))
	put(&w.assets.NoScript, "unplayed.css", minify(noScriptStyle))
	put(&w.assets.Script, "course.js", minify(courseScript))
	put(&w.assets.Theme, "theme.js", minify(themeScript))
	put(&w.assets.Icon, "icon.svg", []byte(icon))
	if w.Live > 0 {
		put(&w.assets.Reload, "reload.js", minify(reloadScript))
	}
	if _, missing := fs.Stat(os.DirFS(w.dir), "embed.js"); missing == nil {
		w.assets.Embed = "embed.js"
	}
	return err
}

// heights reserves the room of programs before their element has come: the policy allows no style in the page itself.
func (w *writer) heights() string {
	heights := map[int]bool{}
	for _, p := range w.Course.Pages() {
		for _, b := range p.Blocks {
			heights[height(b)] = true
		}
	}
	var sorted []int
	for h := range heights {
		sorted = append(sorted, h)
	}
	sort.Ints(sorted)
	var out strings.Builder
	for _, h := range sorted {
		fmt.Fprintf(&out, "async-playground[height=\"%d\"] { --async-playground-height: calc(%dpx + var(--async-playground-extra)); }\n", h, h)
	}
	return out.String()
}

// picture adds a picture that stands beside a lesson and returns the attributes of its element.
func (w *writer) picture(p *lesson.Page, directory, name string) (string, error) {
	content, err := p.Picture(name)
	if err != nil {
		return "", err
	}
	extension := path.Ext(name)
	added, err := w.addPicture(plainName(strings.TrimSuffix(path.Base(name), extension))+strings.ToLower(extension), content)
	return fmt.Sprintf(`src="%s"%s`, attribute(relative(directory, added)), pictureSize(strings.ToLower(extension), content)), err
}

// plainName is a file's name without what an address would have to escape.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '-'
	}, name)
}
