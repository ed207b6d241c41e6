package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// The binary is built with a copy of go-app in which a few files are exchanged for those under web/build/goapp. go-app's
// server half (http.go, resource.go) has no build tag, and with crypto.go, uuid and regexp it brings in net/http,
// crypto/tls and more: 668 kB of 1,882 kB gzip for code that a page never calls. Go's -overlay flag refuses files of the
// module cache, so the copy comes in through a second go.mod with a replace line.
const (
	workDir      = ".build"
	goAppModule  = "github.com/maxence-charriere/go-app/v10"
	uuidModule   = "github.com/google/uuid"
	replacements = "web/build/goapp"
)

// inlined are the packages compiled with inlining: the engine's inner loops and Go's own allocator, collector and maps. All
// others do without, which makes the download a tenth smaller and the engine's benchmarks 5 % slower
// (docs/performance.md); without it in these too they are 80 % slower.
var inlined = []string{
	"asyncplay/runtime/eventloop", "asyncplay/runtime/object", "asyncplay/runtime/vm", "internal/runtime/...", "runtime",
}

// buildWasm compiles cmd/asyncplay for the browser, without the modules of Python's library that the pack has, and returns
// the binary.
func buildWasm(packedModules []string) ([]byte, error) {
	goApp, uuid, err := copyGoApp()
	if err != nil {
		return nil, fmt.Errorf("copying go-app: %w", err)
	}
	modFile, err := writeModFile(goApp, uuid)
	if err != nil {
		return nil, err
	}
	temporary, err := os.MkdirTemp("", "asyncplay-build-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temporary)
	binary := filepath.Join(temporary, "app.wasm")
	linker := "-s -w -X asyncplay/runtime/stdlib.packedList=" + strings.Join(packedModules, ",")
	args := []string{"build", "-modfile", modFile, "-tags", "librarypack", "-trimpath", "-ldflags", linker, "-gcflags=all=-l", "-o", binary}
	for _, packages := range inlined {
		args = append(args, "-gcflags="+packages+"=")
	}
	cmd := exec.Command("go", append(args, "./cmd/asyncplay")...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=-mod=mod")
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("compiling to WebAssembly: %w", err)
	}
	content, err := os.ReadFile(binary)
	if err != nil {
		return nil, err
	}
	stripped, err := stripTraceback(content)
	if errors.Is(err, errUnknownLayout) {
		fmt.Fprintln(os.Stderr, "build: the download stays larger than it need be:", err)
		stripped, err = content, nil
	}
	if err != nil {
		return nil, err
	}
	return joinSegments(stripped)
}

// exchanged are the files of go-app's package app that give way to ours.
var exchanged = []string{"http.go", "resource.go", "crypto.go", "route.go", "state.go"}

// copyGoApp lays go-app's client packages out under the work directory, with our files in the place of its own, and a
// module in the place of uuid's beside them. It returns both folders.
func copyGoApp() (goApp, uuid string, err error) {
	out, err := exec.Command("go", "list", "-m", "-json", goAppModule).Output()
	if err != nil {
		return "", "", err
	}
	var module struct{ Dir, Version string }
	if err := json.Unmarshal(out, &module); err != nil {
		return "", "", err
	}
	if module.Dir == "" {
		return "", "", fmt.Errorf("%s is not downloaded: run go mod download", goAppModule)
	}
	goApp = filepath.Join(workDir, "goapp-"+module.Version)
	for _, part := range []string{"go.mod", "pkg/app", "pkg/errors"} {
		if err := copyTree(filepath.Join(module.Dir, part), filepath.Join(goApp, part)); err != nil {
			return "", "", err
		}
	}
	if err := quicken(filepath.Join(module.Dir, "pkg/app/engine.go"), filepath.Join(goApp, "pkg/app/engine.go")); err != nil {
		return "", "", err
	}
	if err := joinElements(filepath.Join(module.Dir, "pkg/app", elementsFile), filepath.Join(goApp, "pkg/app", elementsFile)); err != nil {
		return "", "", err
	}
	for _, name := range exchanged {
		if _, err := os.Stat(filepath.Join(module.Dir, "pkg/app", name)); err != nil {
			return "", "", fmt.Errorf("this version of go-app is cut up differently: %w", err)
		}
		if err := copyFile(filepath.Join(replacements, name+".txt"), filepath.Join(goApp, "pkg/app", name)); err != nil {
			return "", "", err
		}
	}
	uuid = filepath.Join(workDir, "uuid")
	if err := copyFile(filepath.Join(replacements, "uuid.go.txt"), filepath.Join(uuid, "uuid.go")); err != nil {
		return "", "", err
	}
	return goApp, uuid, os.WriteFile(filepath.Join(uuid, "go.mod"), []byte("module "+uuidModule+"\n\ngo 1.26\n"), 0o644)
}

// quicken has go-app draw a change at once when no other waits. It would wait for a timer, which a browser gives 4 ms at least,
// and a slider's redraw takes two such waits.
func quicken(from, to string) error {
	const (
		slow  = "\t\t\tdispatch()\n\n\t\tcase <-frames.C:\n"
		quick = "\t\t\tdispatch()\n\t\t\tif len(e.dispatches) == 0 {\n\t\t\t\te.processFrame()\n\t\t\t}\n\n\t\tcase <-frames.C:\n"
	)
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if strings.Count(string(content), slow) != 1 {
		return fmt.Errorf("%s: this version of go-app draws at other times", from)
	}
	quicker := []byte(strings.Replace(string(content), slow, quick, 1))
	if old, err := os.ReadFile(to); err == nil && string(old) == string(quicker) {
		return nil // the compiler's cache stays warm
	}
	return os.WriteFile(to, quicker, 0o644)
}

func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || strings.HasSuffix(path, "_test.go") || entry.Name() == elementsFile || slices.Contains(exchanged, entry.Name()) {
			return nil
		}
		relative, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		return copyFile(path, filepath.Join(to, relative))
	})
}

// copyFile leaves a file alone that is the same already, which keeps the compiler's cache warm.
func copyFile(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if old, err := os.ReadFile(to); err == nil && string(old) == string(content) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, content, 0o644)
}

// writeModFile writes a go.mod beside the copies that replaces the two modules by them.
func writeModFile(goApp, uuid string) (string, error) {
	content, err := os.ReadFile("go.mod")
	if err != nil {
		return "", err
	}
	text := fmt.Sprintf("%s\nreplace %s => ./%s\n\nreplace %s => ./%s\n", content, goAppModule, filepath.ToSlash(goApp), uuidModule, filepath.ToSlash(uuid))
	path := filepath.Join(workDir, "go.mod")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		return "", err
	}
	return path, copyFile("go.sum", filepath.Join(workDir, "go.sum"))
}
