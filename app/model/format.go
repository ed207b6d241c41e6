package model

import (
	"strconv"
	"strings"

	"asyncplay/app/words"
	"asyncplay/runtime/trace"
)

// FormatClock writes an instant in virtual seconds as the page shows it: 1.590.
func FormatClock(seconds float64) string { return strconv.FormatFloat(seconds, 'f', 3, 64) }

// FormatSeconds writes a duration in virtual seconds with as few digits as it needs.
func FormatSeconds(seconds float64) string {
	s := strconv.FormatFloat(seconds, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}

// ClockText is an instant with its unit: 1.590 s.
func (p *Playground) ClockText(seconds float64) string {
	return FormatClock(seconds) + " " + p.Text(words.Seconds)
}

// textWidthPx estimates how wide a label is in the timeline's small letters. Japanese ones are as wide as they are high.
func textWidthPx(text string) float64 {
	width := 0.0
	for _, r := range text {
		if r >= 0x2e80 {
			width += wideCharPx
		} else {
			width += charWidthPx
		}
	}
	return width
}

const reprWidthMax = 14

// ShortRepr shortens the repr of a queue item so that it fits a chip: floats to two
// decimals, long texts cut.
func ShortRepr(repr string) string {
	if f, err := strconv.ParseFloat(repr, 64); err == nil && strings.ContainsAny(repr, ".eE") {
		return strconv.FormatFloat(f, 'f', 2, 64)
	}
	runes := []rune(repr)
	if len(runes) > reprWidthMax {
		return string(runes[:reprWidthMax-1]) + "…"
	}
	return repr
}

var waitWords = map[trace.Wait]words.Key{
	trace.WaitNone: words.StateReady, trace.WaitReady: words.StateReady, trace.WaitSleep: words.StateSleep,
	trace.WaitQueueGet: words.StateGet, trace.WaitQueuePut: words.StatePut, trace.WaitQueueJoin: words.StateJoin,
	trace.WaitFuture: words.StateFuture, trace.WaitTask: words.StateTask, trace.WaitGather: words.StateGather,
	trace.WaitTaskGroup: words.StateGroup, trace.WaitAny: words.StateAny, trace.WaitLock: words.StateLock,
	trace.WaitSemaphore: words.StateSemaphore, trace.WaitEvent: words.StateEvent,
	trace.WaitCondition: words.StateCondition, trace.WaitBarrier: words.StateBarrier,
	trace.WaitThread: words.StateThread, trace.WaitNetwork: words.StateNetwork,
}

// WaitName says in words what a task waits for.
func WaitName(lang words.Lang, w trace.Wait) string { return words.Text(lang, waitWords[w]) }

// StateName says in words what a task does at an instant.
func StateName(lang words.Lang, t *trace.TaskState) string {
	switch t.Phase {
	case trace.PhaseRunning:
		return words.Text(lang, words.StateRun)
	case trace.PhaseSuspended:
		return WaitName(lang, t.Wait)
	case trace.PhaseDone:
		return words.Text(lang, words.StateDone)
	case trace.PhaseRaised:
		return words.Text(lang, words.StateRaised)
	case trace.PhaseCancelled:
		return words.Text(lang, words.StateCancelled)
	case trace.PhaseNone:
		return words.Text(lang, words.StateNone)
	}
	return words.Text(lang, words.StateReady)
}

// ordinal writes 1st, 2nd, 3rd, 4th … where a language has such forms, and the number where it has not.
func ordinal(lang words.Lang, n int) string {
	if lang != words.English {
		return strconv.Itoa(n)
	}
	suffix := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			suffix = "st"
		case 2:
			suffix = "nd"
		case 3:
			suffix = "rd"
		}
	}
	return strconv.Itoa(n) + suffix
}

// ExceptionType is the "Type" of an exception's "Type: message".
func ExceptionType(text string) string {
	name, _, _ := strings.Cut(text, ":")
	return name
}
