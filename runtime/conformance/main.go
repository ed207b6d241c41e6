// Command conformance runs CPython's own tests of asyncio, unmodified and from an installed
// CPython, on this engine, and writes docs/conformance.md from what it sees:
//
//	go run ./runtime/conformance -python python3.13 -docs docs/conformance.md
//
// The tests are not part of this repository. What they import of CPython's package test
// besides themselves, and of modules that are not here, is supplied by small modules in py/, which no other program sees.
//
// reasons.txt lists every case that does not pass, with the reason. All others must pass,
// and those that are listed must not: the exit status is 1 otherwise.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
)

// files are the test files in the order of the report.
var files = []string{
	"test_queues", "test_locks", "test_timeouts", "test_taskgroups", "test_waitfor", "test_staggered", "test_threads", "test_futures2",
	"test_eager_task_factory", "test_pep492", "test_futures", "test_tasks", "test_streams", "test_protocols", "test_transports",
}

func main() {
	python := flag.String("python", "python3.13", "the CPython whose tests are run")
	docs := flag.String("docs", "", "write the report to this file")
	only := flag.String("run", "", "run only cases whose name contains this, and show how they fail")
	parallel := flag.Int("parallel", runtime.NumCPU(), "runs side by side")
	flag.Parse()
	ok, err := conform(*python, *docs, *only, *parallel)
	if err != nil {
		fmt.Fprintln(os.Stderr, "conformance:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// conform runs the cases and reports; ok is false when something differs from reasons.txt.
func conform(python, docs, only string, parallel int) (ok bool, err error) {
	suite, err := findSuite(python, files)
	if err != nil {
		return false, err
	}
	cases := suite.cases
	if only != "" {
		cases = matching(cases, only)
	}
	reasons, err := readReasons(reasonsText)
	if err != nil {
		return false, err
	}
	results := suite.run(cases, parallel)
	problems := compare(results, reasons)
	if only != "" {
		showFailures(os.Stdout, results)
	} else {
		problems = append(problems, reasons.unknown(cases)...)
	}
	for _, p := range problems {
		fmt.Println(p)
	}
	fmt.Println(summary(results))
	if docs != "" && only == "" {
		if err := os.WriteFile(docs, []byte(report(suite.version, results, reasons)), 0o644); err != nil {
			return false, err
		}
	}
	return len(problems) == 0, nil
}
