package runtime

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"asyncplay/runtime/network"
)

// faultAction is what a fault does.
type faultAction uint8

const (
	faultRaise faultAction = iota
	faultCancel
	faultDelay
	faultNever
	faultSignal
)

// fault is one parsed specification, [FILE.py:]LINE:ACTION[=ARG][:nth=N][:every=K][:task=NAME][:of=run] for a line of the program or
// of a module that came with it, or net:[METHOD ]URL OPTION…, a #@network line without its mark, for the network.
type fault struct {
	network      string // the #@network line; then all else is zero
	file         string // of a module; "" for the program itself
	line         int32
	action       faultAction
	exception    string // dotted name of its class
	message      string
	hasMessage   bool
	delaySeconds float64
	signal       string // its name without SIG
	nth, every   int
	task         string
	ofRun        bool // nth and every count the visits of all tasks together
}

// signalNumbers are the signals that a fault can send.
var signalNumbers = map[string]int64{"HUP": 1, "INT": 2, "USR1": 10, "USR2": 12, "TERM": 15}

const pythonSuffix = ".py"

func parseFaults(specs []string) ([]fault, error) {
	faults := make([]fault, len(specs))
	for i, spec := range specs {
		f, err := parseFault(spec)
		if err != nil {
			return nil, fmt.Errorf("fault %q: %w", spec, err)
		}
		faults[i] = f
	}
	return faults, nil
}

// parseFault reads one specification. The error says what is wrong with it.
func parseFault(spec string) (fault, error) {
	if text, ok := strings.CutPrefix(spec, "net:"); ok {
		if message := network.CheckFault(text); message != "" {
			return fault{}, errors.New(message)
		}
		return fault{network: text}, nil
	}
	lineText, rest, ok := strings.Cut(spec, ":")
	f := fault{}
	if file := strings.TrimSpace(lineText); len(file) > len(pythonSuffix) && strings.HasSuffix(file, pythonSuffix) {
		f.file = file
		lineText, rest, ok = strings.Cut(rest, ":")
	}
	line, err := strconv.Atoi(strings.TrimSpace(lineText))
	switch {
	case (err != nil || line < 1 || line > 1<<30) && f.file != "":
		return fault{}, fmt.Errorf("needs a line number after %s, got %q", f.file, lineText)
	case err != nil || line < 1 || line > 1<<30:
		return fault{}, fmt.Errorf("begins with a line number, FILE.py:LINE or net:, got %q", lineText)
	case !ok:
		return fault{}, fmt.Errorf("needs an action after the line: raise, cancel, delay, never or signal")
	}
	f.line = int32(line)
	parts := splitUnquoted(rest, ':')
	if err := f.parseAction(parts[0]); err != nil {
		return fault{}, err
	}
	for _, option := range parts[1:] {
		if err := f.parseOption(option); err != nil {
			return fault{}, err
		}
	}
	if f.nth > 0 && f.every > 0 {
		return fault{}, fmt.Errorf("takes nth or every, not both")
	}
	return f, nil
}

// placeFaults looks which of the program's files each fault is in, and gives it the name that tracebacks have for that.
func (r *run) placeFaults(faults []fault) error {
	program := r.request.Filename[strings.LastIndexByte(r.request.Filename, '/')+1:]
	for i := range faults {
		f := &faults[i]
		if f.file == "" || f.file == r.request.Filename || f.file == program {
			f.file = ""
			continue
		}
		name := strings.ReplaceAll(strings.TrimSuffix(f.file, pythonSuffix), "/", ".")
		name = strings.TrimSuffix(name, ".__init__")
		if !slices.ContainsFunc(r.request.Modules, func(m Module) bool { return m.Name == name }) {
			return fmt.Errorf("fault %q: there is no file %s beside %s", r.request.Faults[i], f.file, program)
		}
		f.file = name + pythonSuffix
	}
	return nil
}

func (f *fault) parseAction(s string) error {
	name, arg, hasArg := strings.Cut(s, "=")
	switch strings.TrimSpace(name) {
	case "raise":
		f.action = faultRaise
		if !hasArg {
			arg = "RuntimeError"
		}
		return f.parseException(strings.TrimSpace(arg))
	case "cancel":
		f.action = faultCancel
	case "never":
		f.action = faultNever
	case "delay":
		f.action = faultDelay
		seconds, err := strconv.ParseFloat(strings.TrimSpace(arg), 64)
		if err != nil || !(seconds >= 0 && seconds <= 1e9) {
			return fmt.Errorf("delay takes seconds, got %q", arg)
		}
		f.delaySeconds = seconds
		return nil
	case "signal":
		f.action = faultSignal
		f.signal = strings.TrimPrefix(strings.TrimSpace(arg), "SIG")
		if signalNumbers[f.signal] == 0 {
			return fmt.Errorf("signal takes one of INT, TERM, HUP, USR1 and USR2, got %q", arg)
		}
		return nil
	default:
		return fmt.Errorf("unknown action %q: raise, cancel, delay, never or signal", name)
	}
	if hasArg {
		return fmt.Errorf("%s takes no argument", name)
	}
	return nil
}

