// Command randprog runs random asyncio programs in our engine and in CPython 3.13, and reports those that differ.
//
//	go run ./runtime/randprog/randprog -count 20000             seeds 0 to 19999
//	go run ./runtime/randprog/randprog -from 17 -count 1 -shrink    a small program with the same difference
//	go run ./runtime/randprog/randprog -events -count 500       the order of events, not the output
//	go run ./runtime/randprog/randprog -show 17                 the program of a seed
//	go run ./runtime/randprog/randprog -record                  the sample that the tests run
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"asyncplay/runtime/randprog"
)

type options struct {
	from, count    uint64
	events, shrink bool
	differencesMax int
	testdata       string
}

// Sizes of the sample that -record writes to sampleFile.
const (
	sampleOutputs = 300
	sampleEvents  = 100
	sampleFile    = "runtime/randprog/testdata/sample.jsonl.gz"
)

func main() {
	var o options
	flag.Uint64Var(&o.from, "from", 0, "the first `seed`")
	flag.Uint64Var(&o.count, "count", 1000, "how many seeds")
	flag.BoolVar(&o.events, "events", false, "compare the order of events and not the output")
	flag.BoolVar(&o.shrink, "shrink", false, "reduce each program that differs")
	flag.IntVar(&o.differencesMax, "max", 5, "stop after so many differences")
	flag.StringVar(&o.testdata, "testdata", "testdata", "the project's `folder` of that name")
	show := flag.Int64("show", -1, "print the program of this `seed` and do nothing else")
	records := flag.Bool("record", false, "write "+sampleFile)
	flag.Parse()
	if *show >= 0 {
		fmt.Print(randprog.Generate(uint64(*show)).Source())
		return
	}
	different, err := run(o, *records)
	if errors.Is(err, randprog.ErrNoOracle) && !*records {
		fmt.Println("randprog: skipped:", err)
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "randprog:", err)
		os.Exit(2)
	}
	if different > 0 {
		os.Exit(1)
	}
}

func run(o options, records bool) (different int, err error) {
	oracle, err := randprog.StartOracle(o.testdata)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, oracle.Close()) }()
	if records {
		return 0, record(oracle)
	}
	return compare(oracle, o)
}

// compare runs the seeds and returns how many differ.
func compare(oracle *randprog.Oracle, o options) (different int, err error) {
	ends := map[int]int{}
	programs, lines := 0, 0
	for seed := o.from; seed < o.from+o.count && different < o.differencesMax; seed++ {
		program := randprog.Generate(seed)
		if o.events && !randprog.NamesTasks(program.Source()) {
			continue
		}
		want, difference, err := differ(oracle, program.Source(), o.events)
		if err != nil {
			return different, fmt.Errorf("seed %d: %w", seed, err)
		}
		programs++
		ends[want.Exit]++
		lines += strings.Count(want.Out, "\n") + len(want.Events)
		if difference == "" {
			continue
		}
		different++
		fmt.Printf("seed %d: %s", seed, difference)
		if o.shrink {
			kind, _, _ := strings.Cut(difference, " ")
			shrink(oracle, program, o.events, kind)
		}
	}
	what := "output"
	if o.events {
		what = "events"
	}
	fmt.Printf("randprog: %d programs, %d differ; %d lines of %s compared; exit statuses %v\n", programs, different, lines, what, ends)
	return different, nil
}

// errNotPython is a mistake of the generator, or of shrinking a program too far.
var errNotPython = errors.New("the program is no Python")

// differ runs a program on both sides.
func differ(oracle *randprog.Oracle, source string, events bool) (want randprog.Result, difference string, err error) {
	mine := make(chan randprog.Result)
	go func() { mine <- randprog.RunEngine(source, events) }()
	want, err = oracle.Run(source, events)
	got := <-mine
	if strings.Contains(want.Err, "SyntaxError: ") {
		return want, "", errNotPython
	}
	return want, randprog.Difference(want, got), err
}

// shrink reduces a program and prints it with what still differs; it must still be the same stream that differs.
func shrink(oracle *randprog.Oracle, program *randprog.Program, events bool, kind string) {
	last := ""
	randprog.Shrink(program, func(source string) bool {
		want, difference, err := differ(oracle, source, events)
		// A program that misses what was dropped differs for another reason, if at all.
		if err != nil || strings.Contains(want.Out+want.Err, "NameError") || strings.Contains(want.Out+want.Err, "ZeroDivisionError") ||
			!strings.HasPrefix(difference, kind) {
			return false
		}
		last = difference
		return true
	})
	fmt.Printf("---\n%s---\n%s", program.Source(), last)
}

// record writes the sample of the tests.
func record(oracle *randprog.Oracle) error {
	var sample []randprog.Recorded
	add := func(seed uint64, events bool) error {
		source := randprog.Generate(seed).Source()
		if events && !randprog.NamesTasks(source) {
			return nil
		}
		result, err := oracle.Run(source, events)
		sample = append(sample, randprog.Recorded{Seed: seed, Source: randprog.HashOf(source), ComparesEvents: events, Result: result})
		return err
	}
	for seed := range uint64(sampleOutputs + sampleEvents) {
		if err := add(seed, seed >= sampleOutputs); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(filepath.Dir(sampleFile), 0o755); err != nil {
		return err
	}
	file, err := os.Create(sampleFile)
	if err != nil {
		return err
	}
	return errors.Join(randprog.WriteSample(file, sample), file.Close())
}
