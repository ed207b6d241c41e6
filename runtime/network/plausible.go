package network

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// plausible makes the answer of a URL that no line says anything about: well-known paths of test services answer as those
// do, what looks like an API gives JSON, all else a page with links.
func plausible(r *Request, d *dice, res *Response) content {
	parts := strings.Split(strings.Trim(r.Path, "/"), "/")
	if c, ok := testService(r, parts, d, res); ok {
		return c
	}
	if c, ok := collection(r, parts, d); ok {
		return c
	}
	if looksLikeAPI(r) {
		id, name := 1+d.below(1000), parts[len(parts)-1]
		if n, err := strconv.Atoi(name); err == nil {
			id, name = n, d.pick(firstNames)
		}
		return jsonContent(200, object{{"url", r.URL()}, {"method", r.Method}, {"id", id}, {"name", name}, {"ok", true}})
	}
	if r.Path == "/robots.txt" {
		return content{contentType: "text/plain", text: "User-agent: *\nAllow: /\n"}
	}
	return page(r)
}

// statusContent is the body of an error.
func statusContent(r *Request, status int) content {
	if looksLikeAPI(r) {
		return jsonContent(status, object{{"error", Reason(status)}, {"status", status}})
	}
	text := strconv.Itoa(status) + " " + Reason(status)
	return content{status: status, contentType: htmlType, text: "<html><head><title>" + text + "</title></head><body><h1>" + text + "</h1></body></html>\n"}
}

const htmlType = "text/html; charset=utf-8"

// testService answers the paths of httpbin.org.
func testService(r *Request, parts []string, d *dice, res *Response) (content, bool) {
	first, number := parts[0], 0
	if len(parts) > 1 {
		number, _ = strconv.Atoi(parts[1])
	}
	switch {
	case first == "status" && number >= 100 && number <= 599:
		c := statusContent(r, number)
		if number < 400 {
			c = content{status: number, contentType: htmlType}
		}
		if number/100 == 3 && number != 304 {
			c.headers = []Header{{"Location", "/get"}}
		}
		return c, true
	case first == "delay" && len(parts) == 2:
		if seconds, ok := plainNumber(parts[1]); ok {
			res.LatencySeconds += min(seconds, 10)
			return echo(r), true
		}
	case first == "bytes" && len(parts) == 2 && number >= 0:
		return content{contentType: "application/octet-stream", text: d.letters(min(number, 100<<10))}, true
	case first == "stream" && len(parts) == 2 && number > 0:
		return jsonLines(r, min(number, 100)), true
	case first == "redirect" && len(parts) == 2 && number > 0:
		target := "/get"
		if number > 1 {
			target = "/redirect/" + strconv.Itoa(number-1)
		}
		return content{status: 302, contentType: htmlType, headers: []Header{{"Location", target}}}, true
	}
	if len(parts) != 1 && first != "anything" {
		return content{}, false
	}
	switch first {
	case "get", "post", "put", "patch", "delete", "anything":
		if first != "anything" && strings.ToUpper(first) != r.Method && !(first == "get" && r.Method == "HEAD") {
			return statusContent(r, 405), true
		}
		return echo(r), true
	case "headers":
		return jsonContent(200, object{{"headers", headerObject(r)}}), true
	case "ip":
		return jsonContent(200, object{{"origin", "203.0.113.7"}}), true
	case "user-agent":
		return jsonContent(200, object{{"user-agent", r.header("User-Agent")}}), true
	case "uuid":
		return jsonContent(200, object{{"uuid", d.uuid()}}), true
	case "json":
		return jsonContent(200, object{{"slideshow", object{{"title", "Sample Slide Show"}, {"author", d.pick(firstNames)},
			{"slides", []any{object{{"title", "Overview"}, {"type", "all"}}}}}}}), true
	}
	return content{}, false
}

func (d *dice) uuid() string {
	a, b := d.bits(), d.bits()
	return fmt.Sprintf("%08x-%04x-4%03x-%04x-%012x", uint32(a), uint16(a>>32), a>>48&0xfff, 0x8000|b>>50&0x3fff, b&0xffffffffffff)
}

// echo describes the request, as httpbin.org does.
func echo(r *Request) content {
	args := object{}
	for _, pair := range strings.Split(r.Query, "&") {
		if name, value, _ := strings.Cut(pair, "="); name != "" {
			args = append(args, member{unescape(name), unescape(value)})
		}
	}
	o := object{{"args", args}}
	if r.Body != "" || r.Method != "GET" && r.Method != "HEAD" {
		data, form, parsed := r.Body, object{}, any(nil)
		if strings.HasPrefix(r.header("Content-Type"), "application/x-www-form-urlencoded") {
			data = ""
			for _, pair := range strings.Split(r.Body, "&") {
				if name, value, _ := strings.Cut(pair, "="); name != "" {
					form = append(form, member{unescape(name), unescape(value)})
				}
			}
		} else if isJSON(r.Body) {
			parsed = json.RawMessage(r.Body)
		}
		o = append(o, member{"data", data}, member{"form", form}, member{"json", parsed})
	}
	return jsonContent(200, append(o, member{"headers", headerObject(r)}, member{"method", r.Method}, member{"origin", "203.0.113.7"}, member{"url", r.URL()}))
}

func headerObject(r *Request) object {
	o := object{{"Host", r.authority()}}
	for _, h := range r.Header {
		o = append(o, member{h.Name, h.Value})
	}
	return o
}

func (r *Request) header(name string) string {
	for _, h := range r.Header {
		if strings.EqualFold(h.Name, name) {
			return h.Value
		}
	}
	return ""
}

func jsonLines(r *Request, count int) content {
	var lines strings.Builder
	for i := range count {
		lines.WriteString(encode(object{{"id", i}, {"url", r.URL()}}))
		lines.WriteByte('\n')
	}
	return content{contentType: "application/json", text: lines.String()}
}

// looksLikeAPI reports whether one would expect JSON of a URL.
func looksLikeAPI(r *Request) bool {
	return strings.HasPrefix(r.Host, "api.") || strings.Contains(r.Host, ".api.") || strings.Contains(r.Path+"/", "/api/") ||
		strings.Contains(r.Path, "/v1/") || strings.Contains(r.Path, "/v2/") || strings.HasSuffix(r.Path, ".json") ||
		strings.HasPrefix(r.header("Accept"), "application/json") || r.Method != "GET" && r.Method != "HEAD"
}

// unescape decodes a part of a query.
func unescape(text string) string {
	text = strings.ReplaceAll(text, "+", " ")
	var out strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '%' && i+2 < len(text) {
			if b, err := strconv.ParseUint(text[i+1:i+3], 16, 8); err == nil {
				out.WriteByte(byte(b))
				i += 2
				continue
			}
		}
		out.WriteByte(text[i])
	}
	return strings.ToValidUTF8(out.String(), "\ufffd")
}

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	name  string
	value any
}

// MarshalJSON implements json.Marshaler.
func (o object) MarshalJSON() ([]byte, error) {
	var out strings.Builder
	out.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			out.WriteString(", ")
		}
		out.WriteString(encode(m.name) + ": " + encode(m.value))
	}
	out.WriteByte('}')
	return []byte(out.String()), nil
}

func encode(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return "null"
	}
	return string(text)
}

func jsonContent(status int, v any) content {
	return content{status: status, contentType: "application/json", text: encode(v)}
}
