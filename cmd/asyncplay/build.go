//go:build !js

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"

	"asyncplay/web/bundled"
	"asyncplay/web/lesson"
	"asyncplay/web/lessons"
	"asyncplay/web/site"
)

// buildCommand writes a whole static site: the page, and lessons in Markdown.
func buildCommand(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: asyncplay build -o DIR [--base PATH-OR-ADDRESS] [--lessons DIR] [--site DIR]")
		flags.PrintDefaults()
	}
	out := flags.String("o", "", "`DIR` to write the site to; one that asyncplay wrote before is replaced")
	base := flags.String("base", "", "where the site will be: an `ADDRESS` such as https://example.org/docs/, or a path; for the sitemap, feeds and canonical links")
	dir := flags.String("lessons", "", "`DIR` of your own lessons; the course that ships unless told")
	page := flags.String("site", "", "`DIR` of a built page, for a command that was compiled without one")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return statusUsage
	}
	if *out == "" || flags.NArg() > 0 {
		flags.Usage()
		return statusUsage
	}
	files, err := builtPage(*page)
	if err != nil {
		fmt.Fprintf(stderr, "asyncplay build: %v\n", err)
		return statusUsage
	}
	course, runner, counts, err := checkedCourse(*dir)
	if err == nil {
		err = site.Build(*out, files, site.Options{Course: course, Runner: runner, Address: *base})
	}
	var problems lesson.Problems
	if errors.As(err, &problems) {
		fmt.Fprintf(stderr, "%v\nasyncplay build: the lessons have %d problems; %s is as it was\n", err, len(problems), *out)
		return statusFailed
	}
	if err != nil {
		fmt.Fprintf(stderr, "asyncplay build: %v; %s is as it was\n", err, *out)
		return statusFailed
	}
	fmt.Fprintf(stdout, "%s: %s\n", *out, counts)
	return 0
}

// builtPage are the files of the page: of a directory, or those that the command carries.
func builtPage(dir string) (fs.FS, error) {
	if dir != "" {
		if _, err := os.Stat(dir + "/index.html"); err != nil {
			return nil, fmt.Errorf("there is no built page in %s: `make build` in asyncplay's sources writes one to dist", dir)
		}
		return os.DirFS(dir), nil
	}
	if page, ok := bundled.Page(); ok {
		return page, nil
	}
	return nil, errors.New("this command was compiled without the page: compile it with `make install` in asyncplay's sources, " +
		"or build the page there with `make build` and name it with --site dist")
}

// checkedCourse reads and checks a course; "" is the one that ships. Its problems are the error.
func checkedCourse(dir string) (*lesson.Course, *lesson.Runner, lesson.Counts, error) {
	load := func() (*lesson.Course, lesson.Problems, error) { return lesson.LoadFS(lessons.Files, "lessons") }
	if dir != "" {
		load = func() (*lesson.Course, lesson.Problems, error) { return lesson.Load(dir) }
	}
	course, problems, err := load()
	if err != nil {
		return nil, nil, lesson.Counts{}, err
	}
	runner := lesson.NewRunner()
	counts, more := course.Check(runner)
	problems = append(problems, more...)
	if len(problems) > 0 {
		problems.Sort()
		return course, runner, counts, problems
	}
	return course, runner, counts, nil
}
