//go:build !js

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"asyncplay/web/bundled"
	"asyncplay/web/site"
)

const (
	defaultPort = 8080
	headerWait  = 10 * time.Second
)

// Exit statuses of the commands that run no program.
const (
	statusFailed = 1
	statusUsage  = 2
)

// serveCommand serves a site, unless told otherwise on this machine only, as any plain file server would, and prints its address: a built one, or
// lessons that are being written, whose pages come anew when a file changes. It takes a free port where the wanted one is in
// use, runs until it is interrupted, and returns an exit status.
func serveCommand(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	flags.SetOutput(stderr)
	dir := flags.String("dir", "dist", "`DIR` of a built site; where it is missing, what the command was compiled with")
	lessons := flags.String("lessons", "", "`DIR` of lessons to serve; their pages reload when a file changes")
	host := flags.String("host", "localhost", "address to listen on; 0.0.0.0 lets other machines in, as a container needs")
	port := flags.Int("port", defaultPort, "port on localhost; another one is taken if it is in use")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return statusUsage
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "asyncplay serve: unexpected argument %q\n", flags.Arg(0))
		return statusUsage
	}
	given := false
	flags.Visit(func(f *flag.Flag) { given = given || f.Name == "dir" })
	handler, start, stop, err := siteToServe(*dir, given, *lessons, stderr)
	if err != nil {
		fmt.Fprintf(stderr, "asyncplay serve: %v\n", err)
		return statusUsage
	}
	defer stop()
	listener, err := listen(*host, *port)
	if err != nil {
		fmt.Fprintf(stderr, "asyncplay serve: %v\n", err)
		return statusFailed
	}
	fmt.Fprintf(stdout, "http://localhost:%d/%s\n", listener.Addr().(*net.TCPAddr).Port, start)
	server := &http.Server{Handler: handler, ReadHeaderTimeout: headerWait}
	interrupted, forget := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer forget()
	go func() {
		<-interrupted.Done()
		server.Close()
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		fmt.Fprintf(stderr, "asyncplay serve: %v\n", err)
		return statusFailed
	}
	return 0
}

// siteToServe finds what is to be served, and the page to begin with.
func siteToServe(dir string, given bool, lessons string, log io.Writer) (handler http.Handler, start string, stop func(), err error) {
	stop = func() {}
	_, missing := os.Stat(filepath.Join(dir, "index.html"))
	if lessons == "" && missing == nil {
		return siteHandler(dir), "", stop, nil
	}
	var page fs.FS
	if missing == nil {
		page = os.DirFS(dir)
	} else if carried, ok := bundled.Page(); ok && !given {
		page = carried
	} else {
		return nil, "", nil, fmt.Errorf("no site in %s: run `make build` first", dir)
	}
	if lessons != "" {
		live, stop, err := site.NewLive(page, lessons, log)
		if err != nil {
			return nil, "", nil, err
		}
		done := make(chan struct{})
		go live.Watch(done)
		return live, "lessons/", func() { close(done); stop() }, nil
	}
	return carriedSite(page)
}

// carriedSite is the site that the command was compiled with: the page and the course.
func carriedSite(page fs.FS) (handler http.Handler, start string, stop func(), err error) {
	course, runner, _, err := checkedCourse("")
	if err != nil {
		return nil, "", nil, err
	}
	work, err := os.MkdirTemp("", "asyncplay-serve-")
	if err != nil {
		return nil, "", nil, err
	}
	stop = func() { _ = os.RemoveAll(work) } // a temporary directory: the system clears what is left
	out := filepath.Join(work, "site")
	if err := site.Build(out, page, site.Options{Course: course, Runner: runner}); err != nil {
		stop()
		return nil, "", nil, err
	}
	return siteHandler(out), "", stop, nil
}

func listen(host string, port int) (net.Listener, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
	if errors.Is(err, syscall.EADDRINUSE) {
		return net.Listen("tcp", net.JoinHostPort(host, "0"))
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
