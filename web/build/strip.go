package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// Go's linker keeps tables that tell the source file and line of every instruction, for the traceback of a panic. The page
// never shows one, and no flag leaves them out: they are 9 % of the download. stripLines blanks them. Names of functions
// stay, so that a crash in the field still says where it was.

// errUnknownLayout: this Go lays its tables out in another way. The site works as well with them, it is only larger.
var errUnknownLayout = errors.New("unknown layout of Go's line tables")

// Go 1.20 to 1.26 runtime/symtab.go, pcHeader: magic, two zero bytes, the smallest instruction, the size of a pointer.
var lineTableMagic = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// Go 1.26 runtime/runtime2.go, _func: where its fields are, in bytes.
const (
	funcPCSP      = 16
	funcPCFile    = 20
	funcPCLine    = 24
	funcTables    = 28 // how many tables follow the record
	funcStartLine = 36
	funcRecord    = 44
)

// stripLines returns the WebAssembly binary without its tables of files and lines; nothing moves.
func stripLines(wasm []byte) ([]byte, error) {
	out := bytes.Clone(wasm)
	segments, err := dataSegments(out)
	if err != nil {
		return nil, err
	}
	memory := memoryOf(segments)
	if err := blankLines(memory); err != nil {
		return nil, err
	}
	for _, s := range segments {
		copy(s.content, memory[s.address:])
	}
	return out, nil
}

// segment is a stretch of the program's initial memory; content is a part of the binary.
type segment struct {
	address int
	content []byte
}

func memoryOf(segments []segment) []byte {
	size := 0
	for _, s := range segments {
		size = max(size, s.address+len(s.content))
	}
	memory := make([]byte, size)
	for _, s := range segments {
		copy(memory[s.address:], s.content)
	}
	return memory
}

// lineTables are the parts of the program's memory that the header of the tables points to.
type lineTables struct {
	tables []byte // each is a sequence of pairs of varints that ends with a zero byte; offset 0 means none
	funcs  []byte // first functions times two words, the second the offset of the function's record in this very part
	count  int
}

func findLineTables(memory []byte) (*lineTables, error) {
	at := bytes.Index(memory, lineTableMagic)
	if at < 0 || at+72 > len(memory) {
		return nil, errUnknownLayout
	}
	var header [8]uint64 // functions, files, text, then offsets from the header: names, units, files, tables, functions
	for i := range header {
		header[i] = binary.LittleEndian.Uint64(memory[at+8+8*i:])
	}
	limit := uint64(len(memory) - at)
	count, tables, funcs := header[0], header[6], header[7]
	if tables >= funcs || funcs > limit || count == 0 || count > (limit-funcs)/8 {
		return nil, errUnknownLayout
	}
	return &lineTables{tables: memory[at+int(tables) : at+int(funcs)], funcs: memory[at+int(funcs):], count: int(count)}, nil
}

// record is the record of function i with the offsets of its own tables behind it.
func (l *lineTables) record(i int) ([]byte, error) {
	at := int(binary.LittleEndian.Uint32(l.funcs[8*i+4:]))
	if at+funcRecord > len(l.funcs) {
		return nil, errUnknownLayout
	}
	end := at + funcRecord + 4*int(binary.LittleEndian.Uint32(l.funcs[at+funcTables:]))
	if end > len(l.funcs) || end-at > 1024 {
		return nil, errUnknownLayout
	}
	return l.funcs[at:end], nil
}

func blankLines(memory []byte) error {
	l, err := findLineTables(memory)
	if err != nil {
		return err
	}
	kept, lines := map[uint32]bool{0: true}, []uint32{}
	word := func(record []byte, at int) uint32 { return binary.LittleEndian.Uint32(record[at:]) }
	records := make([][]byte, l.count)
	for i := range records {
		if records[i], err = l.record(i); err != nil {
			return err
		}
		kept[word(records[i], funcPCSP)] = true
		for at := funcRecord; at < len(records[i]); at += 4 {
			kept[word(records[i], at)] = true
		}
		lines = append(lines, word(records[i], funcPCFile), word(records[i], funcPCLine))
	}
	for _, offset := range lines {
		if kept[offset] { // equal tables are stored once
			continue
		}
		size, err := tableSize(l.tables, offset)
		if err != nil {
			return err
		}
		clear(l.tables[offset : int(offset)+size])
		kept[offset] = true
	}
	for _, record := range records {
		clear(record[funcPCFile:funcTables])
		clear(record[funcStartLine : funcStartLine+4])
	}
	return nil
}

// tableSize is the length of a table with its final zero. Only its first byte may be a zero that does not end it.
func tableSize(tables []byte, offset uint32) (int, error) {
	if int(offset) >= len(tables) {
		return 0, errUnknownLayout
	}
	table := tables[offset:]
	for at := 0; at < len(table); {
		if table[at] == 0 && at > 0 {
			return at + 1, nil
		}
		for range 2 {
			_, n := binary.Uvarint(table[at:])
			if n <= 0 {
				return 0, errUnknownLayout
			}
			at += n
		}
	}
	return 0, errUnknownLayout
}

const (
	wasmDataSection = 11
	wasmI32Const    = 0x41
	wasmEnd         = 0x0b
)

// dataSegments finds the segments of a WebAssembly binary (WebAssembly Core 2.0, 5.5.14).
func dataSegments(wasm []byte) ([]segment, error) {
	r := &wasmReader{rest: wasm}
	r.skip(8)
	for len(r.rest) > 0 && r.err == nil {
		id := r.byte()
		content := r.skip(r.number())
		if id == wasmDataSection {
			return readSegments(&wasmReader{rest: content})
		}
	}
	return nil, errors.Join(errors.New("no data section in the WebAssembly binary"), r.err)
}

func readSegments(r *wasmReader) ([]segment, error) {
	segments := make([]segment, 0, min(r.number(), 1<<16))
	for len(r.rest) > 0 && r.err == nil {
		if kind, opcode := r.number(), r.byte(); kind != 0 || opcode != wasmI32Const {
			return nil, errUnknownLayout
		}
		address := r.number()
		if r.byte() != wasmEnd {
			return nil, errUnknownLayout
		}
		segments = append(segments, segment{address, r.skip(r.number())})
	}
	return segments, r.err
}

// wasmReader takes a binary apart from its front; what follows the first error is empty.
type wasmReader struct {
	rest []byte
	err  error
}

func (r *wasmReader) skip(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.err = fmt.Errorf("the WebAssembly binary ends too early")
		r.rest = nil
		return nil
	}
	part := r.rest[:n]
	r.rest = r.rest[n:]
	return part
}

func (r *wasmReader) byte() byte {
	if part := r.skip(1); part != nil {
		return part[0]
	}
	return 0
}

// number reads an unsigned LEB128; a signed one that is not negative is the same but for a possible zero byte at its end.
func (r *wasmReader) number() int {
	n, size := binary.Uvarint(r.rest)
	r.skip(max(size, 1))
	return int(n)
}
