package site

import (
	"bytes"
	"compress/zlib"
	"encoding/base64"
	"encoding/json"

	"asyncplay/web/lesson"
)

// state is what a link to the playground holds for a block with some changes.
func (k *program) state(b *lesson.Block, c lesson.Changes) (string, error) {
	all, err := b.Complete(c)
	if err != nil {
		return "", err
	}
	type variant struct {
		Name   string `json:"name"`
		Source string `json:"source"`
	}
	request, err := b.Request(c)
	if err != nil {
		return "", err
	}
	out, err := json.Marshal(map[string]any{"v": 1, "variants": []variant{{"main", request.Source}}, "seed": all.Seed})
	return string(out), err
}

// linkVersion is the digit that a link's hash begins with, as web/link.js has it.
const linkVersion = "1"

// packLink makes the hash of a link from a state, as web/link.js does.
func packLink(state string) (string, error) {
	packed, err := pack(state)
	return linkVersion + packed, err
}

// pack packs a text for an address: zlib, then letters that need no escaping.
func pack(text string) (string, error) {
	var out bytes.Buffer
	w, err := zlib.NewWriterLevel(&out, zlib.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := w.Write([]byte(text)); err != nil {
		return "", err
	}
	if err := w.Close(); err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(out.Bytes()), nil
}
