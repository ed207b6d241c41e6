package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"asyncplay/web/lesson"
)

// Live serves lessons that are being written: it looks at their files again and again, writes the site anew when one has changed,
// and lets the pages know. Lessons with mistakes leave the last good site in place.
type Live struct {
	base    fs.FS
	lessons string
	work    string // a directory of our own
	log     io.Writer
	runner  *lesson.Runner

	mu       sync.Mutex
	site     string // the directory served now
	built    int
	problems string // why the newest lessons are not shown, "" when they are
	watchers map[chan event]bool
}

// event is told to the pages.
type event struct{ name, data string }

const (
	lookEvery = 300 * time.Millisecond
	filesMax  = 20_000 // of a directory of lessons
)

// NewLive builds the site for the first time. close removes what it wrote.
func NewLive(base fs.FS, lessons string, log io.Writer) (live *Live, close func(), err error) {
	if info, err := os.Stat(lessons); err != nil || !info.IsDir() {
		return nil, nil, fmt.Errorf("there is no directory %s", lessons)
	}
	work, err := os.MkdirTemp("", "asyncplay-serve-")
	if err != nil {
		return nil, nil, err
	}
	live = &Live{base: base, lessons: lessons, work: work, log: log, runner: lesson.NewRunner(), watchers: map[chan event]bool{}}
	if err := live.rebuild(); err != nil {
		return nil, nil, errors.Join(err, os.RemoveAll(work))
	}
	return live, func() { _ = os.RemoveAll(work) }, nil // a temporary directory: the system clears what is left
}

// Watch looks for changes until stop is closed.
func (l *Live) Watch(stop <-chan struct{}) {
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	before := signature(l.lessons)
	for {
		select {
		case <-stop:
			return
		case <-ticker.C:
		}
		now := signature(l.lessons)
		if now == before {
			continue
		}
		before = now
		if err := l.rebuild(); err != nil {
			fmt.Fprintf(l.log, "asyncplay serve: %v\n", err)
		}
	}
}

// signature changes with the names, sizes and times of the files in a directory.
func signature(dir string) uint64 {
	h := fnv.New64a()
	files := 0
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil // it has just gone
		}
		if d.IsDir() && name != dir && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules") {
			return fs.SkipDir
		}
		if files++; files > filesMax {
			return fs.SkipAll
		}
		if info, err := d.Info(); err == nil && !d.IsDir() {
			fmt.Fprintf(h, "%s %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	return h.Sum64()
}

// rebuild writes the site into a new directory and serves that from then on. Mistakes in lessons are no error here.
func (l *Live) rebuild() error {
	course, problems, err := lesson.Load(l.lessons)
	if err != nil {
		return err
	}
	counts, more := course.Check(l.runner)
	l.runner.Sweep()
	problems = append(problems, more...)
	problems.Sort()
	l.mu.Lock()
	first := l.site == ""
	l.mu.Unlock()
	if len(problems) > 0 {
		fmt.Fprintf(l.log, "%v\n%d problems\n", problems, len(problems))
		if !first {
			l.tell("", problems.Error())
			return nil
		}
	} else {
		fmt.Fprintf(l.log, "%s\n", counts)
	}
	l.built++
	dir := filepath.Join(l.work, strconv.Itoa(l.built))
	options := Options{Course: course, Runner: l.runner, Live: l.built}
	if len(problems) > 0 {
		err = buildMistakes(dir, l.base, options, problems)
	} else {
		err = Build(dir, l.base, options)
	}
	if err != nil {
		return err
	}
	l.tell(dir, "")
	if len(problems) > 0 {
		l.mu.Lock()
		l.problems = problems.Error()
		l.mu.Unlock()
	}
	return nil
}

// tell changes what is served, and lets the pages know.
func (l *Live) tell(dir, problems string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	old := l.site
	l.problems = problems
	news := event{"changed", "1"}
	if dir != "" {
		l.site = dir
	} else {
		news = failedEvent(problems)
	}
	for watcher := range l.watchers {
		select {
		case <-watcher: // what nobody took yet is old
		default:
		}
		watcher <- news // there is room for one, and nobody else sends
	}
	if dir != "" && old != "" {
		// Requests under way may still read the directory before; the one before that is nobody's.
		_ = os.RemoveAll(filepath.Join(l.work, strconv.Itoa(l.built-2)))
	}
}

func failedEvent(problems string) event {
	data, err := json.Marshal(problems)
	if err != nil {
		return event{"failed", `""`}
	}
	return event{"failed", string(data)}
}

// changesPath is where pages wait for news.
const changesPath = "/__changes"

// ServeHTTP implements http.Handler.
func (l *Live) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == changesPath {
		l.changes(w, r)
		return
	}
	l.mu.Lock()
	dir := l.site
	l.mu.Unlock()
	// A browser's copy may be of the same second, which is all that times of files tell in HTTP.
	w.Header().Set("Cache-Control", "no-store")
	r.Header.Del("If-Modified-Since")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	http.FileServer(http.Dir(dir)).ServeHTTP(w, r)
}

// changes sends events for as long as the page listens.
func (l *Live) changes(w http.ResponseWriter, r *http.Request) {
	flusher, ok := w.(http.Flusher)
	if !ok {
		http.Error(w, "events cannot be sent", http.StatusNotImplemented)
		return
	}
	news := make(chan event, 1)
	l.mu.Lock()
	l.watchers[news] = true
	problems, newest := l.problems, filepath.Base(l.site)
	l.mu.Unlock()
	defer func() {
		l.mu.Lock()
		delete(l.watchers, news)
		l.mu.Unlock()
	}()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprint(w, "retry: 500\n\n")
	switch {
	case r.URL.Query().Get("build") != newest: // it changed while the page was loading
		send(w, event{"changed", "1"})
	case problems != "":
		send(w, failedEvent(problems))
	}
	flusher.Flush()
	for {
		select {
		case e := <-news:
			send(w, e)
			flusher.Flush()
		case <-r.Context().Done():
			return
		}
	}
}

func send(w io.Writer, e event) { fmt.Fprintf(w, "event: %s\ndata: %s\n\n", e.name, e.data) }
