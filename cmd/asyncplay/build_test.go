//go:build !js

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"asyncplay/web/bundled"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func buildWith(args ...string) (status int, stdout, stderr string) {
	var out, err bytes.Buffer
	status = buildCommand(args, &out, &err)
	return status, out.String(), err.String()
}

func TestBuildWritesOwnLessonsAndLeavesTheOldSiteWhenTheyHaveMistakes(t *testing.T) {
	dir := t.TempDir()
	page, lessons, out := filepath.Join(dir, "page"), filepath.Join(dir, "lessons"), filepath.Join(dir, "out")
	require.NoError(t, os.MkdirAll(page, 0o755))
	require.NoError(t, os.MkdirAll(lessons, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(page, "index.html"), []byte("<!doctype html>"), 0o644))
	write := func(body string) {
		text := "---\ntitle: T\ndescription: D.\n---\n" + body
		require.NoError(t, os.WriteFile(filepath.Join(lessons, "one.md"), []byte(text), 0o644))
	}
	write("first\n")
	status, said, stderr := buildWith("-o", out, "--lessons", lessons, "--site", page, "--base", "https://example.org/")
	assert.Equal(t, 0, status, stderr)
	assert.Contains(t, said, "1 lessons")
	shown := filepath.Join(out, "lessons", "en", "one", "index.html")
	before, err := os.ReadFile(shown)
	require.NoError(t, err)
	assert.Contains(t, string(before), "<p>first</p>")

	write("[nowhere](../x/)\n\n```python outcome=hung\nprint(1)\n```\n")
	status, _, stderr = buildWith("-o", out, "--lessons", lessons, "--site", page)
	assert.Equal(t, statusFailed, status)
	assert.Contains(t, stderr, "one.md:5: the link leads nowhere")
	assert.Contains(t, stderr, "one.md:7: block program-1: outcome: expected hung, got finished", "all mistakes at once")
	assert.Contains(t, stderr, "is as it was")
	after, err := os.ReadFile(shown)
	require.NoError(t, err)
	assert.Equal(t, before, after)
}

func TestBuildSaysWhatItLacks(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	status, _, stderr := buildWith()
	assert.Equal(t, statusUsage, status)
	assert.Contains(t, stderr, "usage: asyncplay build")
	status, _, stderr = buildWith("-o", out, "--site", t.TempDir())
	assert.Equal(t, statusUsage, status)
	assert.Contains(t, stderr, "there is no built page in")
	if _, carried := bundled.Page(); !carried {
		status, _, stderr = buildWith("-o", out)
		assert.Equal(t, statusUsage, status)
		assert.Contains(t, stderr, "make install")
	}
	assert.NoDirExists(t, out)
}
