// Package rewrite changes a Python program at exact places and leaves every other byte as it was: comments, blank
// lines, quotes and line ends. It finds the places in the tree of package syntax, and shows a change as a diff. It knows
// nothing of runs.
package rewrite
