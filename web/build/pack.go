package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// packXZ compresses a file with web/pack.mjs. That takes seconds for the program, so the last result for each name is kept
// beside other work.
func packXZ(name string, content []byte) ([]byte, error) {
	sum := sha256.Sum256(content)
	kept := filepath.Join(workDir, "packed", name, hex.EncodeToString(sum[:]))
	if packed, err := os.ReadFile(kept); err == nil {
		return packed, nil
	}
	if err := os.RemoveAll(filepath.Dir(kept)); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(kept), 0o755); err != nil {
		return nil, err
	}
	raw := kept + ".raw"
	defer os.Remove(raw)
	if err := os.WriteFile(raw, content, 0o644); err != nil {
		return nil, err
	}
	if out, err := exec.Command("node", "web/pack.mjs", raw, kept+".new").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("packing %s: %w\n%s", name, err, out)
	}
	if err := os.Rename(kept+".new", kept); err != nil {
		return nil, err
	}
	return os.ReadFile(kept)
}
