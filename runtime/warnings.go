package runtime

import (
	"strconv"
	"strings"

	"asyncplay/runtime/syntax"
)

// warn writes SyntaxWarnings as CPython 3.13 Lib/warnings.py does, _formatwarnmsg_impl.
func (r *run) warn(warnings []syntax.Warning) {
	if len(warnings) == 0 {
		return
	}
	lines := strings.Split(strings.ReplaceAll(r.request.Source, "\r", ""), "\n")
	for _, w := range warnings {
		text := r.request.Filename + ":" + strconv.Itoa(int(w.Line)) + ": SyntaxWarning: " + w.Message + "\n"
		if i := int(w.Line) - 1; i < len(lines) && strings.TrimSpace(lines[i]) != "" {
			text += "  " + strings.TrimSpace(lines[i]) + "\n"
		}
		r.toStderr(text)
	}
}
