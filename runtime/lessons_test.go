package runtime_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLessons runs the page's programs, without their faults, and compares with what CPython recorded for them in
// testdata/lessons.
func TestLessons(t *testing.T) { compareLessons(t, "../app/lessons/", "../testdata/lessons/") }

// TestCourse does so with the programs of the course, which promises its readers that they print the same under CPython.
func TestCourse(t *testing.T) { compareLessons(t, "../web/lessons/", "../testdata/course/") }

func compareLessons(t *testing.T, dir, recorded string) {
	files, err := filepath.Glob(dir + "*/*.py")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), dir), ".py")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			source, err := os.ReadFile(file)
			require.NoError(t, err)
			if bytes.Contains(source, []byte("\n#@network ")) {
				t.Skip("its servers are simulated: CPython can't be asked")
			}
			assert.Empty(t, compareWith(t, file, recorded+name))
		})
	}
}
