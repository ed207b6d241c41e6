package randprog_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"asyncplay/runtime/compile"
	"asyncplay/runtime/randprog"
	"asyncplay/runtime/syntax"
)

// TestSample compares the engine with what CPython did with a fixed sample of random programs.
func TestSample(t *testing.T) {
	file, err := os.Open("testdata/sample.jsonl.gz")
	require.NoError(t, err)
	defer file.Close()
	sample, err := randprog.ReadSample(file)
	require.NoError(t, err)
	require.Greater(t, len(sample), 300)
	for i, recorded := range sample {
		if testing.Short() && i%2 > 0 {
			continue
		}
		name := fmt.Sprintf("seed_%d", recorded.Seed)
		if recorded.ComparesEvents {
			name += "_events"
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			source := randprog.Generate(recorded.Seed).Source()
			require.Equal(t, recorded.Source, randprog.HashOf(source), "the generator has changed: record the sample again, see CONTRIBUTING.md")
			got := randprog.RunEngine(source, recorded.ComparesEvents)
			if difference := randprog.Difference(recorded.Result, got); difference != "" {
				t.Errorf("%s\n%s", difference, source)
			}
		})
	}
}

// TestGeneratedProgramsCompile: every program is Python, and a seed gives the same one each time.
func TestGeneratedProgramsCompile(t *testing.T) {
	seeds := 500
	if testing.Short() {
		seeds = 50
	}
	for seed := range uint64(seeds) {
		source := randprog.Generate(seed).Source()
		module, err := syntax.Parse("program.py", source)
		if err == nil {
			_, err = compile.Compile(module, "program.py")
		}
		require.Nilf(t, err, "seed %d\n%s", seed, source)
	}
	assert.Equal(t, randprog.Generate(7).Source(), randprog.Generate(7).Source())
	assert.NotEqual(t, randprog.Generate(7).Source(), randprog.Generate(8).Source())
}

// TestShrinkLeavesWhatMatters: all that is left is what the condition asks for.
func TestShrinkLeavesWhatMatters(t *testing.T) {
	shrunken := 0
	for seed := range uint64(100) {
		program := randprog.Generate(seed)
		keeps := func(source string) bool {
			return strings.Contains(source, "asyncio.shield(") && strings.Contains(source, "await asyncio.wait(")
		}
		if !keeps(program.Source()) {
			continue
		}
		shrunken++
		randprog.Shrink(program, keeps)
		assert.Truef(t, keeps(program.Source()), "seed %d", seed)
		assert.Lessf(t, strings.Count(program.Source(), "\n"), 6, "seed %d\n%s", seed, program.Source())
	}
	assert.Greater(t, shrunken, 5)
}

func TestDifferenceShowsTheFirstLine(t *testing.T) {
	want := randprog.Result{Out: "a\nb\nc\n", Events: []string{"0 - created Task-1"}}
	assert.Empty(t, randprog.Difference(want, want))
	got := want
	got.Out = "a\nx\nc\n"
	assert.Contains(t, randprog.Difference(want, got), "stdout differs at line 2\n  CPython\n    b\n")
	got = want
	got.Exit = 3
	assert.Contains(t, randprog.Difference(want, got), "exit status differs")
	got = want
	got.Err = "program.py:3: RuntimeWarning: coroutine 'f' was never awaited\n  f()\n"
	assert.Empty(t, randprog.Difference(want, got))
	got.Err += "Traceback\n"
	assert.Contains(t, randprog.Difference(want, got), "stderr differs")
	got = want
	got.Events = nil
	assert.Contains(t, randprog.Difference(want, got), "events differs at line 1")
}

func TestSampleKeepsAllFields(t *testing.T) {
	sample := []randprog.Recorded{
		{Seed: 1, Source: "s", Result: randprog.Result{Exit: 3, Out: "out", Err: "err"}},
		{Seed: 2, Source: "s", ComparesEvents: true, Result: randprog.Result{Events: []string{"e"}}},
	}
	var b bytes.Buffer
	require.NoError(t, randprog.WriteSample(&b, sample))
	read, err := randprog.ReadSample(&b)
	require.NoError(t, err)
	assert.Equal(t, sample, read)
}
