package network

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Line is a #@network comment: its text behind the mark, and where that starts. Columns count characters from 1.
type Line struct {
	Line, Col int
	Text      string
}

// LineError says what is wrong with a line, and where.
type LineError struct {
	Line, Col, EndCol int
	Message           string
}

func (e *LineError) Error() string { return e.Message }

// Parse reads the #@network lines of a program; seed is the one that holds unless a line gives another.
func Parse(lines []Line, seed int64) (*Network, *LineError) {
	n := &Network{seed: seed, requests: map[string]int{}}
	for _, l := range lines {
		if err := n.addRoute(l, 0); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// AddFault adds a route that stands outside the program, as if its text were the last #@network line. Response.Faults names it
// by index. The error's Line is of no use.
func (n *Network) AddFault(index int, text string) *LineError {
	return n.addRoute(Line{Text: text}, index+1)
}

// CheckFault says what is wrong with the text of a fault, "" when nothing is.
func CheckFault(text string) string {
	if err := new(Network).AddFault(0, text); err != nil {
		return err.Message
	}
	return ""
}

// word is a piece of a line between blanks; blanks inside quotes and brackets do not end it.
type word struct {
	text  string
	start int // byte offset in the line's text
}

// addRoute adds what a line says. fault is not 0 for one that stands outside the program.
func (n *Network) addRoute(l Line, fault int) *LineError {
	fail := func(w word, format string, args ...any) *LineError {
		col := l.Col + utf8.RuneCountInString(l.Text[:w.start])
		return &LineError{Line: l.Line, Col: col, EndCol: col + max(1, utf8.RuneCountInString(w.text)), Message: fmt.Sprintf(format, args...)}
	}
	words, open := splitWords(l.Text)
	if open >= 0 {
		return fail(word{l.Text[open : open+1], open}, "%s is never closed", l.Text[open:open+1])
	}
	if len(words) == 0 {
		return fail(word{"", 0}, "a URL or an option is missing")
	}
	r := &Route{fault: fault}
	rest := words
	if isMethod(rest[0].text) {
		r.Method = rest[0].text
		rest = rest[1:]
	}
	hasURL := len(rest) > 0 && isPattern(rest[0].text)
	if hasURL {
		r.Pattern = parsePattern(rest[0].text)
		rest = rest[1:]
	} else if r.Method != "" {
		return fail(words[0], "a URL must follow the method")
	}
	if len(rest) == 0 {
		return fail(words[len(words)-1], "an option must follow the URL, such as latency=0.2..0.8")
	}
	for _, w := range rest {
		if key, value, ok := strings.Cut(w.text, "="); ok && key == "seed" {
			number, err := strconv.ParseInt(value, 10, 64)
			if err != nil || hasURL || fault > 0 {
				return fail(w, "seed is a whole number, on a line without a URL")
			}
			n.seed = number
		} else if message := r.setOption(w.text); message != "" {
			return fail(w, "%s", message)
		}
	}
	n.routes = append(n.routes, r)
	return nil
}

// splitWords splits a line at blanks outside quotes and brackets. open is the offset of one that is never closed, else -1.
func splitWords(text string) (words []word, open int) {
	var closers []byte
	var opened []int
	start := -1
	for i := 0; i < len(text); i++ {
		c := text[i]
		quoted := len(closers) > 0 && closers[len(closers)-1] == '"'
		switch {
		case (c == ' ' || c == '\t') && len(closers) == 0:
			if start >= 0 {
				words = append(words, word{text[start:i], start})
				start = -1
			}
			continue
		case quoted && c == '\\':
			i++
		case len(closers) > 0 && c == closers[len(closers)-1]:
			closers, opened = closers[:len(closers)-1], opened[:len(opened)-1]
		case quoted:
		case c == '"' || c == '[' || c == '{':
			closers = append(closers, map[byte]byte{'"': '"', '[': ']', '{': '}'}[c])
			opened = append(opened, i)
		}
		if start < 0 {
			start = min(i, len(text)-1)
		}
	}
	if len(opened) > 0 {
		return nil, opened[0]
	}
	if start >= 0 {
		words = append(words, word{text[start:], start})
	}
	return words, -1
}

var methods = []string{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}

func isMethod(text string) bool { return slices.Contains(methods, text) }

// isPattern tells a URL from an option: what is before its first "=" has a dot, a slash, a star or a colon.
func isPattern(text string) bool {
	before, _, _ := strings.Cut(text, "=")
	return strings.ContainsAny(before, "./*:") || text == "localhost"
}

const optionNames = "latency, connect, rate, status, json, text, html, size, type, header, fail, nth, every, chance"

// setOption reads key=value; what is wrong with it comes back as a sentence, "" when nothing is.
func (r *Route) setOption(text string) string {
	key, value, ok := strings.Cut(text, "=")
	if !ok {
		return fmt.Sprintf("%q is neither a URL nor an option: options are written name=value", text)
	}
	var message string
	a := &r.Answer
	switch key {
	case "latency":
		a.LatencySeconds, message = parseSeconds(key, value)
	case "connect":
		a.ConnectSeconds, message = parseSeconds(key, value)
	case "rate":
		a.BytesPerSecond, message = parseBytes(key, value)
		if message == "" && a.BytesPerSecond.From < 1 {
			message = "rate is at least one byte a second"
		}
	case "status":
		a.Status, message = parseWhole(key, value, 100, 599)
	case "json", "text", "html", "size", "type":
		message = r.setBody(key, value)
	case "header":
		name, content, ok := strings.Cut(unquote(value), ":")
		if !ok {
			return `header is written header="Name: value"`
		}
		a.Headers = append(a.Headers, Header{strings.TrimSpace(name), strings.TrimSpace(content)})
	case "fail":
		a.Fail, a.failSet = failureNames[value], true
		if _, ok := failureNames[value]; !ok {
			message = fmt.Sprintf("fail is one of dns, refused, reset, close, timeout, cut and none, not %q", value)
		}
	case "nth":
		r.Nth, message = parseSpan(key, value, wholeNumber)
	case "every":
		r.Every, message = parseWhole(key, value, 1, math.MaxInt32)
	case "chance":
		var chance span
		if chance, message = parseSpan(key, value, plainNumber); message == "" {
			if r.Chance = chance.From; r.Chance <= 0 || r.Chance > 1 || chance.To != chance.From {
				message = "chance is a number above 0 and up to 1"
			}
		}
	default:
		message = fmt.Sprintf("unknown option %q; known are %s", key, optionNames)
	}
	return message
}

func (r *Route) setBody(key, value string) string {
	a := &r.Answer
	if a.body == nil {
		a.body = &body{}
	}
	switch key {
	case "json":
		a.body.text, a.body.contentType = value, "application/json"
		if !isJSON(value) {
			return fmt.Sprintf("%s is not JSON", value)
		}
	case "text":
		a.body.text, a.body.contentType = unquote(value), "text/plain; charset=utf-8"
	case "html":
		a.body.text, a.body.contentType = unquote(value), "text/html; charset=utf-8"
	case "type":
		a.body.contentType = unquote(value)
	case "size":
		size, message := parseBytes(key, value)
		if message != "" {
			return message
		}
		if size.To > bodyMaxBytes {
			return fmt.Sprintf("size is at most %d MB", bodyMaxBytes>>20)
		}
		a.body.sizeBytes = int(size.From)
		if a.body.contentType == "" {
			a.body.contentType = "application/octet-stream"
		}
	}
	return ""
}

// bodyMaxBytes bounds the bodies that a route may ask for.
const bodyMaxBytes = 64 << 20

func unquote(text string) string {
	if len(text) >= 2 && text[0] == '"' && text[len(text)-1] == '"' {
		if s, err := strconv.Unquote(text); err == nil {
			return s
		}
		return text[1 : len(text)-1]
	}
	return text
}

func plainNumber(text string) (float64, bool) {
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && n >= 0 && !math.IsInf(n, 0) && !math.IsNaN(n)
}

func wholeNumber(text string) (float64, bool) {
	n, err := strconv.Atoi(text)
	return float64(n), err == nil && n >= 1
}

// parseSpan reads a number or a range a..b.
func parseSpan(key, text string, number func(string) (float64, bool)) (span, string) {
	low, high, isRange := strings.Cut(text, "..")
	if !isRange {
		high = low
	}
	from, ok1 := number(low)
	to, ok2 := number(high)
	if !ok1 || !ok2 || from > to {
		return span{}, fmt.Sprintf("%s is a number or a range such as 1..3, not %q", key, text)
	}
	return span{from, to, true}, ""
}

// secondsMax keeps the virtual clock where a second still counts.
const secondsMax = 1e9

func parseSeconds(key, text string) (span, string) {
	s, message := parseSpan(key, text, func(s string) (float64, bool) {
		if ms, ok := strings.CutSuffix(s, "ms"); ok {
			n, ok := plainNumber(ms)
			return n / 1000, ok
		}
		return plainNumber(strings.TrimSuffix(s, "s"))
	})
	if message == "" && s.To > secondsMax {
		message = key + " is at most 1e9 seconds"
	}
	return s, message
}

func parseBytes(key, text string) (span, string) {
	return parseSpan(key, text, func(s string) (float64, bool) {
		for _, unit := range []struct {
			name  string
			bytes float64
		}{{"KB", 1 << 10}, {"MB", 1 << 20}, {"GB", 1 << 30}, {"B", 1}} {
			if number, ok := strings.CutSuffix(strings.ToUpper(s), unit.name); ok {
				n, ok := plainNumber(number)
				return n * unit.bytes, ok
			}
		}
		return plainNumber(s)
	})
}

func parseWhole(key, text string, low, high int) (int, string) {
	n, err := strconv.Atoi(text)
	if err != nil || n < low || n > high {
		if high == math.MaxInt32 {
			return 0, fmt.Sprintf("%s is a whole number from %d, not %q", key, low, text)
		}
		return 0, fmt.Sprintf("%s is a whole number from %d to %d, not %q", key, low, high, text)
	}
	return n, ""
}
