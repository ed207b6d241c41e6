package vm

import (
	"strconv"
	"strings"
	"unicode"

	"asyncplay/runtime/object"
	"asyncplay/runtime/syntax"
)

// repeatsShown is how many equal frames in a row are printed before the rest is counted.
const repeatsShown = 3

// FormatFrames renders frames given outermost first, as CPython 3.13 does
// (traceback.py, StackSummary.format). Each line ends in a newline.
func FormatFrames(t *object.Thread, entries []object.TracebackEntry) string {
	return strings.Join(FrameParts(t, entries), "")
}

// FrameParts is FormatFrames in the strings that traceback.format_list() returns, one for each frame.
func FrameParts(t *object.Thread, entries []object.TracebackEntry) []string {
	var parts []string
	repeats := 0
	for i, e := range entries {
		if i > 0 && sameFrameLine(entries[i-1], e) {
			repeats++
		} else {
			parts = appendRepeats(parts, repeats)
			repeats = 1
		}
		if repeats <= repeatsShown {
			var b strings.Builder
			writeFrame(&b, e, sourceLines(t.Run, e.Filename))
			parts = append(parts, b.String())
		}
	}
	return appendRepeats(parts, repeats)
}

func sameFrameLine(a, b object.TracebackEntry) bool {
	return a.Filename == b.Filename && a.Span.Line == b.Span.Line && a.Function == b.Function
}

func appendRepeats(parts []string, repeats int) []string {
	more := repeats - repeatsShown
	if more <= 0 {
		return parts
	}
	plural := "s"
	if more == 1 {
		plural = ""
	}
	return append(parts, "  [Previous line repeated "+strconv.Itoa(more)+" more time"+plural+"]\n")
}

func writeFrame(b *strings.Builder, e object.TracebackEntry, source []string) {
	b.WriteString("  File \"" + e.Filename + "\", line " + strconv.Itoa(int(e.Span.Line)) + ", in " + e.Function + "\n")
	original := linesOfSpan(source, e.Span)
	if len(original) == 0 {
		return
	}
	lines := dedent(original)
	if strings.TrimSpace(strings.Join(lines, "")) == "" {
		return
	}
	if e.Span.EndLine == 0 {
		b.WriteString("    " + strings.TrimSpace(lines[0]) + "\n")
		return
	}
	m := newMarking(original, lines, e.Span)
	var out []string
	shown := m.significantLines()
	for i, n := range shown {
		if i > 0 {
			switch gap := n - shown[i-1]; {
			case gap == 2:
				out = m.appendLine(out, n-1)
			case gap > 2:
				out = append(out, "...<"+strconv.Itoa(gap-1)+" lines>...")
			}
		}
		out = m.appendLine(out, n)
	}
	for _, line := range dedent(out) {
		b.WriteString("    " + line + "\n")
	}
}

// linesOfSpan returns the source lines of a span without trailing blanks; lines that the
// source does not have are empty.
func linesOfSpan(source []string, span syntax.Span) []string {
	var lines []string
	for n := span.Line; n <= max(span.EndLine, span.Line); n++ {
		line := ""
		if n >= 1 && int(n) <= len(source) {
			line = strings.TrimRightFunc(source[n-1], unicode.IsSpace)
		}
		lines = append(lines, line)
	}
	return lines
}

// dedent removes the indentation that all lines with text share; blank lines become empty.
func dedent(lines []string) []string {
	margin, found := "", false
	out := make([]string, len(lines))
	for i, line := range lines {
		body := strings.TrimLeft(line, " \t")
		if body == "" {
			continue
		}
		out[i] = line
		indent := line[:len(line)-len(body)]
		if !found {
			margin, found = indent, true
		} else {
			margin = commonPrefix(margin, indent)
		}
	}
	for i := range out {
		out[i] = strings.TrimPrefix(out[i], margin)
	}
	return out
}

