package site

import (
	"bufio"
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// safeBuffer is written by the watcher and read by the test.
type safeBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

func TestPagesAreToldWhenALessonChangesAndWhenItHasMistakes(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "one.md")
	writePage := func(body string) {
		require.NoError(t, os.WriteFile(page, []byte("---\ntitle: T\ndescription: D.\n---\n"+body), 0o644))
	}
	writePage("no such [link](gone)\n")
	var log safeBuffer
	live, closeLive, err := NewLive(base, dir, &log)
	require.NoError(t, err)
	defer closeLive()
	stop := make(chan struct{})
	defer close(stop)
	go live.Watch(stop)
	server := httptest.NewServer(live)
	defer server.Close()
	get := func(path string) string {
		response, err := http.Get(server.URL + path)
		require.NoError(t, err)
		defer response.Body.Close()
		var body bytes.Buffer
		_, err = body.ReadFrom(response.Body)
		require.NoError(t, err)
		return body.String()
	}
	assert.Contains(t, get("/lessons/en/"), "there is no lesson", "a course that begins with mistakes is a list of them")
	assert.Contains(t, log.String(), "one.md:5: the link leads nowhere")

	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, server.URL+changesPath+"?build=1", nil)
	require.NoError(t, err)
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer response.Body.Close()
	events := bufio.NewScanner(response.Body)
	next := func(want string) string {
		for events.Scan() {
			if events.Text() == "event: "+want {
				require.True(t, events.Scan())
				return events.Text()
			}
		}
		t.Fatalf("no event %s came: %v", want, events.Err())
		return ""
	}
	next("failed")
	writePage("good now\n")
	next("changed")
	assert.Contains(t, get("/lessons/en/one/"), "good now")
	assert.Contains(t, get("/lessons/en/one/"), "assets/reload.")

	writePage("```python\nprint(1)\n```\n```output\n2\n```\n")
	assert.Contains(t, next("failed"), "the output of block program-1 differs")
	assert.Contains(t, get("/lessons/en/one/"), "good now", "the last good page stays")
	writePage("good again\n")
	next("changed")
	assert.Contains(t, get("/lessons/en/one/"), "good again")
	left, err := os.ReadDir(live.work)
	require.NoError(t, err)
	assert.LessOrEqual(t, len(left), 2, "old sites are cleared away")
}

func TestLiveNeedsADirectory(t *testing.T) {
	_, _, err := NewLive(base, filepath.Join(t.TempDir(), "gone"), &bytes.Buffer{})
	assert.ErrorContains(t, err, "there is no directory")
}

func TestOnlyLivePagesListenForChanges(t *testing.T) {
	_, read := built(t, small(), "")
	assert.NotContains(t, read("lessons/en/01-one/index.html"), "reload")
	assert.False(t, strings.Contains(read("lessons/en/01-one/index.html"), "__changes"))
}
