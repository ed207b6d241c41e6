package model

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"asyncplay/app/words"
	"asyncplay/runtime"

	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func tabNames(p *Playground) (names []string) {
	for _, v := range p.Variants {
		name := v.Name
		if v.Module {
			name += " (module)"
		}
		names = append(names, name)
	}
	return names
}

func TestOpenedFilesGetTabsOfTheirOwn(t *testing.T) {
	p, env := settled(t)
	p.OpenFiles([]File{{Name: "prog.py", Text: "\ufeffprint('hi')\r\n"}})
	assert.Equal(t, []string{"no fix", "finally around get()", "finally after get()", "prog.py"}, tabNames(p))
	assert.Equal(t, 3, p.Active)
	assert.Equal(t, "print('hi')\n", p.Current().Source, "as an editor has it")
	assert.Equal(t, "print('hi')\n", env.answer(t, fineTrace()).Source)
}

func TestAFileThatAnotherOneImportsBecomesAModule(t *testing.T) {
	p, env := settled(t)
	p.OpenFiles([]File{
		{Name: "helper.py", Text: "import deep.er\nN = 1\n"}, {Name: "deep.py", Text: "x = 1\n"},
		{Name: "unused.py", Text: "y = 1\n"}, {Name: "prog.py", Text: "import os, helper as h\nprint(h.N)\n"},
	})
	assert.Equal(t, []string{"helper.py (module)", "deep.py (module)", "unused.py", "prog.py"}, tabNames(p)[3:])
	assert.Equal(t, 5, p.Active, "the first that is no module")
	assert.Equal(t, []runtime.Module{{Name: "helper", Source: "import deep.er\nN = 1\n"}, {Name: "deep", Source: "x = 1\n"}},
		env.answer(t, fineTrace()).Modules)
}

func TestImportsModule(t *testing.T) {
	for source, want := range map[string]bool{
		"import helper\n": true, "import a, helper": true, "  from helper import x\n": true, "import helper.sub as s": true,
		"from . import helper": false, "from a import helper": false, "# import helper": false, "important helper": false,
		"import a as helper2": false, "": false, "import": false, "x = 'import helper'": false,
	} {
		assert.Equal(t, want, importsModule(source, "helper"), source)
	}
}

func TestFilesThatAreNoProgramsAreRefused(t *testing.T) {
	p, _ := settled(t)
	for _, f := range []File{
		{Name: "big.py", Text: strings.Repeat("x", FileSizeMax+1)}, {Name: "binary", Text: "a\x00b"}, {Name: "latin", Text: "\xff"},
		{Name: "unread", Refused: true},
	} {
		p.Dismiss()
		p.OpenFiles([]File{f})
		assert.Len(t, p.Variants, 3, f.Name)
		assert.Equal(t, words.FileRefused, p.Notice, f.Name)
		assert.True(t, p.HasNote)
	}
	many := make([]File, 20)
	for i := range many {
		many[i] = File{Name: "\u202e", Text: "x"}
	}
	p.OpenFiles(many)
	assert.Len(t, p.Variants, variantsMax)
	assert.Equal(t, words.TabsFull, p.Notice)
	assert.Equal(t, "main.py", p.Variants[3].Name, "a name of nothing gets one")
}

func TestAModuleThatChangesRunsItsImportersAgain(t *testing.T) {
	p, env := settled(t)
	p.OpenFiles([]File{{Name: "helper.py", Text: "N = 1\n"}, {Name: "prog.py", Text: "import helper\n"}})
	env.answer(t, fineTrace())
	for len(env.pending) > 0 {
		env.answer(t, fineTrace())
	}
	p.SelectVariant(3)
	env.pending = nil
	p.RunEdited(p.Edited("N = 2\n"))
	again := map[string]bool{}
	for len(env.pending) > 0 {
		request := env.answer(t, fineTrace())
		for _, m := range request.Modules {
			again[request.Source+"|"+m.Source] = true
		}
	}
	assert.True(t, again["import helper\n|N = 2\n"], "the program that imports it")
}

