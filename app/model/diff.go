package model

import "strings"

// DiffKind says what became of a line between two programs.
type DiffKind uint8

const (
	DiffSame  DiffKind = iota
	DiffAdded          // only in B
	DiffGone           // only in A
	DiffMoved          // the same words, further left or right
)

// DiffLine is a line of the difference between two programs. A and B are its line numbers, 0 where it is not.
type DiffLine struct {
	A, B int
	Kind DiffKind
	Text string // as in B, or as in A when B has it no more
}

// diffCellsMax bounds the table of the longest common subsequence; programs whose differing middle is larger are shown as
// replaced there.
const diffCellsMax = 4 << 20

// DiffLines compares two programs line by line. A line that only moves sideways counts as the same line.
func DiffLines(a, b string) []DiffLine {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	lines := make([]DiffLine, 0, max(len(x), len(y)))
	both := func(i, j int) {
		line := DiffLine{A: i + 1, B: j + 1, Text: y[j]}
		if x[i] != y[j] {
			line.Kind = DiffMoved
		}
		lines = append(lines, line)
	}
	start, endX, endY := 0, len(x), len(y)
	for start < min(endX, endY) && x[start] == y[start] {
		both(start, start)
		start++
	}
	for endX > start && endY > start && x[endX-1] == y[endY-1] {
		endX--
		endY--
	}
	i, j := start, start
	for _, match := range commonLines(x[start:endX], y[start:endY]) {
		for ; i < start+match[0]; i++ {
			lines = append(lines, DiffLine{A: i + 1, Kind: DiffGone, Text: x[i]})
		}
		for ; j < start+match[1]; j++ {
			lines = append(lines, DiffLine{B: j + 1, Kind: DiffAdded, Text: y[j]})
		}
		both(i, j)
		i++
		j++
	}
	for ; i < endX; i++ {
		lines = append(lines, DiffLine{A: i + 1, Kind: DiffGone, Text: x[i]})
	}
	for ; j < endY; j++ {
		lines = append(lines, DiffLine{B: j + 1, Kind: DiffAdded, Text: y[j]})
	}
	for ; i < len(x); i++ {
		both(i, j)
		j++
	}
	return lines
}

// commonLines are the pairs of a longest common subsequence of lines, indentation aside.
func commonLines(x, y []string) [][2]int {
	width := len(y) + 1
	if (len(x)+1)*width > diffCellsMax {
		return nil
	}
	x, y = trimmed(x), trimmed(y)
	length := make([]uint16, (len(x)+1)*width)
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] == y[j] {
				length[i*width+j] = length[(i+1)*width+j+1] + 1
			} else {
				length[i*width+j] = max(length[(i+1)*width+j], length[i*width+j+1])
			}
		}
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] == y[j]:
			pairs = append(pairs, [2]int{i, j})
			i++
			j++
		case length[(i+1)*width+j] >= length[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return pairs
}

func trimmed(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimSpace(line)
	}
	return out
}
