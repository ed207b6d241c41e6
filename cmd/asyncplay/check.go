//go:build !js

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"

	"asyncplay/web/lesson"
)

// checkCommand runs every program of the lessons in a directory and compares with what their author wrote down.
func checkCommand(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("check", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: asyncplay check DIR   (a directory of lessons; docs/lessons.md says what stands in them)")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return statusUsage
	}
	if flags.NArg() != 1 {
		flags.Usage()
		return statusUsage
	}
	dir := flags.Arg(0)
	course, problems, err := lesson.Load(dir)
	if err != nil {
		fmt.Fprintf(stderr, "asyncplay check: %v\n", err)
		return statusUsage
	}
	counts, more := course.Check(lesson.NewRunner())
	problems = append(problems, more...)
	problems.Sort()
	for _, p := range problems {
		fmt.Fprintln(stdout, p)
	}
	if len(problems) > 0 {
		fmt.Fprintf(stdout, "%s: %d problems in %s\n", dir, len(problems), counts)
		return statusFailed
	}
	fmt.Fprintf(stdout, "%s: all as written: %s\n", dir, counts)
	return 0
}
