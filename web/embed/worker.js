// The one instance of the program that the frames of a page share, in a SharedWorker, in a Worker of one of the frames, or,
// where the browser refuses both, on a frame's own thread. Each frame has a message port. Its first message says where the
// program is; the others are commands in JSON for app/embed, and {close: true} when the frame goes.
import {XzReadableStream} from "xz-decompress";

const ports = [];
const backlog = [];
let serve = null;
let booting = null;

globalThis.asyncplayServe = handler => {
  serve = handler;
  for (const [number, text] of backlog.splice(0)) serve(number, text);
};

globalThis.asyncplayPost = (number, text, pictures, buffers) => ports[number]?.postMessage({text, pictures, buffers}, buffers);

function hand(number, text) {
  if (serve) serve(number, text);
  else backlog.push([number, text]);
}

// A file of the site, as the xz stream that it is. A frame without an origin may fetch only where the host allows it to
// everybody, but scripts come from anywhere: the same file stands beside it as a script that holds it as text.
async function packed(address) {
  const response = await fetch(address).catch(() => null);
  if (response?.ok) return response.body;
  if (response) throw new Error(`${address}: ${response.status}`);
  await script(address + ".js");
  const letters = atob(globalThis.asyncplayFile);
  delete globalThis.asyncplayFile;
  return new Blob([Uint8Array.from(letters, c => c.charCodeAt(0))]).stream();
}

// The modules of Python's library that the program does not have in itself, fetched when a run first imports one.
let library = null;

function libraryOf(address) {
  return () => {
    library ??= packed(address).then(body => new Response(new XzReadableStream(body)).text()).catch(error => {
      library = null;
      throw error;
    });
    return library;
  };
}

// Runs a script of the site, in a worker or on a page.
function script(address) {
  if (globalThis.importScripts) return importScripts(address);
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    Object.assign(element, {src: address, onload: resolve, onerror: () => reject(new Error(address + ": not found"))});
    document.head.append(element);
  });
}

async function boot({wasm, library, support}) {
  globalThis.asyncplayLibrary = libraryOf(library);
  const unpacked = new XzReadableStream(await packed(wasm));
  const module = WebAssembly.compileStreaming(new Response(unpacked, {headers: {"Content-Type": "application/wasm"}}));
  await script(support);
  const go = new Go();
  go.argv = ["asyncplay", "embed"];
  await go.run(await WebAssembly.instantiate(await module, go.importObject));
  throw new Error("the program ended");
}

let failure = null;

function fail(error) {
  failure = {failed: String(error.message ?? error)};
  for (const port of ports) port?.postMessage(failure);
}

function connect(port) {
  const number = ports.push(port) - 1;
  port.onmessage = ({data}) => {
    if (data.config) {
      booting ??= boot(data.config).catch(fail);
      if (failure) port.postMessage(failure);
    } else if (data.close) {
      hand(number, "");
      ports[number] = null;
      port.close();
    } else {
      hand(number, data.text);
    }
  };
  port.postMessage({hello: true});
}

if ("onconnect" in globalThis) onconnect = event => connect(event.ports[0]);
else if (globalThis.importScripts) onmessage = event => connect(event.ports[0]);
else globalThis.asyncplayConnect = connect;
