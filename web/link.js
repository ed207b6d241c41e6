// Links: "#", one digit for the version, and the page's state, packed as zlib does it and written in base64url. zlib's
// checksum tells a mistyped link from a good one. Any hash may come in: what unpacks to too much is left at the limit.
const version = "1";
const hashMax = 400_000; // letters
const textMax = 2 << 20; // bytes

async function gather(stream) {
  const chunks = [];
  let size = 0;
  for (const reader = stream.getReader(); ;) {
    const {done, value} = await reader.read();
    if (done) return new Blob(chunks).arrayBuffer();
    size += value.length;
    if (size > textMax) {
      reader.cancel().catch(() => {});
      throw new RangeError("large");
    }
    chunks.push(value);
  }
}

const through = (bytes, transform) => gather(new Blob([bytes]).stream().pipeThrough(transform));

// The hash for a state.
async function pack(text) {
  const bytes = new Uint8Array(await through(text, new CompressionStream("deflate")));
  let letters = "";
  for (let i = 0; i < bytes.length; i += 0x8000) letters += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return "#" + version + btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

// What a hash holds: {text}, or {problem}, or null when it is no link.
export async function unpack(hash) {
  if (hash.length < 2 || hash.includes("=")) return null;
  if (hash.length > hashMax) return {problem: "large"};
  if (hash[1] !== version) return {problem: /\d/.test(hash[1]) ? "newer" : "damaged"};
  try {
    const letters = atob(hash.slice(2).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = await through(Uint8Array.from(letters, c => c.charCodeAt(0)), new DecompressionStream("deflate"));
    return {text: new TextDecoder("utf-8", {fatal: true}).decode(bytes)};
  } catch (error) {
    return {problem: error instanceof RangeError ? "large" : "damaged"};
  }
}

// Only the newest of several quick changes of the address counts.
let changes = 0;
addEventListener("hashchange", async () => {
  const mine = ++changes;
  const link = await unpack(location.hash);
  if (mine === changes) dispatchEvent(new CustomEvent("link-change", {detail: link ?? {problem: "none"}}));
});

function setHash(hash) {
  try {
    history.replaceState(history.state, "", location.pathname + location.search + hash);
  } catch {
    // A frame without an origin may not; the link is good all the same.
  }
}

globalThis.asyncplayLink = {
  // Resolves with the address for a state, which the page's own address becomes, or with "".
  async make(text) {
    try {
      const hash = await pack(text);
      setHash(hash);
      return location.href.split("#")[0] + hash;
    } catch {
      return "";
    }
  },
  forget() { if (location.hash) setHash(""); },
};
