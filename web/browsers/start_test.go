package browsers

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	code := m.Run()
	for _, b := range running {
		b.stop()
	}
	os.Exit(code)
}

// each runs a test in both browsers.
func each(t *testing.T, o options, test func(t *testing.T, p *Page)) {
	t.Run("firefox", func(t *testing.T) { test(t, open(t, firefox(), o)) })
	t.Run("webkit", func(t *testing.T) { test(t, open(t, webkit(), o)) })
}
