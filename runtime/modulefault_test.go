package runtime

import (
	"fmt"
	"strings"
	"testing"

	"asyncplay/runtime/trace"

	"github.com/stretchr/testify/assert"
)

const faultyMain = `import asyncio
import helper

async def main():
    for i in range(3):
        try:
            print(i, await helper.fetch(i))
        except Exception as e:
            print(i, repr(e))

asyncio.run(main())
`

const faultyHelper = `import asyncio

class Down(Exception):
    pass

async def fetch(i):
    await asyncio.sleep(1)
    return i * i
`

// runFaulty runs a program with a module and tells what it printed and which faults struck.
func runFaulty(faults ...string) (printed string, struck []string, t *trace.Trace) {
	var out strings.Builder
	t = Run(Request{
		Filename: "main.py", Source: faultyMain, Faults: faults,
		Modules: []Module{{Name: "helper", Source: faultyHelper}, {Name: "pkg.deep", Source: "x = 1\n"}, {Name: "pkg", Source: ""}},
	}, Hooks{Stdout: func(s string) { out.WriteString(s) }})
	for _, e := range t.Events {
		if e.Kind == trace.FaultApplied {
			struck = append(struck, fmt.Sprint(e.Item, " line ", e.Line, ": ", t.Text(e.Text)))
		}
	}
	return out.String(), struck, t
}

func TestAFaultOnALineOfAModuleStrikesThere(t *testing.T) {
	printed, struck, run := runFaulty(`7:delay=5`, `helper.py:7:raise=Down("no"):nth=2`, `helper.py:8:delay=2:nth=2`)
	assert.Equal(t, "0 0\n1 Down('no')\n2 4\n", printed, "its own class is found")
	assert.Equal(t, []string{
		"0 line 7: delay", "0 line 7: delay", `1 line 7: helper.py:7: Down: no`, "0 line 7: delay", "2 line 7: helper.py:8: delay",
	}, struck, "the line told is that of the program")
	assert.InDelta(t, 5+1+5+5+1+2, run.Events[len(run.Events)-1].Time, 1e-9)
}

func TestALineOfTheProgramIsNotTheSameOfAModule(t *testing.T) {
	printed, struck, _ := runFaulty(`main.py:7:raise=ValueError("main")`)
	assert.Equal(t, strings.Repeat("0 line 7: ValueError: main\n", 3), strings.Join(struck, "\n")+"\n", "the program may be named")
	assert.Equal(t, "0 ValueError('main')\n1 ValueError('main')\n2 ValueError('main')\n", printed)
}

func TestTheImportItselfCanFail(t *testing.T) {
	_, struck, run := runFaulty(`helper.py:3:raise=OSError("gone")`)
	assert.Equal(t, []string{"0 line 2: helper.py:3: OSError: gone"}, struck)
	assert.Equal(t, "OSError: gone", run.Text(run.Outcome.Text))
}

func TestFilesOfFaultsThatAreNotThereAreTold(t *testing.T) {
	for spec, want := range map[string]string{
		"other.py:3:cancel":        `fault "other.py:3:cancel": there is no file other.py beside main.py`,
		"helper.py:x:cancel":       `fault "helper.py:x:cancel": needs a line number after helper.py, got "x"`,
		"helper.py":                `fault "helper.py": needs a line number after helper.py, got ""`,
		"helper.py:3":              `fault "helper.py:3": needs an action after the line: raise, cancel, delay, never or signal`,
		"helper:3:cancel":          `fault "helper:3:cancel": begins with a line number, FILE.py:LINE or net:, got "helper"`,
		".py:3:cancel":             `fault ".py:3:cancel": begins with a line number, FILE.py:LINE or net:, got ".py"`,
		"asyncio/tasks.py:3:never": `fault "asyncio/tasks.py:3:never": there is no file asyncio/tasks.py beside main.py`,
	} {
		_, _, run := runFaulty(spec)
		assert.Equal(t, want, run.Text(run.Outcome.Text))
	}
	for _, spec := range []string{"pkg/deep.py:1:cancel", "pkg.deep.py:1:cancel", "pkg/__init__.py:1:cancel"} {
		_, _, run := runFaulty(spec)
		assert.Equal(t, trace.StatusFinished, run.Outcome.Status, spec)
	}
}

func TestPartsOfAFaultOnAModule(t *testing.T) {
	parts, err := ParseFault(`helper.py:7:raise=Down("no"):every=2`)
	assert.NoError(t, err)
	assert.Equal(t, FaultParts{File: "helper.py", Line: 7, Action: "raise", Exception: "Down", Message: "no", Every: 2}, parts)
}
