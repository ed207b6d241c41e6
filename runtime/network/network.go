package network

import (
	"encoding/json"
	"hash/fnv"
	"math"
	"strconv"
	"strings"
)

// Network answers the requests of one run.
type Network struct {
	seed   int64
	routes []*Route
	// requests counts the requests so far by method and URL.
	requests map[string]int
}

// Request is a request of the program.
type Request struct {
	Method string
	Scheme string // http or https
	Host   string // lower case
	Port   int
	Path   string // begins with a slash
	Query  string
	Header []Header
	Body   string
}

// Failure is what goes wrong instead of a response.
type Failure uint8

const (
	// NoFailure: a response comes.
	NoFailure Failure = iota
	// FailDNS: the host's name is not found.
	FailDNS
	// FailRefused: nobody listens.
	FailRefused
	// FailReset: the connection breaks before the response.
	FailReset
	// FailTimeout: nothing ever comes.
	FailTimeout
	// FailClose: the server closes the connection without a word.
	FailClose
	// FailCut: the connection breaks in the middle of the body.
	FailCut
)

var failureNames = map[string]Failure{
	"none": NoFailure, "dns": FailDNS, "refused": FailRefused, "reset": FailReset, "timeout": FailTimeout, "close": FailClose, "cut": FailCut,
}

// String is the failure's name in #@network lines.
func (f Failure) String() string {
	for name, other := range failureNames { // one name each: the order does not show
		if other == f {
			return name
		}
	}
	return ""
}

// Response is how the network answers a request.
type Response struct {
	// ConnectSeconds is what a new connection takes. Then the response's headers take ServeSeconds, or LatencySeconds on a
	// connection that was there already. As long as no line says what connecting takes, it is a part of the latency.
	ConnectSeconds, ServeSeconds, LatencySeconds float64
	Fail                                         Failure
	Status                                       int
	Header                                       []Header
	Body                                         string
	// BytesPerSecond is how fast the body comes, but for its first FreeBytes, which come with the headers.
	BytesPerSecond float64
	FreeBytes      int
	// Faults are the numbers of the faults that had a part in it.
	Faults []int
}

// freeBytes is how much of a body comes with the headers, unless a line gives a rate.
const freeBytes = 16 << 10

// Latencies and rate of what no line says anything about.
const (
	latencyMinSeconds     = 0.05
	latencyMaxSeconds     = 0.5
	connectShare          = 0.2 // of the latency is for a new connection
	defaultBytesPerSecond = 10 << 20
)

// authority is the host, with the port when it is not the scheme's own.
func (r *Request) authority() string {
	if r.Port == DefaultPort(r.Scheme) {
		return r.Host
	}
	return r.Host + ":" + strconv.Itoa(r.Port)
}

// URL is the request's URL.
func (r *Request) URL() string {
	url := r.Scheme + "://" + r.authority() + r.Path
	if r.Query != "" {
		url += "?" + r.Query
	}
	return url
}

// DefaultPort is the port that a scheme stands for.
func DefaultPort(scheme string) int {
	if scheme == "https" {
		return 443
	}
	return 80
}

// Known reports whether a name can be resolved: names under .invalid cannot (RFC 2606).
func Known(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	return host != "" && host != "invalid" && !strings.HasSuffix(host, ".invalid")
}

// Respond answers a request. The n-th request of a method and URL always gets the same answer.
func (n *Network) Respond(r Request) Response {
	key := r.Method + " " + r.URL()
	n.requests[key]++
	dice := newDice(n.seed, key, n.requests[key])
	// These are drawn in any case, so that no line changes what another one gets.
	latencyDice, connectDice, chanceDice, bodyDice := dice.next(), dice.next(), dice.split(), dice.split()

	var a answer
	var stars []string
	var faults []int
	for _, route := range n.routes {
		found, ok := route.applies(&r, chanceDice)
		if !ok {
			continue
		}
		if route.Answer.body != nil {
			stars = found
		}
		a.overlay(route.Answer)
		if route.fault > 0 {
			faults = append(faults, route.fault-1)
		}
	}
	res := Response{Faults: faults, LatencySeconds: latencyMinSeconds + (latencyMaxSeconds-latencyMinSeconds)*latencyDice*latencyDice, Fail: a.Fail}
	if a.LatencySeconds.Set {
		res.LatencySeconds = a.LatencySeconds.at(latencyDice)
	}
	res.ConnectSeconds = connectShare * res.LatencySeconds
	res.BytesPerSecond, res.FreeBytes = defaultBytesPerSecond, freeBytes
	if a.BytesPerSecond.Set {
		res.BytesPerSecond, res.FreeBytes = a.BytesPerSecond.at(connectDice), 0
	}
	if !a.failSet && !Known(r.Host) {
		res.Fail = FailDNS
	}
	res.fill(&r, a, stars, bodyDice)
	res.ServeSeconds = res.LatencySeconds - res.ConnectSeconds
	if a.ConnectSeconds.Set {
		res.ConnectSeconds, res.ServeSeconds = a.ConnectSeconds.at(connectDice), res.LatencySeconds
	}
	if res.Fail == FailTimeout {
		res.ServeSeconds, res.LatencySeconds = math.Inf(1), math.Inf(1)
	}
	return res
}

