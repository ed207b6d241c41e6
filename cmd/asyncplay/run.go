//go:build !js

package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"asyncplay/runtime"
	"asyncplay/runtime/explain"
	"asyncplay/runtime/explain/words"
	"asyncplay/runtime/remedy"
	"asyncplay/runtime/trace"
)

// listFlag is a flag that can be given several times.
type listFlag []string

func (l *listFlag) String() string { return strings.Join(*l, " ") }

// Set implements flag.Value.
func (l *listFlag) Set(s string) error {
	*l = append(*l, s)
	return nil
}

// runFlags are the flags of `asyncplay run`.
type runFlags struct {
	seed      int64
	params    listFlag
	faults    listFlag
	stepsMax  int64
	memoryMax string
	timeline  bool
	quiet     bool
	svgFile   string
	traceFile string
	eventFile string
}

// timelineColumns is the width of the text timeline.
const timelineColumns = 100

func runCommand(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var f runFlags
	flags := f.define(stderr)
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return 0
		}
		return statusUsage
	}
	if flags.NArg() == 0 {
		fmt.Fprintln(stderr, "asyncplay run: no script given")
		flags.Usage()
		return statusUsage
	}
	req, err := f.request(flags.Arg(0), flags.Args()[1:], stdin)
	if err != nil {
		fmt.Fprintf(stderr, "asyncplay run: %v\n", err)
		return statusUsage
	}
	out := bufio.NewWriter(stdout)
	t := runtime.Run(req, runtime.Hooks{
		Stdout: func(text string) { out.WriteString(text) },
		Stderr: func(text string) {
			out.Flush()
			io.WriteString(stderr, text)
		},
	})
	out.Flush()
	if err := f.report(t, req.Source, stderr); err != nil {
		fmt.Fprintf(stderr, "asyncplay run: %v\n", err)
		return statusFailed
	}
	return int(t.Outcome.ExitCode)
}

func (f *runFlags) define(stderr io.Writer) *flag.FlagSet {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: asyncplay run [flags] SCRIPT.py [args]   (- reads the script from standard input)")
		flags.PrintDefaults()
	}
	flags.Int64Var(&f.seed, "seed", 0, "seed of module random")
	flags.Var(&f.params, "set", "`NAME=VALUE` sets a #@param of the script; can be repeated")
	flags.Var(&f.faults, "fault", "`LINE:ACTION` lets a line fail, e.g. 12:raise=RuntimeError(\"boom\"):nth=2, one of a module beside the script: helper.py:3:cancel, or the network: net:api.example status=503 every=2; can be repeated")
	flags.Int64Var(&f.stepsMax, "max-steps", 0, "limit on executed instructions")
	flags.StringVar(&f.memoryMax, "max-memory", "", "limit on memory, a `SIZE` such as 256M")
	flags.BoolVar(&f.timeline, "timeline", false, "draw the timeline as text on standard error")
	flags.StringVar(&f.svgFile, "svg", "", "write the timeline as SVG to `FILE`")
	flags.StringVar(&f.traceFile, "trace", "", "write Chrome trace-event JSON, as Perfetto opens it, to `FILE`")
	flags.StringVar(&f.eventFile, "events", "", "write the events as JSON lines to `FILE`")
	flags.BoolVar(&f.quiet, "quiet", false, "print no verdict")
	return flags
}

// request reads the script and the modules beside it.
func (f *runFlags) request(script string, args []string, stdin io.Reader) (runtime.Request, error) {
	req := runtime.Request{Args: args, Seed: f.seed, Faults: f.faults}
	var source []byte
	var err error
	if script == "-" {
		req.Filename = "<stdin>"
		source, err = io.ReadAll(stdin)
	} else {
		req.Filename = script
		source, err = os.ReadFile(script)
		req.Modules = siblingModules(script)
		input, readErr := readPiped(stdin)
		if readErr != nil {
			return req, readErr
		}
		req.Stdin = input
	}
	if err != nil {
		return req, err
	}
	req.Source = string(source)
	for _, p := range f.params {
		name, value, ok := strings.Cut(p, "=")
		if !ok {
			return req, fmt.Errorf("-set takes NAME=VALUE, got %q", p)
		}
		if req.Source, err = runtime.SetParam(req.Source, name, value); err != nil {
			return req, err
		}
	}
	for _, spec := range f.faults {
		if err := runtime.CheckFault(spec); err != nil {
			return req, fmt.Errorf("-fault %q: %w", spec, err)
		}
	}
	req.Limits.StepsMax = f.stepsMax
	if f.memoryMax != "" {
		if req.Limits.MemoryMaxBytes, err = parseSize(f.memoryMax); err != nil {
			return req, err
		}
	}
	return req, nil
}

