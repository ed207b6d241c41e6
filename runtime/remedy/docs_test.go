package remedy_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/explain"
	"asyncplay/runtime/remedy"
	"asyncplay/runtime/rewrite"
)

const docsDir = "../../docs/verdicts"

// TestEveryMistakeHasAPageWithItsChange: docs/verdicts has a page for each mistake in both languages, its diff is the one that the
// engine makes of the example, and the verdict that the English one quotes is the one given. ASYNCPLAY_UPDATE=1 writes them anew.
func TestEveryMistakeHasAPageWithItsChange(t *testing.T) {
	for _, id := range remedy.All() {
		t.Run(string(id), func(t *testing.T) {
			source := read(t, filepath.Join(mistakesDir, fileOf(id)))
			recorded := run(source)
			report := explain.Verdict(recorded, source)
			findings := remedy.Find(recorded, &report, source)
			require.NotEmpty(t, findings)
			verdict, _, _ := strings.Cut(explain.Text(report), "\n")
			for _, folder := range []string{"", "ja"} {
				path := filepath.Join(docsDir, folder, string(id)+".md")
				page := read(t, path)
				want := block(page, "diff", unified(&findings[0], source))
				if folder == "" {
					want = block(want, "text", verdict+"\n")
				}
				if os.Getenv("ASYNCPLAY_UPDATE") != "" {
					require.NoError(t, os.WriteFile(path, []byte(want), 0o644))
					page = want
				}
				assert.Equal(t, want, page)
				assert.True(t, strings.HasPrefix(page, "# `"+string(id)+"`: "))
				assert.Equal(t, 3, strings.Count(page, "\n## "), "why, the change, when")
				assert.Contains(t, read(t, filepath.Join(docsDir, folder, "README.md")), "("+string(id)+".md)")
				assert.Contains(t, page, "app/lessons/mistakes/"+fileOf(id))
			}
		})
	}
}

// block replaces what stands in the first code block of a language.
func block(page, language, content string) string {
	before, rest, _ := strings.Cut(page, "```"+language+"\n")
	_, after, _ := strings.Cut(rest, "```\n")
	return before + "```" + language + "\n" + content + "```\n" + after
}

// unified is a change as `diff` writes it: a line that moves sideways is taken out and put in.
func unified(f *remedy.Finding, source string) string {
	lines := strings.Split(source, "\n")
	var b, added strings.Builder
	flush := func() {
		b.WriteString(added.String())
		added.Reset()
	}
	for _, line := range f.Diff(source) {
		switch line.Op {
		case rewrite.Same:
			flush()
			b.WriteString(strings.TrimRight("  "+line.Text, " ") + "\n")
		case rewrite.Gap:
			flush()
			b.WriteString("  …\n")
		case rewrite.Removed:
			fmt.Fprintf(&b, "- %s\n", line.Text)
		case rewrite.Added:
			fmt.Fprintf(&added, "+ %s\n", line.Text)
		case rewrite.Moved:
			fmt.Fprintf(&b, "- %s\n", lines[line.Old-1])
			fmt.Fprintf(&added, "+ %s\n", line.Text)
		}
	}
	flush()
	return b.String()
}
