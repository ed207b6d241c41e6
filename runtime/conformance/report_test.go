package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReasonsOfTheRepositoryAreReadable(t *testing.T) {
	list, err := readReasons(reasonsText)
	require.NoError(t, err)
	assert.NotEmpty(t, list)
	_, err = readReasons("test_x.Class.method")
	assert.ErrorContains(t, err, "reasons.txt:1", "a reason is needed")
}

func TestACaseMustDoWhatReasonsSay(t *testing.T) {
	list, err := readReasons("# comment\ntest_a.*.slow takes too long\ntest_b.One.* nothing of it\n")
	require.NoError(t, err)
	results := []result{
		{testCase{"test_a", "One", "slow"}, failed, ""},
		{testCase{"test_a", "Two", "slow"}, passed, ""},
		{testCase{"test_a", "Two", "fast"}, passed, ""},
		{testCase{"test_a", "Two", "new"}, Status("not run"), ""},
		{testCase{"test_b", "One", "any"}, failed, ""},
	}
	assert.Equal(t, []string{
		"test_a.Two.slow passes: take it off reasons.txt",
		"test_a.Two.new: not run, but is not in reasons.txt",
	}, compare(results, list))
	var cases []testCase
	for _, r := range results[:4] {
		cases = append(cases, r.testCase)
	}
	assert.Equal(t, []string{"reasons.txt names a case that does not exist: test_b.One.*"}, list.unknown(cases))
	assert.Equal(t, "5 cases: 2 pass, 2 fail, 1 are not run", summary(results))
}

func TestOneLineForAMethodThatFailsInSeveralClasses(t *testing.T) {
	list, err := readReasons("test_queues.*.slow takes too long\n")
	require.NoError(t, err)
	text := report("3.13.0", []result{
		{testCase{"test_queues", "One", "slow"}, failed, ""},
		{testCase{"test_queues", "Two", "slow"}, failed, ""},
		{testCase{"test_queues", "Two", "fast"}, passed, ""},
	}, list)
	assert.Contains(t, text, "| `test_queues` | 3 | 1 | 2 | 0 |")
	assert.Contains(t, text, "- `slow` (fail): takes too long. In `One`, `Two`.\n")
}

// TestCasesRunOneByOne runs a small test class through the engine, as CPython's are.
func TestCasesRunOneByOne(t *testing.T) {
	s := &suite{sources: map[string]string{"test_small": `
import asyncio
import unittest
from test import support
from test.test_asyncio import utils


class Small(utils.TestCase):
    def test_passes(self):
        loop = self.new_test_loop()
        loop.run_until_complete(asyncio.sleep(0))

    def test_fails(self):
        self.assertEqual(support.SHORT_TIMEOUT, 0)

    def test_hangs(self):
        asyncio.run(asyncio.Event().wait())

    @unittest.skip('not today')
    def test_skipped(self):
        pass
`}}
	var cases []testCase
	for _, method := range []string{"test_passes", "test_fails", "test_hangs", "test_skipped"} {
		cases = append(cases, testCase{"test_small", "Small", method})
	}
	results := s.run(cases, 1)
	var lines []string
	for _, r := range results {
		lines = append(lines, r.Method+" "+string(r.status))
	}
	assert.Equal(t, "test_passes pass, test_fails fail, test_hangs fail, test_skipped not run", strings.Join(lines, ", "))
	assert.Contains(t, results[1].detail, "AssertionError: 30.0 != 0")
	assert.Contains(t, results[2].detail, "it hung")
	assert.Equal(t, "not today", results[3].detail)
}
