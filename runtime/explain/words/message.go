package words

// Key names a sentence of the catalogue.
type Key string

// ArgKind says what an argument is.
type ArgKind uint8

const (
	ArgText  ArgKind = iota // plain words: an exception, a name
	ArgCode                 // a piece of Python
	ArgTask                 // Int is the TaskID, Text its name, Badge its letters
	ArgItem                 // Int is the item number, Object its queue, Text its repr
	ArgLine                 // Int is the source line
	ArgTime                 // Number is virtual seconds
	ArgEvent                // Int is an event index
	ArgCount                // Int is a number of things; it decides the plural
)

// Arg is one argument of a Message.
type Arg struct {
	Kind   ArgKind
	Int    int64
	Number float64
	Object int32 // ObjectID of an item's queue
	Event  int32 // where a click on it leads; -1: nowhere
	Text   string
	Badge  string
}

// Message is a sentence with its arguments, in no language yet. The zero Message says
// nothing.
type Message struct {
	Key  Key
	Args []Arg
}

// IsZero reports whether the message says nothing.
func (m Message) IsZero() bool { return m.Key == "" }

// Part is a piece of a rendered Message: words, or an argument to be drawn in its own
// way.
type Part struct {
	Text string // for an argument: how plain text shows it
	Code bool   // set as code
	Arg  *Arg   // nil: just words
}

// Text is an argument of plain words.
func Text(s string) Arg { return Arg{Kind: ArgText, Text: s, Event: -1} }

// Code is an argument that is a piece of Python.
func Code(s string) Arg { return Arg{Kind: ArgCode, Text: s, Event: -1} }

// Count is a number of things; it decides the plural.
func Count(n int) Arg { return Arg{Kind: ArgCount, Int: int64(n), Event: -1} }

// Line is a source line; event is where a click leads, -1 for nowhere.
func Line(line, event int32) Arg { return Arg{Kind: ArgLine, Int: int64(line), Event: event} }

// Time is an instant or a duration in virtual seconds.
func Time(seconds float64, event int32) Arg {
	return Arg{Kind: ArgTime, Number: seconds, Event: event}
}

// Task is a task with its name and badge.
func Task(id int32, name, badge string, event int32) Arg {
	return Arg{Kind: ArgTask, Int: int64(id), Text: name, Badge: badge, Event: event}
}

// Item is a queue item with its repr.
func Item(queue, item int32, repr string, event int32) Arg {
	return Arg{Kind: ArgItem, Int: int64(item), Object: queue, Text: repr, Event: event}
}
