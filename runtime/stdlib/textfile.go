package stdlib

import (
	"strings"

	"asyncplay/runtime/object"
)

// stdinReader gives out the text that the program reads, by lines or at once.
type stdinReader struct{ rest string }

// readLine returns the next line with its newline, false at the end.
func (r *stdinReader) readLine() (string, bool) {
	if r.rest == "" {
		return "", false
	}
	end := strings.IndexByte(r.rest, '\n') + 1
	if end == 0 {
		end = len(r.rest)
	}
	line := r.rest[:end]
	r.rest = r.rest[end:]
	return line, true
}

// stream is one of sys.stdin, sys.stdout and sys.stderr.
type stream struct {
	object.Native
	fd   int
	name string
}

var streamType = declare("_io", "TextIOWrapper")

func newStream(fd int, name string) object.Value {
	s := &stream{fd: fd, name: name}
	s.InitNative(streamType, s)
	return s.Value()
}

func streamOf(v object.Value) *stream {
	s, _ := object.AsNative[*stream](v)
	return s
}

// unsupported is io.UnsupportedOperation("not readable").
func unsupported(t *object.Thread, what string) *object.Exception {
	return object.NewException(unsupportedOperationType, what)
}

// unsupportedOperationType is io.UnsupportedOperation, both an OSError and a ValueError.
var unsupportedOperationType = newUnsupportedOperation()

func newUnsupportedOperation() *object.Type {
	typ := object.NewBuiltinType("io", "UnsupportedOperation", object.LayoutException, object.Slots{}, object.OSErrorType, object.ValueErrorType)
	typ.Flags |= object.FlagPythonClass
	return typ
}

func init() {
	streamType.Flags |= object.FlagHasDict
	s := &streamType.Slots
	s.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		f := streamOf(v)
		return object.NewStr("<_io.TextIOWrapper name='" + f.name + "' mode='" + f.mode() + "' encoding='utf-8'>"), nil
	}
	s.Iter = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) { return v, nil }
	s.Next = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		if streamOf(v).fd != 0 {
			return object.Value{}, unsupported(t, "not readable")
		}
		if line, ok := libraryOf(t).stdin.readLine(); ok {
			return object.NewStr(line), nil
		}
		return object.Value{}, nil
	}
	addStreamWriting()
	addStreamReading()
	addStreamState()
}

func (s *stream) mode() string {
	if s.fd == 0 {
		return "r"
	}
	return "w"
}

// write writes text and returns the number of characters.
func (s *stream) write(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
	text, ok := object.AsStr(v)
	if !ok {
		return object.Value{}, object.TypeErrorf("write() argument must be str, not %s", object.TypeName(v))
	}
	if s.fd == 0 {
		return object.Value{}, unsupported(t, "not writable")
	}
	return object.Int(int64(text.Length)), t.Run.Write(t, s.fd, text.S)
}

func addStreamWriting() {
	method(streamType, "write(self, text, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return streamOf(a[0]).write(t, a[1])
	})
	method(streamType, "writelines(self, lines, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.None, object.Iterate(t, a[1], func(line object.Value) *object.Exception {
			_, err := streamOf(a[0]).write(t, line)
			return err
		})
	})
	method(streamType, "flush(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) { return object.None, nil })
	method(streamType, "reconfigure(self, /, **options)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.None, nil
	})
}

func addStreamReading() {
	reading := func(decl string, fn func(t *object.Thread, r *stdinReader, limit object.Value) (object.Value, *object.Exception)) {
		method(streamType, decl, func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			if streamOf(a[0]).fd != 0 {
				return object.Value{}, unsupported(t, "not readable")
			}
			return fn(t, libraryOf(t).stdin, given(a[1], object.None))
		})
	}
	reading("read(self, size=, /)", func(t *object.Thread, r *stdinReader, limit object.Value) (object.Value, *object.Exception) {
		text, err := takeRunes(t, r.rest, limit)
		r.rest = r.rest[len(text):]
		return object.NewStr(text), err
	})
	reading("readline(self, size=, /)", func(t *object.Thread, r *stdinReader, limit object.Value) (object.Value, *object.Exception) {
		line, _ := r.readLine()
		text, err := takeRunes(t, line, limit)
		r.rest = line[len(text):] + r.rest
		return object.NewStr(text), err
	})
	reading("readlines(self, hint=, /)", func(t *object.Thread, r *stdinReader, limit object.Value) (object.Value, *object.Exception) {
		var lines []object.Value
		for {
			line, ok := r.readLine()
			if !ok {
				return object.NewList(lines), nil
			}
			lines = append(lines, object.NewStr(line))
		}
	})
}

