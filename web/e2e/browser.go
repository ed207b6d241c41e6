package e2e

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// startSeconds is how long Chromium may take to come up on a busy machine.
const startSeconds = 60

type browser struct {
	ctx  context.Context
	stop func()
	err  error
}

var startOnce = sync.OnceValue(startBrowser)

func startBrowser() *browser {
	path, err := chromiumPath()
	if err != nil {
		return &browser{err: err, stop: func() {}}
	}
	profile, err := os.MkdirTemp("", "asyncplay-chromium-")
	if err != nil {
		return &browser{err: err, stop: func() {}}
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(profile),
		chromedp.WindowSize(1440, 900),
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("hide-scrollbars", true),
	)
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stopBrowser := chromedp.NewContext(allocator)
	b := &browser{ctx: ctx, stop: func() {
		stopBrowser()
		stopAllocator()
		_ = os.RemoveAll(profile) // a temporary directory: the system clears what is left
	}}
	timer := time.AfterFunc(startSeconds*time.Second, stopAllocator)
	b.err = chromedp.Do(ctx)
	timer.Stop()
	return b
}

func chromiumPath() (string, error) {
	if path := os.Getenv("CHROMIUM"); path != "" {
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("no Chromium found: install one (make setup does on Debian) or name it in CHROMIUM")
}

// Main runs the package's tests and closes the browser after them. TestMain calls it.
func Main(m *testing.M) int {
	defer func() { startOnce().stop() }()
	return m.Run()
}
