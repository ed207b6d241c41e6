package trace_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/trace"
	"asyncplay/runtime/trace/tracetest"
)

const hostile = "</text><script>alert(1)</script>\" onload='x' & \x00\x1b[31m\u2028\xff"

// hostileTrace has texts that would break out of any format that does not escape.
func hostileTrace() *trace.Trace {
	s := tracetest.New()
	main := s.Task(hostile, hostile, 1)
	s.Step(main, 2)
	q := s.Queue(hostile, 1, 0)
	s.Put(q, 3, hostile)
	s.Get(q, 4, 1)
	s.Print(5, hostile)
	s.Sleep(6, 1)
	s.At(1).Step(main, 6)
	s.Raise(7, hostile)
	return s.Finish(trace.RunRaised, hostile)
}

func TestChromeExportIsWhatPerfettoReads(t *testing.T) {
	type event struct {
		Ph, Name string
		Pid, Tid int
		Ts       float64
		Dur      *float64
		Args     map[string]any
	}
	read := func(tr *trace.Trace) []event {
		var b bytes.Buffer
		require.NoError(t, trace.WriteChrome(&b, tr))
		var file struct{ TraceEvents []event }
		require.NoError(t, json.Unmarshal(b.Bytes(), &file))
		return file.TraceEvents
	}
	events := read(tracetest.BothDie())
	find := func(ph, name string, tid int) []event {
		var found []event
		for _, e := range events {
			if e.Ph == ph && e.Name == name && e.Tid == tid {
				found = append(found, e)
			}
		}
		return found
	}
	assert.Equal(t, "worker-0", find("M", "thread_name", 2)[0].Args["name"])
	sleep := find("X", "sleep", 3)
	require.Len(t, sleep, 1)
	assert.Equal(t, 0.0, sleep[0].Ts)
	assert.Equal(t, 2e6, *sleep[0].Dur)
	assert.Equal(t, 2.0, sleep[0].Args["item"])
	counters := find("C", "queue 1", 0)
	assert.Equal(t, map[string]any{"size": 3.0, "unfinished": 5.0}, counters[len(counters)-1].Args)
	raised := find("i", "task_raised", 2)
	require.Len(t, raised, 1)
	assert.Equal(t, 1e6, raised[0].Ts)
	assert.Equal(t, "RuntimeError: boom", raised[0].Args["text"])
	require.Len(t, find("i", "run_hung", 0), 1)

	events = read(hostileTrace())
	assert.Equal(t, strings.ToValidUTF8(hostile, "\ufffd"), find("M", "thread_name", 1)[0].Args["name"])
}

func TestJSONLinesHoldEveryEvent(t *testing.T) {
	for name, tr := range map[string]*trace.Trace{"workers": tracetest.FinallyAroundGet(), "hostile": hostileTrace()} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			require.NoError(t, trace.WriteJSONLines(&b, tr))
			lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
			require.Len(t, lines, len(tr.Events))
			for i, line := range lines {
				var got map[string]any
				require.NoError(t, json.Unmarshal([]byte(line), &got))
				e := tr.Events[i]
				assert.Equal(t, e.Time, got["t"])
				assert.Equal(t, float64(e.Iteration), got["iteration"])
				assert.Equal(t, e.Kind.String(), got["ev"])
				assert.Equal(t, float64(e.Line), got["line"])
				if e.Task == 0 {
					assert.Nil(t, got["task"])
				}
				if e.Text != 0 {
					assert.Equal(t, strings.ToValidUTF8(tr.Text(e.Text), "\ufffd"), got["text"])
				}
			}
		})
	}
}

func TestJSONHasNoInfinity(t *testing.T) {
	s := tracetest.New()
	s.Step(s.Task("a", "f", 1), 1)
	s.Sleep(2, math.Inf(1))
	var b bytes.Buffer
	require.NoError(t, trace.WriteJSONLines(&b, s.Finish(trace.RunHung, "")))
	assert.Contains(t, b.String(), `"until":null`)
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestExportsReportWriteErrors(t *testing.T) {
	tr := tracetest.BothDie()
	assert.ErrorContains(t, trace.WriteChrome(brokenWriter{}, tr), "disk full")
	assert.ErrorContains(t, trace.WriteJSONLines(brokenWriter{}, tr), "disk full")
	assert.ErrorContains(t, trace.WriteText(brokenWriter{}, tr, 80), "disk full")
}

func TestKindsAndWaitsHaveNamesOfTheirOwn(t *testing.T) {
	seen := map[string]bool{}
	for k := trace.TaskCreated; k <= trace.RunStopped; k++ {
		assert.NotEmpty(t, k.String(), int(k))
		assert.False(t, seen[k.String()], k.String())
		seen[k.String()] = true
	}
	assert.Equal(t, "invalid", trace.Kind(255).String())
	seen = map[string]bool{}
	for w := trace.WaitNone; w <= trace.WaitNetwork; w++ {
		assert.NotEmpty(t, w.String(), int(w))
		assert.False(t, seen[w.String()], w.String())
		seen[w.String()] = true
	}
}

func TestTextTimelineShowsLanesAndLegend(t *testing.T) {
	var b strings.Builder
	require.NoError(t, trace.WriteText(&b, tracetest.BothDie(), 50))
	assert.Equal(t, strings.Join([]string{
		"         0                              2.000 s ∞",
		"main     │═══════════════════════════════════════",
		"worker-0 │──────────────────✗////////////////////",
		"worker-1 │──────────────────────────────────────✗",
		"         │ runs  ─ sleep  ═ join()  ✗ raised  / owes task_done()",
		"",
	}, "\n"), b.String())
}

func TestTextTimelineKeepsControlCharactersOffTheTerminal(t *testing.T) {
	var b strings.Builder
	require.NoError(t, trace.WriteText(&b, hostileTrace(), 0))
	assert.NotContains(t, b.String(), "\x1b")
	assert.NotContains(t, b.String(), "\x00")
}

// svgTexts parses an SVG and returns its texts; it fails on what a still may not hold.
func svgTexts(t *testing.T, data []byte) []string {
	t.Helper()
	var texts []string
	inText := false
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return texts
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			assert.Contains(t, []string{"svg", "defs", "pattern", "path", "circle", "rect", "text"}, token.Name.Local)
			for _, a := range token.Attr {
				assert.False(t, strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href", a.Name.Local)
				assert.NotContains(t, a.Value, "NaN")
			}
			inText = token.Name.Local == "text"
		case xml.EndElement:
			inText = false
		case xml.CharData:
			if inText {
				texts = append(texts, string(token))
			}
		}
	}
}

