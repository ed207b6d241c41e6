package explain

import (
	"strings"

	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/trace"
)

// Explainer explains one trace. It keeps the names and badges of its tasks, so that
// many captions cost little.
type Explainer struct {
	trace  *trace.Trace
	names  []string // by TaskID-1, as sentences call them
	badges []string
}

// New returns an Explainer of a trace.
func New(t *trace.Trace) *Explainer {
	return &Explainer{trace: t, names: trace.DisplayNames(t), badges: Badges(t)}
}

// Badge returns a task's letters, "" for code outside any task.
func (x *Explainer) Badge(id trace.TaskID) string {
	if id < 1 || int(id) > len(x.badges) {
		return ""
	}
	return x.badges[id-1]
}

// Name returns what sentences call a task, "" for code outside any task.
func (x *Explainer) Name(id trace.TaskID) string {
	if id < 1 || int(id) > len(x.names) {
		return ""
	}
	return x.names[id-1]
}

func (x *Explainer) task(id trace.TaskID) Arg {
	return words.Task(int32(id), x.Name(id), x.Badge(id), -1)
}

func (x *Explainer) item(queue trace.ObjectID, item int32, repr trace.StringID, event int32) Arg {
	return words.Item(int32(queue), item, trace.ShortRepr(x.trace.Text(repr)), event)
}

func (x *Explainer) code(id trace.StringID) Arg {
	return words.Code(oneLine(x.trace.Text(id)))
}

func (x *Explainer) text(id trace.StringID) Arg {
	return words.Text(oneLine(x.trace.Text(id)))
}

// lineTextMax bounds what a sentence quotes from the program.
const lineTextMax = 200

// oneLine makes a text fit into a sentence: its first line, not too long.
func oneLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimRight(s, "\r\n"), "\n")
	if len(s) > lineTextMax {
		s = strings.ToValidUTF8(s[:lineTextMax], "") + "…"
	}
	return s
}

func message(key words.Key, args ...Arg) Message { return Message{Key: key, Args: args} }

func reason(event int32, m Message) Reason { return Reason{Message: m, Event: event} }
