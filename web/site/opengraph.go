package site

import (
	"bytes"
	"encoding/xml"
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

	_ "golang.org/x/image/webp"
)

// pictureSize are the attributes that reserve a picture's room, "" for those that don't tell.
func pictureSize(extension string, content []byte) string {
	if extension == ".svg" {
		return svgSize(content)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return ""
	}
	return fmt.Sprintf(` width="%d" height="%d"`, config.Width, config.Height)
}

// sidePixelsMax is how large a drawing may say that it is.
const sidePixelsMax = 100_000

// svgSize takes the size from the picture's root: its width and height, else its viewBox.
func svgSize(content []byte) string {
	decoder := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := decoder.Token()
		if err != nil {
			return ""
		}
		root, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		size := map[string]string{}
		for _, a := range root.Attr {
			size[a.Name.Local] = strings.TrimSuffix(strings.TrimSpace(a.Value), "px")
		}
		if box := strings.FieldsFunc(size["viewBox"], func(r rune) bool { return r == ' ' || r == ',' }); len(box) == 4 && (size["width"] == "" || size["height"] == "") {
			size["width"], size["height"] = box[2], box[3]
		}
		width, errWidth := strconv.ParseFloat(size["width"], 64)
		height, errHeight := strconv.ParseFloat(size["height"], 64)
		if errWidth != nil || errHeight != nil || !(min(width, height) >= 1 && max(width, height) <= sidePixelsMax) {
			return ""
		}
		return fmt.Sprintf(` width="%.0f" height="%.0f"`, width, height)
	}
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
	return w.pictureAddress(dir, name), nil
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
	return w.draw(card, words)
}

// draw draws a card over the liveliest program of some pages.
func (w *writer) draw(card still.Card, pages ...*lesson.Page) ([]byte, error) {
	shot, err := w.liveliest(pages)
	if err != nil {
		return nil, err
	}
	card.Shot = shot
	return card.PNG()
}

// courseCard draws the picture for the lists of lessons, once, and returns its address.
func (w *writer) courseCard(dir string) (string, error) {
	if w.Live > 0 {
		return "", nil
	}
	name, known := w.cards[nil]
	if !known {
		card := still.Card{Kicker: text("en", "lessons"), Title: text("en", "course title")}
		if p := w.Course.Index["en"]; p != nil && latin(p.Title) != "" {
			card.Title = p.Title
		}
		var pages []*lesson.Page
		for _, l := range w.Course.Lessons {
			for _, lang := range lesson.Languages {
				if p := l.Pages[lang]; p != nil {
					pages = append(pages, p)
					break
				}
			}
		}
		content, err := w.draw(card, pages...)
		if err != nil {
			return "", err
		}
		if name, err = w.addPicture("card.png", content); err != nil {
			return "", err
		}
		w.cards[nil] = name
	}
	return w.pictureAddress(dir, name), nil
}

// pictureAddress is the address of a picture for other sites: a whole one when the site's is known.
func (w *writer) pictureAddress(dir, name string) string {
	if whole := w.address.whole(name); whole != "" {
		return whole
	}
	return relative(dir, name)
}

// liveliest is the run of some pages with the most to see, among those that a card has room for; nil when there is none.
func (w *writer) liveliest(pages []*lesson.Page) (best *still.Shot, err error) {
	bestScore := 0
	const hungScore = 4 // tasks: that a program hangs is what one comes for
	for _, p := range pages {
		k := &program{writer: w, page: p}
		for _, b := range p.Blocks {
			if b.Static || b.NoRun != "" {
				continue
			}
			r, err := w.Runner.Run(b, lesson.Changes{})
			if err != nil {
				return nil, err
			}
			score := r.Tasks
			if r.Outcome == "hung" {
				score += hungScore
			}
			if score <= bestScore || r.Seconds <= 0 {
				continue
			}
			state, err := k.state(b, lesson.Changes{})
			if err != nil {
				return nil, err
			}
			shot, err := still.Take(state, appwords.English)
			if err != nil {
				return nil, err
			}
			if shot.FitsCard() {
				best, bestScore = shot, score
			}
		}
	}
	return best, nil
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