func TestSVGShowsWhatTheRunDid(t *testing.T) {
	data := trace.SVG(tracetest.BothDie(), trace.SVGOptions{Badges: []string{"m", "w0", "w1"}, Title: "a & b"})
	texts := svgTexts(t, data)
	for _, want := range []string{"main", "m", "w0", "worker-1", "join()", "#1 1.00", "#2 2.00", "#1 never marked done", "unfinished 5", "in the queue 3", "∞", "0 s", "1.5"} {
		assert.Contains(t, texts, want)
	}
	assert.Contains(t, string(data), `aria-label="a &amp; b"`)
	assert.Contains(t, string(data), "#20649f")
}

func TestSVGThemes(t *testing.T) {
	dark := string(trace.SVG(tracetest.BothDie(), trace.SVGOptions{Theme: trace.ThemeDark}))
	assert.Contains(t, dark, "#86bae8")
	assert.NotContains(t, dark, "#20649f")
	page := string(trace.SVG(tracetest.BothDie(), trace.SVGOptions{Theme: trace.ThemePage, IDPrefix: "poster"}))
	assert.Contains(t, page, "var(--sleep-t,#dbe8f5)")
	assert.Contains(t, page, "url(#poster-join)")
	svgTexts(t, []byte(page))
}

func TestSVGEscapesWhatTheProgramSays(t *testing.T) {
	data := trace.SVG(hostileTrace(), trace.SVGOptions{Title: hostile, Badges: []string{"<m>"}, Names: []string{hostile}})
	svgTexts(t, data)
	assert.NotContains(t, string(data), "<script")
	assert.NotContains(t, string(data), " onload='")
}

func TestSVGOfALongRunStaysSmall(t *testing.T) {
	s := tracetest.New()
	for range 100 {
		s.Task("worker", "worker", 1)
	}
	for i := range 50_000 {
		s.At(float64(i))
		s.Step(trace.TaskID(1+i%100), 2)
		s.Sleep(3, float64(i+100))
	}
	data := trace.SVG(s.Finish(trace.RunStopped, ""), trace.SVGOptions{})
	assert.Less(t, len(data), 8<<20)
	svgTexts(t, data)
}

func TestFirstDifferenceTellsWhereTwoRunsPart(t *testing.T) {
	a, b := tracetest.AllCancelled(), tracetest.FinallyAroundGet()
	ia, ib, ok := trace.FirstDifference(a, b)
	require.True(t, ok)
	assert.Equal(t, trace.TaskCancelled, a.Events[ia].Kind)
	assert.Equal(t, trace.QueueTaskDoneError, b.Events[ib].Kind)

	_, _, ok = trace.FirstDifference(a, tracetest.AllCancelled())
	assert.False(t, ok)

	t.Run("when one run goes on", func(t *testing.T) {
		short := tracetest.AllCancelled()
		short.Events = short.Events[:10]
		ia, ib, ok := trace.FirstDifference(a, short)
		assert.True(t, ok)
		assert.Equal(t, []int{10, 10}, []int{ia, ib})
	})
	t.Run("lines and times as asked, machinery never", func(t *testing.T) {
		moved := tracetest.AllCancelled()
		for i := range moved.Events {
			moved.Events[i].Line++
		}
		moved.Events = append([]trace.Event{{Kind: trace.TimerSet, Object: 1}}, moved.Events...)
		_, _, ok := trace.FirstDifference(a, moved)
		assert.False(t, ok)
		_, _, ok = trace.FirstDifferenceWith(a, moved, trace.DiffOptions{Lines: true})
		assert.True(t, ok)
		for i := range moved.Events {
			moved.Events[i].Time++
		}
		_, _, ok = trace.FirstDifferenceWith(a, moved, trace.DiffOptions{})
		assert.False(t, ok)
		ia, ib, ok := trace.FirstDifference(a, moved)
		assert.True(t, ok)
		assert.Equal(t, []int{0, 1}, []int{ia, ib})
	})
}

func TestShortReprFitsALabel(t *testing.T) {
	for repr, want := range map[string]string{
		"":                        "",
		"7":                       "7",
		"0.8973682":               "0.90",
		"-1.5":                    "-1.50",
		"1e+300":                  "1e+300",
		"'short'":                 "'short'",
		"'exactly 16 ch.'":        "'exactly 16 ch.'",
		"'a string that is long'": "'a string that …",
		"a\nb":                    "a·b",
		"'日本語の長い文字列です、とても長い'": "'日本語の長い文字列です、とて…",
	} {
		assert.Equal(t, want, trace.ShortRepr(repr), repr)
	}
}
