// Package docs_test keeps the documents true: their links lead somewhere, and what they tell one to type exists.
package docs_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const root = ".."

// skipped are folders without documents of ours, or whose documents another test reads: `asyncplay check` follows the links of lessons.
var skipped = []string{".git", ".build", "node_modules", "dist", "release", "web/lessons", "web/bundled/files"}

// documents are the Markdown files of the repository, by path from its root.
func documents(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	require.NoError(t, filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		relative := filepath.ToSlash(strings.TrimPrefix(name, root+string(filepath.Separator)))
		if d.IsDir() && (slices.Contains(skipped, relative) || slices.Contains(skipped, d.Name())) {
			return fs.SkipDir
		}
		if !d.IsDir() && strings.HasSuffix(name, ".md") {
			text, err := os.ReadFile(name)
			texts[relative] = string(text)
			return err
		}
		return nil
	}))
	require.Contains(t, texts, "README.md")
	require.Contains(t, texts, "docs/guide.md")
	return texts
}

var (
	inline     = regexp.MustCompile("`([^`\n]+)`")
	linkTarget = regexp.MustCompile(`\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"`)
	headingRow = regexp.MustCompile(`(?m)^#{1,6} +(.+)$`)
	linkText   = regexp.MustCompile(`\[([^\]]*)\]\([^)]*\)`)
)

// prose is a document without its blocks of code.
func prose(text string) string {
	var out []string
	open := ""
	for line := range strings.SplitSeq(text, "\n") {
		trimmed := strings.TrimLeft(line, " ")
		ticks := trimmed[:len(trimmed)-len(strings.TrimLeft(trimmed, "`"))]
		switch {
		case open == "" && len(ticks) >= 3:
			open = ticks
		case open != "" && len(ticks) >= len(open):
			open = ""
		case open == "":
			out = append(out, line)
		}
	}
	return strings.Join(out, "\n")
}

// commands are the lines of a document's blocks of code.
func commands(text string) []string {
	kept := map[string]int{}
	for line := range strings.SplitSeq(prose(text), "\n") {
		kept[line]++
	}
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if kept[line]--; kept[line] < 0 {
			out = append(out, strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), "$ ")))
		}
	}
	return out
}

// anchors are the places of a document that links can lead to, named as code hosts do.
func anchors(text string) map[string]bool {
	found := map[string]bool{}
	for _, match := range headingRow.FindAllStringSubmatch(prose(text), -1) {
		heading := linkText.ReplaceAllString(match[1], "$1")
		found[strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
				return unicode.ToLower(r)
			}
			return -1
		}, heading)] = true
	}
	return found
}

func TestEveryLinkLeadsSomewhere(t *testing.T) {
	texts := documents(t)
	links := 0
	for name, text := range texts {
		for _, match := range linkTarget.FindAllStringSubmatch(inline.ReplaceAllString(prose(text), ""), -1) {
			to := match[1] + match[2]
			if strings.Contains(to, ":") {
				continue // another host, which tests ask for nothing
			}
			links++
			file, anchor, _ := strings.Cut(to, "#")
			target := name
			if file != "" {
				target = path.Join(path.Dir(name), file)
				_, err := os.Stat(filepath.Join(root, filepath.FromSlash(target)))
				assert.NoError(t, err, "%s: %s", name, to)
			}
			if anchor != "" {
				assert.True(t, anchors(texts[target])[anchor], "%s: %s has no heading #%s", name, target, anchor)
			}
		}
	}
	assert.Greater(t, links, 60)
}

var repositoryPath = regexp.MustCompile(`^(?:app|cmd|docs|runtime|testdata|web)/[a-z0-9_./-]+$`)

func TestEveryFileThatIsNamedExists(t *testing.T) {
	named := 0
	for name, text := range documents(t) {
		for _, match := range inline.FindAllStringSubmatch(prose(text), -1) {
			if file := match[1]; repositoryPath.MatchString(file) {
				named++
				_, err := os.Stat(filepath.Join(root, filepath.FromSlash(file)))
				assert.NoError(t, err, "%s names %s", name, file)
			}
		}
	}
	assert.Greater(t, named, 30)
}

var makeTarget = regexp.MustCompile(`\bmake ([a-z][a-z-]*)`)

func TestEveryTargetOfMakeExists(t *testing.T) {
	makefile, err := os.ReadFile(filepath.Join(root, "Makefile"))
	require.NoError(t, err)
	for name, text := range documents(t) {
		code := commands(text)
		for _, match := range inline.FindAllStringSubmatch(prose(text), -1) {
			code = append(code, match[1])
		}
		for _, line := range code {
			for _, match := range makeTarget.FindAllStringSubmatch(line, -1) {
				assert.Regexp(t, `(?m)^(?:[a-z -]* )?`+match[1]+`(?: [a-z -]*)?:`, string(makefile), "%s: make %s", name, match[1])
			}
		}
	}
}

// What README has one run on the command line is run.
func TestCommandsOfTheReadmeRun(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "asyncplay")
	build := exec.Command("go", "build", "-o", binary, "./cmd/asyncplay")
	build.Dir = root
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	ran := 0
	for _, line := range commands(documents(t)["README.md"]) {
		arguments, ok := strings.CutPrefix(line, "go run ./cmd/asyncplay ")
		if !ok {
			continue
		}
		ran++
		run := exec.Command("sh", "-c", binary+" "+arguments)
		run.Dir = root
		out, _ := run.CombinedOutput() // a program that hangs has a status too
		assert.NotEqual(t, 2, run.ProcessState.ExitCode(), "%s\n%s", line, out)
		assert.NotEmpty(t, string(out), line)
	}
	assert.GreaterOrEqual(t, ran, 2)
}
