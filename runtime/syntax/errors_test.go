package syntax

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// recordedError is what CPython says about a program (testdata/record_errors.py); Kind is
// empty when it says nothing.
type recordedError struct {
	Source, Kind, Msg, Text, Traceback string
	Line, Col, EndLine, EndCol         int
}

func (r recordedError) error() *SyntaxError {
	return &SyntaxError{
		Kind: r.Kind, Msg: r.Msg, Filename: "x.py",
		Line: r.Line, Col: r.Col, EndLine: r.EndLine, EndCol: r.EndCol, Text: r.Text,
	}
}

func TestErrorsAreCPythons(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "errors.json"))
	require.NoError(t, err)
	var records []recordedError
	require.NoError(t, json.Unmarshal(data, &records))
	require.Greater(t, len(records), 150)
	for _, r := range records {
		t.Run(r.Msg, func(t *testing.T) {
			_, got := Parse("x.py", r.Source)
			if r.Kind == "" {
				assert.Nil(t, got, r.Source)
				return
			}
			require.NotNil(t, got, "no error for\n%s", r.Source)
			got.fromScanner, got.afterParsing = false, false
			assert.Equal(t, r.error(), got, r.Source)
			assert.Equal(t, r.Traceback, got.Traceback(), r.Source)
		})
	}
}
