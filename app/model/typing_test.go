package model

import (
	"strings"
	"testing"

	"asyncplay/runtime"
	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOnlyANumberDiffers(t *testing.T) {
	for _, edit := range []struct {
		before, after string
		number        bool
	}{
		{"n = 3\n", "n = 30\n", true},
		{"n = 30\n", "n = 3\n", true},
		{"n = 3\n", "n = 5\n", true},
		{"sleep(0.5)", "sleep(0.55)", true},
		{"sleep(1)", "sleep(1.)", true},
		{"range(11)", "range(111)", true},
		{"range(1)", "range()", false},
		{"sleep(.5)", "sleep(.)", false},
		{"task = 1", "task1 = 1", false},
		{"task1 = 1", "task12 = 1", false},
		{"n = 3", "n = 3\nm = 4", false},
		{"n = 3", "n = x", false},
		{"n = 3", "n = 3", false},
		{"", "3", true},
		{"é1", "é12", false},
	} {
		assert.Equal(t, edit.number, OnlyANumberDiffers(edit.before, edit.after), "%q → %q", edit.before, edit.after)
	}
}

// traceOf is a small run: what it prints, and how it ends.
func traceOf(o trace.Outcome, prints string, raised ...string) *trace.Trace {
	r := trace.NewRecorder(100)
	if prints != "" {
		r.Emit(trace.Event{Kind: trace.Stdout, Text: r.Intern(prints)})
	}
	for _, text := range raised {
		r.Emit(trace.Event{Kind: trace.RunRaised, Text: r.Intern(text)})
		o.Text = r.Intern(text)
	}
	if len(raised) == 0 {
		r.Emit(trace.Event{Kind: trace.RunFinished})
	}
	return r.Finish(o)
}

func fine(prints string) *trace.Trace { return traceOf(trace.Outcome{}, prints) }

func raised(text string) *trace.Trace {
	return traceOf(trace.Outcome{Status: trace.StatusRaised, ExitCode: 1}, "", text)
}

func TestEveryKeyRunsAndAGoodRunIsShownAtOnce(t *testing.T) {
	p, env := settled(t)
	for _, key := range []string{"# a", "# ab", "# abc"} {
		p.Typed(key)
		assert.Equal(t, key, env.answer(t, fine(key)).Source)
		assert.Equal(t, key, p.Run().Source, "shown before the hand rests")
	}
	assert.False(t, p.Trying())
}

func TestNewTroubleWaitsForTheHandToRest(t *testing.T) {
	for name, bad := range map[string]*trace.Trace{
		"a name half typed":           raised("NameError: name 'prin' is not defined"),
		"an attribute half typed":     raised("AttributeError: module 'asyncio' has no attribute 'ru'"),
		"half a name, caught":         fine("name 'pri' is not defined\nname 'prin' is not defined\n"),
		"a hang":                      hungTrace(),
		"a statement without its end": syntaxErrorTrace(),
	} {
		t.Run(name, func(t *testing.T) {
			p, env := settled(t)
			p.Typed("x = 1\n")
			env.answer(t, fine(""))
			good, rev := p.Run(), p.Rev(PartRun, PartInstant)
			earlier := p.Typed("x = 1\nif pri")
			env.answer(t, bad)
			last := p.Typed("x = 1\nif prin")
			env.answer(t, bad)
			assert.Same(t, good, p.Run())
			assert.Nil(t, p.Current().Broken())
			assert.Equal(t, rev, p.Rev(PartRun, PartInstant), "nothing is drawn anew")
			p.HandRests(earlier)
			assert.Same(t, good, p.Run(), "another key followed")
			p.HandRests(last)
			if bad.Outcome.Status == trace.StatusSyntaxError {
				require.NotNil(t, p.Current().Broken())
				assert.Same(t, bad, p.Current().Broken().Trace)
			} else {
				assert.Same(t, bad, p.Run().Trace)
			}
			assert.NotEqual(t, rev, p.Rev(PartRun, PartInstant))

			p.Typed("x = 1\nprint")
			env.answer(t, fine(""))
			assert.Equal(t, "x = 1\nprint", p.Current().Source)
			p.Typed("x = 1\nprint()")
			env.answer(t, fine("\n"))
			assert.Equal(t, "x = 1\nprint()", p.Run().Source, "what is good again shows at once")
			assert.Nil(t, p.Current().Broken())
		})
	}
}

func TestTroubleThatStandsThereAlreadyDoesNotWait(t *testing.T) {
	p, env := settled(t)
	rests := p.Typed("raise ValueError('a')\n")
	env.answer(t, raised("ValueError: a"))
	p.HandRests(rests)
	p.Typed("raise ValueError('ab')\n")
	env.answer(t, raised("ValueError: ab"))
	assert.Equal(t, "raise ValueError('ab')\n", p.Run().Source)
	p.Typed("raise TypeErro('ab')\n")
	env.answer(t, raised("NameError: name 'TypeErro' is not defined"))
	assert.Equal(t, "raise ValueError('ab')\n", p.Run().Source, "another error is new")

	rests = p.Typed("(\n")
	env.answer(t, syntaxErrorTrace())
	assert.Nil(t, p.Current().Broken())
	p.HandRests(rests)
	second := syntaxErrorTrace()
	p.Typed("((\n")
	env.answer(t, second)
	assert.Same(t, second, p.Current().Broken().Trace, "one syntax error takes the place of another")
}

func TestADigitShowsItsRunWhateverItIs(t *testing.T) {
	p, env := settled(t)
	p.Typed("n = 1\n")
	env.answer(t, fine(""))
	p.Typed("n = 10\n")
	env.answer(t, raised("ValueError: too many"))
	assert.Equal(t, "n = 10\n", p.Run().Source)
}

func TestACallWithoutItsParenthesesYetWaits(t *testing.T) {
	p, env := settled(t)
	p.Typed("print('a')\n")
	good := fine("a\n")
	env.answer(t, good)
	rests := p.Typed("print\n")
	env.answer(t, fine(""))
	assert.Same(t, good, p.Run().Trace, "the console keeps its lines while the call is typed anew")
	p.HandRests(rests)
	assert.Equal(t, "print\n", p.Run().Source)
}

func TestARunThatGoesOnWhenTheHandRestsIsLikeAnyOther(t *testing.T) {
	p, env := settled(t)
	good := p.Run()
	p.Typed("")
	env.take(t)
	rests := p.Typed("while 1:0\n")
	assert.True(t, p.Trying())
	shell := p.Rev(PartShell)
	run := env.take(t)
	run.progress(Progress{Events: 3})
	assert.Equal(t, shell, p.Rev(PartShell), "nobody asked for progress yet")
	p.HandRests(rests)
	assert.False(t, p.Trying())
	assert.Same(t, p.Current(), p.Busy())
	run.progress(Progress{Events: 4})
	assert.NotEqual(t, shell, p.Rev(PartShell))
	run.done(hungTrace(), nil)
	assert.NotSame(t, good, p.Run())
}

func TestTheNewestKeyWinsAndWhatWasHeldIsGone(t *testing.T) {
	p, env := settled(t)
	held := p.Typed("a")
	env.answer(t, raised("NameError: name 'a' is not defined"))
	p.Typed("as = 1")
	p.HandRests(held)
	assert.NotEqual(t, "a", p.Run().Source)
	require.Len(t, env.pending, 1)
	env.answer(t, fine(""))
	p.Typed("b")
	env.answer(t, raised("NameError: name 'b' is not defined"))
	p.Again()
	env.answer(t, fine("again"))
	assert.Equal(t, OutcomeFine, p.Run().Outcome(), "what is run by hand is shown, whatever was held")
	assert.False(t, p.Trying())
}

func TestWhatIsHeldOfATabThatIsLeftComesToThatTab(t *testing.T) {
	p, env := settled(t)
	rests := p.Typed("a")
	bad := raised("NameError: name 'a' is not defined")
	env.answer(t, bad)
	p.SelectVariant(1)
	shown := p.Run()
	p.HandRests(rests)
	assert.Same(t, shown, p.Run())
	assert.Equal(t, OutcomeFailed, p.Variants[0].Outcome())
}

func TestALibraryThatIsTypedRunsItsImporterAtOnce(t *testing.T) {
	p, env := settled(t)
	p.OpenFiles([]File{{Name: "main.py", Text: "import helper\n"}, {Name: "helper.py", Text: "print('a')\n"}})
	for len(env.pending) > 0 {
		env.answer(t, fine("a"))
	}
	p.SelectVariant(len(p.Variants) - 1)
	require.NotSame(t, p.Shown(), p.Current())
	good := p.Run()
	rests := p.Typed("print(a)\n")
	assert.Equal(t, "import helper\n", env.pending[len(env.pending)-1].request.Source)
	env.answer(t, raised("NameError: name 'a' is not defined"))
	assert.Same(t, good, p.Run())
	p.HandRests(rests)
	assert.NotSame(t, good, p.Run())
}

func TestARunThatIsTheSameDrawsNothingAnew(t *testing.T) {
	p, env := settled(t)
	p.SeekUnit(1.0)
	event, before := p.Play.Event, p.Rev(PartRun, PartInstant, PartShell)
	commented := p.Current().Source + "# a comment\n"
	p.Typed(commented)
	env.answer(t, hungTrace())
	assert.Equal(t, before, p.Rev(PartRun, PartInstant, PartShell))
	assert.Equal(t, event, p.Play.Event)
	assert.Equal(t, commented, p.Run().Source, "its program is the new one")
	p.Typed(commented + "print(1)\n")
	env.answer(t, fineTrace())
	assert.NotEqual(t, before, p.Rev(PartRun, PartInstant, PartShell))

	p.SelectTask(1)
	p.ShowPanel(PanelTasks)
	before = p.Rev(PartInstant)
	p.Typed(commented + "print(1)  # again\n")
	env.answer(t, fineTrace())
	assert.NotEqual(t, before, p.Rev(PartInstant), "variables on the page are of the program before")
}

func TestTheMarksFollowTheirLinesUntilTheRunComes(t *testing.T) {
	p, env := settled(t)
	p.ToEnd()
	before := p.Marks()
	require.NotEmpty(t, before.Badges)
	p.Typed("# first\n" + p.Current().Source)
	after := p.Marks()
	require.Len(t, after.Badges, len(before.Badges))
	for i := range before.Badges {
		assert.Equal(t, before.Badges[i].Line+1, after.Badges[i].Line)
	}
	env.answer(t, hungTrace())
}

func TestThePlayheadComesBackFromARunThatWasTooShort(t *testing.T) {
	p, env := settled(t)
	p.SeekUnit(1.0)
	event := p.Play.Event
	require.Less(t, event, p.Run().Last())
	p.Typed("n = 1\n")
	env.answer(t, fine(""))
	assert.Zero(t, p.Play.Seconds)
	p.Typed("n = 10\n")
	env.answer(t, hungTrace())
	assert.InDelta(t, 1.0, p.Play.Seconds, 1e-9)

	p.Seek(event - 2)
	at := p.Play.Event
	p.Typed("n = 101\n")
	env.answer(t, hungTrace())
	assert.Equal(t, at, p.Play.Event, "the same event, not only the same instant")
	p.ToEnd()
	p.Typed("n = 10\n")
	env.answer(t, fineTrace())
	assert.Equal(t, p.Run().Last(), p.Play.Event, "at the end stays at the end")
}

func TestAWordAlone(t *testing.T) {
	for _, c := range []struct {
		before, after string
		alone         bool
	}{
		{"pri", "prin", true},
		{"x = pri", "x = prin", false},
		{"    await q.joi\n", "    await q.join\n", true},
		{"    await q.join(\n", "    await q.join()\n", false},
		{"a\n\nb", "a\n\n\nb", false},
		{"# comment her", "# comment here", false},
		{"", "", false},
	} {
		assert.Equal(t, c.alone, aWordAlone(c.before, c.after), "%q", c.after)
	}
}

// engineEnv runs what is asked for on the real engine, when the test says so.
type engineEnv struct {
	fakeEnv
}

func (e *engineEnv) Settle(func()) {}

func (e *engineEnv) run() {
	for len(e.pending) > 0 {
		job := e.pending[0]
		e.pending = e.pending[1:]
		job.done(runtime.Run(job.request, runtime.Hooks{}), nil)
	}
}

// Lines are typed into a program that runs well, a key at a time and without rest: whatever half a line does, nothing worse than before
// is ever shown, and what the program printed stays.
func TestLinesTypedWithoutRestNeverShowTrouble(t *testing.T) {
	for _, line := range []string{
		`print(name, seconds)`,
		`await asyncio.sleep(0)`,
		`await queue.join`,
		`count = len([n for n in range(10) if n % 2])`,
		`assert seconds < 2, "too long"`,
		`queue.get_nowait`,
		`raise_it = False`,
		`# nothing is done here; return`,
		`name = name.upper() + f"{seconds:.1f}"`,
		`try: import asyncio.queues as q` + "\n            except ImportError: pass",
	} {
		env := &engineEnv{}
		p := New(env, Options{ReducedMotion: true})
		p.Variants[2].Faults = nil
		p.SelectVariant(2)
		env.run()
		require.Equal(t, OutcomeFine, p.Run().Outcome())
		source := p.Current().Source
		at := strings.Index(source, "            await asyncio.sleep(seconds)\n")
		require.Positive(t, at)
		printed := p.Run().ConsoleCount()
		typed := ""
		for _, key := range "            " + line {
			typed += string(key)
			p.Typed(source[:at] + typed + "\n" + source[at:])
			env.run()
			assert.Equal(t, OutcomeFine, p.Run().Outcome(), "%q", typed)
			assert.True(t, p.Current().Broken() == nil, "%q", typed)
			assert.GreaterOrEqual(t, p.Run().ConsoleCount(), printed, "%q", typed)
			assert.NotContains(t, strings.Join(p.Run().Trace.Strings, "\n"), "is not defined", "%q", typed)
		}
	}
}

func TestWhatIsPastedIsNotHalfTyped(t *testing.T) {
	for _, edit := range []struct {
		before, after string
		pasted        bool
	}{
		{"", "import asyncio\n\nprint(1)\n", true},
		{"a = 1\n", "a = 1\nb = 2\nc = 3\n", true},
		{"print()", "print('a text of more than forty letters, with spaces')", true},
		{"a = 1\nb = 2\nprint(a)\n", "raise KeyError(1)\n", true},
		{"a = 1\nb = 2\nprint(a)\n", "r", false},
		{"for x in y:", "for x in y:\n    ", false},
		{"prin", "print", false},
		{"print()", "print", false},
		{"a\n", "a\n", false},
	} {
		assert.Equal(t, edit.pasted, pasted(edit.before, edit.after), "%q → %q", edit.before, edit.after)
	}
}

func TestTroubleThatIsPastedIsShownAtOnce(t *testing.T) {
	p, env := settled(t)
	p.Typed("import asyncio\n\nraise ValueError('pasted')\n")
	request := env.take(t)
	request.done(runtime.Run(request.request, runtime.Hooks{}), nil)
	assert.Equal(t, trace.StatusRaised, p.Run().Trace.Outcome.Status)
}
