package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
)

type fileSize struct {
	name        string
	bytes       int
	packedBytes int // as it travels when the host compresses, as nearly every one does
}

// report prints the size of each part and of the whole, in bytes.
func (s *site) report(w io.Writer) error {
	var sum fileSize
	for _, f := range append(s.sizes, fileSize{}) {
		if f.name == "" {
			f, f.name = sum, "total"
		} else {
			sum.bytes += f.bytes
			sum.packedBytes += f.packedBytes
		}
		if _, err := fmt.Fprintf(w, "%-36s %9d  gzip %9d\n", f.name, f.bytes, f.packedBytes); err != nil {
			return err
		}
	}
	return nil
}

// pack compresses as tightly as gzip can.
func pack(content []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func packedSize(content []byte) int {
	packed, err := pack(content)
	if err != nil {
		return len(content)
	}
	return len(packed)
}
