package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Go's linker keeps tables that tell the source file and line of every instruction, which functions were inlined there and
// where arguments lie, for the traceback of a panic. The page never shows one, and no flag leaves them out: they are 11 % of
// the download. stripTraceback blanks them. Names of functions are another 2 %: of most only their package stays, so that a crash in
// the field still says where it was. A crash of the engine can be had again with the command, which names all; one of the page
// cannot, so that functions of ours there keep their names.

// errUnknownLayout: this Go lays its tables out in another way. The site works as well with them, it is only larger.
var errUnknownLayout = errors.New("unknown layout of Go's tables of functions")

// Go 1.20 to 1.26 runtime/symtab.go, pcHeader: magic, two zero bytes, the smallest instruction, the size of a pointer.
var funcTabsMagic = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// Go 1.26 runtime/runtime2.go, _func: where its fields are, in bytes.
const (
	funcName      = 4 // where its name begins
	funcPCSP      = 16
	funcPCFile    = 20
	funcPCLine    = 24
	funcTables    = 28 // how many tables follow the record
	funcStartLine = 36
	funcDataCount = 43 // one byte: how many offsets of data follow those of the tables
	funcRecord    = 44
)

// Go 1.26 internal/abi/symtab.go: what of a function's tables and data only tracebacks and preemption by signals use, of which
// WebAssembly has none.
var (
	tracebackTables = []int{0, 2, 3} // PCDATA_UnsafePoint, PCDATA_InlTreeIndex, PCDATA_ArgLiveIndex
	tracebackData   = []int{3, 5, 6} // FUNCDATA_InlTree, FUNCDATA_ArgInfo, FUNCDATA_ArgLiveInfo
)

// noData in the place of an offset means that the function has no such data.
var noData = []byte{0xff, 0xff, 0xff, 0xff}