// Connect tells how a bare connection to a host goes: what it takes, and whether it fails. Lines for all paths of a host say
// it, as far as they do; faults are the numbers of those that made it fail.
func (n *Network) Connect(host string, port int) (seconds float64, fail Failure, faults []int) {
	r := Request{Method: "CONNECT", Scheme: "http", Host: host, Port: port, Path: "/"}
	if port == DefaultPort("https") {
		r.Scheme = "https"
	}
	key := r.Method + " " + r.URL()
	n.requests[key]++
	share := newDice(n.seed, key, n.requests[key]).next()
	seconds = connectShare * (latencyMinSeconds + (latencyMaxSeconds-latencyMinSeconds)*share*share)
	for _, route := range n.routes {
		if _, ok := route.Pattern.match(&r); !ok || route.Method != "" {
			continue
		}
		if route.Answer.ConnectSeconds.Set {
			seconds = route.Answer.ConnectSeconds.at(share)
		}
		if route.Answer.failSet && !route.Nth.Set && route.Every == 0 && route.Chance == 0 {
			fail = route.Answer.Fail
			if route.fault > 0 && fail != NoFailure {
				faults = append(faults, route.fault-1)
			}
		}
	}
	return seconds, fail, faults
}

// applies counts the request and reports whether the route is for it.
func (route *Route) applies(r *Request, d *dice) (stars []string, ok bool) {
	chance := d.next()
	if route.Method != "" && route.Method != r.Method {
		return nil, false
	}
	stars, ok = route.Pattern.match(r)
	if !ok {
		return nil, false
	}
	route.matched++
	nth := float64(route.matched)
	if route.Nth.Set && (nth < route.Nth.From || nth > route.Nth.To) || route.Every > 0 && route.matched%route.Every != 0 {
		return nil, false
	}
	return stars, route.Chance == 0 || chance < route.Chance
}

func (s span) at(share float64) float64 { return s.From + (s.To-s.From)*share }

// fill makes status, headers and body.
func (res *Response) fill(r *Request, a answer, stars []string, d *dice) {
	var c content
	switch {
	case a.body != nil:
		c = a.body.content(stars, d)
	case a.Status >= 400:
		c = statusContent(r, a.Status)
	default:
		c = plausible(r, d, res)
	}
	res.Status = c.status
	if a.Status != 0 {
		res.Status = a.Status
	}
	if res.Status == 0 {
		res.Status = 200
	}
	res.Body = c.text
	if res.Status == 204 || res.Status == 304 {
		res.Body = ""
	}
	if c.contentType != "" {
		res.Header = append(res.Header, Header{"Content-Type", c.contentType})
	}
	res.Header = append(res.Header, Header{"Content-Length", strconv.Itoa(len(res.Body))})
	res.Header = append(append(res.Header, c.headers...), a.Headers...)
	if r.Method == "HEAD" {
		res.Body = ""
	}
}

// content is a body with what belongs to it.
type content struct {
	status      int // 0: 200
	contentType string
	text        string
	headers     []Header
}

func (b *body) content(stars []string, d *dice) content {
	c := content{contentType: b.contentType, text: b.text}
	if b.sizeBytes > 0 && b.text == "" {
		c.text = d.letters(b.sizeBytes)
	}
	for i := len(stars); i > 0; i-- {
		c.text = strings.ReplaceAll(c.text, "$"+strconv.Itoa(i), stars[i-1])
	}
	return c
}

func isJSON(text string) bool { return json.Valid([]byte(text)) }

// dice is the network's own source of chance (splitmix64): the program's random module is not touched.
type dice struct{ state uint64 }

func newDice(seed int64, key string, nth int) *dice {
	h := fnv.New64a()
	_, _ = h.Write([]byte(key + "#" + strconv.Itoa(nth)))
	return &dice{h.Sum64() ^ uint64(seed)*0x9e3779b97f4a7c15}
}

func (d *dice) bits() uint64 {
	d.state += 0x9e3779b97f4a7c15
	z := d.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// next is a number from 0 to 1, split a source of its own, below a whole number less than n.
func (d *dice) next() float64   { return float64(d.bits()>>11) / (1 << 53) }
func (d *dice) split() *dice    { return &dice{d.bits()} }
func (d *dice) below(n int) int { return int(d.bits() % uint64(n)) }

func (d *dice) pick(list []string) string { return list[d.below(len(list))] }

// letters makes a text of so many bytes.
func (d *dice) letters(count int) string {
	block := make([]byte, 4096)
	for i := range block {
		block[i] = "abcdefghijklmnopqrstuvwxyz0123456789"[d.below(36)]
	}
	return strings.Repeat(string(block), count/len(block)) + string(block[:count%len(block)])
}
