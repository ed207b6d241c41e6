package model

import (
	"strconv"
	"strings"

	"asyncplay/app/words"
	"asyncplay/runtime"
)

// Fault lets a line or the network fail. It lives outside the source.
type Fault struct {
	Kind      FaultKind `json:"kind,omitempty"`
	Line      int       `json:"line"` // from 1; 0 for one of the network
	Exception string    `json:"exception"`
	Message   string    `json:"message"`
	Seconds   float64   `json:"seconds,omitempty"` // of a delay
	Signal    string    `json:"signal,omitempty"`
	URL       string    `json:"url,omitempty"`    // which requests, as #@network lines have it
	Status    int       `json:"status,omitempty"` // of the response
	Nth       int       `json:"nth,omitempty"`    // which visit or request; 0: every one
	Every     int       `json:"every,omitempty"`  // every so many; 0: Nth says which
	Task      string    `json:"task,omitempty"`   // a task's name; "": all tasks
	OfRun     bool      `json:"of_run,omitempty"` // Nth and Every count the visits of all tasks together
	Off       bool      `json:"off,omitempty"`
}

// FaultKind is what a fault does.
type FaultKind string

const (
	FaultRaise  FaultKind = ""
	FaultCancel FaultKind = "cancel"
	FaultDelay  FaultKind = "delay"
	FaultNever  FaultKind = "never"
	FaultSignal FaultKind = "signal"

	FaultNetStatus  FaultKind = "status"
	FaultNetSlow    FaultKind = "slow"
	FaultNetSilent  FaultKind = "timeout"
	FaultNetRefused FaultKind = "refused"
	FaultNetReset   FaultKind = "reset"
	FaultNetDNS     FaultKind = "dns"
)

// What each kind is called in the form and in a sentence, in the order of the form.
type faultKind struct {
	kind           FaultKind
	name, is, chip words.Key
}

var lineFaults = []faultKind{
	{FaultRaise, words.FaultRaises, words.FaultIs, words.FaultChipEvery},
	{FaultCancel, words.FaultCancels, words.FaultIsCancel, words.FaultChipCancel},
	{FaultDelay, words.FaultDelays, words.FaultIsDelay, words.FaultChipDelay},
	{FaultNever, words.FaultNevers, words.FaultIsNever, words.FaultChipNever},
	{FaultSignal, words.FaultSignals, words.FaultIsSignal, words.FaultIsSignal},
}

var netFaults = []faultKind{
	{kind: FaultNetStatus, name: words.FaultNetStatus, is: words.FaultIsStatus},
	{kind: FaultNetSlow, name: words.FaultNetSlow, is: words.FaultIsSlow},
	{kind: FaultNetSilent, name: words.FaultNetSilent, is: words.FaultNetSilent},
	{kind: FaultNetRefused, name: words.FaultNetRefused, is: words.FaultNetRefused},
	{kind: FaultNetReset, name: words.FaultNetReset, is: words.FaultNetReset},
	{kind: FaultNetDNS, name: words.FaultNetDNS, is: words.FaultNetDNS},
}

// FaultSignals are the signals that a fault can send.
var FaultSignals = []string{"SIGINT", "SIGTERM", "SIGHUP", "SIGUSR1", "SIGUSR2"}

func kindOf(kind FaultKind) (k faultKind, network, known bool) {
	for _, k := range lineFaults {
		if k.kind == kind {
			return k, false, true
		}
	}
	for _, k := range netFaults {
		if k.kind == kind {
			return k, true, true
		}
	}
	return faultKind{}, false, false
}

// OnNetwork reports whether the fault is one of the network and not of a line.
func (f *Fault) OnNetwork() bool {
	_, network, _ := kindOf(f.Kind)
	return network
}

// FaultChoice is an entry of the form's list of kinds.
type FaultChoice struct {
	Kind FaultKind
	Name words.Key
}

// Kinds are what the fault could do instead.
func (f *Fault) Kinds() []FaultChoice {
	list := lineFaults
	if f.OnNetwork() {
		list = netFaults
	}
	choices := make([]FaultChoice, len(list))
	for i, k := range list {
		choices[i] = FaultChoice{k.kind, k.name}
	}
	return choices
}

// DefaultFault is what a click in the gutter makes.
func DefaultFault(line int) Fault {
	return Fault{Line: line, Exception: "RuntimeError", Message: "boom"}
}

// setKind makes the fault one of another kind, with an argument that makes sense.
func (f *Fault) setKind(kind FaultKind) {
	_, network, known := kindOf(kind)
	if !known || network != f.OnNetwork() {
		return
	}
	switch f.Kind = kind; {
	case (kind == FaultDelay || kind == FaultNetSlow) && f.Seconds == 0:
		f.Seconds = 2
	case kind == FaultSignal && f.Signal == "":
		f.Signal = FaultSignals[0]
	case kind == FaultNetStatus && f.Status == 0:
		f.Status = 503
	}
}

