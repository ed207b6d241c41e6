// The engine's worker: the same WebAssembly binary as the page, in its other role. The page sends the compiled module and
// the address of the Go support file first, then runs and stops; what comes before Go listens is kept for it.
const backlog = [];
let serve = null;

self.asyncplayServe = handler => {
  serve = handler;
  for (const data of backlog.splice(0)) serve({data});
};

// Python's library, as text. The page fetches and unpacks it, once for all its workers.
function libraryBy(port) {
  return () => new Promise((resolve, reject) => {
    port.onmessage = ({data}) => typeof data.text === "string" ? resolve(data.text) : reject(new Error(data.problem));
    port.postMessage(null);
  });
}

async function boot({module, support, library}) {
  self.asyncplayLibrary = libraryBy(library);
  importScripts(support);
  const go = new Go();
  go.argv = ["asyncplay", "worker"];
  const instance = await WebAssembly.instantiate(module, go.importObject);
  await go.run(instance);
  self.postMessage({kind: "dead"});
}

let booted = false;
self.onmessage = event => {
  if (!booted) {
    booted = true;
    boot(event.data).catch(error => setTimeout(() => { throw error; }));
    return;
  }
  if (serve) serve({data: event.data});
  else backlog.push(event.data);
};
