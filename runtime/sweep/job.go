package sweep

import (
	"bytes"
	"encoding/json"
	"fmt"

	"asyncplay/runtime"
)

// Job asks for some cells of a sweep: those from a place on, as many as there is time for. It travels between page and worker.
type Job struct {
	Spec Spec
	From int
}

// jobMark tells a job from a request of the engine, which is a JSON object.
const jobMark = "sweep "

// EncodeJob writes a job.
func EncodeJob(j Job) ([]byte, error) {
	data, err := json.Marshal(j)
	return append([]byte(jobMark), data...), err
}

// DecodeJob reads what EncodeJob wrote; it is false for a request that is no job.
func DecodeJob(request []byte) (j Job, ok bool, err error) {
	data, ok := bytes.CutPrefix(request, []byte(jobMark))
	if !ok {
		return j, false, nil
	}
	if err := json.Unmarshal(data, &j); err != nil {
		return j, true, fmt.Errorf("sweep: %w", err)
	}
	return j, true, nil
}

// Run runs cells until there are no more or more says so, which is asked after each; at least one is run.
func (j Job) Run(hooks runtime.Hooks, more func() bool) []Cell {
	plan := New(j.Spec, nil)
	var cells []Cell
	for i := max(0, j.From); i < plan.Size(); i++ {
		c, ok := plan.Run(i, hooks)
		if !ok {
			break
		}
		if cells = append(cells, c); !more() {
			break
		}
	}
	return cells
}

// EncodeCells and DecodeCells carry a job's answer.
func EncodeCells(cells []Cell) ([]byte, error) { return json.Marshal(cells) }

// DecodeCells reads what EncodeCells wrote.
func DecodeCells(data []byte) ([]Cell, error) {
	var cells []Cell
	if err := json.Unmarshal(data, &cells); err != nil {
		return nil, fmt.Errorf("sweep: %w", err)
	}
	return cells, nil
}
