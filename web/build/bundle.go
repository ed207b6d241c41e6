package main

import (
	"errors"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// oldestBrowsers are what README.md promises. Syntax that one of them lacks is written in older words, or fails the build;
// prefixes of properties are added. What they lack beside syntax shows in web/styles' tests and in web/browsers.
var oldestBrowsers = []api.Engine{{Name: api.EngineChrome, Version: "111"}, {Name: api.EngineFirefox, Version: "121"}, {Name: api.EngineSafari, Version: "16.4"}}

// bundle joins a script or a style sheet with all that it imports into one minified file. No script keeps an import: the
// page asks for nothing that is not in the site. constants are names in the script with the JavaScript that stands for each.
func bundle(source string, constants map[string]string) ([]byte, error) {
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{source},
		Bundle:            true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Format:            api.FormatIIFE,
		Engines:           oldestBrowsers,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsEndOfFile,
		LogLevel:          api.LogLevelSilent,
		Write:             false,
		Define:            constants,
	})
	// A warning is a slip of the hand: a key that is there twice, a style sheet that does not parse, a comparison that is never true.
	if mistakes := append(result.Errors, result.Warnings...); len(mistakes) > 0 {
		lines := api.FormatMessages(mistakes, api.FormatMessagesOptions{Kind: api.ErrorMessage})
		return nil, errors.New(strings.Join(lines, "\n"))
	}
	return result.OutputFiles[0].Contents, nil
}
