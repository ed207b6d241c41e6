package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

const packerScript = "web/pack.mjs"

// packXZ compresses a file with packerScript. That takes seconds for the program, so the last result for each name is kept
// beside other work.
func packXZ(name string, content []byte) ([]byte, error) {
	packer, err := os.ReadFile(packerScript)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(append(packer, content...))
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
	if out, err := exec.Command("node", packerScript, raw, kept+".new").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("packing %s: %w\n%s", name, err, out)
	}
	if err := os.Rename(kept+".new", kept); err != nil {
		return nil, err
	}
	return os.ReadFile(kept)
}