// stripTraceback returns the WebAssembly binary with its tables for tracebacks blanked; nothing moves.
func stripTraceback(wasm []byte) ([]byte, error) {
	out := bytes.Clone(wasm)
	segments, err := dataSegments(out)
	if err != nil {
		return nil, err
	}
	memory := memoryOf(segments)
	if err := blankTraceback(memory); err != nil {
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

// funcTabs are the parts of the program's memory that the header of the tables points to.
type funcTabs struct {
	names  []byte // each ends with a zero byte
	tables []byte // each is a sequence of pairs of varints that ends with a zero byte; offset 0 means none
	funcs  []byte // first functions times two words, the second the offset of the function's record in this very part
	count  int
}

func findFuncTabs(memory []byte) (*funcTabs, error) {
	at := bytes.Index(memory, funcTabsMagic)
	if at < 0 || at+72 > len(memory) {
		return nil, errUnknownLayout
	}
	var header [8]uint64 // functions, files, text, then offsets from the header: names, units, files, tables, functions
	for i := range header {
		header[i] = binary.LittleEndian.Uint64(memory[at+8+8*i:])
	}
	limit := uint64(len(memory) - at)
	count, names, units, tables, funcs := header[0], header[3], header[4], header[6], header[7]
	if names >= units || units > limit || tables >= funcs || funcs > limit || count == 0 || count > (limit-funcs)/8 {
		return nil, errUnknownLayout
	}
	return &funcTabs{
		names: memory[at+int(names) : at+int(units)], tables: memory[at+int(tables) : at+int(funcs)], funcs: memory[at+int(funcs):], count: int(count),
	}, nil
}

// funcInfo is a function's record, the offsets of its tables by instruction, and those of its data.
type funcInfo struct{ record, tables, data []byte }

func (t *funcTabs) info(i int) (funcInfo, error) {
	at := uint64(binary.LittleEndian.Uint32(t.funcs[8*i+4:]))
	if at+funcRecord > uint64(len(t.funcs)) {
		return funcInfo{}, errUnknownLayout
	}
	record := t.funcs[at:]
	tablesEnd := funcRecord + 4*uint64(binary.LittleEndian.Uint32(record[funcTables:]))
	dataEnd := tablesEnd + 4*uint64(record[funcDataCount])
	if dataEnd > uint64(len(record)) || dataEnd > 1024 {
		return funcInfo{}, errUnknownLayout
	}
	return funcInfo{record[:funcRecord], record[funcRecord:tablesEnd], record[tablesEnd:dataEnd]}, nil
}

// traceback returns the offsets of tables that only tracebacks use, and of those that are needed.
func (f funcInfo) traceback() (unneeded, needed []uint32) {
	word := binary.LittleEndian.Uint32
	needed = append(needed, word(f.record[funcPCSP:]))
	unneeded = append(unneeded, word(f.record[funcPCFile:]), word(f.record[funcPCLine:]))
	for i := 0; 4*i < len(f.tables); i++ {
		if slices.Contains(tracebackTables, i) {
			unneeded = append(unneeded, word(f.tables[4*i:]))
		} else {
			needed = append(needed, word(f.tables[4*i:]))
		}
	}
	return unneeded, needed
}

// forget takes the references to what only tracebacks use out of a function's record.
func (f funcInfo) forget() {
	clear(f.record[funcPCFile:funcTables])
	clear(f.record[funcStartLine : funcStartLine+4])
	for _, i := range tracebackTables {
		if 4*i < len(f.tables) {
			clear(f.tables[4*i : 4*i+4])
		}
	}
	for _, i := range tracebackData {
		if 4*i < len(f.data) {
			copy(f.data[4*i:], noData)
		}
	}
}

func blankTraceback(memory []byte) error {
	t, err := findFuncTabs(memory)
	if err != nil {
		return err
	}
	infos := make([]funcInfo, t.count)
	done, blank := map[uint32]bool{0: true}, []uint32{} // equal tables are stored once: one that is needed elsewhere stays
	for i := range infos {
		if infos[i], err = t.info(i); err != nil {
			return err
		}
		unneeded, needed := infos[i].traceback()
		blank = append(blank, unneeded...)
		for _, offset := range needed {
			done[offset] = true
		}
	}
	for _, offset := range blank {
		if done[offset] {
			continue
		}
		size, err := tableSize(t.tables, offset)
		if err != nil {
			return err
		}
		clear(t.tables[offset : int(offset)+size])
		done[offset] = true
	}
	for _, f := range infos {
		f.forget()
	}
	return t.shortenNames(infos)
}

// shortenNames gives all functions of most packages the package's name, "asyncplay/runtime/object.", in the place of their own.
func (t *funcTabs) shortenNames(infos []funcInfo) error {
	packages := map[string]uint32{} // where the name stands
	for _, f := range infos {
		at := binary.LittleEndian.Uint32(f.record[funcName:])
		if uint64(at) >= uint64(len(t.names)) {
			return errUnknownLayout
		}
		length := bytes.IndexByte(t.names[at:], 0)
		if length < 0 {
			return errUnknownLayout
		}
		name := t.names[at : int(at)+length]
		end := packageEnd(name)
		if end == 0 || keepsNames(string(name[:end])) {
			continue
		}
		first, known := packages[string(name[:end])]
		if !known {
			packages[string(name[:end])] = at
			clear(name[end:])
			continue
		}
		if first != at {
			binary.LittleEndian.PutUint32(f.record[funcName:], first)
			clear(name)
		}
	}
	return nil
}

// packageEnd is the length of the package's path and the dot behind it in a function's name, 0 when there is none. The type
// arguments of a generic function may hold paths of other packages.
func packageEnd(name []byte) int {
	own := name
	if i := bytes.IndexByte(own, '['); i >= 0 {
		own = own[:i]
	}
	slash := bytes.LastIndexByte(own, '/') + 1
	return slash + bytes.IndexByte(own[slash:], '.') + 1
}

// keepsNames tells the packages whose functions keep their names: those that Go's runtime knows by name, and the page.
func keepsNames(name string) bool {
	for _, path := range []string{"runtime", "reflect", "internal", "syscall", "asyncplay/app"} {
		if strings.HasPrefix(name, path+".") || strings.HasPrefix(name, path+"/") {
			return true
		}
	}
	return false
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
