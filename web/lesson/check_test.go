package lesson

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// front begins every page of the tests; its lines count.
const front = "---\ntitle: T\ndescription: D.\n---\n"

const hello = "import asyncio\n\nSECONDS = 1  #@param {type:\"number\"}\n\n\nasync def main():\n    print('before')\n    await asyncio.sleep(SECONDS)\n    print('after')\n\n\nasyncio.run(main())\n"

// write puts files into a directory of their own, by path.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	}
	return dir
}

// checkDir checks a directory of lessons and returns what is wrong, with paths from the directory.
func checkDir(t testing.TB, dir string) (*Course, Counts, string) {
	t.Helper()
	course, problems, err := Load(dir)
	require.NoError(t, err)
	counts, more := course.Check(NewRunner())
	problems = append(problems, more...)
	problems.Sort()
	return course, counts, strings.ReplaceAll(problems.Error(), dir+string(filepath.Separator), "")
}

// checkPage checks one page with the program hello.py beside it.
func checkPage(t testing.TB, body string) (*Page, string) {
	t.Helper()
	dir := write(t, map[string]string{"01-one/en.md": front + body, "01-one/hello.py": hello, "01-one/other.py": "print('other')\n", "01-one/longer.py": "# longer\n" + hello})
	course, _, problems := checkDir(t, dir)
	return course.Lessons[0].Pages["en"], problems
}

func TestWhatIsWrittenAsItIsPasses(t *testing.T) {
	page, problems := checkPage(t, strings.Join([]string{
		"It takes {{duration hello}} s, {{duration hello?set=SECONDS=2.5}} s with a longer sleep; it prints `{{output hello -1}}` last,",
		"in {{lines hello}} lines, with {{tasks hello}} task. The sleep is in line {{line hello \"asyncio.sleep\"}}.",
		"",
		"## A part {#part}",
		"",
		"```python file=hello.py id=hello duration=1.0 outcome=finished verdict=none variant-file.other=other.py",
		"```",
		"```output", "before", "after", "```",
		"```output of=hello?variant=other", "other", "```",
		"",
		"[Raise](#hello?fault=9:raise=ValueError%28'no'%29&outcome=raised&exception=ValueError), [twice](#hello?set=SECONDS=2&duration=2),",
		"[up](#part), [the block](#hello), [here](../01-one/), [there](../01-one/en.md#part), [elsewhere](https://example.org/), [play](playground:).",
		"",
		"```python outcome=raised exception=ZeroDivisionError", "1 / 0", "```",
		"```errors", "ZeroDivisionError: division by zero", "```",
		"",
		"```python outcome=hung seed=7 id=hang", "import asyncio", "asyncio.run(asyncio.Queue().get())", "```",
		"",
		"```python norun=\"it needs a terminal\"", "input()", "```",
		"",
		"```question of=hello check=\"output line 2\"",
		"ask: What comes *second*?",
		"- `before`",
		"+ `after`",
		"why: Because of the `await`,",
		"  which gives way.",
		"```",
		"```question of=hello?set=SECONDS=3 check=duration",
		"ask: How long?", "- 1 s", "+ 3 s", "why: .", "```",
		"```question of=hang check=outcome",
		"ask: How does it end?", "- well {finished}", "+ never {hung}", "why: .", "```",
		"```question of=hello check=\"never prints\"",
		"ask: What is never printed?", "- `before`", "+ `other`", "why: .", "```",
	}, "\n"))
	assert.Empty(t, problems)
	var values []string
	for _, f := range page.Facts {
		values = append(values, f.Value)
	}
	assert.Equal(t, []string{"1", "2.5", "after", "2", "1", "8"}, values)
	assert.Len(t, page.Changes, 2)
	assert.Len(t, page.Questions, 4)
}