// takeRunes returns the start of the text, at most limit characters of it; None or a
// negative limit means all.
func takeRunes(t *object.Thread, text string, limit object.Value) (string, *object.Exception) {
	if limit.IsNone() {
		return text, nil
	}
	n, err := object.AsIndex(t, limit)
	if err != nil || n < 0 {
		return text, err
	}
	for i := range text {
		if n == 0 {
			return text[:i], nil
		}
		n--
	}
	return text, nil
}

func addStreamState() {
	answer := func(name string, get func(s *stream) object.Value) {
		method(streamType, name+"(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
			return get(streamOf(a[0])), nil
		})
	}
	answer("isatty", func(s *stream) object.Value { return object.False })
	answer("fileno", func(s *stream) object.Value { return object.Int(int64(s.fd)) })
	answer("readable", func(s *stream) object.Value { return object.Bool(s.fd == 0) })
	answer("writable", func(s *stream) object.Value { return object.Bool(s.fd != 0) })
	answer("seekable", func(s *stream) object.Value { return object.False })
	answer("close", func(s *stream) object.Value { return object.None })
	attribute := func(name string, get func(s *stream) object.Value) {
		streamType.AddGetter(name, func(t *object.Thread, self object.Value) (object.Value, *object.Exception) {
			return get(streamOf(self)), nil
		})
	}
	attribute("name", func(s *stream) object.Value { return object.NewStr(s.name) })
	attribute("mode", func(s *stream) object.Value { return object.NewStr(s.mode()) })
	attribute("encoding", func(s *stream) object.Value { return object.NewStr("utf-8") })
	attribute("errors", func(s *stream) object.Value {
		return object.NewStr([]string{"strict", "strict", "backslashreplace"}[s.fd])
	})
	attribute("newlines", func(s *stream) object.Value { return object.None })
	attribute("closed", func(s *stream) object.Value { return object.False })
	attribute("line_buffering", func(s *stream) object.Value { return object.Bool(s.fd == 2) })
	addStreamBuffer()
}

// streamBuffer is sys.stdout.buffer: bytes that are UTF-8 text.
type streamBuffer struct {
	object.Native
	stream *stream
}

var streamBufferType = declare("_io", "BufferedWriter")

func addStreamBuffer() {
	streamType.AddGetter("buffer", func(t *object.Thread, self object.Value) (object.Value, *object.Exception) {
		b := &streamBuffer{stream: streamOf(self)}
		b.InitNative(streamBufferType, b)
		return b.Value(), nil
	})
	method(streamBufferType, "write(self, data, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		data, ok := bytesOf(a[1])
		if !ok {
			return object.Value{}, object.TypeErrorf("a bytes-like object is required, not '%s'", object.TypeName(a[1]))
		}
		b, _ := object.AsNative[*streamBuffer](a[0])
		return object.Int(int64(len(data))), t.Run.Write(t, b.stream.fd, strings.ToValidUTF8(data, "\uFFFD"))
	})
	method(streamBufferType, "flush(self, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		return object.None, nil
	})
	method(streamBufferType, "read(self, size=, /)", func(t *object.Thread, a []object.Value) (object.Value, *object.Exception) {
		r := libraryOf(t).stdin
		text := r.rest
		r.rest = ""
		return object.NewBytes(text), nil
	})
	streamBufferType.Slots.Repr = func(t *object.Thread, v object.Value) (object.Value, *object.Exception) {
		b, _ := object.AsNative[*streamBuffer](v)
		return object.NewStr("<_io.BufferedWriter name='" + b.stream.name + "'>"), nil
	}
}

// bytesOf returns the content of bytes or a bytearray.
func bytesOf(v object.Value) (string, bool) {
	if b, ok := object.AsBytes(v); ok {
		return b.B, true
	}
	if b, ok := object.AsByteArray(v); ok {
		return string(b.B), true
	}
	return "", false
}
