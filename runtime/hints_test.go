package runtime_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"asyncplay/runtime/explain"
	"asyncplay/runtime/stdlib"
)

// TestHintsAreForModulesThatAreNotHere keeps the sentences about missing modules from outliving their truth.
func TestHintsAreForModulesThatAreNotHere(t *testing.T) {
	names := explain.MissingModules()
	assert.NotEmpty(t, names)
	for _, name := range names {
		assert.False(t, stdlib.Find(name), name)
	}
	got := runSource("import asyncio\nimport sqlite3\n")
	assert.Contains(t, explain.Text(explain.Verdict(got.trace, "")), "there is no database here")
}
