package lesson

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Lessons may come from somebody else, and what is in the site is published: nothing from outside of their directory gets there.
func TestNothingFromOutsideOfTheLessonsIsRead(t *testing.T) {
	outside := write(t, map[string]string{"secret.py": "print('secret')\n", "secret.png": "secret"})
	dir := write(t, map[string]string{"01-one/en.md": front +
		"![a](link.png)\n\n![b](../../secret.png)\n\n```python file=link.py\n```\n\n```python file=inside.py\n```\n\n```python file=../../secret.py\n```\n",
		"01-one/hello.py": hello})
	folder := filepath.Join(dir, "01-one")
	require.NoError(t, os.Symlink(filepath.Join(outside, "secret.py"), filepath.Join(folder, "link.py")))
	require.NoError(t, os.Symlink(filepath.Join(outside, "secret.png"), filepath.Join(folder, "link.png")))
	require.NoError(t, os.Symlink(filepath.Join(outside, "secret.py"), filepath.Join(folder, "ja.md")))
	require.NoError(t, os.Symlink("hello.py", filepath.Join(folder, "inside.py")))
	course, _, problems := checkDir(t, dir)
	assert.Contains(t, problems, "01-one/ja.md: can't be read")
	assert.Contains(t, problems, "01-one/link.py: can't be read")
	assert.Contains(t, problems, "the picture link.png can't be read")
	assert.Contains(t, problems, "the picture ../../secret.png is not beside the lesson")
	assert.Contains(t, problems, "the file ../../secret.py is outside the lesson")
	for _, b := range course.Lessons[0].Pages["en"].Blocks {
		assert.NotContains(t, b.Source, "secret")
	}
	assert.Equal(t, hello, course.Lessons[0].Pages["en"].Blocks[1].Source, "a link that stays inside is as good as a file")
}

func TestWhatIsNoFileOrTooLargeIsNotRead(t *testing.T) {
	dir := write(t, map[string]string{
		"01-one/en.md":     front + "```python file=pipe.py\n```\n\n```python file=large.py\n```\n\n![large](large.png)\n",
		"01-one/large.py":  strings.Repeat("#", programBytesMax) + "\n",
		"01-one/large.png": strings.Repeat("#", pictureBytesMax+1),
		"01-two/en.md":     front + strings.Repeat("x", pageBytesMax),
	})
	require.NoError(t, syscall.Mkfifo(filepath.Join(dir, "01-one", "pipe.py"), 0o600))
	_, _, problems := checkDir(t, dir)
	for _, want := range []string{
		"pipe.py: can't be read: it is no plain file", "large.py: is too large for a lesson\n    split it: it may have 1024 KiB",
		"the picture large.png is too large", "01-two/en.md: is too large for a lesson\n    split it: it may have 64 KiB",
	} {
		assert.Contains(t, problems, want)
	}
}

func TestPicturesThatAct(t *testing.T) {
	const open, end = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">`, "</svg>"
	for _, harmless := range []string{
		open + `<title>a &amp; b</title><defs><path id="p" d="M0 0h1"/></defs><use href="#p"/><style>path{fill:red}</style>` + end,
		`<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + open + end,
		open + `<image xlink:href="data:image/png;base64,AAAA"/><a href="https://example.org/">x</a>` + end,
	} {
		assert.Empty(t, activeSVG([]byte(harmless)), harmless)
	}
	for _, acting := range []string{
		open + "<script>alert(1)</script>" + end, open + `<s:script xmlns:s="http://www.w3.org/2000/svg"/>` + end, open + "<SCRIPT/>" + end,
		open + `<rect onload="alert(1)"/>` + end, open + `<rect ONCLICK="alert(1)"/>` + end, open + "<foreignObject/>" + end,
		open + `<a href=" java&#10;script:alert(1)">x</a>` + end, open + `<a xlink:href="javascript:alert(1)">x</a>` + end,
		open + `<a><set attributeName="href" to="javascript:alert(1)"/></a>` + end, open + `<use href="data:text/html,x"/>` + end,
		open + `<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x"/>` + end,
		`<?xml-stylesheet type="text/xsl" href="x.xsl"?>` + open + end, `<!DOCTYPE svg [<!ENTITY e "x">]>` + open + end,
		`<?xml version="1.0" encoding="UTF-16"?>` + open + end, open + "<p>" + end, "<script>alert(1)</script",
	} {
		assert.NotEmpty(t, activeSVG([]byte(acting)), acting)
	}
	dir := write(t, map[string]string{"01-one/en.md": front + "![a](a.SVG)\n", "01-one/a.SVG": open + "<script/>" + end})
	_, _, problems := checkDir(t, dir)
	assert.Contains(t, problems, "01-one/en.md:5: the picture a.SVG is more than a picture: <script>")
}

func TestLinksOfEveryFormAreFollowed(t *testing.T) {
	for _, link := range []string{
		"<javascript:alert(1)>", "[x](javascript:alert(1))", "[x](JavaScript:alert(1))", "[x](&#106;avascript:alert(1))", "[x](javascript&colon;alert(1))",
		"[x](<java\tscript:alert(1)>)", "[x][y]\n\n[y]: javascript:alert(1)", "<data:text/html,x>", "[x](//example.org/)", "[x](/etc/passwd)", "[x](..\\..\\x)",
	} {
		_, problems := checkPage(t, link+"\n")
		assert.Contains(t, problems, "01-one/en.md:5: the link leads nowhere", link)
	}
	_, problems := checkPage(t, "<https://example.org/a?b&c> <somebody@example.org>\n")
	assert.Empty(t, problems)
}

// A page as large as may be, and all of one thing, takes no more time than a patient author has.
func TestHostilePagesAreReadInTime(t *testing.T) {
	for name, unit := range map[string]string{
		"headings": "# x\n", "facts": "{{", "facts in code": "`{{", "brackets": "[", "pictures": "![", "html": "<a ", "lists": "- ", "tables": "|a", "definitions": "[a]: b\n",
	} {
		begun := time.Now()
		checkPage(t, strings.Repeat(unit, (pageBytesMax-len(front))/len(unit)-1)+"\n")
		assert.Less(t, time.Since(begun), 20*time.Second, name)
	}
}
