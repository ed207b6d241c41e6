package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"html/template"
	"os"
	"path/filepath"

	"asyncplay/app/view"
	"asyncplay/app/words"
)

// framePolicy is the page's, but for style attributes, which a frame has none of. A frame without an origin starts its worker
// from a blob that loads the site's script.
const framePolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'; " +
	"style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

// frameData fills web/embed.html. Addresses are relative to it.
type frameData struct {
	Policy                            string
	Icon, Style, Script               string
	Wasm, Library, Worker, Support    string
	Editor                            string
	Icons                             []frameIcon
	NoScriptEnglish, NoScriptJapanese string
}

type frameIcon struct{ Name, Path string }

var frameIcons = []string{"start", "back", "play", "pause", "fwd", "check", "x", "inf", "gauge", "alert", "bolt", "edit", "copy", "stop"}

// frameWords are what the scripts of element and frame say themselves.
var frameWords = map[string]words.Key{
	"open": words.EmbedOpen, "playLoads": words.EmbedPlayLoads, "loading": words.EmbedLoading, "failed": words.EmbedFailed,
	"hidden": words.EmbedHidden, "edit": words.EmbedEdit, "reset": words.EmbedReset, "output": words.EmbedOutput, "copy": words.EmbedCopy, "copyByHand": words.EmbedCopyByHand, "stop": words.Stop,
	"faultLine": words.EmbedFaultLine, "program": words.EmbedProgram, "play": words.Play, "pause": words.Pause,
	"toStart": words.ToStart, "stepBack": words.StepBack, "stepForward": words.StepForward, "playhead": words.Playhead,
	"playback": words.Playback, "timeline": words.Timeline, "code": words.CodeLabel, "queue": words.QueueLabel,
	"seconds": words.Seconds, "damaged": words.EmbedDamaged, "large": words.EmbedLarge, "newer": words.EmbedNewer,
	"endsAt": words.EmbedEndsAt, "hangsAt": words.EmbedHangsAt, "raisesAt": words.EmbedRaisesAt, "limitAt": words.EmbedLimitAt,
}

// embedWords is the catalogue of frameWords in every language, as the scripts have it.
func embedWords() (string, error) {
	catalogue := map[string]map[string]string{}
	for _, lang := range words.Available() {
		catalogue[lang.Code()] = map[string]string{}
		for name, key := range frameWords {
			catalogue[lang.Code()][name] = words.Text(lang, key)
		}
	}
	text, err := json.Marshal(catalogue)
	return string(text), err
}

// writeEmbeds writes what pages of others use: embed.js, embed.css and embed.html keep their names for ever, what they load
// has a hash in its name as everything else.
func (s *site) writeEmbeds(page indexData) error {
	catalogue, err := embedWords()
	if err != nil {
		return err
	}
	constants := map[string]string{"ASYNCPLAY_WORDS": catalogue}
	frame := frameData{
		Policy: framePolicy, Icon: page.Icon, Wasm: page.Wasm, Library: page.Library, Support: page.Support, Editor: page.Editor,
		NoScriptEnglish: words.Text(words.English, words.EmbedNoScript), NoScriptJapanese: words.Text(words.Japanese, words.EmbedNoScript),
	}
	for _, name := range frameIcons {
		frame.Icons = append(frame.Icons, frameIcon{name, view.IconPath(name)})
	}
	for _, b := range []struct {
		source, name string
		url          *string
	}{
		{"web/embed/frame.js", "frame.js", &frame.Script},
		{"web/embed/worker.js", "sessions.js", &frame.Worker},
		{"web/styles/embed.css", "frame.css", &frame.Style},
	} {
		content, err := bundle(b.source, constants)
		if err != nil {
			return err
		}
		if *b.url, err = s.add(b.name, content); err != nil {
			return err
		}
	}
	for _, url := range []string{page.Wasm, page.Library} {
		if err := s.placeScript(url); err != nil {
			return err
		}
	}
	for _, name := range []string{"embed.js", "embed.css"} {
		content, err := bundle("web/"+name, constants)
		if err != nil {
			return err
		}
		if err := s.write(name, content, "gzip", gzipSize(content)); err != nil {
			return err
		}
	}
	html, err := template.ParseFiles("web/embed.html")
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := html.Execute(&out, frame); err != nil {
		return err
	}
	return s.write("embed.html", out.Bytes(), "gzip", gzipSize(out.Bytes()))
}

// placeScript writes a file of the site once more, as a script beside it that holds it as text: for frames without an origin,
// which may load scripts from anywhere but fetch nothing. It is downloaded there alone.
func (s *site) placeScript(url string) error {
	content, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(url)))
	if err != nil {
		return err
	}
	return s.place(url+".js", []byte(`self.asyncplayFile="`+base64.StdEncoding.EncodeToString(content)+`"`))
}
