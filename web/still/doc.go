// Package still draws what the page shows without the page: the timeline as SVG, the program as HTML with its words marked.
// Both are made at build time, by the engine and the views that the page has too.
package still
