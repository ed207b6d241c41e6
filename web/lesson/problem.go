package lesson

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
)

// Problem is a mistake in a lesson: where, what is wrong, and what to do about it.
type Problem struct {
	File string
	Line int // from 1; 0 when it is the whole file
	What string
	Do   string // may have several lines; empty when What says it all
}

// String is the problem as a compiler would say it, with what to do indented below.
func (p Problem) String() string {
	place := p.File
	if p.Line > 0 {
		place = fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	text := place + ": " + p.What
	if p.Do != "" {
		text += "\n    " + strings.ReplaceAll(p.Do, "\n", "\n    ")
	}
	return text
}

// Problems gathers mistakes: one does not keep the next from being found.
type Problems []Problem

func (ps *Problems) add(file string, line int, what, do string) {
	*ps = append(*ps, Problem{File: file, Line: line, What: what, Do: do})
}

// Sort puts the problems in the order of files and lines and drops what was said twice.
func (ps *Problems) Sort() {
	list := *ps
	sort.SliceStable(list, func(i, j int) bool {
		if list[i].File != list[j].File {
			return list[i].File < list[j].File
		}
		return list[i].Line < list[j].Line
	})
	kept := list[:0]
	for i, p := range list {
		if i == 0 || p != list[i-1] {
			kept = append(kept, p)
		}
	}
	*ps = kept
}

// Error makes the problems an error.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// lineAt is the number of the line that holds the byte at an offset.
func lineAt(source []byte, offset int) int {
	offset = min(max(offset, 0), len(source))
	return 1 + bytes.Count(source[:offset], []byte("\n"))
}

// nearest is the name that was probably meant, "" when none is near.
func nearest(name string, names []string) string {
	best, bestDistance := "", 3
	for _, candidate := range names {
		if d := editDistance(name, candidate); d < bestDistance {
			best, bestDistance = candidate, d
		}
	}
	return best
}

func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next := min(row[j+1]+1, row[j]+1, diagonal+cost)
			diagonal, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}

// didYouMean is a hint that names the nearest of the possible names, or all of them.
func didYouMean(name string, names []string) string {
	if near := nearest(name, names); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	return "use one of: " + strings.Join(names, ", ")
}
