package network

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// parse reads #@network lines as they stand in a program, one after the other.
func parse(t *testing.T, seed int64, lines ...string) *Network {
	t.Helper()
	n, err := tryParse(seed, lines...)
	require.Nil(t, err)
	return n
}

func tryParse(seed int64, lines ...string) (*Network, *LineError) {
	var read []Line
	for i, text := range lines {
		read = append(read, Line{Line: i + 1, Col: 10, Text: text})
	}
	return Parse(read, seed)
}

// request makes a request of a URL like https://host/path?query.
func request(method, url string) Request {
	scheme, rest, _ := strings.Cut(url, "://")
	host, path, _ := strings.Cut(rest, "/")
	path, query, _ := strings.Cut("/"+path, "?")
	return Request{Method: method, Scheme: scheme, Host: host, Port: DefaultPort(scheme), Path: path, Query: query}
}

func get(n *Network, url string) Response { return n.Respond(request("GET", url)) }

func TestAMistakeInALineIsToldWithItsPlace(t *testing.T) {
	for _, c := range []struct {
		line     string
		col, end int
		message  string
	}{
		{"", 10, 11, "a URL or an option is missing"},
		{" https://x.org/", 11, 25, "an option must follow the URL, such as latency=0.2..0.8"},
		{" GET latency=1", 11, 14, "a URL must follow the method"},
		{" https://x.org/ latncy=3", 26, 34, `unknown option "latncy"; known are ` + optionNames},
		{" https://x.org/ latency=fast", 26, 38, `latency is a number or a range such as 1..3, not "fast"`},
		{" https://x.org/ latency=1e10", 26, 38, "latency is at most 1e9 seconds"},
		{" https://x.org/ latency=3..1", 26, 38, `latency is a number or a range such as 1..3, not "3..1"`},
		{" https://x.org/ latency=-1", 26, 36, `latency is a number or a range such as 1..3, not "-1"`},
		{" https://x.org/ status=99", 26, 35, `status is a whole number from 100 to 599, not "99"`},
		{" https://x.org/ fail=now", 26, 34, `fail is one of dns, refused, reset, close, timeout, cut and none, not "now"`},
		{" https://x.org/ json=[1,", 31, 32, "[ is never closed"},
		{` https://x.org/ text="abc`, 31, 32, `" is never closed`},
		{" https://x.org/ json=[1,]", 26, 35, "[1,] is not JSON"},
		{" https://x.org/ every=0", 26, 33, `every is a whole number from 1, not "0"`},
		{" https://x.org/ nth=0", 26, 31, `nth is a number or a range such as 1..3, not "0"`},
		{" https://x.org/ chance=2", 26, 34, "chance is a number above 0 and up to 1"},
		{" https://x.org/ size=1TB", 26, 34, `size is a number or a range such as 1..3, not "1TB"`},
		{" https://x.org/ size=1GB", 26, 34, "size is at most 64 MB"},
		{" https://x.org/ rate=0", 26, 32, "rate is at least one byte a second"},
		{" https://x.org/ header=abc", 26, 36, `header is written header="Name: value"`},
		{" https://x.org/ seed=3", 26, 32, "seed is a whole number, on a line without a URL"},
		{" seed=x", 11, 17, "seed is a whole number, on a line without a URL"},
		{" https://x.org/ slow", 26, 30, `"slow" is neither a URL nor an option: options are written name=value`},
		{" https://é.org/ x=1", 26, 29, `unknown option "x"; known are ` + optionNames},
	} {
		_, err := tryParse(0, c.line)
		require.NotNil(t, err, c.line)
		assert.Equal(t, LineError{Line: 1, Col: c.col, EndCol: c.end, Message: c.message}, *err, c.line)
	}
}

