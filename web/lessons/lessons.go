// Package lessons carries the course within the command: it is what `asyncplay build` writes when no other lessons are named.
package lessons

import "embed"

// Files are the lessons and their programs.
//
//go:embed *.md */*.md */*.py
var Files embed.FS
