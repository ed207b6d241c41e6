package runtime_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLessons runs the page's programs, without their faults, and compares with what CPython recorded for them in
// testdata/lessons.
func TestLessons(t *testing.T) {
	const dir = "../app/lessons/"
	files, err := filepath.Glob(dir + "*/*.py")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), dir), ".py")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Empty(t, compareWith(t, file, "../testdata/lessons/"+name))
		})
	}
}