func TestTheSameRequestsGetTheSameAnswers(t *testing.T) {
	run := func(seed int64) []Response {
		n := parse(t, seed, " https://api.example/* latency=1..2 status=503 chance=0.5")
		var all []Response
		for range 3 {
			for _, url := range []string{"https://api.example/a", "https://x.org/uuid", "https://python.org/", "https://x.org/bytes/100"} {
				all = append(all, get(n, url))
			}
		}
		return all
	}
	assert.Equal(t, run(1), run(1))
	assert.NotEqual(t, run(1), run(2))
}

func TestTheOrderOfOtherRequestsDoesNotMatter(t *testing.T) {
	a, b := parse(t, 7), parse(t, 7)
	first := get(a, "https://x.org/uuid")
	get(b, "https://y.org/")
	get(b, "https://z.org/")
	assert.Equal(t, first, get(b, "https://x.org/uuid"))
}

func TestEveryLineThatMatchesAppliesAndTheLaterOneWins(t *testing.T) {
	n := parse(t, 0,
		" https://a.example/* latency=1 status=500",
		" https://a.example/users/* status=404",
		" POST https://a.example/users/* status=201")
	assert.Equal(t, 500, get(n, "https://a.example/x").Status)
	user := get(n, "https://a.example/users/1")
	assert.Equal(t, 404, user.Status)
	assert.Equal(t, 1.0, user.LatencySeconds)
	assert.Equal(t, 201, n.Respond(request("POST", "https://a.example/users/1")).Status)
	assert.Equal(t, 200, get(n, "https://b.example/x").Status)
}

func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		pattern, url string
		stars        []string
		matches      bool
	}{
		{"https://hoge.com/users/*/followers", "https://hoge.com/users/ann/followers", []string{"ann"}, true},
		{"https://hoge.com/users/*/followers", "https://hoge.com/users/ann/x/followers", nil, false},
		{"https://hoge.com/users/*/followers", "http://hoge.com/users/ann/followers", nil, false},
		{"hoge.com/users/*/*", "http://hoge.com/users/ann/posts/3", []string{"ann", "posts/3"}, true},
		{"/users/*", "https://anything.example/users/7", []string{"7"}, true},
		{"*", "https://anything.example/", nil, true},
		{"https://*", "http://x.org/", nil, false},
		{"*.example/x", "https://api.example/x", []string{"api"}, true},
		{"x.org", "https://x.org/any/path?q=1", nil, true},
		{"x.org/", "https://x.org/any", nil, false},
		{"x.org/search", "https://x.org/search?q=1", nil, true},
		{"x.org/search?q=*", "https://x.org/search?q=1", []string{"1"}, true},
		{"x.org/search?q=2", "https://x.org/search?q=1", nil, false},
	} {
		r := request("GET", c.url)
		p := parsePattern(c.pattern)
		stars, ok := p.match(&r)
		assert.Equal(t, c.matches, ok, "%s %s", c.pattern, c.url)
		if ok {
			assert.Equal(t, c.stars, stars, "%s %s", c.pattern, c.url)
		}
	}
}

func TestStarsStandInBodies(t *testing.T) {
	n := parse(t, 0, ` hoge.com/users/*/followers json=["$1-a", "$1-b"]`)
	r := get(n, "https://hoge.com/users/ann/followers")
	assert.Equal(t, `["ann-a", "ann-b"]`, r.Body)
	assert.Contains(t, r.Header, Header{"Content-Type", "application/json"})
}

func TestConditions(t *testing.T) {
	statuses := func(option string, count int) []int {
		n := parse(t, 0, " https://x.org/* status=503 "+option)
		var all []int
		for range count {
			all = append(all, get(n, "https://x.org/get").Status)
		}
		return all
	}
	assert.Equal(t, []int{200, 503, 200, 200}, statuses("nth=2", 4))
	assert.Equal(t, []int{503, 503, 200}, statuses("nth=1..2", 3))
	assert.Equal(t, []int{200, 200, 503, 200, 200, 503}, statuses("every=3", 6))
	failed := 0
	for _, s := range statuses("chance=0.25", 400) {
		if s == 503 {
			failed++
		}
	}
	assert.InDelta(t, 100, failed, 30)
}