func TestAModuleIsEditedBesideTheRunThatImportsIt(t *testing.T) {
	p, env := settled(t)
	p.OpenFiles([]File{{Name: "helper.py", Text: "N = 1\n"}, {Name: "prog.py", Text: "import helper\n"}})
	for len(env.pending) > 0 {
		env.answer(t, hungTrace())
	}
	p.SelectVariant(4)
	p.Play.Seek(p.Run(), 30)
	run := p.Run()
	p.SelectVariant(3)
	assert.Equal(t, "helper.py", p.Shown().Name)
	assert.Equal(t, "prog.py", p.Current().Name)
	assert.Same(t, run, p.Run())
	assert.Equal(t, 30, p.Play.Event)
	assert.Empty(t, p.Marks().Badges, "lines are another program's")
	assert.Zero(t, p.EventLine())
	p.RunEdited(p.Edited("N = 2\n"))
	request := env.answer(t, hungTrace())
	assert.Equal(t, "import helper\n", request.Source)
	assert.Equal(t, "N = 2\n", request.Modules[0].Source)
	assert.Equal(t, "helper.py", p.Shown().Name)
	p.SelectVariant(0)
	assert.Equal(t, p.Variants[0], p.Shown())
	p.SelectVariant(3)
	assert.Equal(t, "prog.py", p.Current().Name, "the program that imports it comes with it")
	p.RemoveVariant(3)
	assert.Equal(t, "prog.py", p.Shown().Name)
}

func TestFaultsOnLinesOfAModule(t *testing.T) {
	p, env := settled(t)
	p.OpenFiles([]File{{Name: "helper.py", Text: "N = 1\nM = 2\n"}, {Name: "prog.py", Text: "import helper\nprint(helper.N)\n"}})
	for len(env.pending) > 0 {
		env.answer(t, hungTrace())
	}
	struck := func(item int32) *trace.Trace {
		r := trace.NewRecorder(10)
		r.Emit(trace.Event{Kind: trace.FaultApplied, Item: item, Line: 1})
		r.Emit(trace.Event{Kind: trace.RunFinished})
		return r.Finish(trace.Outcome{})
	}
	p.SelectVariant(4)
	p.GutterClicked(2)
	env.answer(t, fineTrace())
	p.SelectVariant(3)
	p.GutterClicked(1)
	request := env.answer(t, struck(1))
	assert.Equal(t, "import helper\nprint(helper.N)\n", request.Source)
	assert.Equal(t, []string{`2:raise=RuntimeError("boom")`, `helper.py:1:raise=RuntimeError("boom")`}, request.Faults)
	require.Len(t, p.Faults(), 2)
	assert.Equal(t, 0, p.FaultHits(0))
	assert.Equal(t, 1, p.FaultHits(1))
	for len(env.pending) > 0 {
		env.answer(t, fineTrace())
	}
	assert.Equal(t, []MarkFault{{Line: 1, On: true, Chip: "raises"}}, p.Marks().Faults, "the bolt stands in the module's gutter")
	form, open := p.FormFault()
	require.True(t, open)
	assert.Equal(t, "helper.py", form.File)

	p.SetFault(FaultLine, "2")
	assert.Equal(t, `helper.py:2:raise=RuntimeError("boom")`, env.pending[len(env.pending)-1].request.Faults[1])
	p.SetFault(FaultLine, "9")
	assert.Equal(t, 2, formFault(p).Line, "the module has no line 9")
	p.Typed("# more\nN = 1\nM = 2\n")
	assert.Equal(t, `helper.py:3:raise=RuntimeError("boom")`, env.pending[len(env.pending)-1].request.Faults[1], "it follows its line")
	p.ToggleFault(1)
	assert.Len(t, env.pending[len(env.pending)-1].request.Faults, 1)
	assert.Equal(t, -1, p.FaultHits(1))
	p.ToggleFault(1)
	for len(env.pending) > 0 {
		env.answer(t, fineTrace())
	}

	again := New(&fakeEnv{}, Options{ReducedMotion: true})
	again.OpenLink(p.Encode(), "")
	assert.Equal(t, `helper.py:3:raise=RuntimeError("boom")`, again.Faults()[1].Spec(), "a link has it")

	p.SelectVariant(0)
	assert.False(t, p.Listed(len(p.Faults())-1), "the lesson imports no helper")
	assert.Equal(t, 3, p.GoToFault(len(p.Faults())-1))
	assert.Equal(t, "helper.py", p.Shown().Name)
	p.RemoveFault(1)
	assert.Len(t, p.Faults(), 1)
	assert.NotContains(t, env.pending[len(env.pending)-1].request.Faults, `helper.py:3:raise=RuntimeError("boom")`)
}