// Each page is wrong in one thing, and the report says where, what, and what to do.
func TestWhatIsWrongIsSaidWithItsPlace(t *testing.T) {
	const block = "```python file=hello.py id=hello\n```\n"
	for name, c := range map[string]struct {
		body  string
		wants []string
	}{
		"outcome":           {"```python file=hello.py outcome=hung\n```\n", []string{"01-one/en.md:5: block program-1: outcome: expected hung, got finished at 1 s"}},
		"default outcome":   {"```python\n1 / 0\n```\n", []string{"en.md:5", "expected finished, got raised ZeroDivisionError: division by zero (line 1)"}},
		"duration":          {"```python file=hello.py duration=1.05\n```\n", []string{"duration: expected 1.05 s, got 1 s"}},
		"verdict":           {"```python file=hello.py verdict=lock-order\n```\n", []string{"verdict: expected lock-order, got none"}},
		"unknown verdict":   {"```python file=hello.py verdict=lock-oder\n```\n", []string{`verdict "lock-oder": did you mean lock-order?`}},
		"exception":         {"```python outcome=raised exception=KeyError\n1 / 0\n```\n", []string{"exception: expected KeyError, got raised ZeroDivisionError"}},
		"exception unsaid":  {"```python outcome=raised\n1 / 0\n```\n", []string{"does not say which exception", "add exception="}},
		"output":            {block + "```output\nbefore\nafterwards\n```\n", []string{"en.md:9: the output of block hello differs", "- afterwards", "+ after"}},
		"output too short":  {block + "```output\nbefore\n```\n", []string{"en.md:8", "+ after"}},
		"errors":            {"```python outcome=raised exception=ZeroDivisionError\n1 / 0\n```\n```errors\nKeyError: 1\n```\n", []string{"en.md:9: the errors", "+ ZeroDivisionError"}},
		"lonely output":     {"```output\nx\n```\n", []string{"en.md:5: there is no Python block right before this output", "of=ID"}},
		"fault never":       {"```python file=hello.py fault=\"2:cancel\"\n```\n", []string{"the fault 2:cancel never struck"}},
		"fault wrong":       {"```python file=hello.py fault=\"x\"\n```\n", []string{"begins with a line number"}},
		"set":               {"```python file=hello.py set=SECOND=2\n```\n", []string{"set=SECOND=2", "#@param"}},
		"no such file":      {"```python file=gone.py\n```\n", []string{"there is no file 01-one/gone.py"}},
		"file outside":      {"```python file=../gone.py\n```\n", []string{"is outside the lesson"}},
		"file and body":     {"```python file=hello.py\nx\n```\n", []string{"has code of its own"}},
		"attribute":         {"```python titel=x\npass\n```\n", []string{"the attribute titel is not known", "did you mean title?"}},
		"quote":             {"```python title=\"x\npass\n```\n", []string{`title: the closing " is missing`}},
		"id twice":          {"```python id=a\npass\n```\n\n```python id=a\npass\n```\n", []string{"en.md:9: the id a is there twice: also in line 5"}},
		"link target":       {"[x](../02-two/)\n", []string{`there is no lesson "02-two"`}},
		"link anchor":       {"## Part\n\n[x](#pert)\n", []string{"en.md:7: the link leads to #pert", "did you mean part?"}},
		"link scheme":       {"[x](javascript:alert(1))\n", []string{"is no link here"}},
		"root link":         {"[x](/lessons/)\n", []string{"begins at the root"}},
		"change block":      {block + "[x](#helo?seed=1)\n", []string{`there is no block "helo"`, "did you mean hello?"}},
		"change key":        {block + "[x](#hello?seeed=1)\n", []string{`"seeed" can't be changed or expected`, "did you mean seed?"}},
		"change outcome":    {block + "[x](#hello?set=SECONDS=2&duration=3)\n", []string{"en.md:7: the change link to hello: duration: expected 3 s, got 2 s"}},
		"change of unknown": {block + "[x](#hello?set=X=2)\n", []string{"the block hello can't be changed so", "X"}},
		"question answer":   {block + "```question of=hello check=\"output line 1\"\nask: a\n- b\n+ `after`\nwhy: c\n```\n", []string{"en.md:10: the right answer says", `says "before"`}},
		"question wrong":    {block + "```question of=hello check=\"output lines\"\nask: a\n- 2\n+ two {2}\nwhy: c\n```\n", []string{"en.md:9: this answer is marked wrong"}},
		"question check":    {block + "```question of=hello check=wut\nask: a\n- 1\n+ 2\nwhy: c\n```\n", []string{`check="wut"`, "output line N"}},
		"question body":     {block + "```question of=hello check=tasks\nask: a\nwhat\n+ 1\n- 2\nwhy: b\n```\n", []string{"en.md:9: this line of the question is neither"}},
		"question of two":   {block + "```question of=hello check=tasks\nask: a\n+ 1\n+ 1\nwhy: b\n```\n", []string{"2 of them right"}},
		"fact kind":         {block + "{{durations hello}}\n", []string{"en.md:7: {{durations hello}} asks for nothing"}},
		"fact line":         {block + "x\n{{output hello 3}}\n", []string{"en.md:8: block hello prints no line 3: it prints 2"}},
		"title twice":       {"# T\n", []string{"en.md:5: the lesson's title comes from the front matter"}},
		"level skipped":     {"## a\n\n#### b\n", []string{"en.md:7: a heading of level 4 stands right below one of level 2"}},
		"html":              {"a <b>c</b>\n", []string{"HTML in a lesson is left out"}},
		"bold":              {"**「x」**は y\n", []string{"** is shown as it stands"}},
		"callout":           {"> [!TRI]\n> x\n", []string{"there is no callout [!TRI]", "did you mean TRY?"}},
		"picture":           {"![x](gone.png)\n", []string{"there is no file 01-one/gone.png"}},
		"picture elsewhere": {"![x](https://example.org/a.png)\n", []string{"is not beside the lesson"}},
		"syntax":            {"```python norun=\"no\"\nx = \n```\n", []string{"en.md:6: the program of block program-1 can't be read: SyntaxError"}},
		"norun silent":      {"```python norun=\"\"\nx\n```\n", []string{"norun needs the reason"}},
		"at":                {"```python file=hello.py at=4\n```\n", []string{"at=4 is after the end, at 1 s"}},
		"lines":             {"```python file=hello.py lines=10-20\n```\n", []string{"lines 10-20: the program has 12 lines"}},
		"after":             {"```python after=x\npass\n```\n", []string{"there is no block of that id above"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems := checkPage(t, c.body)
			for _, want := range c.wants {
				assert.Contains(t, problems, want)
			}
		})
	}
}

