package network

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// collections are the resources of jsonplaceholder.typicode.com and their sizes.
var collections = map[string]int{"users": 10, "posts": 100, "comments": 500, "todos": 200, "albums": 100, "photos": 500, "items": 100, "products": 30, "orders": 50}

// people are collections that belong to a user and hold users.
var people = []string{"followers", "following", "friends", "members", "contributors"}

var firstNames = []string{"alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi", "ivan", "judy", "mallory", "niaj", "olivia", "peggy", "rupert", "sybil", "trent", "victor", "walter", "yuki"}

var plainWords = []string{"lorem", "ipsum", "dolor", "sit", "amet", "consectetur", "adipiscing", "elit", "sed", "tempor", "incididunt", "labore", "magna", "aliqua", "enim", "minim", "veniam", "quis", "nostrud", "ullamco"}

// listMax is how many entries a list has at most.
const listMax = 20

// collection answers paths such as /users, /posts/3, /posts/3/comments and /users/ann/followers.
func collection(r *Request, parts []string, d *dice) (content, bool) {
	last := parts[len(parts)-1]
	owner := ""
	if len(parts) >= 2 {
		owner = parts[len(parts)-2]
	}
	// What a resource holds does not depend on how often it was asked for.
	own := newDice(int64(len(r.Path)), r.Host+r.Path, 0)
	switch {
	case collections[last] > 0:
		return collectionItself(r, last, parts, own), true
	case collections[owner] > 0:
		return member1(r, owner, last, own), true
	case slices.Contains(people, last):
		var list []any
		for range 2 + own.below(4) {
			name := own.pick(firstNames)
			list = append(list, object{{"id", 1 + slices.Index(firstNames, name)}, {"login", name}, {"name", strings.ToUpper(name[:1]) + name[1:]}})
		}
		return jsonContent(200, list), true
	case len(parts) >= 3 && collections[parts[len(parts)-3]] > 0 && strings.HasSuffix(last, "s"):
		var list []any
		for i := range 2 + own.below(5) {
			list = append(list, object{{"id", i + 1}, {"owner", owner}, {"title", title(own)}})
		}
		return jsonContent(200, list), true
	}
	return content{}, false
}

func collectionItself(r *Request, name string, parts []string, d *dice) content {
	if r.Method == "POST" {
		created := object{}
		if strings.HasPrefix(strings.TrimSpace(r.Body), "{") && isJSON(r.Body) {
			created = decodeObject(r.Body)
		}
		return jsonContent(201, append(created, member{"id", collections[name] + 1}))
	}
	parentID, hasParent := 0, false
	if len(parts) >= 3 {
		if n, err := strconv.Atoi(parts[len(parts)-2]); err == nil {
			parentID, hasParent = n, true
		}
	}
	list := []any{}
	for i := range min(collections[name], listMax) {
		if hasParent && i >= 5 {
			break
		}
		id := i + 1
		if hasParent {
			id += 5 * (parentID - 1)
		}
		list = append(list, resource(name, id, newDice(int64(id), r.Host+"/"+name, 0)))
	}
	return jsonContent(200, list)
}

// member1 is one resource of a collection.
func member1(r *Request, name, id string, d *dice) content {
	n, err := strconv.Atoi(id)
	if err == nil && (n < 1 || n > collections[name]) {
		return jsonContent(404, object{})
	}
	switch r.Method {
	case "DELETE":
		return jsonContent(200, object{})
	case "PUT", "PATCH":
		changed := object{}
		if strings.HasPrefix(strings.TrimSpace(r.Body), "{") && isJSON(r.Body) {
			changed = decodeObject(r.Body)
		}
		return jsonContent(200, append(changed, member{"id", n}))
	}
	if err != nil {
		return jsonContent(200, object{{"id", 1 + d.below(1000)}, {"login", id}, {"name", id}, {"public_repos", d.below(80)}, {"followers", d.below(500)}})
	}
	return jsonContent(200, resource(name, n, newDice(int64(n), r.Host+"/"+name, 0)))
}

func resource(name string, id int, d *dice) object {
	switch name {
	case "users":
		first := firstNames[(id-1)%len(firstNames)]
		return object{{"id", id}, {"name", strings.ToUpper(first[:1]) + first[1:]}, {"username", first}, {"email", first + "@example.com"}}
	case "posts":
		return object{{"userId", 1 + (id-1)/10}, {"id", id}, {"title", title(d)}, {"body", sentence(d, 12)}}
	case "comments":
		return object{{"postId", 1 + (id-1)/5}, {"id", id}, {"name", title(d)}, {"email", d.pick(firstNames) + "@example.com"}, {"body", sentence(d, 12)}}
	case "todos":
		return object{{"userId", 1 + (id-1)/20}, {"id", id}, {"title", title(d)}, {"completed", d.below(2) == 1}}
	case "albums", "photos":
		return object{{"id", id}, {"title", title(d)}, {"url", "https://images.example/" + name + "/" + strconv.Itoa(id)}}
	}
	return object{{"id", id}, {"name", title(d)}, {"price", float64(100+d.below(9900)) / 100}, {"quantity", d.below(50)}}
}

func title(d *dice) string { return sentence(d, 2+d.below(3)) }

func sentence(d *dice, count int) string {
	list := make([]string, count)
	for i := range list {
		list[i] = d.pick(plainWords)
	}
	return strings.Join(list, " ")
}

// decodeObject reads the members of a JSON object in their order.
func decodeObject(text string) object {
	o := object{}
	decoder := json.NewDecoder(strings.NewReader(text))
	if _, err := decoder.Token(); err != nil {
		return o
	}
	for decoder.More() {
		name, err := decoder.Token()
		var value json.RawMessage
		if err != nil || decoder.Decode(&value) != nil {
			return o
		}
		if text, ok := name.(string); ok && text != "id" {
			o = append(o, member{text, value})
		}
	}
	return o
}

// pagesOfSite is how many pages a site has, its start page included.
const pagesOfSite = 12

// page is an HTML page with links to others of its site.
func page(r *Request) content {
	d := newDice(int64(len(r.Path)), r.Host+r.Path, 0)
	name := strings.Trim(r.Path, "/")
	if name == "" {
		name = r.Host
	}
	var b strings.Builder
	b.WriteString("<!doctype html>\n<html>\n<head><title>" + escape(strings.ReplaceAll(name, "/", " ")) + "</title></head>\n<body>\n<h1>" + escape(name) + "</h1>\n")
	for range 2 + d.below(6) {
		b.WriteString("<p>" + sentence(d, 20+d.below(60)) + ".</p>\n")
	}
	b.WriteString("<ul>\n")
	for i := range 3 + d.below(3) {
		target := "/page/" + strconv.Itoa(1+d.below(pagesOfSite-1))
		if i == 0 {
			target = "/"
		}
		b.WriteString(`<li><a href="` + target + `">` + title(d) + "</a></li>\n")
	}
	b.WriteString("</ul>\n</body>\n</html>\n")
	return content{contentType: htmlType, text: b.String()}
}

func escape(text string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(text)
}
