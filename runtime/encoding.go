package runtime

import (
	"encoding/json"
	"fmt"
)

// EncodeRequest and DecodeRequest carry a request between page and worker.
func EncodeRequest(r Request) ([]byte, error) { return json.Marshal(r) }

// DecodeRequest reads what EncodeRequest wrote.
func DecodeRequest(data []byte) (Request, error) {
	var r Request
	if err := json.Unmarshal(data, &r); err != nil {
		return Request{}, fmt.Errorf("request: %w", err)
	}
	return r, nil
}
