package runtime_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime"
	"asyncplay/runtime/trace"
)

const programsDir = "../testdata/programs"

// TestPrograms runs every recorded program and compares what it writes, and its exit
// status, with what CPython did. testdata/programs.skip lists what is not built yet: a
// program there must still differ.
func TestPrograms(t *testing.T) {
	files, err := filepath.Glob(programsDir + "/*/*.py")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	skips := readSkips(t)
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), programsDir+"/"), ".py")
		reason, skip := skips[name]
		delete(skips, name)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			difference := compareProgram(t, file)
			if skip {
				assert.NotEmpty(t, difference, "the program passes: take it off testdata/programs.skip (%s)", reason)
				t.Skip(reason)
			}
			if difference != "" {
				t.Error(difference)
			}
		})
	}
	assert.Empty(t, skips, "testdata/programs.skip names programs that do not exist")
}

// readSkips reads lines `AREA/NAME reason`.
func readSkips(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("../testdata/programs.skip")
	require.NoError(t, err)
	skips := map[string]string{}
	for _, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, reason, _ := strings.Cut(line, " ")
		reason = strings.TrimSpace(reason)
		require.NotEmptyf(t, reason, "%s is skipped without a reason", name)
		skips[name] = reason
	}
	return skips
}

// ran is what a program left behind.
type ran struct {
	stdout, stderr string
	exit           int32
	trace          *trace.Trace
}

// runProgram runs a program of testdata as `asyncplay run` does, from its own folder.
func runProgram(t *testing.T, file string) ran {
	t.Helper()
	source, err := os.ReadFile(file)
	require.NoError(t, err)
	var stdout, stderr strings.Builder
	recorded := runtime.Run(runtime.Request{
		Filename: filepath.Base(file),
		Source:   string(source),
		Seed:     seedOf(string(source)),
	}, runtime.Hooks{
		Stdout: func(text string) { stdout.WriteString(text) },
		Stderr: func(text string) { stderr.WriteString(text) },
	})
	return ran{stdout.String(), stderr.String(), recorded.Outcome.ExitCode, recorded}
}

var seedComment = regexp.MustCompile(`# seed: (\d+)\s*$`)

// seedOf is the seed that a comment in one of the first two lines gives.
func seedOf(source string) int64 {
	for i, line := range strings.SplitN(source, "\n", 3) {
		if m := seedComment.FindStringSubmatch(line); m != nil && i < 2 {
			seed, _ := strconv.ParseInt(m[1], 10, 64)
			return seed
		}
	}
	return 0
}

// compareProgram describes how a run differs from the recording, "" when it does not.
func compareProgram(t *testing.T, file string) string {
	t.Helper()
	return compareWith(t, file, strings.TrimSuffix(file, ".py"))
}

// compareWith takes the recording from files that begin with base.
func compareWith(t *testing.T, file, base string) string {
	t.Helper()
	got := runProgram(t, file)
	if text := got.trace.Text(got.trace.Outcome.Text); strings.HasPrefix(text, "internal error") {
		return got.trace.Text(got.trace.Outcome.Traceback)
	}
	want := func(suffix string) string {
		data, err := os.ReadFile(base + suffix)
		if suffix != ".err" || !os.IsNotExist(err) {
			require.NoError(t, err)
		}
		return string(data)
	}
	return firstDifference("stdout", want(".out"), mask(got.stdout)) +
		firstDifference("stderr", want(".err"), mask(got.stderr)) +
		firstDifference("exit status", want(".exit"), fmt.Sprintln(got.exit))
}

var (
	address     = regexp.MustCompile(`\b0x[0-9a-f]{8,16}\b`)
	libraryLine = regexp.MustCompile(`/[\w/.]+/python3\.13/([\w/.]+\.py):\d+`)
)

// mask applies the changes that testdata/README.md describes to the engine's output.
func mask(text string) string {
	text = libraryLine.ReplaceAllString(text, "$1:…")
	return address.ReplaceAllString(text, "0x…")
}

// firstDifference shows the first line that differs with what follows it.
func firstDifference(what, want, got string) string {
	if want == got {
		return ""
	}
	wantLines, gotLines := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	i := 0
	for i < len(wantLines) && i < len(gotLines) && wantLines[i] == gotLines[i] {
		i++
	}
	const linesShown = 12
	show := func(lines []string) string {
		return strings.Join(lines[i:min(len(lines), i+linesShown)], "")
	}
	return fmt.Sprintf("%s differs at line %d\n--- CPython\n%s\n--- asyncplay\n%s\n", what, i+1, show(wantLines), show(gotLines))
}
