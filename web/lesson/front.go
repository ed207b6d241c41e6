package lesson

import (
	"strconv"
	"strings"
	"time"
)

var frontKeys = []string{"title", "description", "date", "lang"}

// front reads the front matter and returns the source with it blanked out, so that places in it stay the same.
func (p *Page) front(source string, problems *Problems) string {
	if !strings.HasPrefix(source, "---\n") {
		problems.add(p.File, 1, "the lesson has no front matter", "begin the file with\n---\ntitle: What the lesson is called\ndescription: One sentence about it.\n---")
		return source
	}
	head, body, closed := strings.Cut(source[4:], "\n---\n")
	if !closed {
		head, closed = strings.CutSuffix(strings.TrimRight(source[4:], "\n"), "\n---")
		if !closed {
			problems.add(p.File, 1, "the front matter has no end", "write --- on a line of its own after it")
			return ""
		}
	}
	for i, line := range strings.Split(head, "\n") {
		p.frontLine(line, i+2, problems)
	}
	if p.Title == "" {
		problems.add(p.File, 1, "the front matter has no title", "add a line title: …")
	}
	if p.Description == "" {
		problems.add(p.File, 1, "the front matter has no description", "add a line description: … of one sentence, for search engines and the list of lessons")
	}
	if p.Lang == "" {
		p.Lang = Languages[0]
	}
	return strings.Repeat("\n", strings.Count(head, "\n")+3) + body
}

func (p *Page) frontLine(line string, number int, problems *Problems) {
	if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
		return
	}
	key, value, ok := strings.Cut(line, ":")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if !ok {
		problems.add(p.File, number, "a line of the front matter is key: value", "")
		return
	}
	if unquoted, err := strconv.Unquote(value); err == nil {
		value = unquoted
	} else if len(value) > 1 && value[0] == '\'' && value[len(value)-1] == '\'' {
		value = strings.ReplaceAll(value[1:len(value)-1], "''", "'")
	}
	switch key {
	case "title":
		p.Title = value
	case "description":
		p.Description = value
	case "date":
		if _, err := time.Parse(time.DateOnly, value); err != nil {
			problems.add(p.File, number, "date: "+value+" is no day", "write it as 2026-11-26")
			return
		}
		p.Date = value
	case "lang":
		if !isLanguage(value) {
			problems.add(p.File, number, "lang: "+value+" has no words here", didYouMean(value, Languages))
			return
		}
		if p.Lang != "" && p.Lang != value {
			problems.add(p.File, number, "lang: "+value+" contradicts the file's name, which says "+p.Lang, "remove the line, or rename the file")
			return
		}
		p.Lang = value
	default:
		problems.add(p.File, number, "the front matter has no key "+key, didYouMean(key, frontKeys))
	}
}