func commonPrefix(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

// marking is the picture of one instruction in its source lines. Offsets are in
// characters, those with a display name in columns on screen.
type marking struct {
	lines                    [][]rune
	displayStart, displayEnd int
	anchors                  anchors
	hasAnchors, showCarets   bool
}

func newMarking(original, lines []string, span syntax.Span) *marking {
	m := &marking{}
	for _, line := range lines {
		m.lines = append(m.lines, []rune(line))
	}
	first, last := m.lines[0], m.lines[len(m.lines)-1]
	dedented := len([]rune(original[0])) - len(first)
	start := min(max(0, characterOffset(original[0], int(span.Col))-dedented), len(first))
	end := min(max(0, characterOffset(original[len(original)-1], int(span.EndCol))-dedented), len(last))
	m.displayStart, m.displayEnd = displayWidth(first[:start]), displayWidth(last[:end])

	m.anchors, m.hasAnchors = findAnchors(m.segment(start, end))
	m.showCarets = m.shouldShowCarets(lines, start, end)
	if m.hasAnchors {
		m.placeAnchors(start)
	}
	return m
}

// segment is the text between start in the first line and end in the last.
func (m *marking) segment(start, end int) string {
	var b strings.Builder
	for i, line := range m.lines {
		from, to := 0, len(line)
		if i == 0 {
			from = start
		} else {
			b.WriteByte('\n')
		}
		if i == len(m.lines)-1 {
			to = max(end, from)
		}
		b.WriteString(string(line[from:to]))
	}
	return b.String()
}

// placeAnchors turns offsets in the segment into columns on screen.
func (m *marking) placeAnchors(start int) {
	a := &m.anchors
	if a.leftLine == 0 {
		a.leftCol += start
	}
	if a.rightLine == 0 {
		a.rightCol += start
	}
	left, right := m.lines[a.leftLine], m.lines[a.rightLine]
	a.leftCol = displayWidth(left[:min(a.leftCol, len(left))])
	a.rightCol = displayWidth(right[:min(a.rightCol, len(right))])
}

// shouldShowCarets is CPython 3.13's _should_show_carets: a plain call that fills its
// line as a return value or the value of an assignment, or an instruction that fills
// its line without an operator to point at, needs no marks.
func (m *marking) shouldShowCarets(lines []string, start, end int) bool {
	if isPlainCall(lines, start, end) {
		return false
	}
	if m.hasAnchors {
		return true
	}
	first, last := m.lines[0], m.lines[len(m.lines)-1]
	return strings.TrimSpace(string(first[:start])) != "" || strings.TrimSpace(string(last[end:])) != ""
}

func isPlainCall(lines []string, start, end int) bool {
	// Within a function, indented by one column, a return statement is no syntax error.
	module, err := syntax.Parse("", "async def f():\n "+strings.Join(lines, "\n "))
	if err != nil || len(module.Body) == 0 {
		return false
	}
	function, ok := module.Body[0].(*syntax.FunctionDef)
	if !ok {
		return false
	}
	var call *syntax.Call
	switch s := function.Body[0].(type) {
	case *syntax.Return:
		c, isCall := s.Value.(*syntax.Call)
		if isCall && isName(c.Func) {
			call = c
		}
	case *syntax.Assign:
		c, isCall := s.Value.(*syntax.Call)
		if isCall && len(s.Targets) == 1 && isName(s.Targets[0]) {
			call = c
		}
	}
	return call != nil && call.Line == 2 && int(call.EndLine) == len(lines)+1 &&
		int(call.Col) == start+1 && int(call.EndCol) == end+1
}

func isName(e syntax.Expr) bool {
	_, ok := e.(*syntax.Name)
	return ok
}

// significantLines are the first and last line and those around the anchors, in order.
func (m *marking) significantLines() []int {
	last := len(m.lines) - 1
	want := func(n int) bool {
		near := func(at int) bool { return n >= at-1 && n <= at+1 }
		return n == 0 || n == last || m.hasAnchors && (near(m.anchors.leftLine) || near(m.anchors.rightLine))
	}
	var lines []int
	for n := range m.lines {
		if want(n) {
			lines = append(lines, n)
		}
	}
	return lines
}

// appendLine appends line n and, where wanted, its marks.
func (m *marking) appendLine(out []string, n int) []string {
	line := m.lines[n]
	out = append(out, string(line))
	if !m.showCarets {
		return out
	}
	indent := 0
	for indent < len(line) && unicode.IsSpace(line[indent]) {
		indent++
	}
	width := displayWidth(line)
	if n == len(m.lines)-1 {
		width = m.displayEnd
	}
	marks := make([]byte, width)
	for col := range marks {
		switch {
		case col < indent || n == 0 && col < m.displayStart:
			marks[col] = ' '
		case m.hasAnchors && !m.withinAnchors(n, col):
			marks[col] = '~'
		default:
			marks[col] = '^'
		}
	}
	return append(out, string(marks))
}

func (m *marking) withinAnchors(line, col int) bool {
	a := m.anchors
	afterLeft := line > a.leftLine || line == a.leftLine && col >= a.leftCol
	beforeRight := line < a.rightLine || line == a.rightLine && col < a.rightCol
	return afterLeft && beforeRight
}

// displayWidth is the width on screen, where East Asian wide characters take two columns.
func displayWidth(s []rune) int {
	n := 0
	for _, c := range s {
		n++
		if isWide(c) {
			n++
		}
	}
	return n
}

// isWide covers the blocks of Unicode whose East Asian width is W or F.
func isWide(c rune) bool {
	return c >= 0x1100 && (c <= 0x115f ||
		c >= 0x2e80 && c <= 0xa4cf && c != 0x303f ||
		c >= 0xac00 && c <= 0xd7a3 ||
		c >= 0xf900 && c <= 0xfaff ||
		c >= 0xfe30 && c <= 0xfe6f ||
		c >= 0xff00 && c <= 0xff60 ||
		c >= 0xffe0 && c <= 0xffe6 ||
		c >= 0x1f300 && c <= 0x1f64f ||
		c >= 0x1f680 && c <= 0x1f6ff ||
		c >= 0x1f900 && c <= 0x1f9ff ||
		c >= 0x20000 && c <= 0x3fffd)
}
