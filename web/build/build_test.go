package main

import (
	"bytes"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNamesHoldAHashOfTheirContent(t *testing.T) {
	first := hashedName("app.wasm.xz", []byte("one"))
	assert.Regexp(t, `^assets/app\.[0-9a-f]{10}\.wasm\.xz$`, first)
	assert.NotEqual(t, first, hashedName("app.wasm.xz", []byte("two")))
}

func TestThePageRefersToNothingOutsideItsFolder(t *testing.T) {
	index, err := os.ReadFile("../index.html")
	require.NoError(t, err)
	for _, address := range regexp.MustCompile(`(?:src|href|data-[a-z]+)="([^"]*)"`).FindAllSubmatch(index, -1) {
		assert.NotRegexp(t, `^(/|[a-z]+:)`, string(address[1]))
	}
	assert.False(t, bytes.Contains(index, []byte("<style")), "no inline style: the policy refuses it")
	assert.NotRegexp(t, `<script(?:\s[^>]*)?>\s*[^<\s]`, string(index), "no inline script: the policy refuses it")
}

func TestThePolicyLetsNoInlineScriptAndNoOtherHostIn(t *testing.T) {
	directives := map[string]string{}
	for _, directive := range strings.Split(contentSecurityPolicy, "; ") {
		name, value, _ := strings.Cut(directive, " ")
		directives[name] = value
	}
	assert.Equal(t, "'self' 'wasm-unsafe-eval'", directives["script-src"])
	assert.Equal(t, "'none'", directives["default-src"])
	assert.Equal(t, "'self'", directives["connect-src"])
	assert.Equal(t, "'self'", directives["style-src"])
}

func TestOurFilesStandInForGoAppsServerHalf(t *testing.T) {
	t.Chdir("../..")
	goApp, uuid, err := copyGoApp()
	require.NoError(t, err)
	for _, name := range exchanged {
		ours, err := os.ReadFile(replacements + "/" + name + ".txt")
		require.NoError(t, err)
		inCopy, err := os.ReadFile(goApp + "/pkg/app/" + name)
		require.NoError(t, err)
		assert.Equal(t, string(ours), string(inCopy))
	}
	modFile, err := writeModFile(goApp, uuid)
	require.NoError(t, err)
	deps := exec.Command("go", "list", "-modfile", modFile, "-deps", goAppModule+"/pkg/app")
	deps.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=-mod=mod")
	out, err := deps.Output()
	require.NoError(t, err)
	for _, unwanted := range []string{"net/http", "crypto/tls", "regexp", "database/sql/driver"} {
		assert.NotContains(t, strings.Fields(string(out)), unwanted)
	}
	assert.Contains(t, strings.Fields(string(out)), goAppModule+"/pkg/errors")
}

func TestElementsThatDoNotContradictEachOtherBecomeOneType(t *testing.T) {
	dir := t.TempDir()
	from, to := dir+"/from.go", dir+"/to.go"
	element := func(name, methods, implementations string) string {
		return "type HTML" + name + " interface {\n" + methods + "}\ntype html" + name + " struct{ tag string }\n" +
			"func " + name + "() HTML" + name + " { return &html" + name + "{tag: \"" + name + "\"} }\n" + implementations
	}
	var source strings.Builder
	source.WriteString("package app\n" + element("Elem", "Class(v string) HTMLElem\n", "func (e *htmlElem) Class(v string) HTMLElem { return e }\n"))
	source.WriteString(element("Odd", "Class(v int) HTMLOdd\n", "func (e *htmlOdd) Class(v int) HTMLOdd { return e }\n"))
	for i := range elementsLeast {
		name := "E" + string(rune('A'+i/26)) + string(rune('a'+i%26))
		source.WriteString(element(name, "Class(v string) HTML"+name+"\nValue(v any) HTML"+name+"\n",
			"func (e *html"+name+") Class(v string) HTML"+name+" { return e }\nfunc (e *html"+name+") Value(v any) HTML"+name+" { return e }\n"))
	}
	source.WriteString("var used = EAa().Class(\"x\").Value(1)\nvar odd = Odd().Class(1)\n")
	require.NoError(t, os.WriteFile(from, []byte(source.String()), 0o644))
	require.NoError(t, joinElements(from, to))
	made, err := os.ReadFile(to)
	require.NoError(t, err)
	assert.Contains(t, string(made), "type HTMLEAa = HTMLElem")
	assert.Contains(t, string(made), "type HTMLOdd interface", "its Class takes something else")
	assert.Equal(t, 1, strings.Count(string(made), ") Value(v any) HTMLElem {"))
	out, err := exec.Command("go", "vet", to).CombinedOutput()
	assert.NoError(t, err, string(out))

	require.NoError(t, os.WriteFile(from, []byte("package app\n"), 0o644))
	assert.ErrorContains(t, joinElements(from, to), "another form")
}
