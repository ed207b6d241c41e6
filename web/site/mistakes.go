package site

import (
	"errors"
	"io/fs"
	"path/filepath"

	"asyncplay/web/lesson"
)

// buildMistakes writes a site whose lessons are a list of what is wrong with them: for somebody who has just begun to write.
func buildMistakes(out string, base fs.FS, o Options, problems lesson.Problems) error {
	if err := errors.Join(copyBase(base, out), Mark(out)); err != nil {
		return err
	}
	w := &writer{Options: o, dir: filepath.Clean(out), wrote: map[string]bool{}}
	if err := w.addAssets(); err != nil {
		return err
	}
	for _, dir := range []string{"lessons/", directory("en", nil), directory("ja", nil)} {
		d := w.data("mistakes", "en", dir)
		d.Title, d.Description = text("en", "mistakes"), problems.Error()
		content, err := render("mistakes.html", d)
		if err != nil {
			return err
		}
		if err := w.write(dir+"index.html", content); err != nil {
			return err
		}
	}
	return nil
}