func TestAllMistakesAreToldAtOnce(t *testing.T) {
	dir := write(t, map[string]string{
		"01-one/en.md":     "no front matter\n",
		"01-one/fr.md":     front,
		"02-two/en.md":     "---\ntitle: x\ndate: tomorrow\nautor: me\n---\n",
		"02-two/ja.md":     "\xff\xfe",
		"Three Four/en.md": front,
		"five.md":          "---\ntitle: x\n",
	})
	_, _, problems := checkDir(t, dir)
	for _, want := range []string{
		"01-one/en.md:1: the lesson has no front matter", "01-one/fr.md: a lesson's file is named after its language", "02-two/en.md:3: date: tomorrow is no day",
		"02-two/en.md:4: the front matter has no key autor", "02-two/en.md:1: the front matter has no description", "02-two/ja.md: is not UTF-8",
		"Three Four/en.md: the lesson's name Three Four becomes a part of its address", "five.md:1: the front matter has no end",
	} {
		assert.Contains(t, problems, want)
	}
}

func TestFlatLessonsOfOneLanguage(t *testing.T) {
	dir := write(t, map[string]string{
		"a.md": "---\ntitle: A\ndescription: D.\nlang: ja\n---\n[b](b.md) [b](b) [top](index.md)\n", "b.md": "---\ntitle: B\ndescription: D.\nlang: ja\n---\n[a](a.md)\n",
		"index.md": "---\ntitle: I\ndescription: D.\nlang: ja\n---\n", "README.md": "not a lesson",
	})
	course, counts, problems := checkDir(t, dir)
	assert.Empty(t, problems)
	assert.Equal(t, 2, counts.Lessons)
	assert.Equal(t, "b", course.Lessons[1].Slug)
	assert.Equal(t, "I", course.Index["ja"].Title)
}

