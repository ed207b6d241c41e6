package rewrite

import "strings"

// Op says what became of a line.
type Op byte

const (
	Same    Op = ' '
	Removed Op = '-'
	Added   Op = '+'
	// Moved: the line only went sideways; its new indentation is shown.
	Moved Op = '>'
	// Gap stands for lines left out.
	Gap Op = '~'
)

// DiffLine is a line of a diff. Old and New are line numbers from 1, 0 where there is none.
type DiffLine struct {
	Op       Op
	Old, New int
	Text     string
}

// diffCellsMax bounds the table of the comparison; beyond it everything counts as changed.
const diffCellsMax = 1 << 20

// Diff compares two programs line by line and keeps a few equal lines around each change.
func Diff(before, after string, context int) []DiffLine {
	a, b := splitLines(before), splitLines(after)
	all := compare(a, b)
	var kept []DiffLine
	last := -1
	for i := range all {
		if !nearChange(all, i, context) {
			continue
		}
		if last >= 0 && i > last+1 {
			kept = append(kept, DiffLine{Op: Gap})
		}
		kept = append(kept, all[i])
		last = i
	}
	return kept
}

func splitLines(text string) []string {
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	if n := len(lines); lines[n-1] == "" {
		lines = lines[:n-1]
	}
	return lines
}

func nearChange(all []DiffLine, i, context int) bool {
	for j := max(0, i-context); j <= min(len(all)-1, i+context); j++ {
		if all[j].Op != Same {
			return true
		}
	}
	return false
}

// compare finds the longest common sequence of lines, their indentation left out.
func compare(a, b []string) []DiffLine {
	start := 0
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	endA, endB := len(a), len(b)
	for endA > start && endB > start && a[endA-1] == b[endB-1] {
		endA--
		endB--
	}
	var lines []DiffLine
	for i := 0; i < start; i++ {
		lines = append(lines, DiffLine{Same, i + 1, i + 1, b[i]})
	}
	lines = append(lines, middle(a[start:endA], b[start:endB], start)...)
	for i := endA; i < len(a); i++ {
		lines = append(lines, DiffLine{Same, i + 1, i + 1 + endB - endA, a[i]})
	}
	return lines
}

func middle(a, b []string, from int) []DiffLine {
	var lines []DiffLine
	width := len(b) + 1
	if (len(a)+1)*width > diffCellsMax {
		for i := range a {
			lines = append(lines, DiffLine{Removed, from + i + 1, 0, a[i]})
		}
		for j := range b {
			lines = append(lines, DiffLine{Added, 0, from + j + 1, b[j]})
		}
		return lines
	}
	// worth[i*width+j] is that of the best common sequence of a[i:] and b[j:].
	worth := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			best := max(worth[(i+1)*width+j], worth[i*width+j+1])
			if w := likeness(a[i], b[j]); w > 0 {
				best = max(best, worth[(i+1)*width+j+1]+w)
			}
			worth[i*width+j] = best
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && likeness(a[i], b[j]) > 0 && worth[i*width+j] == worth[(i+1)*width+j+1]+likeness(a[i], b[j]):
			op := Same
			if a[i] != b[j] {
				op = Moved
			}
			lines = append(lines, DiffLine{op, from + i + 1, from + j + 1, b[j]})
			i++
			j++
		case j == len(b) || i < len(a) && worth[(i+1)*width+j] >= worth[i*width+j+1]:
			lines = append(lines, DiffLine{Removed, from + i + 1, 0, a[i]})
			i++
		default:
			lines = append(lines, DiffLine{Added, 0, from + j + 1, b[j]})
			j++
		}
	}
	return lines
}

// likeness is the worth of taking two lines for the same: more when not even the indentation differs.
func likeness(a, b string) int32 {
	switch {
	case a == b:
		return 3
	case strings.TrimSpace(a) == strings.TrimSpace(b):
		return 2
	}
	return 0
}