// readPiped reads standard input unless it is a terminal, where nobody may be typing.
func readPiped(stdin io.Reader) (string, error) {
	if file, ok := stdin.(*os.File); ok {
		info, err := file.Stat()
		if err != nil || info.Mode()&os.ModeCharDevice != 0 {
			return "", nil
		}
	}
	data, err := io.ReadAll(stdin)
	return string(data), err
}

// siblingModules are the Python files beside the script, which it can import.
func siblingModules(script string) []runtime.Module {
	files, err := filepath.Glob(filepath.Join(filepath.Dir(script), "*.py"))
	if err != nil {
		return nil
	}
	var modules []runtime.Module
	for _, file := range files {
		if filepath.Base(file) == filepath.Base(script) {
			continue
		}
		if source, err := os.ReadFile(file); err == nil {
			modules = append(modules, runtime.Module{Name: strings.TrimSuffix(filepath.Base(file), ".py"), Source: string(source)})
		}
	}
	return modules
}

// parseSize reads a number of bytes with an optional K, M or G.
func parseSize(s string) (int64, error) {
	factor := int64(1)
	digits := s
	if s != "" {
		if shift := map[byte]uint{'K': 10, 'M': 20, 'G': 30}[s[len(s)-1]&^0x20]; shift != 0 {
			factor, digits = 1<<shift, s[:len(s)-1]
		}
	}
	n, err := strconv.ParseInt(digits, 10, 32)
	if err != nil || n <= 0 {
		return 0, fmt.Errorf("-max-memory takes a size such as 256M, got %q", s)
	}
	return n * factor, nil
}

// report writes what the flags ask for about the run.
func (f *runFlags) report(t *trace.Trace, source string, stderr io.Writer) error {
	if f.timeline {
		if err := trace.WriteText(stderr, t, timelineColumns); err != nil {
			return err
		}
	}
	write := func(file string, content func(w io.Writer) error) error {
		if file == "" {
			return nil
		}
		out, err := os.Create(file)
		if err != nil {
			return err
		}
		buffered := bufio.NewWriter(out)
		return errors.Join(content(buffered), buffered.Flush(), out.Close())
	}
	err := errors.Join(
		write(f.svgFile, func(w io.Writer) error {
			_, err := w.Write(trace.SVG(t, trace.SVGOptions{Badges: explain.Badges(t)}))
			return err
		}),
		write(f.traceFile, func(w io.Writer) error { return trace.WriteChrome(w, t) }),
		write(f.eventFile, func(w io.Writer) error { return trace.WriteJSONLines(w, t) }),
	)
	if err == nil && !f.quiet {
		verdict := explain.Verdict(t, source)
		causes := remedy.Text(words.English, remedy.Find(t, &verdict, source), source)
		_, err = io.WriteString(stderr, f.idleFaults(t)+explain.Text(verdict)+"\n"+causes)
	}
	return err
}

// idleFaults has a line for each fault that never struck, which is hardly what was meant.
func (f *runFlags) idleFaults(t *trace.Trace) string {
	struck := map[int]bool{}
	for i := range t.Events {
		if e := &t.Events[i]; e.Kind == trace.FaultApplied {
			struck[int(e.Item)] = true
		}
	}
	var lines strings.Builder
	for i, spec := range f.faults {
		why := "a fault stands on the line where a statement begins, and waits for its visit"
		if strings.HasPrefix(spec, "net:") {
			why = "no request met its URL and its options"
		}
		if !struck[i] && t.Outcome.Status != trace.StatusSyntaxError {
			fmt.Fprintf(&lines, "The fault %s never struck: %s\n", spec, why)
		}
	}
	return lines.String()
}
