// Package site writes the whole static site: the built page with everything it needs, and lessons in Markdown as pages with
// programs that can be played. What it writes can be served from any path of any host.
package site
