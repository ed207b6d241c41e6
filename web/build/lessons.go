package main

import (
	"fmt"
	"os"

	"asyncplay/web/lesson"
	website "asyncplay/web/site"
)

// addLessons checks the course and writes it into the site, and the pages about known mistakes.
func (s *site) addLessons(address string) error {
	course, problems, err := lesson.Load("web/lessons")
	if err != nil {
		return err
	}
	runner := lesson.NewRunner()
	counts, more := course.Check(runner)
	if problems = append(problems, more...); len(problems) > 0 {
		return fmt.Errorf("the lessons have mistakes:\n%w", problems)
	}
	if err := website.Mark(s.dir); err != nil {
		return err
	}
	fmt.Println("lessons:", counts)
	options := website.Options{Course: course, Runner: runner, Address: address}
	if err := website.AddVerdicts(s.dir, os.DirFS("."), options); err != nil { // the sitemap lists them
		return err
	}
	return website.AddLessons(s.dir, options)
}
