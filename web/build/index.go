package main

import (
	"bytes"
	"html/template"
	"os"
)

// contentSecurityPolicy lets nothing run that is not a file of the site. go-app sets style attributes, hence
// style-src-attr; style elements stay refused (web/editor/styles.js says how CodeMirror lives with that).
const contentSecurityPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; " +
	"style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; base-uri 'none'; form-action 'none'"

// flagship is the program that the page opens with.
const flagship = "app/lessons/queue/no_fix.py"

// indexData fills web/index.html. Addresses are relative to it.
type indexData struct {
	Policy    string
	Icon      string
	Style     string
	Support   string // Go's wasm_exec.js
	Started   string // web/started.js
	Editor    string
	Page      string
	Worker    string
	Wasm      string
	Library   string // Python's library, fetched when a program wants it
	WasmBytes int    // as it travels, for the progress bar
	// Body is the page as it looks before the program has come.
	Body template.HTML
}

func renderIndex(data indexData) ([]byte, error) {
	source, err := os.ReadFile(flagship)
	if err != nil {
		return nil, err
	}
	if data.Body, err = stillPage(string(source)); err != nil {
		return nil, err
	}
	page, err := template.ParseFiles("web/index.html")
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := page.Execute(&out, data); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
