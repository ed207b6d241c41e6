package runtime_test

import (
	"math"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"asyncplay/runtime/trace"
)

// requestTimes are when requests began and ended, by what their peer's name contains.
func requestTimes(r ran, part string) (firstStart, lastEnd float64) {
	firstStart = math.Inf(1)
	waiting := map[trace.TaskID]bool{}
	for i := range r.trace.Events {
		e := &r.trace.Events[i]
		switch {
		case e.Kind == trace.TaskSuspended && e.Wait == trace.WaitNetwork && strings.Contains(r.trace.Text(e.Text), part):
			waiting[e.Task] = true
			firstStart = min(firstStart, e.Time)
		case e.Kind == trace.TaskStep && waiting[e.Task]:
			delete(waiting, e.Task)
			lastEnd = e.Time
		}
	}
	return firstStart, lastEnd
}

// TestThePipelineOfTheArticle compares two gathers, one after the other, with a pipeline of queues: the pipeline asks for
// favourites before the last followers are known, and is done no later.
func TestThePipelineOfTheArticle(t *testing.T) {
	gathers := runProgram(t, filepath.FromSlash("testdata/article/two_gathers.py"))
	pipeline := runProgram(t, filepath.FromSlash("testdata/article/queue_pipeline.py"))
	assert.Empty(t, gathers.stderr)
	assert.Empty(t, pipeline.stderr)
	assert.Equal(t, gathers.stdout, pipeline.stdout)
	assert.Contains(t, gathers.stdout, "'what x1-a likes'")

	favoritesStart, _ := requestTimes(gathers, "/favorites")
	_, followersEnd := requestTimes(gathers, "/followers")
	assert.Equal(t, followersEnd, favoritesStart, "the second gather begins when the first one is over")

	favoritesStart, lastFavorite := requestTimes(pipeline, "/favorites")
	_, lastFollowers := requestTimes(pipeline, "/followers")
	assert.Less(t, favoritesStart, lastFollowers)
	_, lastFavoriteOfGathers := requestTimes(gathers, "/favorites")
	assert.LessOrEqual(t, lastFavorite, lastFavoriteOfGathers)
	assert.Less(t, lastFavorite, 1.2, "0.8 s for followers and 0.4 s for favourites at most")
	assert.Equal(t, lastFollowers, followersEnd, "both get the same latencies")
}
