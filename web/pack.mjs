// Packs a file for the download: node pack.mjs FROM TO. The format is xz, whose window spans the whole of a WebAssembly
// binary where that of gzip sees 32 kB: a Go program gets a third smaller than by gzip.
import {readFile, writeFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import createLibrary from "node-liblzma/wasm/liblzma.js";

// What xz's preset 6, the highest that fits into the library's memory, sets, but for niceLength and literalContext: with
// these, found by trying, a Go program gets 10 kB smaller.
const settings = {
  dictionaryBytes: 8 << 20, literalContext: 4, literalPosition: 0, position: 2,
  mode: 2, niceLength: 96, matchFinder: 0x14, depth: 0, // normal; binary trees of 4 bytes; as deep as the length says
};
const checkCRC32 = 1;
const filterLZMA2 = 0x21;
const noMoreFilters = 0xffffffff; // the lower and the upper half of its 64 bits

const [from, to] = process.argv.slice(2);
const binary = fileURLToPath(import.meta.resolve("node-liblzma/wasm/liblzma.wasm"));
const library = await createLibrary({wasmBinary: await readFile(binary)});

// place copies bytes, or 32-bit words, to the library's memory.
function place(bytes) {
  const at = library._malloc(bytes.byteLength);
  if (at === 0) throw new Error("out of memory");
  library.HEAPU8.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), at);
  return at;
}

// The structs lzma_options_lzma and lzma_filter of liblzma's headers, as a 32-bit system lays them out.
function filters(s) {
  const options = new Uint32Array(32);
  options.set([s.dictionaryBytes, 0, 0, s.literalContext, s.literalPosition, s.position, s.mode, s.niceLength, s.matchFinder, s.depth]);
  return place(Uint32Array.of(filterLZMA2, 0, place(options), 0, noMoreFilters, noMoreFilters, 0, 0));
}

function pack(content) {
  const size = content.byteLength + (content.byteLength >> 2) + 4096; // more than it can become
  const out = library._malloc(size);
  const written = place(Uint32Array.of(0));
  if (out === 0) throw new Error("out of memory");
  const status = library._lzma_stream_buffer_encode(filters(settings), checkCRC32, 0, place(content), content.byteLength, out, written, size);
  if (status !== 0) throw new Error(`liblzma returned ${status}`);
  const length = new Uint32Array(library.HEAPU8.buffer, written, 1)[0];
  return library.HEAPU8.slice(out, out + length);
}

await writeFile(to, pack(await readFile(from)));
