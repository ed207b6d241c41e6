//go:build !js

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCheckTellsWhatDiffersAndFails(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "one.md")
	check := func(text string) (int, string) {
		require.NoError(t, os.WriteFile(page, []byte("---\ntitle: T\ndescription: D.\n---\n"+text), 0o644))
		var stdout, stderr bytes.Buffer
		status := checkCommand([]string{dir}, &stdout, &stderr)
		return status, stdout.String()
	}
	status, said := check("```python\nprint('a')\n```\n```output\na\n```\n")
	assert.Equal(t, 0, status)
	assert.Contains(t, said, "all as written: 1 lessons (1 pages), 1 programs, 1 outputs")
	status, said = check("```python\nprint('a')\n```\n```output\nb\n```\n")
	assert.Equal(t, statusFailed, status)
	assert.Contains(t, said, page+":9: the output of block program-1 differs")
	assert.Contains(t, said, "1 problems in")

	var stdout, stderr bytes.Buffer
	assert.Equal(t, statusUsage, checkCommand([]string{filepath.Join(dir, "gone")}, &stdout, &stderr))
	assert.Equal(t, statusUsage, checkCommand(nil, &stdout, &stderr))
	assert.Contains(t, stderr.String(), "usage: asyncplay check DIR")
}
