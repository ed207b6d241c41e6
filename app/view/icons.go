package view

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// Icons are paths on a grid of 16 by 16; the shape carries the meaning.
var iconPaths = map[string]string{
	"start": "M3.2 3.2v9.6M12.8 3.6 6.4 8l6.4 4.4z",
	"end":   "M12.8 3.2v9.6M3.2 3.6 9.6 8l-6.4 4.4z",
	"back":  "M10.8 3.6 4.6 8l6.2 4.4z",
	"fwd":   "M5.2 3.6 11.4 8l-6.2 4.4z",
	"play":  "M4.6 2.9v10.2L13 8z",
	"pause": "M5.2 3.2v9.6M10.8 3.2v9.6",
	"stop":  "M4.2 4.2h7.6v7.6H4.2z",
	"file":  "M4 2.2h5.2L12.4 5.4v8.4H4zM9 2.4v3.2h3.2",
	"share": "M6.6 9.4l2.8-2.8M7.4 4.6l1.5-1.5a2.6 2.6 0 0 1 3.8 3.8l-1.9 1.9a2.6 2.6 0 0 1-1.6.8M8.6 11.4l-1.5 1.5a2.6 2.6 0 0 1-3.8-3.8l1.9-1.9a2.6 2.6 0 0 1 1.6-.8",
	"check": "M3 8.6l3.2 3.1L13 4.8",
	"x":     "M4.2 4.2l7.6 7.6M11.8 4.2l-7.6 7.6",
	"ban":   "M8 2.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4zM4.1 11.9l7.8-7.8",
	"bolt":  "M9 1.8 3.8 9H8l-1 5.2L12.2 7H8z",
	"dice":  "M3 3h10v10H3zM6 6h.01M10 10h.01M10 6h.01M6 10h.01",
	"inf":   "M8 8C6.6 5.6 5.4 5 4.2 5a3 3 0 0 0 0 6C5.4 11 6.6 10.4 8 8s2.6-3 3.8-3a3 3 0 0 1 0 6C10.6 11 9.4 10.4 8 8z",
	"chev":  "M4.5 6.5 8 10l3.5-3.5",
	"plus":  "M8 3.5v9M3.5 8h9",
	"minus": "M3.5 8h9",
	"fit":   "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
	"clock": "M8 2.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4zM8 5v3.2l2.2 1.4",
	"auto":  "M8 2.4a5.6 5.6 0 1 0 0 11.2zM8 2.4a5.6 5.6 0 0 1 0 11.2",
	"light": "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9",
	"dark":  "M13 9.6A5.6 5.6 0 0 1 6.4 3a5.6 5.6 0 1 0 6.6 6.6z",
	"keys":  "M2 4.5h12v7.5H2zM4.5 7h.01M7 7h.01M9.5 7h.01M12 7h.01M5 9.7h6",
	"gauge": "M3 12a5.6 5.6 0 1 1 10 0M8 9l2.6-3.2",
	"more":  "M3.5 8h.01M8 8h.01M12.5 8h.01",
	"up":    "M4.5 9.5 8 6l3.5 3.5",
	"nest":  "M3 3.5h7M6 8h7M6 12.5h7M3 3.5v9h3M3 8h3",
	"flag":  "M4 14V2.5M4 3h8l-2 2.8L12 8.6H4",
	"ask":   "M5.6 6a2.4 2.4 0 1 1 3.4 2.2c-.7.3-1 .8-1 1.6M8 12.6h.01",
	"sound": "M3 6.2h2.4L8.6 3.4v9.2L5.4 9.8H3zM11 6a3 3 0 0 1 0 4M12.8 4.2a5.4 5.4 0 0 1 0 7.6",
	"copy":  "M5.5 5.5V2.8h7.7v7.7h-2.7M2.8 5.5h7.7v7.7H2.8z",
	"edit":  "M3 13l.7-3L11 2.7l2.3 2.3L6 12.3zM9.6 4.1l2.3 2.3",
	"alert": "M8 2.6 14 13H2zM8 6.6v3M8 11.3h.01",
}

// IconPath is the path of a picture, for pages that are made elsewhere.
func IconPath(name string) string { return iconPaths[name] }

var solidIcons = map[string]bool{"start": true, "end": true, "back": true, "fwd": true, "play": true, "bolt": true, "stop": true}

// icon is one of the fixed pictures; its name is never data.
func icon(name string) app.UI {
	class := "ic"
	if solidIcons[name] {
		class += " fill"
	}
	return app.Raw(`<svg class="` + class + `" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="` + iconPaths[name] + `"/></svg>`)
}

// logo: two lanes and the playhead through them.
func logo() app.UI {
	return app.Raw(`<svg class="mark" viewBox="0 0 20 20" aria-hidden="true" focusable="false">` +
		`<rect x="1" y="3" width="8.5" height="4" rx="1" class="a"/><rect x="12.5" y="3" width="6.5" height="4" rx="1" class="a dim"/>` +
		`<rect x="1" y="9" width="4.5" height="4" rx="1" class="b dim"/><rect x="7.5" y="9" width="11.5" height="4" rx="1" class="b"/>` +
		`<rect x="1" y="15" width="8.5" height="2.6" rx="1" class="c"/>` +
		`<rect x="10.2" y="1" width="1.7" height="18" rx=".85" class="p"/></svg>`)
}
