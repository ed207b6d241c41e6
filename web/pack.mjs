// Packs a file for the download: node pack.mjs FROM TO. The format is xz, whose window spans the whole of a WebAssembly
// binary where that of gzip sees 32 kB: a Go program gets a third smaller than by gzip.
import {readFile, writeFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import {initModule, xzAsync} from "node-liblzma/wasm";
import createLibrary from "node-liblzma/wasm/liblzma.js";

const [from, to] = process.argv.slice(2);
const library = fileURLToPath(import.meta.resolve("node-liblzma/wasm/liblzma.wasm"));
await initModule(async () => createLibrary({wasmBinary: await readFile(library)}));
const preset = 6; // the highest one that fits into the library's memory
await writeFile(to, await xzAsync(await readFile(from), {preset}));