func TestRenameAndModule(t *testing.T) {
	p, _ := settled(t)
	p.AddVariant("copy")
	p.Rename(" tools.py\u0000 ")
	assert.Equal(t, "tools.py", p.Current().Name)
	assert.Equal(t, "tools", p.ModuleName())
	p.SetModule(true)
	assert.True(t, p.Current().Module)
	q := New(&fakeEnv{}, Options{Saved: p.Encode()})
	assert.True(t, q.Variants[3].Module, "the autosave and links keep it")
	p.Rename("two words")
	assert.False(t, p.Current().Module, "that is no module's name")
	p.SetModule(true)
	assert.False(t, p.Current().Module)
	p.Rename("\u202e")
	assert.Equal(t, "two words", p.Current().Name)
}

func TestUndoAcrossKnobsFaultsEditsAndTabs(t *testing.T) {
	p, env := settled(t)
	start := p.Programs()
	answer := func() {
		for len(env.pending) > 0 {
			env.answer(t, fineTrace())
		}
	}
	states := []string{start}
	for _, act := range []func(){
		func() { p.SetKnob("WORKERS", "5") },
		func() { p.GutterClicked(14) },
		func() { p.RunEdited(p.Edited("print('typed')\n" + p.Current().Source)) },
		func() { p.ToggleFault(0) },
		func() { p.AddVariant("mine") },
		func() { p.Rename("ours") },
		func() { p.RemoveVariant(3) },
		func() { p.LoadLesson("gather") },
	} {
		act()
		answer()
		require.NotEqual(t, states[len(states)-1], p.Programs())
		states = append(states, p.Programs())
	}
	for i := len(states) - 2; i >= 0; i-- {
		require.True(t, p.Undo())
		answer()
		assert.Equal(t, states[i], p.Programs(), "undone to %d", i)
	}
	assert.False(t, p.Undo(), "there is nothing before the beginning")
	for i := 1; i < len(states); i++ {
		require.True(t, p.Redo())
		answer()
		assert.Equal(t, states[i], p.Programs(), "made again to %d", i)
	}
	assert.False(t, p.Redo())
	require.True(t, p.Undo())
	p.SetKnob("WORKERS", "2")
	assert.False(t, p.Redo(), "a new change ends what could be made again")
}

func TestADragIsOneStepOfUndo(t *testing.T) {
	p, env := settled(t)
	before := p.Programs()
	for _, workers := range []string{"4", "5", "6", "7"} {
		p.SetKnob("WORKERS", workers) // no run ends in between: the hand does not rest
	}
	env.answer(t, fineTrace())
	require.True(t, p.Undo())
	assert.Equal(t, before, p.Programs())
}

func TestUndoKeepsWhatIsTypedAndNotRunYet(t *testing.T) {
	p, env := settled(t)
	p.SetKnob("WORKERS", "5")
	env.answer(t, fineTrace())
	for len(env.pending) > 0 {
		env.answer(t, fineTrace())
	}
	knob := p.Programs()
	p.Edited("print('typing')\n")
	typed := p.Programs()
	p.Undo()
	assert.Equal(t, knob, p.Programs())
	p.Redo()
	assert.Equal(t, typed, p.Programs())
}

func TestVersionsAreKeptByTheMinute(t *testing.T) {
	p, _ := settled(t)
	assert.False(t, p.Record(0), "a lesson as it came is no version")
	p.Edited("a\n")
	assert.True(t, p.Record(1000))
	assert.False(t, p.Record(2000), "nothing changed")
	p.Edited("b\n")
	p.Record(30_000)
	assert.Len(t, p.Versions(), 1, "within a minute it is the same version")
	p.Edited("c\nd")
	p.Record(70_000)
	assert.Equal(t, []VersionRow{{70_000, "no fix", 2}, {1000, "no fix", 2}}, p.Versions())

	q := New(&fakeEnv{}, Options{Saved: p.Encode(), Versions: p.EncodeVersions()})
	q.Restore(1)
	assert.Equal(t, "b\n", q.Current().Source)
	q.Record(80_000)
	assert.Len(t, q.Versions(), 2, "the same again moves to the front")
	assert.True(t, q.Undo())
	assert.Equal(t, "c\nd", q.Current().Source)
	q.Restore(99)
	q.Restore(-1)
}

