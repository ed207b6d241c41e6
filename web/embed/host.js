// The page around the frame. Messages both ways are objects with asyncplay: 1, the protocol's version, and a type;
// docs/embedding/README.md lists them. The frame says hello to whoever frames it, and nothing else until that has answered
// with connect. From then on it takes messages from that window with that origin only, and sends to that origin only.
export const protocol = 1;

let origin = null;
let greet;
const connected = new Promise(resolve => { greet = resolve; }); // with whether our own element is around the frame
const elementMilliseconds = 700;

export function listenToHost(hear) {
  if (parent === self) return;
  addEventListener("message", event => {
    if (event.source !== parent || event.data?.asyncplay !== protocol || typeof event.data.type !== "string") return;
    if (origin === null && event.data.type === "connect") {
      origin = event.origin;
      greet(event.data.element === true);
    }
    if (event.origin !== origin) return;
    hear(event.data);
    engineMessage(event);
  });
  parent.postMessage({asyncplay: protocol, type: "hello"}, "*");
}

export function tellHost(type, more = {}, ports = []) {
  if (origin === null) return;
  // A page without an origin (a file, a sandboxed frame) cannot be named.
  parent.postMessage({...more, asyncplay: protocol, type}, origin === "null" ? "*" : origin, ports);
}

// Where the browser refuses a SharedWorker, our element passes ports between the frames of its page: "engine" with a port asks
// for the program, "serve" with a port hands it to the frame that hosts it, "own" makes a frame that host, and "moved" says that
// the host is gone.
let answerEngine = () => {};
let place = null;
const early = [];

function engineMessage({data: {type}, ports}) {
  if (type === "own" || type === "found") answerEngine(type === "found");
  else if (type === "serve" && ports.length) place ? place.serve(ports[0]) : early.push(ports[0]);
  else if (type === "moved") place?.moved();
}

// Resolves with whether the element has handed the port to the frame that hosts the program.
export async function askElement(port) {
  const around = await Promise.race([connected, new Promise(resolve => setTimeout(resolve, elementMilliseconds, false))]);
  if (!around) return false;
  const answer = new Promise(resolve => { answerEngine = resolve; });
  tellHost("engine", {}, [port]);
  return answer;
}

export function listenToElement(handlers) {
  place = handlers;
  for (const port of early.splice(0)) place.serve(port);
}
