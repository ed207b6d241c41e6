// Package styles hands the style sheets of the lessons to the programs that write lesson pages and pictures.
package styles

import _ "embed"

// Tokens are the colours, sizes and badges that all pages share.
//
//go:embed tokens.css
var Tokens string

// Course is the look of lesson pages.
//
//go:embed course.css
var Course string
