//go:build !js

package main

import (
	"bytes"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestServeRefusesADirectoryWithoutASite(t *testing.T) {
	var stdout, stderr bytes.Buffer
	assert.Equal(t, statusUsage, serveCommand([]string{"-dir", t.TempDir()}, &stdout, &stderr))
	assert.Contains(t, stderr.String(), "make build")
	assert.Empty(t, stdout.String())
}

func TestServeTakesAnotherPortWhenItsOwnIsInUse(t *testing.T) {
	first, err := listen("localhost", 0)
	require.NoError(t, err)
	defer first.Close()
	taken := first.Addr().(*net.TCPAddr).Port
	second, err := listen("localhost", taken)
	require.NoError(t, err)
	defer second.Close()
	assert.NotEqual(t, taken, second.Addr().(*net.TCPAddr).Port)
}

func TestServeAsksForTheIndexAnewAndLetsAssetsBeKept(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "assets"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "index.html"), []byte("<!doctype html>"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "assets", "page.0123456789.js"), []byte("0"), 0o644))
	get := func(path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		siteHandler(dir).ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		return w
	}
	index := get("/")
	assert.Equal(t, http.StatusOK, index.Code)
	assert.Equal(t, "no-cache", index.Header().Get("Cache-Control"))
	asset := get("/assets/page.0123456789.js")
	assert.Equal(t, http.StatusOK, asset.Code)
	assert.Empty(t, asset.Header().Get("Cache-Control"))
}

// The file at the module's top is the toolchain's own, to the byte: the two change together.
func TestGoSupportFileIsTheToolchains(t *testing.T) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	theirs, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	require.NoError(t, err)
	ours, err := os.ReadFile("../../wasm_exec.js")
	require.NoError(t, err)
	assert.True(t, bytes.Equal(theirs, ours), "copy $(go env GOROOT)/lib/wasm/wasm_exec.js to the top of the module")
}
