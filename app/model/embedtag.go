package model

import (
	"strconv"
	"strings"
)

// EmbedTag is the program on the screen as a block of HTML that runs in any page: docs/embedding says how. link is a link to it.
func (p *Playground) EmbedTag(link string) string {
	v := p.Current()
	var specs []string
	for _, f := range v.Faults {
		if !f.Off && f.Valid() {
			specs = append(specs, f.Spec())
		}
	}
	attributes := attribute("title", v.Name) + attribute("fault", strings.Join(specs, ";"))
	if p.Seed > 0 {
		attributes += attribute("seed", strconv.FormatInt(p.Seed, 10))
	}
	if r := p.Run(); r != nil && p.Play.Event < r.Last() {
		attributes += attribute("at", FormatClock(p.Play.Seconds))
	}
	source := strings.TrimSuffix(v.Source, "\n")
	return `<script src="` + escapeHTML(siteOf(link)) + `embed.js" defer></script>` + "\n<async-playground" + attributes + ">\n" +
		`<pre><code class="language-python">` + escapeHTML(source) + "\n</code></pre>\n</async-playground>\n"
}

// FrameTag is the same for sites that take frames and no scripts: the whole state travels in the frame's address.
func (p *Playground) FrameTag(link string) string {
	_, state, _ := strings.Cut(link, "#")
	return `<iframe src="` + escapeHTML(siteOf(link)+"embed.html#v=1&state="+state) + `"` + attribute("title", p.Current().Name) +
		` width="100%" height="460" loading="lazy" allow="clipboard-write" style="border: 0"></iframe>` + "\n"
}

// siteOf is the address of the folder that a link's page lies in.
func siteOf(link string) string {
	address, _, _ := strings.Cut(link, "#")
	address, _, _ = strings.Cut(address, "?")
	return address[:strings.LastIndexByte(address, '/')+1]
}

// attribute writes an attribute of HTML, "" when its value is empty.
func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + `="` + escapeHTML(value) + `"`
}

func escapeHTML(text string) string {
	for _, pair := range [][2]string{{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {`"`, "&quot;"}} {
		text = strings.ReplaceAll(text, pair[0], pair[1])
	}
	return text
}
