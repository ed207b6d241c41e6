//go:build !js

package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

const defaultPort = 8080

// Exit statuses of the commands that run no program.
const (
	statusFailed = 1
	statusUsage  = 2
)

// serveCommand serves a built site on this machine only, as any plain file server would, and prints its address. It takes
// a free port where the wanted one is in use, returns an exit status, and normally runs until it is killed.
func serveCommand(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("dir", "dist", "the built site")
	port := flags.Int("port", defaultPort, "port on localhost; another one is taken if it is in use")
	if err := flags.Parse(args); err != nil {
		return statusUsage
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "asyncplay serve: unexpected argument %q\n", flags.Arg(0))
		return statusUsage
	}
	if _, err := os.Stat(filepath.Join(*dir, "index.html")); err != nil {
		fmt.Fprintf(stderr, "asyncplay serve: no site in %s: run `make build` first\n", *dir)
		return statusUsage
	}
	listener, err := listen(*port)
	if err != nil {
		fmt.Fprintf(stderr, "asyncplay serve: %v\n", err)
		return statusFailed
	}
	fmt.Fprintf(stdout, "http://localhost:%d/\n", listener.Addr().(*net.TCPAddr).Port)
	if err := http.Serve(listener, siteHandler(*dir)); err != nil {
		fmt.Fprintf(stderr, "asyncplay serve: %v\n", err)
	}
	return statusFailed
}

func listen(port int) (net.Listener, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort("localhost", strconv.Itoa(port)))
	if errors.Is(err, syscall.EADDRINUSE) {
		return net.Listen("tcp", "localhost:0")
	}
	return listener, err
}

// siteHandler serves the files. index.html is asked for anew every time; the other names hold a hash of their content.
func siteHandler(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.URL.Path, "/assets/") {
			w.Header().Set("Cache-Control", "no-cache")
		}
		w.Header().Set("X-Content-Type-Options", "nosniff")
		files.ServeHTTP(w, r)
	})
}