func TestTimes(t *testing.T) {
	n := parse(t, 0,
		" a.example latency=0.2..0.8", " b.example latency=250ms connect=2s", " c.example fail=timeout", " d.example size=3KB rate=1KB")
	for range 50 {
		r := get(n, "https://a.example/x")
		assert.GreaterOrEqual(t, r.LatencySeconds, 0.2)
		assert.LessOrEqual(t, r.LatencySeconds, 0.8)
		assert.InDelta(t, r.LatencySeconds, r.ConnectSeconds+r.ServeSeconds, 1e-12)
	}
	b := get(n, "https://b.example/x")
	assert.Equal(t, []float64{2, 0.25, 0.25}, []float64{b.ConnectSeconds, b.ServeSeconds, b.LatencySeconds})
	assert.True(t, math.IsInf(get(n, "https://c.example/x").LatencySeconds, 1))
	d := get(n, "https://d.example/x")
	assert.Len(t, d.Body, 3<<10)
	assert.Equal(t, 1024.0, d.BytesPerSecond)
	for _, url := range []string{"https://x.org/1", "https://x.org/2"} {
		r := get(n, url)
		assert.GreaterOrEqual(t, r.LatencySeconds, latencyMinSeconds)
		assert.LessOrEqual(t, r.LatencySeconds, latencyMaxSeconds)
	}
}

func TestFailures(t *testing.T) {
	n := parse(t, 0, " a.example fail=reset nth=1", " here.invalid fail=none", " b.example fail=refused")
	assert.Equal(t, FailReset, get(n, "https://a.example/").Fail)
	assert.Equal(t, NoFailure, get(n, "https://a.example/").Fail)
	assert.Equal(t, FailDNS, get(n, "https://nowhere.invalid/").Fail)
	assert.Equal(t, NoFailure, get(n, "https://here.invalid/").Fail)
	_, fail, _ := n.Connect("b.example", 80)
	assert.Equal(t, FailRefused, fail)
}

func TestAnyURLAnswersPlausibly(t *testing.T) {
	n := parse(t, 0)
	decode := func(r Response, into any) {
		t.Helper()
		require.NoError(t, json.Unmarshal([]byte(r.Body), into), r.Body)
	}
	var users []map[string]any
	decode(get(n, "https://jsonplaceholder.typicode.com/users"), &users)
	assert.Len(t, users, 10)
	var post map[string]any
	decode(get(n, "https://jsonplaceholder.typicode.com/posts/1"), &post)
	assert.Equal(t, 1.0, post["id"])
	assert.Contains(t, post, "title")
	assert.Equal(t, 404, get(n, "https://jsonplaceholder.typicode.com/posts/101").Status)

	created := request("POST", "https://jsonplaceholder.typicode.com/posts")
	created.Body = `{"title": "mine", "userId": 3}`
	r := n.Respond(created)
	assert.Equal(t, 201, r.Status)
	assert.Equal(t, `{"title":"mine","userId":3,"id":101}`, r.Body)

	assert.Equal(t, 404, get(n, "https://httpbin.org/status/404").Status)
	slow := get(n, "https://httpbin.org/delay/2")
	assert.GreaterOrEqual(t, slow.LatencySeconds, 2.0)
	assert.Len(t, get(n, "https://httpbin.org/bytes/77").Body, 77)
	assert.Equal(t, 405, get(n, "https://httpbin.org/post").Status)
	var echoed struct{ Args map[string]string }
	decode(get(n, "https://httpbin.org/get?a=1&b=x%20y"), &echoed)
	assert.Equal(t, map[string]string{"a": "1", "b": "x y"}, echoed.Args)
	assert.Equal(t, 302, get(n, "https://httpbin.org/redirect/2").Status)

	page := get(n, "https://python.org/")
	assert.Contains(t, page.Body, "<title>python.org</title>")
	assert.Contains(t, page.Body, `<a href="/page/`)
	assert.Equal(t, page.Body, get(n, "https://python.org/").Body, "a page stays what it is")

	head := n.Respond(request("HEAD", "https://python.org/"))
	assert.Empty(t, head.Body)
}

