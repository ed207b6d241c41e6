package lesson

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Question is asked of the reader; a run knows the answer.
type Question struct {
	Line    int
	ID      string
	Of      Reference
	Block   *Block
	Check   string // the fact that the right answer tells
	Ask     Prose
	Options []Option
	Why     Prose
	node    ast.Node
}

// Option is one answer to choose.
type Option struct {
	Right bool
	Line  int
	Text  Prose
	// Fact is what is compared with the run: the text without its markup, or what stands in braces at its end.
	Fact   string
	Braces bool
}

// checks are the facts that a right answer can tell.
var checks = []string{"output", "output line N", "output lines", "outcome", "duration", "exception", "verdict", "tasks", "prints", "never prints"}

var checkPattern = regexp.MustCompile(`^(?:output|output line -?[1-9][0-9]*|output lines|outcome|duration|exception|verdict|tasks|prints|never prints)$`)

var factAtEnd = regexp.MustCompile(`(?:^|[^{])(\{([^{}]*)\})\s*$`)

// readQuestion reads the body of a question fence. It returns nil when nothing can be made of it.
func (r *pageReader) readQuestion(attributes []attribute, body string, line int) *Question {
	q := &Question{Line: line, ID: fmt.Sprintf("question-%d", len(r.page.Questions)+1)}
	of := ""
	for _, a := range attributes {
		switch a.key {
		case "of":
			of = a.value
		case "check":
			q.Check = strings.Join(strings.Fields(a.value), " ")
		case "id":
			q.ID = a.value
		default:
			r.problem(line, fmt.Sprintf("the attribute %s of a question is not known", a.key), didYouMean(a.key, []string{"of", "check", "id"}))
		}
	}
	r.claim(q.ID, line)
	if !checkPattern.MatchString(q.Check) {
		r.problem(line, fmt.Sprintf("check=%q: a question says which fact of the run its right answer tells", q.Check), "use one of: "+strings.Join(checks, ", "))
		return nil
	}
	ref, err := parseReference(of)
	if err != nil {
		r.problem(line, "of: "+err.Error(), "")
		return nil
	}
	q.Of = ref
	if q.Block = r.find(line, ref); q.Block == nil {
		return nil
	}
	if q.Block.NoRun != "" {
		r.problem(line, "the block "+q.Block.ID+" is not run, so no answer can be checked", "remove norun there")
		return nil
	}
	r.questionBody(q, body, line+1)
	return q
}

// questionBody reads `ask:`, the answers and `why:`. A line that is indented continues the one before.
func (r *pageReader) questionBody(q *Question, body string, firstLine int) {
	type entry struct {
		kind, text string
		line       int
	}
	var entries []entry
	for i, line := range strings.Split(strings.TrimRight(body, "\n"), "\n") {
		trimmed := strings.TrimSpace(line)
		last := len(entries) - 1
		switch {
		case trimmed == "":
		case strings.HasPrefix(line, "ask:"), strings.HasPrefix(line, "why:"):
			entries = append(entries, entry{line[:3], strings.TrimSpace(line[4:]), firstLine + i})
		case strings.HasPrefix(line, "- "), strings.HasPrefix(line, "+ "):
			entries = append(entries, entry{line[:1], strings.TrimSpace(line[2:]), firstLine + i})
		case last >= 0 && (line[0] == ' ' || line[0] == '\t'):
			entries[last].text = strings.TrimSpace(entries[last].text + "\n" + trimmed)
		default:
			r.problem(firstLine+i, "this line of the question is neither ask:, why: nor an answer", "begin it with ask:, why:, - or +, or indent it to continue the line above")
		}
	}
	right := 0
	for _, e := range entries {
		switch e.kind {
		case "ask":
			q.Ask = r.prose(e.text, e.line)
		case "why":
			q.Why = r.prose(e.text, e.line)
		default:
			o := Option{Right: e.kind == "+", Line: e.line}
			text := e.text
			if m := factAtEnd.FindStringSubmatchIndex(text); m != nil {
				o.Fact, o.Braces = strings.TrimSpace(text[m[4]:m[5]]), true
				text = strings.TrimSpace(text[:m[2]])
			}
			o.Text = r.prose(text, e.line)
			if !o.Braces {
				o.Fact = strings.TrimSpace(plainText(o.Text.Node, o.Text.Source))
			}
			if o.Right {
				right++
			}
			q.Options = append(q.Options, o)
		}
	}
	if q.Ask.Node == nil || len(q.Ask.Source) == 0 {
		r.problem(q.Line, "the question asks nothing", "add a line ask: …")
	}
	if q.Why.Node == nil || len(q.Why.Source) == 0 {
		r.problem(q.Line, "the question does not explain its answer", "add a line why: …")
	}
	if len(q.Options) < 2 || right != 1 {
		r.problem(q.Line, fmt.Sprintf("the question has %d answers, %d of them right", len(q.Options), right), "give it two or more answers with - before each, and + before the right one")
	}
}

// prose parses a text within a fence.
func (r *pageReader) prose(text string, line int) Prose {
	p := parseProse(text, line, r.ids)
	r.inline(&p)
	return p
}
