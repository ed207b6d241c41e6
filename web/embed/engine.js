// A frame's way to the program that runs its session: one instance for all frames of a page. A SharedWorker where the browser
// has one for us; else the Worker of the first of our frames on the page; else this very thread.
const config = document.currentScript.dataset;
const absolute = name => new URL(config[name], document.baseURI).href;

const patienceMilliseconds = 10_000;

// Resolves with a port once its other end has said hello.
function greeted(port, refusals) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), patienceMilliseconds);
    port.onmessage = ({data}) => {
      if (!data.hello) return;
      clearTimeout(timer);
      resolve(port);
    };
    refusals?.addEventListener("error", event => {
      clearTimeout(timer);
      event.preventDefault();
      reject(new Error("refused"));
    });
  });
}

function shared() {
  // Two versions of the site in two tabs must not share one: the name is the program's.
  const worker = new SharedWorker(absolute("worker"), {name: config.wasm});
  return greeted(worker.port, worker);
}

// Other frames of ours on the same page, which the browser lets us touch.
function* siblings() {
  for (let i = 0; i < parent.length; i++) {
    try {
      if (parent[i] !== self && parent[i].asyncplayHost) yield parent[i];
    } catch {
      // Somebody else's.
    }
  }
}

// A worker from a script of our own site, also in a frame without an origin, where only a script of its own making may start
// one: that then loads ours.
function ownWorker() {
  if (self.origin !== "null") return new Worker(absolute("worker"));
  const start = new Blob([`importScripts(${JSON.stringify(absolute("worker"))})`], {type: "text/javascript"});
  return new Worker(URL.createObjectURL(start));
}

// Makes this frame the host of the others on its page.
function becomeHost() {
  let place;
  try {
    const worker = ownWorker();
    const broken = new Promise((_, reject) => worker.addEventListener("error", event => {
      event.preventDefault();
      reject(new Error("refused"));
    }));
    broken.catch(() => {});
    place = {take: port => worker.postMessage(0, [port]), broken};
  } catch {
    place = onThisThread();
  }
  self.asyncplayHost = port => place.take(port);
  return place;
}

function onThisThread() {
  const script = document.createElement("script");
  script.src = absolute("worker");
  const ready = new Promise((resolve, reject) => Object.assign(script, {onload: resolve, onerror: () => reject(new Error("refused"))}));
  document.head.append(script);
  return {take: port => ready.then(() => self.asyncplayConnect(port)), broken: new Promise(() => {})};
}

async function viaFrame() {
  const {port1, port2} = new MessageChannel();
  const [sibling] = siblings();
  if (sibling) {
    sibling.asyncplayHost(port2);
    return {port: await greeted(port1), host: sibling};
  }
  const place = self.asyncplayHost ? {take: self.asyncplayHost, broken: new Promise(() => {})} : becomeHost();
  place.take(port2);
  try {
    return {port: await Promise.race([greeted(port1), place.broken])};
  } catch {
    const again = new MessageChannel();
    const thread = onThisThread();
    self.asyncplayHost = port => thread.take(port);
    thread.take(again.port2);
    return {port: await greeted(again.port1)};
  }
}

async function connect() {
  const port = await Promise.resolve().then(shared).catch(() => null);
  return port ? {port} : viaFrame();
}

// The frame's session. hear gets {text, pictures, buffers} or {failed}; reopen is called when the frame that hosted the program
// is gone, and another took its place.
export async function openEngine(hear, reopen) {
  let {port, host} = await connect();
  const listen = () => {
    port.onmessage = ({data}) => hear(data);
    port.postMessage({config: {wasm: absolute("wasm"), library: absolute("library"), support: absolute("support")}});
  };
  listen();
  addEventListener("pagehide", event => event.persisted || port.postMessage({close: true}));
  let moving = false;
  return {
    send(text) {
      if (!host?.closed) {
        port.postMessage({text});
        return;
      }
      if (moving) return;
      moving = true;
      viaFrame().then(place => {
        ({port, host} = place);
        moving = false;
        listen();
        reopen();
      });
    },
  };
}
