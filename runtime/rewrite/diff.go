package rewrite

import "strings"

// Op says what became of a line: the sign that stands before it in a printed diff.
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

// DiffLine is a line of a diff. Old and New are its line numbers in the two programs from 1, 0 where it is not.
type DiffLine struct {
	Op       Op
	Old, New int
	Text     string // as in the new program, or as in the old one when it is Removed
}

// diffCellsMax bounds the table of the comparison, of two bytes a cell; beyond it everything counts as changed.
const diffCellsMax = 4 << 20

// Diff compares two programs line by line and keeps a few equal lines around each change.
func Diff(before, after string, context int) []DiffLine {
	all := Compare(before, after)
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

// Compare compares two programs line by line, with all lines of both.
func Compare(before, after string) []DiffLine {
	return compareLines(splitLines(before), splitLines(after))
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

// compareLines finds the longest common sequence of lines, their indentation left out.
func compareLines(a, b []string) []DiffLine {
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

// middle compares lines that differ at both ends; from is the number of lines before them.
func middle(a, b []string, from int) []DiffLine {
	p := pairing{a: a, b: b, trimmedA: trimmed(a), trimmedB: trimmed(b), width: len(b) + 1}
	if (len(a)+1)*p.width <= diffCellsMax {
		p.weigh()
	}
	var lines []DiffLine
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case p.matched(i, j):
			op := Same
			if a[i] != b[j] {
				op = Moved
			}
			lines = append(lines, DiffLine{op, from + i + 1, from + j + 1, b[j]})
			i++
			j++
		case j == len(b) || i < len(a) && p.worth(i+1, j) >= p.worth(i, j+1):
			lines = append(lines, DiffLine{Removed, from + i + 1, 0, a[i]})
			i++
		default:
			lines = append(lines, DiffLine{Added, 0, from + j + 1, b[j]})
			j++
		}
	}
	return lines
}

// pairing says which lines of two programs belong together.
type pairing struct {
	a, b, trimmedA, trimmedB []string
	// cells holds at i*width+j what the best common sequence of a[i:] and b[j:] is worth; nil when nothing is paired.
	cells []uint16
	width int
}

func (p *pairing) weigh() {
	p.cells = make([]uint16, (len(p.a)+1)*p.width)
	for i := len(p.a) - 1; i >= 0; i-- {
		for j := len(p.b) - 1; j >= 0; j-- {
			best := max(p.worth(i+1, j), p.worth(i, j+1))
			if w := p.likeness(i, j); w > 0 {
				best = max(best, p.worth(i+1, j+1)+w)
			}
			p.cells[i*p.width+j] = best
		}
	}
}

func (p *pairing) worth(i, j int) uint16 {
	if p.cells == nil {
		return 0
	}
	return p.cells[i*p.width+j]
}

// matched reports whether the best common sequence of a[i:] and b[j:] begins with both first lines.
func (p *pairing) matched(i, j int) bool {
	if p.cells == nil || i == len(p.a) || j == len(p.b) {
		return false
	}
	w := p.likeness(i, j)
	return w > 0 && p.worth(i, j) == p.worth(i+1, j+1)+w
}

// likeness is the worth of taking two lines for the same: more when not even the indentation differs.
func (p *pairing) likeness(i, j int) uint16 {
	switch {
	case p.trimmedA[i] != p.trimmedB[j]:
		return 0
	case p.a[i] != p.b[j]:
		return 2
	}
	return 3
}

func trimmed(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimSpace(line)
	}
	return out
}
