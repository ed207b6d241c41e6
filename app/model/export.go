package model

import (
	"bytes"
	"strings"
	"unicode"

	"asyncplay/app/words"
	"asyncplay/runtime/explain"
	explainwords "asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"
)

// ExportKind is what can be saved to a file.
type ExportKind string

const (
	ExportPython ExportKind = "py"
	ExportSVG    ExportKind = "svg"
	ExportPNG    ExportKind = "png" // the page makes it of the SVG
	ExportChrome ExportKind = "chrome"
	ExportEvents ExportKind = "events"
)

// Export is a file to be saved.
type Export struct{ Name, MIME, Text string }

// Export makes a file of the program or the run on the screen; ok is false when there is no run yet.
func (p *Playground) Export(kind ExportKind, dark bool) (e Export, ok bool) {
	if kind == ExportPython {
		v := p.Shown()
		return Export{fileStem(v.Name) + ".py", "text/x-python", v.Source}, true
	}
	stem := fileStem(p.Current().Name)
	r := p.Run()
	if r == nil {
		return Export{}, false
	}
	var b bytes.Buffer
	switch kind {
	case ExportSVG, ExportPNG:
		b.Write(p.picture(r, dark))
		return Export{stem + "." + string(kind), "image/svg+xml", b.String()}, true
	case ExportChrome:
		_ = trace.WriteChrome(&b, r.Trace) // a buffer refuses nothing
		return Export{stem + ".trace.json", "application/json", b.String()}, true
	case ExportEvents:
		_ = trace.WriteJSONLines(&b, r.Trace)
		return Export{stem + ".events.jsonl", "application/jsonl", b.String()}, true
	}
	return Export{}, false
}

func (p *Playground) picture(r *Run, dark bool) []byte {
	o := trace.SVGOptions{
		Badges: explain.Badges(r.Trace),
		Title:  explainwords.Render(explainwords.Lang(p.Lang.Code()), r.Report.Title),
		Words: trace.SVGWords{
			NeverMarkedDone: strings.TrimSpace(p.Text(words.LaneNeverDone, "")), Queue: p.Text(words.QueueLabel),
			Unfinished: p.Text(words.QueueUnfinished), InQueue: p.Text(words.QueueInQueue),
		},
	}
	if dark {
		o.Theme = trace.ThemeDark
	}
	return trace.SVG(r.Trace, o)
}

// fileStem is a tab's name as a file's: what no file system refuses.
func fileStem(name string) string {
	stem := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_', r == '.':
			return r
		case r == ' ':
			return '_'
		}
		return -1
	}, strings.TrimSuffix(name, ".py"))
	if stem = strings.Trim(stem, "._"); stem == "" {
		return "program"
	}
	return stem
}
