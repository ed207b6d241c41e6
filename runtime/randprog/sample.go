package randprog

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"io"
	"strings"
)

// Recorded is what CPython did with the program of a seed.
type Recorded struct {
	Seed uint64 `json:"seed"`
	// Source is a hash of the program, to tell a changed generator from a changed engine.
	Source string `json:"source"`
	// ComparesEvents says that the order of events was recorded, and not the output.
	ComparesEvents bool `json:"compares_events,omitempty"`
	Result
}

// HashOf identifies the text of a program.
func HashOf(source string) string {
	h := fnv.New64a()
	h.Write([]byte(source))
	return fmt.Sprintf("%016x", h.Sum64())
}

// NamesTasks reports whether tasks can be told apart in a program's events: in CPython 3.13.0 all eager tasks that
// were given no name are called None.
func NamesTasks(source string) bool { return !strings.Contains(source, "eager_task_factory") }

// WriteSample writes records, one JSON text a line, compressed.
func WriteSample(w io.Writer, sample []Recorded) error {
	z := gzip.NewWriter(w)
	encoder := json.NewEncoder(z)
	for _, r := range sample {
		if err := encoder.Encode(r); err != nil {
			return err
		}
	}
	return z.Close()
}

// ReadSample reads what WriteSample wrote.
func ReadSample(r io.Reader) ([]Recorded, error) {
	z, err := gzip.NewReader(bufio.NewReader(r))
	if err != nil {
		return nil, err
	}
	var sample []Recorded
	for decoder := json.NewDecoder(z); ; {
		var recorded Recorded
		err := decoder.Decode(&recorded)
		if err == io.EOF {
			return sample, nil
		}
		if err != nil {
			return nil, err
		}
		sample = append(sample, recorded)
	}
}
