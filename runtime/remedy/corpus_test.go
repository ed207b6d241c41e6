package remedy_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/remedy"
	"asyncplay/runtime/trace"
)

// mistaken are the programs of testdata that make one of the mistakes, on purpose. Nothing may be found in any other.
var mistaken = map[string]remedy.ID{
	"asyncio/blocking_sleep":              remedy.LoopBlocked,
	"asyncio/cancel_swallowed":            remedy.CancelSwallowed,
	"asyncio/gather_list_uncaught":        remedy.GatherList,
	"asyncio/missing_await":               remedy.AwaitForgotten,
	"asyncio/run_cancels_leftovers":       remedy.TaskNotKept,
	"asyncio_logs/never_awaited_method":   remedy.AwaitForgotten,
	"asyncio_logs/never_awaited_variants": remedy.AwaitForgotten,
	"coroutines/never_awaited":            remedy.AwaitForgotten,
	"locks/two_locks_deadlock":            remedy.LockOrder,
	"loop_api/debug_mode_places":          remedy.AwaitForgotten,
	"queue_workers/all_workers_die":       remedy.TaskDoneMissing,
	"queue_workers/fault_by_name_error":   remedy.TaskDoneMissing,
	"queue_workers/finally_around_get":    remedy.GetInsideTry,
	"queue_workers/forgot_task_done":      remedy.TaskDoneMissing,
	"queue_workers/no_fix_one_raises":     remedy.TaskDoneMissing,
	"snippets/blocking_instead_of_async":  remedy.LoopBlocked,
	"wait/bare_coroutines_uncaught":       remedy.WaitCoroutines,
}

// severalMistakes are the programs that make many, so that no single fix helps.
var severalMistakes = map[string]bool{
	"asyncio_logs/never_awaited_at_module_level":        true,
	"asyncio_logs/never_awaited_attributes_items_calls": true,
	"asyncio_logs/never_awaited_of_asyncio_itself":      true,
	"coroutines/cancel_and_clean_up":                    true,
	"coroutines/dropped_order":                          true,
}

// TestMistakesAreFoundWhereTheyAreAndNowhereElse runs every recorded program.
func TestMistakesAreFoundWhereTheyAreAndNowhereElse(t *testing.T) {
	const dir = "../../testdata/programs/"
	files, err := filepath.Glob(dir + "*/*.py")
	require.NoError(t, err)
	seen := 0
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), dir), ".py")
		source := read(t, file)
		findings := find(source)
		want, wrong := mistaken[name]
		if strings.HasPrefix(name, "random_found/") {
			continue // made by chance, mistakes and all
		}
		if severalMistakes[name] {
			assert.NotEmpty(t, findings, name)
			continue
		}
		if !wrong {
			assert.Emptyf(t, show(findings), "%s: list it in `mistaken` if the mistake is made on purpose", name)
			continue
		}
		seen++
		if !assert.Lenf(t, findings, 1, "%s: %s", name, show(findings)) {
			continue
		}
		assert.Equal(t, want, findings[0].ID, name)
		if len(findings[0].Edits) > 0 {
			fixed := findings[0].Fixed(source)
			assert.Emptyf(t, show(find(fixed)), "%s as fixed:\n%s", name, fixed)
			assert.NotEqualf(t, trace.StatusHung, run(fixed).Outcome.Status, "%s as fixed:\n%s", name, fixed)
		}
	}
	assert.Equal(t, len(mistaken), seen, "`mistaken` names programs that do not exist")
}

// TestNothingIsFoundInTheLessons looks at the page's programs, but for those of mistakes, the flagship's second and the philosophers.
func TestNothingIsFoundInTheLessons(t *testing.T) {
	files, err := filepath.Glob("../../app/lessons/*/*.py")
	require.NoError(t, err)
	for _, file := range files {
		meant := strings.HasSuffix(file, "finally_around_get.py") || strings.HasSuffix(file, "philosophers.py")
		if !strings.Contains(file, "/mistakes/") && !meant {
			assert.Empty(t, show(find(read(t, file))), file)
		}
	}
}
