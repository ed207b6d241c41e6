// The page around the frame. Messages both ways are objects with asyncplay: 1, the protocol's version, and a type;
// docs/embedding/README.md lists them. The frame says hello to whoever frames it, and nothing else until that has answered
// with connect. From then on it takes messages from that window with that origin only, and sends to that origin only.
export const protocol = 1;

let origin = null;

export function listenToHost(hear) {
  if (parent === self) return;
  addEventListener("message", event => {
    if (event.source !== parent || event.data?.asyncplay !== protocol || typeof event.data.type !== "string") return;
    if (origin === null && event.data.type === "connect") origin = event.origin;
    if (event.origin === origin) hear(event.data);
  });
  parent.postMessage({asyncplay: protocol, type: "hello"}, "*");
}

export function tellHost(type, more = {}) {
  if (origin === null) return;
  // A page without an origin (a file, a sandboxed frame) cannot be named.
  parent.postMessage({...more, asyncplay: protocol, type}, origin === "null" ? "*" : origin);
}
