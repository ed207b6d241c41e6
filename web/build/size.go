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
	packing     string
	packedBytes int // as it travels
}

// report prints the size of each part of a visit and of the whole, then of what is downloaded on demand, in bytes: as they are, and as they travel. The program travels as the
// xz file it is, the rest as gzip, which nearly every host adds by itself.
func (s *site) report(w io.Writer) error {
	sum := fileSize{name: "total"}
	for _, f := range s.sizes {
		sum.bytes += f.bytes
		sum.packedBytes += f.packedBytes
	}
	lines := append(append([]fileSize{}, s.sizes...), sum)
	for _, f := range s.onDemand {
		f.name += " (on demand)"
		lines = append(lines, f)
	}
	for _, f := range lines {
		if _, err := fmt.Fprintf(w, "%-48s %9d  %4s %9d\n", f.name, f.bytes, f.packing, f.packedBytes); err != nil {
			return err
		}
	}
	return nil
}

// gzipSize is the size of content as a host sends it that compresses well.
func gzipSize(content []byte) int {
	var out bytes.Buffer
	w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return len(content)
	}
	if _, err := w.Write(content); err != nil {
		return len(content)
	}
	if err := w.Close(); err != nil {
		return len(content)
	}
	return out.Len()
}