func TestBlocksBuildOnEachOther(t *testing.T) {
	_, problems := checkPage(t, "```python id=a\nx = 1\n```\n\n```python id=b after=a\ny = x + 1\n```\n\n"+
		"```python after=b fault=\"3:raise=ValueError\" outcome=raised exception=ValueError\nprint(y)\n```\n\n"+
		"```python id=c after=b\nprint(y)\n```\n```output\n2\n```\n")
	assert.Empty(t, problems)
}

func TestVariantsHaveOutcomesOfTheirOwn(t *testing.T) {
	_, problems := checkPage(t, "```python file=hello.py id=a variant=first fault=\"7:raise=KeyError\" outcome=raised exception=KeyError "+
		"variant-file.other=other.py\n```\n"+
		"[x](#a?variant=other&fault=1:raise=ValueError&outcome=raised&exception=ValueError) [y](#a?variant=first&outcome=raised&exception=KeyError)\n")
	assert.Empty(t, problems)
	_, problems = checkPage(t, "```python file=hello.py id=a variant-file.longer=longer.py fault=\"9:raise=KeyError\" outcome=raised exception=KeyError "+
		"outcome.longer=raised exception.longer=KeyError\n```\n")
	assert.Empty(t, problems, "a fault is on the line that says the same")
	_, problems = checkPage(t, "```python file=hello.py id=a variant-file.other=other.py outcome.other=hung\n```\n[x](#a?variant=third)\n")
	assert.Contains(t, problems, "block a, variant other: outcome: expected hung, got finished")
	assert.Contains(t, problems, `the block a has no variant "third"`)
}

func TestGapsStandForAnyNumberOfLines(t *testing.T) {
	got := []string{"a", "b", "c", "d"}
	for written, same := range map[string]bool{
		"a b c d": true, "a … d": true, "… d": true, "a …": true, "…": true, "… b … d": true, "a b … c d": true, "a … … d": true,
		"a c": false, "… c": false, "b …": false, "a … x d": false, "a b c d e": false,
	} {
		_, ok := compareOutput(strings.Fields(written), got)
		assert.Equal(t, same, ok, written)
	}
}

func FuzzPage(f *testing.F) {
	f.Add(front + "```python id=a hide=1-2 set=A=1;B=2\nA = 1 #@param\n```\n[x](#a?fault=1:raise=ValueError&outcome=hung) {{output a 1}} `{{line a x}}`\n")
	f.Add(front + "```question of=a check=\"output line 1\"\nask: x\n+ a {b}\n- c\n  d\nwhy: e\n```\n> [!TRY]\n> x\n\n| a |\n|---|\n| {{x}} |\n")
	f.Add("---\ntitle: \"x\n---")
	f.Fuzz(func(t *testing.T, text string) {
		course, problems, err := LoadFS(fstest.MapFS{"a/en.md": {Data: []byte(text)}}, "dir")
		require.NoError(t, err)
		for _, p := range problems {
			assert.LessOrEqual(t, p.Line, strings.Count(text, "\n")+strings.Count(text, "\r")+1)
		}
		for _, l := range course.Lessons {
			p := l.Pages["en"]
			_, err := p.HTML(Frame{
				Program: func(b *Block) string { return b.ID }, Link: func(to string) string { return to }, Image: func(to string) string { return "" },
				Change: func(c *ChangeLink) string { return "" }, Words: func(key string) string { return key },
			})
			require.NoError(t, err)
			p.PlainText()
		}
	})
}
