package explain

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"asyncplay/runtime"
	"asyncplay/runtime/explain/words"
)

func TestModulesThatAreNotHereGetASentence(t *testing.T) {
	for exception, want := range map[string]words.Key{
		"ModuleNotFoundError: No module named 'numpy'":                                words.HintOnlyLibrary,
		"ModuleNotFoundError: No module named 'sqlite3'":                              words.HintNoDatabase,
		"ModuleNotFoundError: No module named 'uvloop'":                               words.HintOwnLoop,
		"ModuleNotFoundError: No module named 'aiohttp.web'":                          words.HintNoHTTPServer,
		"ModuleNotFoundError: No module named 'django.http'":                          words.HintNoHTTPServer,
		"ImportError: cannot import name 'web' from 'aiohttp' (unknown location)":     words.HintNoHTTPServer,
		"ImportError: cannot import name 'nothing' from 'aiohttp' (unknown location)": "",
		"ModuleNotFoundError: import of x halted; None in sys.modules":                "",
		"ValueError: No module named 'numpy'":                                         "",
		"ModuleNotFoundError: No module named 'a.b'; 'a' is not a package":            words.HintOnlyLibrary,
		"ModuleNotFoundError: No module named 'unclosed":                              "",
		"NotImplementedError: there are no processes here: nothing can run 'ls'":      words.HintNoProcesses,
		"FileNotFoundError: [Errno 2] No such file or directory: 'data.csv'":          words.HintNoFiles,
	} {
		assert.Equal(t, want, moduleHint(exception).Key, exception)
	}
}

// TestHintsAreForModulesThatAreNotHere keeps the sentences about missing modules from outliving their truth.
func TestHintsAreForModulesThatAreNotHere(t *testing.T) {
	for name, key := range missingModules {
		tr := runtime.Run(runtime.Request{Filename: "program.py", Source: "import " + name + "\n"}, runtime.Hooks{})
		assert.Equal(t, key, Verdict(tr, "").Hint.Key, name)
	}
}