func TestVersionsAreBounded(t *testing.T) {
	p, _ := settled(t)
	for i := range 50 {
		p.Edited(strings.Repeat("x", i) + "\n")
		p.Record(int64(i) * 100_000)
	}
	assert.Len(t, p.Versions(), versionsMax)
	p.Edited(strings.Repeat("y", versionsBytesMax))
	p.Record(1e9)
	assert.Len(t, p.Versions(), 1, "one that is large takes the place of all")
	for _, text := range []string{"{", `[{"t":1,"s":"{"}]`, `[{"t":1,"s":"{\"v\":1,\"variants\":[]}","a":-1}]`, strings.Repeat("[", 3*versionsBytesMax)} {
		assert.Empty(t, New(&fakeEnv{}, Options{Versions: text}).Versions())
	}
	bad := New(&fakeEnv{}, Options{Versions: `[{"t":1,"s":"{\"v\":1,\"variants\":[{\"name\":\"a\",\"source\":\"\"}]}","a":99}]`})
	bad.Versions()
	bad.Restore(0)
	assert.Equal(t, "a", bad.Current().Name)
}

func TestOpeningALinkKeepsOnesOwnAsAVersion(t *testing.T) {
	p, _ := settled(t)
	p.Edited("mine\n")
	p.Record(1000)
	p.OpenLink(New(&fakeEnv{}, Options{}).Encode(), "")
	assert.False(t, p.Record(2000))
	p.Edited("theirs, changed\n")
	p.Record(3000)
	assert.Len(t, p.Versions(), 2, "within the minute, and yet another version")
}

func TestExports(t *testing.T) {
	p, _ := settled(t)
	for kind, name := range map[ExportKind]string{
		ExportPython: "no_fix.py", ExportSVG: "no_fix.svg", ExportPNG: "no_fix.png", ExportChrome: "no_fix.trace.json", ExportEvents: "no_fix.events.jsonl",
	} {
		e, ok := p.Export(kind, false)
		require.True(t, ok)
		assert.Equal(t, name, e.Name)
		switch kind {
		case ExportPython:
			assert.Equal(t, p.Current().Source, e.Text)
		case ExportSVG, ExportPNG:
			d := xml.NewDecoder(strings.NewReader(e.Text))
			for {
				_, err := d.Token()
				if err == io.EOF {
					break
				}
				require.NoError(t, err)
			}
			dark, _ := p.Export(kind, true)
			assert.NotEqual(t, e.Text, dark.Text)
		case ExportChrome:
			assert.True(t, json.Valid([]byte(e.Text)))
		case ExportEvents:
			lines := strings.Split(strings.TrimSpace(e.Text), "\n")
			assert.Len(t, lines, len(p.Run().Trace.Events))
			for _, line := range lines {
				assert.True(t, json.Valid([]byte(line)))
			}
		}
	}
	p.SetLang(words.Japanese)
	e, _ := p.Export(ExportSVG, false)
	assert.Contains(t, e.Text, "は未完了のまま")
	_, ok := p.Export("exe", false)
	assert.False(t, ok)
	_, ok = New(&fakeEnv{}, Options{}).Export(ExportSVG, false)
	assert.False(t, ok, "there is no run yet")
}

func TestFileNamesAreHarmless(t *testing.T) {
	for name, want := range map[string]string{
		"../../etc/passwd": "etcpasswd", "a b.py": "a_b", "CON:<>|?*": "CON", "": "program", "...": "program", "修正なし": "修正なし",
	} {
		assert.Equal(t, want, fileStem(name))
	}
}

func TestQuickChangesOfDifferentKindsAreStepsOfTheirOwn(t *testing.T) {
	p, _ := newPlayground(t)
	source := p.Current().Source
	p.RunEdited(p.Edited(source + "# a"))
	p.RunEdited(p.Edited(source + "# ab")) // the same hand goes on
	p.AddVariant(p.CopyName())
	p.Rename("m")
	p.Rename("mine")
	p.ToggleFault(0)
	p.ToggleFault(0)
	p.RemoveVariant(3)
	for _, want := range []string{"mine on", "mine off", "mine on", "no fix (copy) on", "", ""} {
		require.True(t, p.Undo())
		got := ""
		if len(p.Variants) == 4 {
			v := p.Variants[3]
			got = v.Name + map[bool]string{true: " off", false: " on"}[v.Faults[0].Off]
		}
		assert.Equal(t, want, got)
	}
	assert.Equal(t, source, p.Variants[0].Source)
	assert.False(t, p.Undo())
}

func TestACopyOfACopyIsOneMoreOfTheSame(t *testing.T) {
	p, _ := newPlayground(t)
	for range 3 {
		p.AddVariant(p.CopyName())
	}
	assert.Equal(t, []string{"no fix (copy)", "no fix (copy 2)", "no fix (copy 3)"}, tabNames(p)[3:])
}
