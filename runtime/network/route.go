package network

import (
	"strings"
)

// Route is one #@network line: whom it is for and what it says. A field that the line does not mention is not set.
type Route struct {
	Method  string // "" for every method
	Pattern pattern
	// The line applies to the requests from Nth.From to Nth.To that match it, and of them to every Every-th, and to a
	// share of Chance. Zero: to all.
	Nth    span
	Every  int
	Chance float64

	Answer answer
	// fault is the number of the fault that this route is, from 1; 0 for a line of the program.
	fault int
	// matched counts the requests so far that the method and the pattern match.
	matched int
}

// span is an inclusive range of numbers.
type span struct {
	From, To float64
	Set      bool
}

// answer holds what a route says of the response.
type answer struct {
	ConnectSeconds, LatencySeconds span
	BytesPerSecond                 span
	Status                         int // 0: not set
	Fail                           Failure
	failSet                        bool
	body                           *body
	Headers                        []Header
}

// body is the content that a route gives.
type body struct {
	contentType string
	text        string // $1, $2 … stand for what the stars of the pattern matched
	sizeBytes   int    // of a body made up to that length, when text is not given
}

// Header is a header of a response.
type Header struct{ Name, Value string }

// overlay puts what a later line says over what earlier ones said.
func (a *answer) overlay(b answer) {
	if b.ConnectSeconds.Set {
		a.ConnectSeconds = b.ConnectSeconds
	}
	if b.LatencySeconds.Set {
		a.LatencySeconds = b.LatencySeconds
	}
	if b.BytesPerSecond.Set {
		a.BytesPerSecond = b.BytesPerSecond
	}
	if b.Status != 0 {
		a.Status = b.Status
	}
	if b.failSet {
		a.Fail, a.failSet = b.Fail, true
	}
	if b.body != nil {
		a.body = b.body
	}
	a.Headers = append(a.Headers, b.Headers...)
}

// pattern is a URL with stars. A star stands for any text without a slash, at the end for all the rest. The scheme may be
// left out, and the host too when the pattern starts with a slash. Without a question mark the query does not matter.
type pattern struct {
	scheme, host, path string
	hasQuery           bool
}

func parsePattern(text string) pattern {
	p := pattern{hasQuery: strings.Contains(text, "?")}
	rest := text
	if i := strings.Index(text, "://"); i >= 0 {
		p.scheme, rest = text[:i], text[i+3:]
	}
	if rest == "*" {
		return p
	}
	i := strings.IndexAny(rest, "/?")
	if i < 0 {
		i = len(rest)
	}
	p.host, p.path = strings.ToLower(rest[:i]), rest[i:]
	if p.path != "" && p.path[0] == '?' {
		p.path = "/" + p.path
	}
	return p
}

// match reports whether a request matches and what the stars stand for.
func (p pattern) match(r *Request) (stars []string, ok bool) {
	if p.scheme != "" && p.scheme != "*" && p.scheme != r.Scheme {
		return nil, false
	}
	if p.host != "" {
		found, ok := glob(p.host, r.Host, '.')
		if !ok {
			found, ok = glob(p.host, r.authority(), '.')
		}
		if !ok {
			return nil, false
		}
		stars = found
	}
	if p.path == "" || p.path == "/" && r.Path == "" {
		return stars, true
	}
	target := r.Path
	if target == "" {
		target = "/"
	}
	if p.hasQuery {
		target += "?" + r.Query
	}
	found, ok := glob(p.path, target, '/')
	return append(stars, found...), ok
}

// glob matches text against a pattern with stars, each of which stands for text without the separator, the last for all when
// it ends the pattern.
func glob(pattern, text string, separator byte) (stars []string, ok bool) {
	head, tail, hasStar := strings.Cut(pattern, "*")
	if !hasStar {
		return nil, pattern == text
	}
	if !strings.HasPrefix(text, head) {
		return nil, false
	}
	text = text[len(head):]
	if tail == "" {
		return []string{text}, true
	}
	for end := 0; end <= len(text); end++ {
		if rest, ok := glob(tail, text[end:], separator); ok {
			return append([]string{text[:end]}, rest...), true
		}
		if end < len(text) && text[end] == separator {
			break
		}
	}
	return nil, false
}
