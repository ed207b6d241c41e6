//go:build !js

// Command asyncplay runs Python asyncio programs on a virtual clock, and builds and serves
// the page on which one watches them. Compiled for js/wasm the same package is the page.
package main

import (
	"fmt"
	"io"
	"os"
)

const usage = `usage: asyncplay COMMAND [ARGUMENTS]

commands:
  run      run a Python program: asyncplay run [flags] SCRIPT.py [args]
  explore  run variants of a program many times: where may it fail, and does it still finish?
  build    write the whole static site, with the course or your own lessons
  serve    serve a built site on localhost, or lessons that you write, with live reload
  check    run every program of a directory of lessons and compare with what is written there

"asyncplay COMMAND -h" tells a command's flags.
`

func main() {
	os.Exit(command(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// command executes the command line and returns the exit status.
func command(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(stderr, usage)
		return statusUsage
	}
	switch args[0] {
	case "run":
		return runCommand(args[1:], stdin, stdout, stderr)
	case "explore":
		return exploreCommand(args[1:], stdout, stderr)
	case "build":
		return buildCommand(args[1:], stdout, stderr)
	case "serve":
		return serveCommand(args[1:], stdout, stderr)
	case "check":
		return checkCommand(args[1:], stdout, stderr)
	case "-h", "-help", "--help", "help":
		fmt.Fprint(stdout, usage)
		return 0
	}
	fmt.Fprintf(stderr, "asyncplay: unknown command %q\n\n%s", args[0], usage)
	return statusUsage
}
