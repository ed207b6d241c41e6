// A frame's way to the program that runs its session: one instance for all frames of a page. A SharedWorker where the browser
// has one for us; else the Worker of another of our frames on the page, which that page's element knows or which we may touch
// ourselves; else a Worker of our own; else this very thread.
import {askElement, listenToElement} from "./host.js";

const config = document.currentScript.dataset;
const absolute = name => new URL(config[name], document.baseURI).href;

const patienceMilliseconds = 10_000;

// Resolves with a port once its other end has said hello.
function greeted(port, refused = new Promise(() => {})) {
  const hello = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), patienceMilliseconds);
    port.onmessage = ({data}) => {
      if (!data.hello) return;
      clearTimeout(timer);
      resolve(port);
    };
  });
  return Promise.race([hello, refused]);
}

// Rejects when a worker cannot start.
function refusal(worker) {
  const refused = new Promise((_, reject) => worker.addEventListener("error", event => {
    event.preventDefault();
    reject(new Error("refused"));
  }));
  refused.catch(() => {});
  return refused;
}

async function shared() {
  // Two versions of the site in two tabs must not share one: the name is the program's.
  const worker = new SharedWorker(absolute("worker"), {name: config.wasm});
  return greeted(worker.port, refusal(worker));
}

// Another frame of ours on the same page, which the browser lets us touch: those that stand in a shadow tree are not listed.
function sibling() {
  for (let i = 0; i < parent.length; i++) {
    try {
      if (parent[i] !== self && parent[i].asyncplayHost) return parent[i];
    } catch {
      // Somebody else's.
    }
  }
  return null;
}

// A worker from a script of our own site, also in a frame without an origin, where only a script of its own making may start
// one: that then loads ours.
function ownWorker() {
  if (self.origin !== "null") return new Worker(absolute("worker"));
  const start = new Blob([`importScripts(${JSON.stringify(absolute("worker"))})`], {type: "text/javascript"});
  return new Worker(URL.createObjectURL(start));
}

// The program on this thread: the last resort.
async function onThisThread() {
  const script = document.createElement("script");
  script.src = absolute("worker");
  await new Promise((resolve, reject) => {
    Object.assign(script, {onload: resolve, onerror: () => reject(new Error(config.worker))});
    document.head.append(script);
  });
  return self.asyncplayConnect;
}

// Makes this frame the host of the others on its page. What comes before its worker is known to work waits for it.
let hosting = null;

function host() {
  hosting ??= (async () => {
    try {
      const worker = ownWorker();
      const {port1, port2} = new MessageChannel();
      worker.postMessage(0, [port2]);
      await greeted(port1, refusal(worker));
      port1.postMessage({close: true});
      return port => worker.postMessage(0, [port]);
    } catch {
      return onThisThread();
    }
  })();
  self.asyncplayHost ??= port => hosting.then(take => take(port));
  return hosting;
}

// Connects by way of some frame, this one in the end.
async function viaFrame() {
  const {port1, port2} = new MessageChannel();
  const answer = greeted(port1);
  answer.catch(() => {});
  if (await askElement(port2)) return {port: await answer};
  const channel = new MessageChannel();
  const other = hosting ? null : sibling();
  if (other) other.asyncplayHost(channel.port2);
  else (await host())(channel.port2);
  return {port: await greeted(channel.port1), other};
}

async function connect() {
  const port = await shared().catch(() => null);
  return port ? {port} : viaFrame();
}

// The frame's session. hear gets {text, pictures, buffers} or {failed}; reopen is called when the frame that hosted the program
// is gone and another has taken its place.
export async function openEngine(hear, reopen) {
  let place = await connect();
  let moving = false;
  const late = []; // what is sent while the session moves
  const listen = () => {
    place.port.onmessage = ({data}) => hear(data);
    place.port.postMessage({config: {wasm: absolute("wasm"), library: absolute("library"), support: absolute("support")}});
  };
  const move = async () => {
    if (moving) return;
    moving = true;
    place.port.postMessage({close: true});
    place = await viaFrame();
    moving = false;
    listen();
    reopen();
    for (const text of late.splice(0)) place.port.postMessage({text});
  };
  listen();
  listenToElement({serve: port => host().then(take => take(port)), moved: move});
  addEventListener("pagehide", event => event.persisted || place.port.postMessage({close: true}));
  return {
    send(text) {
      if (place.other?.closed) move();
      if (moving) late.push(text);
      else place.port.postMessage({text});
    },
  };
}
