package site

import (
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"strconv"
	"strings"

	"asyncplay/web/lesson"
)

const oembedWidth = 860 // CSS pixels

// oembed writes what other sites ask for to show a program of the page in theirs.
func (k *program) oembed(b *lesson.Block) error {
	frame, err := k.frameAddress(b)
	if err != nil {
		return err
	}
	title := k.title(b)
	if title == "" {
		title = k.page.Title
	}
	name := k.dir + "oembed/" + b.ID + ".json"
	content, err := json.MarshalIndent(map[string]any{
		"version": "1.0", "type": "rich", "title": title, "provider_name": "asyncplay", "provider_url": k.address.of(""),
		"author_name": k.page.Title, "author_url": k.address.of(k.dir), "width": oembedWidth, "height": height(b),
		"html": fmt.Sprintf(`<iframe src="%s" title="%s" width="%d" height="%d" loading="lazy" allow="clipboard-write" style="border:0;max-width:100%%"></iframe>`,
			html.EscapeString(frame), html.EscapeString(title), oembedWidth, height(b)),
	}, "", " ")
	if err != nil {
		return err
	}
	href := k.address.whole(name)
	if href == "" {
		href = relative(k.dir, name)
	}
	k.oembeds = append(k.oembeds, link{Href: href, Title: title})
	return k.write(name, content)
}

// frameAddress is the address of the block in a frame of its own. Its parameters are those of web/embed/parameters.js.
func (k *program) frameAddress(b *lesson.Block) (string, error) {
	result, err := k.Runner.Run(b, lesson.Changes{})
	if err != nil {
		return "", err
	}
	parameters := url.Values{"v": {"1"}, "lang": {k.page.Lang}}
	if len(b.Variants) == 0 {
		code, err := pack(b.Whole(b.Source))
		if err != nil {
			return "", err
		}
		parameters.Set("code", code)
	} else {
		type source struct {
			Name   string `json:"name"`
			Source string `json:"source"`
		}
		list := []source{{firstTab(b), b.Whole(b.Source)}}
		for _, v := range b.Variants {
			list = append(list, source{v.Name, b.Whole(v.Source)})
		}
		text, err := json.Marshal(list)
		if err != nil {
			return "", err
		}
		packed, err := pack(string(text))
		if err != nil {
			return "", err
		}
		parameters.Set("variants", packed)
	}
	for _, a := range k.attributes(b, result) {
		switch a.Name {
		case "title", "view", "fault", "set", "seed", "at", "controls":
			parameters.Set(a.Name, a.Value)
		case "hide":
			parameters.Set("hide", hideWhole(b, a.Value))
		case "autorun", "readonly":
			parameters.Set(a.Name, "1")
		}
	}
	return k.address.of("embed.html") + "#" + parameters.Encode(), nil
}

// hideWhole hides what comes from other blocks as well.
func hideWhole(b *lesson.Block, own string) string {
	before := strings.Count(b.Whole(""), "\n")
	if before == 0 {
		return own
	}
	return strings.TrimSuffix("1-"+strconv.Itoa(before)+","+own, ",")
}
