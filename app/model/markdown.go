package model

import (
	"strings"

	"asyncplay/app/words"
)

// Markdown is the program on the screen as a block of code, with a link to run it.
func (p *Playground) Markdown(link string) string {
	source := p.Current().Source
	if source != "" && !strings.HasSuffix(source, "\n") {
		source += "\n"
	}
	fence := strings.Repeat("`", max(3, longestRun(source, '`')+1))
	text := fence + "python\n" + source + fence + "\n"
	if link != "" {
		text += "\n[" + p.Text(words.MarkdownLink) + "](" + link + ")\n"
	}
	return text
}

func longestRun(text string, letter byte) int {
	longest, run := 0, 0
	for i := 0; i < len(text); i++ {
		if run++; text[i] != letter {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}
