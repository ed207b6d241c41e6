package main

import (
	"encoding/binary"
	"fmt"
)

// Go's linker cuts the program's initial memory into a hundred thousand segments, so as to leave out the zeros between them. To
// xz zeros cost nothing, but the segments' headers do, and each shifts what follows them out of its alignment, by which xz finds
// its way in tables: as one segment the whole download is 5 % smaller. joinSegments makes them one.
func joinSegments(wasm []byte) ([]byte, error) {
	segments, err := dataSegments(wasm)
	if err != nil {
		return nil, err
	}
	if len(segments) == 0 {
		return wasm, nil
	}
	memory := memoryOf(segments)
	first := len(memory)
	for _, s := range segments {
		first = min(first, s.address)
	}
	// The count of segments, and the header of the only one: memory 0, its address as the constant expression `i32.const; end`.
	section := append(appendSigned([]byte{1, 0, wasmI32Const}, first), wasmEnd)
	section = append(binary.AppendUvarint(section, uint64(len(memory)-first)), memory[first:]...)

	from, to, err := dataSection(wasm)
	if err != nil {
		return nil, err
	}
	joined := append(make([]byte, 0, from+len(section)+16), wasm[:from]...)
	joined = binary.AppendUvarint(append(joined, wasmDataSection), uint64(len(section)))
	return append(append(joined, section...), wasm[to:]...), nil
}

// dataSection is where the section of data begins, with its header, and where it ends.
func dataSection(wasm []byte) (from, to int, err error) {
	r := &wasmReader{rest: wasm}
	r.skip(8)
	for len(r.rest) > 0 && r.err == nil {
		from = len(wasm) - len(r.rest)
		id := r.byte()
		r.skip(r.number())
		if id == wasmDataSection {
			return from, len(wasm) - len(r.rest), r.err
		}
	}
	return 0, 0, fmt.Errorf("no data section in the WebAssembly binary")
}

// appendSigned appends a number that is not negative as a signed LEB128.
func appendSigned(b []byte, n int) []byte {
	b = binary.AppendUvarint(b, uint64(n))
	if last := len(b) - 1; b[last]&0x40 != 0 { // it would read as a sign
		b[last] |= 0x80
		b = append(b, 0)
	}
	return b
}
