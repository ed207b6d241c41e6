package main

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"asyncplay/runtime"
	"asyncplay/runtime/trace"
)

// Status is how a case ended.
type Status string

// Statuses of cases.
const (
	passed Status = "pass"
	failed Status = "fail"
	// A third one, "not run": the file or class cannot be set up, or the test skips itself.
)

// result is a case with how it ended.
type result struct {
	testCase
	status Status
	// detail is a traceback or why the case was not run.
	detail string
}

//go:embed py/*.py
var pythonFiles embed.FS

// limits let the largest case end; one that hits them fails.
var limits = runtime.Limits{StepsMax: 200_000_000, MemoryMaxBytes: 512 << 20, EventsMax: 2_000_000, OutputMaxBytes: 16 << 20}

// run runs the cases, those of a class in one run of the engine. A run that ends within a
// case, because that hangs or hits a limit, is followed by one for the cases behind it.
func (s *suite) run(cases []testCase, parallel int) []result {
	batches := byClass(cases)
	results := make([][]result, len(batches))
	var group sync.WaitGroup
	free := make(chan struct{}, max(1, parallel))
	for i, batch := range batches {
		group.Add(1)
		free <- struct{}{}
		go func() {
			defer group.Done()
			for len(batch) > 0 {
				done := s.runBatch(batch)
				results[i] = append(results[i], done...)
				batch = batch[len(done):]
			}
			<-free
		}()
	}
	group.Wait()
	return slices.Concat(results...)
}

func byClass(cases []testCase) [][]testCase {
	var batches [][]testCase
	for i, c := range cases {
		if i == 0 || c.File != cases[i-1].File || c.Class != cases[i-1].Class {
			batches = append(batches, nil)
		}
		last := &batches[len(batches)-1]
		*last = append(*last, c)
	}
	return batches
}

// runBatch runs cases of one class up to the first that ends the run: at least one.
func (s *suite) runBatch(batch []testCase) []result {
	args := []string{batch[0].File, batch[0].Class}
	for _, c := range batch {
		args = append(args, c.Method)
	}
	var stdout, stderr strings.Builder
	recorded := runtime.Run(runtime.Request{
		Filename: "run_cases.py",
		Source:   shim("run_cases"),
		Modules:  s.modules(batch[0].File),
		Args:     args,
		Limits:   limits,
	}, runtime.Hooks{
		Stdout: func(text string) { stdout.WriteString(text) },
		Stderr: func(text string) { stderr.WriteString(text) },
	})
	results := parseResults(batch, stdout.String())
	if len(results) < len(batch) {
		results = append(results, result{batch[len(results)], failed, endOf(recorded, stderr.String())})
	}
	return results
}

// endOf tells how a run ended that should have gone on.
func endOf(recorded *trace.Trace, stderr string) string {
	outcome := recorded.Outcome
	how := map[trace.Status]string{trace.StatusHung: "it hung", trace.StatusLimit: "a limit was hit"}[outcome.Status]
	return fmt.Sprintf("the run ended: %s %s\n%s%s", how, recorded.Text(outcome.Text), recorded.Text(outcome.Traceback), stderr)
}

// separator stands before what run_cases.py says: no test writes it.
const separator = "\x1e"

// parseResults reads what run_cases.py printed: after each case the status, a line end, and
// the detail.
func parseResults(batch []testCase, output string) []result {
	var results []result
	for _, part := range strings.Split(output, separator)[1:] {
		head, detail, _ := strings.Cut(part, "\n")
		method, status, isResult := strings.Cut(head, " ")
		if !isResult || len(results) == len(batch) || batch[len(results)].Method != method {
			continue
		}
		results = append(results, result{batch[len(results)], Status(status), detail})
	}
	return results
}

// modules are what the test file can import besides the standard library.
func (s *suite) modules(file string) []runtime.Module {
	modules := []runtime.Module{{Name: "test.test_asyncio." + file, Source: s.sources[file]}}
	for _, name := range []string{
		"test", "test.support", "test.support.script_helper", "test.test_asyncio", "test.test_asyncio.utils", "test.support.socket_helper", "pickle",
	} {
		modules = append(modules, runtime.Module{Name: name, Source: shim(name)})
	}
	return modules
}

// shim is the source of one of our own modules; dots of its name stand as dashes.
func shim(name string) string {
	source, err := pythonFiles.ReadFile("py/" + strings.ReplaceAll(name, ".", "-") + ".py")
	if err != nil {
		panic(err) // embedded
	}
	return string(source)
}
