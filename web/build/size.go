package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
)

type fileSize struct {
	name        string
	bytes       int
	packing     string
	packedBytes int    // as it travels
	when        string // it is downloaded, if not at every visit of the page
}

// When files are downloaded that a visit of the page does without.
const (
	inEmbeds = "in embeds"
	onDemand = "on demand"
)

// report prints the size of each part of a visit of the page and of the visit, then of what else there is but lessons and of all, in
// bytes: as they are, and as they travel. xz files travel as they are, the rest as gzip, which nearly every host adds by itself.
func (s *site) report(w io.Writer) error {
	visit, whole := fileSize{name: "a visit"}, fileSize{name: "page and embeds"}
	var first, later []fileSize
	for _, f := range s.sizes {
		whole.add(f)
		if f.when != "" {
			f.name += ", " + f.when
			later = append(later, f)
			continue
		}
		visit.add(f)
		first = append(first, f)
	}
	for _, f := range slices.Concat(first, []fileSize{visit}, later, []fileSize{whole}) {
		if _, err := fmt.Fprintf(w, "%-44s %9d  %4s %9d\n", f.name, f.bytes, f.packing, f.packedBytes); err != nil {
			return err
		}
	}
	return nil
}

func (f *fileSize) add(other fileSize) {
	f.bytes += other.bytes
	f.packedBytes += other.packedBytes
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