// FuzzParse looks for panics in lines, and in the answers they give.
func FuzzParse(f *testing.F) {
	f.Add(` GET https://x.org/*?a=* latency=1..2 json={"a": "$1"} nth=1..3 every=2 chance=0.5`, "https://x.org/a/b?c=d")
	f.Add(` * text="\"" header="a: b" size=3KB type=x`, "http://é/%zz")
	f.Add(` https://hoge.example/users/*/followers latency=0.2..0.8 json=["$1-a", "$1-b"]`, "https://hoge.example/users/x/followers?page=2#top")
	f.Add(` POST https://api.example/orders status=503 every=3`, "https://api.example/orders")
	f.Add(` files.example/* size=1MB rate=200KB connect=250ms`, "http://files.example:8080/a%20b/c")
	f.Add(` flaky.example fail=reset chance=0.1`, "flaky.example")
	f.Add(` /users/* html="<a href=$1>" header="Set-Cookie: a=b" header=":"`, "http://localhost/users/7")
	f.Add(` GET https://x.org/ status=99999 latency=-1 latency=nan latency=1e999..2 json={"a": size=`, "https://x.org/delay/1e9")
	f.Add(` * fail=cut nth=3..1 every=0 chance=1e-9 json=[[[["\u00e9\ud83d"]]]] text=""`, "ftp://user:pass@[::1]:70000/%C3%A9?=&&")
	f.Add(` seed=99999999999999999999`, "https://httpbin.org/redirect/9999999999")
	f.Fuzz(func(t *testing.T, line, url string) {
		n, err := Parse([]Line{{Line: 1, Col: 1, Text: line}}, 1)
		if err != nil {
			return
		}
		get(n, url)
		n.Connect(url, len(url))
	})
}

func TestAFaultIsALineAfterAllOthers(t *testing.T) {
	n := parse(t, 1, " https://api.example/* status=200 latency=1")
	require.Nil(t, n.AddFault(4, "api.example/a* status=503 every=2"))
	require.Nil(t, n.AddFault(6, "POST https://api.example/* latency=3"))
	for i, want := range []struct {
		method, path string
		status       int
		seconds      float64
		faults       []int
	}{
		{"GET", "a", 200, 1, nil}, {"GET", "b", 200, 1, nil}, {"GET", "ab", 503, 1, []int{4}}, {"POST", "a", 200, 3, []int{6}}, {"POST", "a", 503, 3, []int{4, 6}},
	} {
		res := n.Respond(request(want.method, "https://api.example/"+want.path))
		assert.Equal(t, want.status, res.Status, i)
		assert.InDelta(t, want.seconds, res.LatencySeconds, 1e-12, i)
		assert.Equal(t, want.faults, res.Faults, i)
	}
}

func TestAFaultOfAWholeHostStopsBareConnections(t *testing.T) {
	n := parse(t, 1)
	require.Nil(t, n.AddFault(2, "api.example fail=refused"))
	_, fail, faults := n.Connect("api.example", 80)
	assert.Equal(t, FailRefused, fail)
	assert.Equal(t, []int{2}, faults)
	_, fail, faults = n.Connect("other.example", 80)
	assert.Equal(t, NoFailure, fail)
	assert.Empty(t, faults)
}

func TestAFaultsMistakesAreTold(t *testing.T) {
	assert.Empty(t, CheckFault("api.example status=503"))
	assert.Empty(t, CheckFault("latency=2"), "of every URL")
	assert.Equal(t, "an option must follow the URL, such as latency=0.2..0.8", CheckFault("api.example"))
	assert.Equal(t, "seed is a whole number, on a line without a URL", CheckFault("seed=3"))
	assert.Equal(t, "a URL or an option is missing", CheckFault(""))
}
