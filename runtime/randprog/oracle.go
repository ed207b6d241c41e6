package randprog

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Result is what running a program came to.
type Result struct {
	Exit int    `json:"exit"`
	Out  string `json:"out"`
	Err  string `json:"err"`
	// Events are the lines of testdata/record_events.py, when they were asked for.
	Events []string `json:"events,omitempty"`
}

// ErrNoOracle says that there is no CPython 3.13 to compare with.
var ErrNoOracle = errors.New("CPython 3.13 is not there as python3.13")

// Oracle is a process of CPython that runs programs, one after the other.
type Oracle struct {
	process *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
}

// StartOracle starts CPython with the folder testdata of the project.
func StartOracle(testdata string) (*Oracle, error) {
	const interpreter = "python3.13"
	check := exec.Command(interpreter, "-c", "import sys; sys.exit(sys.version_info[:2] != (3, 13))")
	if check.Run() != nil {
		return nil, ErrNoOracle
	}
	o := &Oracle{process: exec.Command(interpreter, "-X", "utf8", filepath.Join(testdata, "run_many.py"))}
	// No address may decide anything, and neither may strings' hashes.
	o.process.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	o.process.Stderr = os.Stderr
	in, err := o.process.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := o.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	o.in, o.out = in, bufio.NewReader(out)
	return o, o.process.Start()
}

// Run runs one program.
func (o *Oracle) Run(source string, events bool) (Result, error) {
	request, err := json.Marshal(map[string]any{"source": source, "events": events})
	if err != nil {
		return Result{}, err
	}
	if _, err := o.in.Write(append(request, '\n')); err != nil {
		return Result{}, err
	}
	var r Result
	answer, err := o.out.ReadBytes('\n')
	if err != nil {
		return r, fmt.Errorf("the oracle gave no answer: %w", err)
	}
	err = json.Unmarshal(answer, &r)
	if events {
		prepareEvents(&r)
	}
	return r, err
}

// Close ends the process.
func (o *Oracle) Close() error {
	if err := o.in.Close(); err != nil {
		return err
	}
	return o.process.Wait()
}

// Difference shows the first line in which two results differ; it is "" when they agree.
func Difference(want, got Result) string {
	texts := func(r Result) [][]string {
		return [][]string{
			strings.SplitAfter(r.Out, "\n"), withoutNeverAwaited(strings.SplitAfter(r.Err, "\n")), {fmt.Sprintln("exit", r.Exit)}, r.Events,
		}
	}
	wanted, gotten := texts(want), texts(got)
	for i, name := range []string{"stdout", "stderr", "exit status", "events"} {
		if d := firstDifference(wanted[i], gotten[i]); d != "" {
			return name + d
		}
	}
	return ""
}

// withoutNeverAwaited drops the warnings of coroutines that were never awaited: when one comes, and whether, is a
// matter of reference counts, which the engine does not have.
func withoutNeverAwaited(lines []string) []string {
	var kept []string
	inWarning := false
	for _, line := range lines {
		if strings.Contains(line, "RuntimeWarning: coroutine '") && strings.HasSuffix(line, " was never awaited\n") {
			inWarning = true
			continue
		}
		if inWarning && (strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "RuntimeWarning: Enable tracemalloc")) {
			continue
		}
		inWarning = false
		kept = append(kept, line)
	}
	return kept
}

func firstDifference(want, got []string) string {
	i := 0
	for i < len(want) && i < len(got) && want[i] == got[i] {
		i++
	}
	if i == len(want) && i == len(got) {
		return ""
	}
	const linesShown = 4
	show := func(lines []string) string {
		var b strings.Builder
		for _, line := range lines[min(i, len(lines)):min(len(lines), i+linesShown)] {
			b.WriteString("    " + strings.TrimSuffix(line, "\n") + "\n")
		}
		return b.String()
	}
	return fmt.Sprintf(" differs at line %d\n  CPython\n%s  asyncplay\n%s", i+1, show(want), show(got))
}
