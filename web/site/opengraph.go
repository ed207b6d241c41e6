package site

import (
	"bytes"
	"fmt"
	"image"
	_ "image/gif" // sizes of pictures that stand beside lessons
	_ "image/jpeg"
	_ "image/png"
	"strconv"
	"strings"

	appwords "asyncplay/app/words"
	"asyncplay/web/lesson"
	"asyncplay/web/still"
)

// pictureSize are the attributes that reserve a picture's room, "" for those that don't tell.
func pictureSize(extension string, content []byte) string {
	if extension == ".svg" || extension == ".webp" {
		return ""
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return ""
	}
	return fmt.Sprintf(` width="%d" height="%d"`, config.Width, config.Height)
}

// openGraph draws the picture that other sites show for a lesson, and returns its address. All languages have the same: its words
// are English, since the fonts have Latin letters alone.
func (w *writer) openGraph(p *lesson.Page, dir string) (string, error) {
	if w.Live > 0 {
		return "", nil // nobody else sees the page
	}
	name, known := w.cards[p.Lesson]
	if !known {
		content, err := w.card(p)
		if err != nil {
			return "", err
		}
		if name, err = w.addPicture("card.png", content); err != nil {
			return "", err
		}
		w.cards[p.Lesson] = name
	}
	if whole := w.address.whole(name); whole != "" {
		return whole, nil
	}
	return relative(dir, name), nil
}

func (w *writer) card(p *lesson.Page) ([]byte, error) {
	words := p
	if english := p.Lesson.Pages["en"]; english != nil {
		words = english
	}
	card := still.Card{
		Kicker: text("en", "lesson of", strconv.Itoa(p.Lesson.Number), strconv.Itoa(len(w.Course.Lessons))), Title: latin(words.Title),
	}
	if card.Title == "" {
		card.Title = strings.ReplaceAll(p.Lesson.Slug, "-", " ")
	}
	if b := w.liveliest(words); b != nil {
		k := &program{writer: w, page: words}
		state, err := k.state(b, lesson.Changes{})
		if err != nil {
			return nil, err
		}
		if card.Shot, err = still.Take(state, appwords.English); err != nil {
			return nil, err
		}
	}
	return card.PNG()
}

// liveliest is the program of a page with the most to see: the one with the most tasks, but not so many that they get thin.
func (w *writer) liveliest(p *lesson.Page) *lesson.Block {
	const tasksMost = 8
	var best *lesson.Block
	bestTasks := -1
	for _, b := range p.Blocks {
		if b.Static || b.NoRun != "" {
			continue
		}
		r, err := w.Runner.Run(b, lesson.Changes{})
		if err == nil && r.Tasks > bestTasks && r.Tasks <= tasksMost && r.Seconds > 0 {
			best, bestTasks = b, r.Tasks
		}
	}
	return best
}

// latin is a title whose letters the fonts have, "" when they lack one.
func latin(title string) string {
	for _, r := range title {
		if r > 0x2fff {
			return ""
		}
	}
	return title
}
