package model

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestOnlyANumberDiffers(t *testing.T) {
	for _, edit := range []struct {
		before, after string
		number        bool
	}{
		{"n = 3\n", "n = 30\n", true},
		{"n = 30\n", "n = 3\n", true},
		{"n = 3\n", "n = 5\n", true},
		{"sleep(0.5)", "sleep(0.55)", true},
		{"sleep(1)", "sleep(1.)", true},
		{"range(11)", "range(111)", true},
		{"range(1)", "range()", false},
		{"sleep(.5)", "sleep(.)", false},
		{"task = 1", "task1 = 1", false},
		{"task1 = 1", "task12 = 1", false},
		{"n = 3", "n = 3\nm = 4", false},
		{"n = 3", "n = x", false},
		{"n = 3", "n = 3", false},
		{"", "3", true},
		{"é1", "é12", false},
	} {
		assert.Equal(t, edit.number, OnlyANumberDiffers(edit.before, edit.after), "%q → %q", edit.before, edit.after)
	}
}
