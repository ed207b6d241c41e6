//go:build !js

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
)

// buildCommand makes the site from the module's sources: it runs web/build, which alone needs the bundler, and hands it
// its arguments.
func buildCommand(args []string, stdout, stderr io.Writer) int {
	if _, err := os.Stat("web/build"); err != nil {
		fmt.Fprintln(stderr, "asyncplay build: run it in the root of asyncplay's sources")
		return statusUsage
	}
	cmd := exec.Command("go", append([]string{"run", "./web/build"}, args...)...)
	cmd.Stdout, cmd.Stderr = stdout, stderr
	if err := cmd.Run(); err != nil {
		fmt.Fprintf(stderr, "asyncplay build: %v\n", err)
		return statusFailed
	}
	return 0
}
