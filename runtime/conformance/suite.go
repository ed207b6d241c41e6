package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// testCase is one test method of CPython's tests.
type testCase struct {
	File   string // "test_queues"
	Class  string
	Method string
}

func (c testCase) String() string { return c.File + "." + c.Class + "." + c.Method }

// suite is CPython's package test.test_asyncio.
type suite struct {
	version string
	sources map[string]string // by file
	cases   []testCase
}

// listing is the Python program that tells where the tests are and which cases there are.
const listing = `
import json, os, platform, sys, unittest
import test.test_asyncio
cases = []
def walk(file, tests):
    for t in tests:
        if isinstance(t, unittest.TestSuite):
            walk(file, t)
        else:
            cases.append({'File': file, 'Class': type(t).__qualname__, 'Method': t._testMethodName})
for file in sys.argv[1:]:
    walk(file, unittest.TestLoader().loadTestsFromName('test.test_asyncio.' + file))
print(json.dumps({'Version': platform.python_version(), 'Folder': test.test_asyncio.__path__[0], 'Cases': cases}))
`

// findSuite asks an installed CPython for its tests.
func findSuite(python string, files []string) (*suite, error) {
	command := exec.Command(python, append([]string{"-c", listing}, files...)...)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("%s with its package test is needed: %w", python, err)
	}
	var found struct {
		Version, Folder string
		Cases           []testCase
	}
	if err := json.Unmarshal(out, &found); err != nil {
		return nil, err
	}
	s := &suite{version: found.Version, sources: map[string]string{}, cases: found.Cases}
	for _, file := range files {
		source, err := os.ReadFile(filepath.Join(found.Folder, file+".py"))
		if err != nil {
			return nil, err
		}
		s.sources[file] = string(source)
	}
	return s, nil
}

func matching(cases []testCase, part string) []testCase {
	return slices.DeleteFunc(slices.Clone(cases), func(c testCase) bool { return !strings.Contains(c.String(), part) })
}
