package lesson

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"
)

// Limits of what is read of one file, in bytes. That of pages is small because a Markdown parser may take a time that grows with the
// square of what it reads.
const (
	pageBytesMax    = 64 << 10
	programBytesMax = 1 << 20
	pictureBytesMax = 8 << 20
)

var (
	errTooLarge = errors.New("it is too large")
	errNoFile   = errors.New("it is no plain file")
)

// openDirectory is a directory as files. A link in it that leads out is refused: lessons may come from somebody else, and what they
// name is published. The directory is closed when nobody has its files any more.
func openDirectory(dir string) (fs.FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

// read reads a whole file of the course. Pipes and devices, which may have no end, are refused.
func (c *Course) read(name string, bytesMax int64) ([]byte, error) {
	info, err := fs.Stat(c.Files, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNoFile
	}
	file, err := c.Files.Open(name)
	if err != nil {
		return nil, err
	}
	content, err := io.ReadAll(io.LimitReader(file, bytesMax+1))
	if err == nil && int64(len(content)) > bytesMax {
		err = errTooLarge
	}
	return content, errors.Join(err, file.Close())
}

// readText reads a text file as UTF-8 with plain line ends. what is why it cannot be used, "" when it can.
func (c *Course) readText(name string, bytesMax int64) (text, what, do string) {
	content, err := c.read(name, bytesMax)
	if errors.Is(err, errTooLarge) {
		return "", "is too large for a lesson", fmt.Sprintf("split it: it may have %d KiB", bytesMax>>10)
	}
	if err != nil {
		return "", "can't be read: " + err.Error(), ""
	}
	text = strings.TrimPrefix(strings.ReplaceAll(string(content), "\r\n", "\n"), "\ufeff")
	if strings.ContainsRune(text, 0) {
		return "", "holds a zero byte: it is no text file", "save it as UTF-8"
	}
	if !utf8.ValidString(text) {
		return "", "is not UTF-8", "save it as UTF-8"
	}
	return text, "", ""
}

// Picture reads a picture that stands beside a page.
func (p *Page) Picture(name string) ([]byte, error) {
	return p.course.read(p.beside(name), pictureBytesMax)
}
