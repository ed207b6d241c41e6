package e2e

import (
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	web "asyncplay/web/site"

	"github.com/stretchr/testify/require"
)

func TestAPageReloadsWhileItsLessonIsWritten(t *testing.T) {
	dist := os.Getenv("ASYNCPLAY_DIST")
	if dist == "" {
		t.Skip("ASYNCPLAY_DIST names no built site")
	}
	lessons := t.TempDir()
	write := func(body string) {
		text := "---\ntitle: Written now\ndescription: D.\n---\n" + body
		require.NoError(t, os.WriteFile(filepath.Join(lessons, "one.md"), []byte(text), 0o644))
	}
	write("The first draft.\n\n```python\nprint('one')\n```\n")
	live, closeLive, err := web.NewLive(os.DirFS(dist), lessons, io.Discard)
	require.NoError(t, err)
	stop := make(chan struct{})
	go live.Watch(stop)
	server := httptest.NewServer(live)
	t.Cleanup(func() {
		close(stop)
		server.CloseClientConnections()
		server.Close()
		closeLive()
	})
	p := Open(t, func(s *setup) { s.address = server.URL + "/lessons/en/one/" })
	p.WaitText("article", "The first draft.")
	p.WaitFor("the page listens", `performance.getEntriesByType("resource").some(r => r.name.includes("reload."))`)
	write("The second draft.\n\n```python\nprint('two')\n```\n")
	p.WaitText("article", "The second draft.")
	write("The third draft.\n\n```python\nprint('three')\n```\n```output\nfour\n```\n")
	p.WaitText(".mistakes", "the output of block program-1 differs")
	p.WaitText("article", "The second draft.")
	write("The fourth draft.\n\n```python\nprint('four')\n```\n```output\nfour\n```\n")
	p.WaitText("article", "The fourth draft.")
	p.Close()
}
