package remedy

import (
	"fmt"
	"strings"

	"asyncplay/runtime/explain"
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/rewrite"
	"asyncplay/runtime/trace"
)

// ID names a mistake; stable, for tests, links and the pages in docs/verdicts.
type ID string

const (
	TaskDoneMissing ID = "task-done-missing" // task_done() is skipped on an error path
	GetInsideTry    ID = "get-inside-try"    // a finally marks items done that were never taken
	ExceptionUnseen ID = "exception-unseen"  // a task died, nobody looked
	AwaitForgotten  ID = "await-forgotten"   // a coroutine was made and never awaited
	GatherList      ID = "gather-list"       // gather([a, b]) instead of gather(a, b)
	WaitCoroutines  ID = "wait-coroutines"   // asyncio.wait() with coroutines instead of tasks
	LoopBlocked     ID = "loop-blocked"      // time.sleep() in a coroutine
	LockOrder       ID = "lock-order"        // two tasks take two locks in opposite order
	ConsumerGone    ID = "consumer-gone"     // put() waits for a consumer that has ended
	TaskNotKept     ID = "task-not-kept"     // main ended before a task that nobody kept
	CancelSwallowed ID = "cancel-swallowed"  // an except clause caught CancelledError and went on
)

// All lists the mistakes, in the order in which they are looked for: the nearer to a cause, the earlier.
func All() []ID {
	return []ID{AwaitForgotten, GatherList, WaitCoroutines, TaskDoneMissing, GetInsideTry, ConsumerGone, LockOrder,
		CancelSwallowed, ExceptionUnseen, TaskNotKept, LoopBlocked}
}

// Message is the catalogue's.
type Message = words.Message

// Finding is a mistake that was recognised.
type Finding struct {
	ID     ID
	Title  Message // what is wrong, with names and lines
	Why    Message // why that has the consequence one sees
	Change Message // what the edits do; zero when there are none
	Event  int32   // the moment to look at; -1: none
	Line   int32
	Edits  []rewrite.Edit // empty when the program has a shape that no change is known for
}

// Fixed is the program with the change made.
func (f *Finding) Fixed(source string) string { return rewrite.Apply(source, f.Edits) }

// sourceBytesMax bounds the programs that are looked at.
const sourceBytesMax = 1 << 20

// Find looks for the mistakes behind a run. report is its verdict.
func Find(t *trace.Trace, report *explain.Report, source string) []Finding {
	status := t.Outcome.Status
	if status == trace.StatusSyntaxError || status == trace.StatusStopped || len(source) > sourceBytesMax {
		return nil
	}
	f := &finder{facts: gather(t), report: report, text: source, explainer: explain.New(t)}
	look := map[ID]func(){
		AwaitForgotten: f.awaitForgotten, GatherList: f.gatherList, WaitCoroutines: f.waitCoroutines,
		TaskDoneMissing: f.taskDoneMissing, GetInsideTry: f.getInsideTry, ConsumerGone: f.consumerGone,
		LockOrder: f.lockOrder, CancelSwallowed: f.cancelSwallowed, ExceptionUnseen: f.exceptionUnseen,
		TaskNotKept: f.taskNotKept, LoopBlocked: f.loopBlocked,
	}
	for _, id := range All() {
		look[id]()
	}
	return f.findings
}

type finder struct {
	*facts
	report    *explain.Report
	explainer *explain.Explainer
	text      string
	source    *rewrite.Source // nil until asked for, and when the program does not parse
	parsed    bool
	findings  []Finding
}

// tree reads the program once, and only when a run gives reason to.
func (f *finder) tree() *rewrite.Source {
	if !f.parsed {
		f.parsed = true
		if s, ok := rewrite.Parse(f.text); ok {
			f.source = s
		}
	}
	return f.source
}

// sentences are the catalogue's keys of a mistake.
var sentences = map[ID][3]words.Key{
	TaskDoneMissing: {words.CauseTaskDoneMissing, words.WhyTaskDoneMissing, words.FixTaskDoneMissing},
	GetInsideTry:    {words.CauseGetInsideTry, words.WhyGetInsideTry, words.FixGetInsideTry},
	ExceptionUnseen: {words.CauseExceptionUnseen, words.WhyExceptionUnseen, words.FixExceptionUnseen},
	AwaitForgotten:  {words.CauseAwaitForgotten, words.WhyAwaitForgotten, words.FixAwaitForgotten},
	GatherList:      {words.CauseGatherList, words.WhyGatherList, words.FixGatherList},
	WaitCoroutines:  {words.CauseWaitCoroutines, words.WhyWaitCoroutines, words.FixWaitCoroutines},
	LoopBlocked:     {words.CauseLoopBlocked, words.WhyLoopBlocked, words.FixLoopBlocked},
	LockOrder:       {words.CauseLockOrder, words.WhyLockOrder, words.FixLockOrder},
	ConsumerGone:    {words.CauseConsumerGone, words.WhyConsumerGone, words.FixConsumerGone},
	TaskNotKept:     {words.CauseTaskNotKept, words.WhyTaskNotKept, words.FixTaskNotKept},
	CancelSwallowed: {words.CauseCancelSwallowed, words.WhyCancelSwallowed, words.FixCancelSwallowed},
}

// add notes a finding. Edits that would leave a program that does not parse are dropped.
func (f *finder) add(id ID, event, line int32, edits []rewrite.Edit, args ...words.Arg) {
	keys := sentences[id]
	found := Finding{
		ID: id, Event: event, Line: line,
		Title: Message{Key: keys[0], Args: args}, Why: Message{Key: keys[1]},
	}
	if len(edits) > 0 {
		fixed := rewrite.Apply(f.text, edits)
		if _, ok := rewrite.Parse(fixed); ok && fixed != f.text {
			found.Edits, found.Change = edits, Message{Key: keys[2]}
		}
	}
	f.findings = append(f.findings, found)
}

func (f *finder) task(id trace.TaskID) words.Arg {
	return words.Task(int32(id), f.explainer.Name(id), f.explainer.Badge(id), -1)
}

// diffContext is the number of lines shown around a change.
const diffContext = 1

// Diff shows what the change does to the program; nil when there is none.
func (f *Finding) Diff(source string) []rewrite.DiffLine {
	if len(f.Edits) == 0 {
		return nil
	}
	return rewrite.Diff(source, f.Fixed(source), diffContext)
}

// Text tells the findings in a language of the catalogue, for the command line.
func Text(lang words.Lang, findings []Finding, source string) string {
	var b strings.Builder
	for i := range findings {
		f := &findings[i]
		fmt.Fprintf(&b, "%s: %s\n  %s\n", f.ID, words.Render(lang, f.Title), words.Render(lang, f.Why))
		if len(f.Edits) == 0 {
			continue
		}
		fmt.Fprintf(&b, "  → %s\n", words.Render(lang, f.Change))
		for _, line := range f.Diff(source) {
			number := line.New
			if line.Op == rewrite.Removed {
				number = line.Old
			}
			if line.Op == rewrite.Gap {
				b.WriteString("    …\n")
				continue
			}
			b.WriteString(strings.TrimRight(fmt.Sprintf("    %4d %c %s", number, line.Op, line.Text), " ") + "\n")
		}
	}
	return b.String()
}
