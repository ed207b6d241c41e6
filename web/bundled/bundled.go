// Package bundled carries the built page within the command, so that one binary writes whole sites. `make install` puts the page
// here before it compiles; a binary that was compiled without it has none.
package bundled

import (
	"embed"
	"io/fs"
)

//go:embed all:files
var files embed.FS

// Page is the built page. ok is false in a binary without it.
func Page() (page fs.FS, ok bool) {
	page, err := fs.Sub(files, "files")
	if err != nil {
		return nil, false
	}
	_, err = fs.Stat(page, "index.html")
	return page, err == nil
}
