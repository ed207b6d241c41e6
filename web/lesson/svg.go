package lesson

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"unicode"
)

// actingElements are those of SVG that run scripts or hold a page.
var actingElements = map[string]bool{"script": true, "foreignobject": true, "handler": true, "listener": true, "iframe": true, "object": true, "embed": true}

// activeSVG is what in a picture would act when somebody opens it by itself, "" when nothing would. The file lies on the site's
// address: a script in it could read what the site keeps in the browser. What is not plain XML is refused, since a browser might
// read it otherwise.
func activeSVG(content []byte) string {
	decoder := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return ""
		}
		if err != nil {
			return "it is no XML in UTF-8"
		}
		switch t := token.(type) {
		case xml.ProcInst:
			if t.Target != "xml" {
				return "<?" + t.Target + "?>"
			}
		case xml.Directive:
			if bytes.ContainsRune(t, '[') {
				return "a document type of its own"
			}
		case xml.StartElement:
			if what := actingElement(t); what != "" {
				return what
			}
		}
	}
}

func actingElement(e xml.StartElement) string {
	if actingElements[strings.ToLower(e.Name.Local)] || strings.Contains(e.Name.Space, "xhtml") {
		return "<" + e.Name.Local + ">"
	}
	for _, a := range e.Attr {
		name := strings.ToLower(a.Name.Local)
		address := strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || unicode.IsControl(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, a.Value)
		if strings.HasPrefix(name, "on") && a.Name.Space == "" || strings.Contains(address, "javascript:") ||
			name == "href" && strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "data:image/") {
			return a.Name.Local + "=" + a.Value
		}
	}
	return ""
}
