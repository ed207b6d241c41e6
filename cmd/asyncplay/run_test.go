//go:build !js

package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// runScript writes a script to a file of its own and runs it.
func runScript(t *testing.T, source string, flags ...string) (status int, stdout, stderr string) {
	t.Helper()
	script := filepath.Join(t.TempDir(), "script.py")
	require.NoError(t, os.WriteFile(script, []byte(source), 0o644))
	return runWith(append(flags, script)...)
}

func runWith(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = runCommand(args, strings.NewReader(""), &out, &err)
	return status, out.String(), err.String()
}

func TestTheExitStatusTellsHowARunEnded(t *testing.T) {
	for name, c := range map[string]struct {
		source string
		status int
		stderr string
	}{
		"finished":     {"print('x')", 0, "never awaits"},
		"raised":       {"1 / 0", 1, "ZeroDivisionError: division by zero\\n"},
		"syntax error": {"def f(:\n", 1, "SyntaxError: invalid syntax"},
		"hung":         {"import asyncio\nasyncio.run(asyncio.Queue().get())", 3, "get()"},
		"limit":        {"while True: pass", 4, "The limit on steps was reached"},
		"own status":   {"import sys\nsys.exit(7)", 7, ""},
	} {
		status, _, stderr := runScript(t, c.source, "--max-steps", "100000")
		assert.Equal(t, c.status, status, name)
		assert.Contains(t, stderr, strings.ReplaceAll(c.stderr, "\\n", "\n"), name)
	}
}

func TestStandardOutputIsTheProgramsToTheByte(t *testing.T) {
	status, stdout, stderr := runScript(t, "import sys\nprint('a\\tb', end='')\nsys.stdout.write('é\\r\\n')\nprint('lost', file=sys.stderr)", "--quiet")
	assert.Equal(t, 0, status)
	assert.Equal(t, "a\tbé\r\n", stdout)
	assert.Equal(t, "lost\n", stderr)
}

func TestWrongUseIsStatusTwoAndSaysWhy(t *testing.T) {
	for _, c := range []struct {
		args []string
		says string
	}{
		{nil, "no script given"},
		{[]string{"no_such_file.py"}, "no_such_file.py"},
		{[]string{"--fault", "x", "y.py"}, "begins with a line number, FILE.py:LINE or net:"},
		{[]string{"--max-memory", "lots", "y.py"}, "-max-memory takes a size"},
		{[]string{"--nonsense", "y.py"}, "nonsense"},
	} {
		if len(c.args) > 1 {
			c.args[len(c.args)-1] = filepath.Join(t.TempDir(), c.args[len(c.args)-1])
			require.NoError(t, os.WriteFile(c.args[len(c.args)-1], []byte("pass\n"), 0o644))
		}
		status, _, stderr := runWith(c.args...)
		assert.Equal(t, 2, status, "%q", c.args)
		assert.Contains(t, stderr, c.says)
	}
	status, _, stderr := runScript(t, "WORKERS = 3  #@param {type:\"number\"}\n", "--set", "NO_SUCH=1")
	assert.Equal(t, 2, status)
	assert.Contains(t, stderr, "NO_SUCH")
}

func TestKnobsSeedsAndFaultsChangeTheRun(t *testing.T) {
	const source = "import random\nN = 2  #@param {type:\"number\"}\nfor i in range(N):\n    print(i, random.random())\n"
	_, two, _ := runScript(t, source)
	_, three, _ := runScript(t, source, "--set", "N=3")
	_, seeded, _ := runScript(t, source, "--seed", "7")
	assert.Len(t, strings.Split(two, "\n"), 3)
	assert.Len(t, strings.Split(three, "\n"), 4)
	assert.NotEqual(t, two, seeded)
	status, out, stderr := runScript(t, source, "--fault", `4:raise=ValueError("boom"):nth=2`)
	assert.Equal(t, 1, status)
	assert.Len(t, strings.Split(out, "\n"), 2)
	assert.Contains(t, stderr, "ValueError: boom")
	assert.NotContains(t, stderr, "never struck")
}

func TestAFaultThatNeverStruckIsNamed(t *testing.T) {
	_, _, stderr := runScript(t, "x = 1\n\nprint(x)\n", "--fault", "2:cancel", "--fault", "3:delay=1")
	assert.Contains(t, stderr, "The fault 2:cancel never struck")
	assert.NotContains(t, stderr, "The fault 3:delay=1 never struck")
	_, _, stderr = runScript(t, "x = 1\n", "--fault", "net:api.example status=503")
	assert.Contains(t, stderr, "The fault net:api.example status=503 never struck: no request met its URL and its options")
}

func TestImportsResolveBesideTheScript(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "helper.py"), []byte("def f(): return 'from helper'\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "main.py"), []byte("import sys, helper\nprint(helper.f(), sys.argv[1:], input())\n"), 0o644))
	var out bytes.Buffer
	status := runCommand([]string{filepath.Join(dir, "main.py"), "a", "-b"}, strings.NewReader("typed\n"), &out, io.Discard)
	assert.Equal(t, 0, status)
	assert.Equal(t, "from helper ['a', '-b'] typed\n", out.String())
}

func TestTheRunIsWrittenAsTextSVGChromeTraceAndJSONLines(t *testing.T) {
	dir := t.TempDir()
	svg, chrome, events := filepath.Join(dir, "x.svg"), filepath.Join(dir, "x.json"), filepath.Join(dir, "x.jsonl")
	status, _, stderr := runScript(t, "import asyncio\nasyncio.run(asyncio.sleep(1.5))\n",
		"--timeline", "--svg", svg, "--trace", chrome, "--events", events)
	assert.Equal(t, 0, status)
	assert.Contains(t, stderr, "1.5")
	content, err := os.ReadFile(svg)
	require.NoError(t, err)
	assert.NoError(t, xml.Unmarshal(content, new(struct{})))
	content, err = os.ReadFile(chrome)
	require.NoError(t, err)
	var parsed struct{ TraceEvents []map[string]any }
	assert.NoError(t, json.Unmarshal(content, &parsed))
	assert.NotEmpty(t, parsed.TraceEvents)
	content, err = os.ReadFile(events)
	require.NoError(t, err)
	for _, line := range strings.Split(strings.TrimSpace(string(content)), "\n") {
		assert.True(t, json.Valid([]byte(line)), line)
	}
	status, _, _ = runScript(t, "pass\n", "--svg", filepath.Join(dir, "no", "such", "folder.svg"))
	assert.Equal(t, statusFailed, status)
}
