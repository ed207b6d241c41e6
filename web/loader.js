// Starts the program: streams and compiles the WebAssembly binary, makes the engine's worker, runs the page.
// Every address is relative to index.html and comes from the data attributes of the script's own tag.
import {XzReadableStream} from "xz-decompress";
import {unpack} from "./link.js";

const config = {...document.currentScript.dataset};

// go-app reads storage while it starts. A sandboxed frame refuses even to look at it: such a page gets one that forgets.
for (const name of ["localStorage", "sessionStorage"]) {
  try {
    window[name].getItem("");
  } catch {
    Object.defineProperty(window, name, {value: forgetfulStorage(), configurable: true});
  }
}

function forgetfulStorage() {
  const values = new Map();
  return {
    get length() { return values.size; },
    key: index => [...values.keys()][index] ?? null,
    getItem: key => values.get(String(key)) ?? null,
    setItem: (key, value) => { values.set(String(key), String(value)); },
    removeItem: key => { values.delete(String(key)); },
    clear: () => values.clear(),
  };
}

// Somebody with a link, or who was here before, sees another program next than the example that the static page shows.
const link = unpack(location.hash);
const returning = location.hash.length > 1 || Object.keys(localStorage).some(key => key.startsWith("asyncplay/"));
if (returning) document.documentElement.dataset.visit = "returning";
try {
  const {theme} = JSON.parse(localStorage.getItem("asyncplay/settings"));
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Nothing was chosen.
}

// go-app asks for its settings here. The prefix makes the page work from any folder.
const environment = {GOAPP_ROOT_PREFIX: location.pathname.slice(0, location.pathname.lastIndexOf("/"))};
window.goappGetenv = key => environment[key] ?? "";

// Drives the hairline of progress under the top bar.
function progress() {
  const total = Number(config.wasmBytes) || 1;
  let loaded = 0;
  return bytes => {
    loaded += bytes;
    document.documentElement.style.setProperty("--loaded", Math.min(loaded / total, 1).toFixed(3));
  };
}

function counted(onBytes) {
  return new TransformStream({
    transform(chunk, controller) {
      onBytes(chunk.length);
      controller.enqueue(chunk);
    },
  });
}

// The request that the preload in index.html has made already. WebKit recognises it by mode and credentials, and takes
// preloads of no other kind: with a plain fetch it downloads the program twice. A frame without an origin may only ask as CORS.
const asPreloaded = origin === "null" ? {} : {mode: "no-cors", credentials: "include"};

// The program is an xz file, which browsers do not unpack by themselves. One that ends too early fails as a damaged one.
async function compile() {
  const response = await fetch(config.wasm, asPreloaded);
  if (!response.ok) throw new Error(`${config.wasm}: ${response.status}`);
  const body = response.body.pipeThrough(counted(progress()));
  const unpacked = config.wasm.endsWith(".xz") ? new XzReadableStream(body) : body;
  return WebAssembly.compileStreaming(new Response(unpacked, {headers: {"Content-Type": "application/wasm"}}));
}

// The modules of Python's library that the program does not have in itself. They are fetched when a run first imports one,
// and kept; after a failure the next run that needs them tries again.
const patienceForLibraryMilliseconds = 60_000;
let library = null;

async function fetchLibrary() {
  const response = await fetch(config.library, {signal: AbortSignal.timeout(patienceForLibraryMilliseconds)});
  if (!response.ok) throw new Error(`${config.library}: ${response.status}`);
  return new Response(new XzReadableStream(response.body)).text();
}

window.asyncplayLibrary = () => {
  library ??= fetchLibrary().catch(error => {
    library = null;
    throw error;
  });
  return library;
};

// A worker asks for it through a channel of its own.
function libraryPort() {
  const {port1, port2} = new MessageChannel();
  port1.onmessage = () => window.asyncplayLibrary().then(
    text => port1.postMessage({text}),
    error => port1.postMessage({problem: String(error?.message ?? error)}),
  );
  return port2;
}

const module = compile();
let spareWorker = null;

function newWorker(compiled) {
  const worker = new Worker(config.worker);
  worker.onmessage = event => {
    if (event.data.kind === "ready") worker.ready = true;
  };
  worker.onerror = () => { worker.failed = true; };
  const port = libraryPort();
  worker.postMessage({module: compiled, support: new URL(config.support, document.baseURI).href, library: port}, [port]);
  return worker;
}

const firstText = document.querySelector("code-editor pre")?.textContent;

function showFailure(error) {
  console.error(error);
  document.documentElement.dataset.boot = "failed";
  document.querySelector(".boot-failed")?.removeAttribute("hidden");
}

// The program has put its page before the static one, which stays in sight until the first run is drawn: neither an empty
// timeline nor a jump comes between. A first run that takes long is not waited for: our own takes milliseconds on any
// machine that has started the program, a visitor's may never end.
const patienceMilliseconds = returning ? 600 : 3000;

function takeOver() {
  const done = () => {
    document.querySelector(".boot")?.remove();
    document.documentElement.dataset.boot = "running";
  };
  const timer = setTimeout(done, patienceMilliseconds);
  new PerformanceObserver((list, observer) => {
    if (list.getEntriesByName("first-run-drawn").length === 0) return;
    observer.disconnect();
    clearTimeout(timer);
    done();
  }).observe({type: "mark", buffered: true});
}

async function start() {
  const compiled = await module;
  // The first worker starts while the page itself does.
  try {
    spareWorker = newWorker(compiled);
  } catch {
    spareWorker = null;
  }
  const linked = await link;
  window.asyncplay = {
    // What the address holds: {text} or {problem}; null when it is no link.
    link() { return linked; },
    // A worker with the program in it, or an exception or null where the browser refuses.
    takeWorker() {
      const worker = spareWorker ?? newWorker(compiled);
      spareWorker = null;
      return worker;
    },
    // What was typed into the static page's editor before the app came; null when nothing was.
    earlyEdit() {
      const value = document.querySelector("code-editor")?.value;
      return typeof value === "string" && value !== firstText ? value : null;
    },
  };
  const go = new Go();
  go.argv = ["asyncplay", "page"];
  const instance = await WebAssembly.instantiate(compiled, go.importObject);
  const ended = go.run(instance);
  takeOver();
  await ended;
  showFailure(new Error("the program ended"));
}

start().catch(showFailure);