// parseException reads `Name`, `Name()` or `Name("message")`.
func (f *fault) parseException(s string) error {
	name, rest, called := strings.Cut(s, "(")
	f.exception = strings.TrimSpace(name)
	for _, part := range strings.Split(f.exception, ".") {
		if !isName(part) {
			return fmt.Errorf("raise takes an exception such as RuntimeError(\"boom\"), got %q", s)
		}
	}
	if !called {
		return nil
	}
	body, closed := strings.CutSuffix(strings.TrimSpace(rest), ")")
	if !closed {
		return fmt.Errorf("the parenthesis in %q is not closed", s)
	}
	if body = strings.TrimSpace(body); body == "" {
		return nil
	}
	message, ok := unquote(body)
	if !ok {
		return fmt.Errorf("the message in %q must be one quoted text", s)
	}
	f.message, f.hasMessage = message, true
	return nil
}

func isName(s string) bool {
	for i, r := range s {
		if r != '_' && !(r >= 'a' && r <= 'z') && !(r >= 'A' && r <= 'Z') && r < 0x80 && !(i > 0 && r >= '0' && r <= '9') {
			return false
		}
	}
	return s != ""
}

// unquote reads a Python string literal of one line with the common escapes.
func unquote(s string) (string, bool) {
	if len(s) < 2 || s[0] != s[len(s)-1] || (s[0] != '"' && s[0] != '\'') {
		return "", false
	}
	quote, body := s[0], s[1:len(s)-1]
	var b strings.Builder
	for i := 0; i < len(body); i++ {
		c := body[i]
		if c == quote {
			return "", false
		}
		if c != '\\' {
			b.WriteByte(c)
			continue
		}
		i++
		if i == len(body) {
			return "", false
		}
		switch body[i] {
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		default:
			b.WriteByte(body[i])
		}
	}
	return b.String(), true
}

func (f *fault) parseOption(s string) error {
	name, value, _ := strings.Cut(s, "=")
	switch name {
	case "nth", "every":
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			return fmt.Errorf("%s takes a number from 1, got %q", name, value)
		}
		if name == "nth" {
			f.nth = n
		} else {
			f.every = n
		}
	case "task":
		if text, ok := unquote(value); ok {
			value = text
		}
		if value == "" {
			return fmt.Errorf("task takes the name of a task")
		}
		f.task = value
	case "of":
		if value != "run" {
			return fmt.Errorf("of takes run, got %q", value)
		}
		f.ofRun = true
	default:
		return fmt.Errorf("unknown option %q: nth, every, task or of", name)
	}
	return nil
}

// hits reports whether the fault takes effect at the given visit, counted from 1.
func (f *fault) hits(visit int) bool {
	switch {
	case f.nth > 0:
		return visit == f.nth
	case f.every > 0:
		return visit%f.every == 0
	}
	return true
}

// CheckFault says what is wrong with a specification, nil when nothing is.
func CheckFault(spec string) error {
	_, err := parseFault(spec)
	return err
}

// FaultParts is a specification of a fault on a line taken apart, for those who show it in a form.
type FaultParts struct {
	File               string // of a module, as FILE.py; "" for the program itself
	Line               int
	Action             string // raise, cancel, delay, never, signal
	Exception, Message string
	Seconds            float64
	Signal             string
	Nth, Every         int
	Task               string
	OfRun              bool
}

var faultActions = [...]string{faultRaise: "raise", faultCancel: "cancel", faultDelay: "delay", faultNever: "never", faultSignal: "signal"}

// ParseFault takes the specification of a fault on a line apart. The error says what is wrong with it.
func ParseFault(spec string) (FaultParts, error) {
	f, err := parseFault(spec)
	if err != nil {
		return FaultParts{}, err
	}
	parts := FaultParts{
		File: f.file, Line: int(f.line), Action: faultActions[f.action], Exception: f.exception, Message: f.message, Seconds: f.delaySeconds,
		Nth: f.nth, Every: f.every, Task: f.task, OfRun: f.ofRun,
	}
	if f.signal != "" {
		parts.Signal = "SIG" + f.signal
	}
	return parts, nil
}