// sane reports whether the fault can be one of a saved state.
func (f *Fault) sane() bool {
	_, network, known := kindOf(f.Kind)
	return known && (network || f.Line >= 1) && f.Nth >= 0 && f.Nth <= faultNthMax && f.Every >= 0 && f.Every <= faultNthMax
}

// Valid reports whether a run can take the fault.
func (f Fault) Valid() bool { return runtime.CheckFault(f.Spec()) == nil }

// Call is the exception as Python would construct it: RuntimeError("boom").
func (f Fault) Call() string {
	if f.Message == "" {
		return f.Exception + "()"
	}
	return f.Exception + "(" + pythonString(f.Message) + ")"
}

// Argument is what the fault's sentence ends in, as code; "" for nothing.
func (f *Fault) Argument() string {
	switch f.Kind {
	case FaultRaise:
		return f.Call()
	case FaultSignal:
		return f.Signal
	case FaultNetStatus:
		return strconv.Itoa(f.Status)
	}
	return ""
}

// Sentence says what the fault does, but for its argument and when.
func (f *Fault) Sentence(lang words.Lang) string {
	k, _, _ := kindOf(f.Kind)
	return words.Text(lang, k.is, strconv.Itoa(f.Line), FormatSeconds(f.Seconds))
}

// Spec is the fault as a run request has it: `12:raise=RuntimeError("boom"):nth=4`, `net:api.example/* status=503 nth=2`.
func (f Fault) Spec() string {
	seconds := strconv.FormatFloat(f.Seconds, 'g', -1, 64)
	if f.OnNetwork() {
		does := "fail=" + string(f.Kind)
		switch f.Kind {
		case FaultNetStatus:
			does = "status=" + strconv.Itoa(f.Status)
		case FaultNetSlow:
			does = "latency=" + seconds
		}
		return "net:" + strings.TrimSpace(f.URL) + " " + does + f.count(" ")
	}
	does := string(f.Kind)
	switch f.Kind {
	case FaultRaise:
		does = "raise=" + f.Call()
	case FaultDelay:
		does += "=" + seconds
	case FaultSignal:
		does += "=" + f.Signal
	}
	spec := strconv.Itoa(f.Line) + ":" + does + f.count(":")
	if f.Task != "" {
		task := f.Task
		if strings.ContainsAny(task, `:"'\`) {
			task = pythonString(task)
		}
		spec += ":task=" + task
	}
	if f.OfRun && f.When() != FaultAlways {
		spec += ":of=run"
	}
	return spec
}

func (f *Fault) count(separator string) string {
	switch f.When() {
	case FaultOnNth:
		return separator + "nth=" + strconv.Itoa(f.Nth)
	case FaultOnEvery:
		return separator + "every=" + strconv.Itoa(f.Every)
	}
	return ""
}

// FaultTimes says on which visits or requests a fault strikes.
type FaultTimes string

const (
	FaultAlways  FaultTimes = "always"
	FaultOnNth   FaultTimes = "nth"
	FaultOnEvery FaultTimes = "every"
)

// When is what the fault's numbers mean.
func (f *Fault) When() FaultTimes {
	switch {
	case f.Every > 0:
		return FaultOnEvery
	case f.Nth > 0:
		return FaultOnNth
	}
	return FaultAlways
}

// Number is the one of Nth and Every that counts.
func (f *Fault) Number() int { return max(f.Nth, f.Every) }

// WhenText says in words on which visits or requests the fault strikes.
func (f *Fault) WhenText(lang words.Lang) string {
	key := words.FaultEveryVisit
	apart := !f.OfRun && f.Task == ""
	switch when := f.When(); {
	case f.OnNetwork():
		key = map[FaultTimes]words.Key{
			FaultAlways: words.FaultEveryRequest, FaultOnNth: words.FaultNthRequest, FaultOnEvery: words.FaultEveryNthRequest}[when]
	case when == FaultOnNth && apart:
		key = words.FaultNthEach
	case when == FaultOnNth:
		key = words.FaultNth
	case when == FaultOnEvery && apart:
		key = words.FaultEveryNthEach
	case when == FaultOnEvery:
		key = words.FaultEveryNth
	}
	return words.Text(lang, key, ordinal(lang, f.Number()))
}

// Chip is the short form at the end of the line in the editor.
func (f *Fault) Chip(lang words.Lang) string {
	k, _, _ := kindOf(f.Kind)
	what := words.Text(lang, k.chip, FormatSeconds(f.Seconds))
	if f.Kind == FaultSignal {
		what = f.Signal
	}
	if f.When() == FaultAlways {
		return what
	}
	when := words.Text(lang, map[bool]words.Key{true: words.FaultChipEveryNth, false: words.FaultChipNth}[f.Every > 0], ordinal(lang, f.Number()))
	if f.Kind == FaultRaise {
		return when
	}
	return what + " · " + when
}

// pythonString writes a Python string literal in double quotes.
func pythonString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ':
			b.WriteString(`\x` + string("0123456789abcdef"[r>>4]) + string("0123456789abcdef"[r&15]))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
