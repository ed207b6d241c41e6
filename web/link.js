// Links: "#", one digit for the version, and the page's state, packed. Any hash may come in. One that begins with "v=" holds the
// parameters of an embed instead.
import {pack, unpack as unpackText} from "./codec.js";
import {readParameters} from "./embed/parameters.js";

const version = "1";

// What a hash holds: {text}, or {problem}, or null when it is no link.
export async function unpack(hash) {
  if (/^#v=\d/.test(hash)) return embedded(hash);
  if (hash.length < 2 || hash.includes("=")) return null;
  if (hash[1] !== version) return {problem: /\d/.test(hash[1]) ? "newer" : "damaged"};
  try {
    return {text: await unpackText(hash.slice(2))};
  } catch (error) {
    return {problem: error instanceof RangeError ? "large" : "damaged"};
  }
}

// The parameters of an embed, for Go to make a state of: app/embed reads them.
async function embedded(hash) {
  const {options, problem} = await readParameters(hash);
  if (problem) return {problem};
  return {text: options.state || JSON.stringify({embed: options})};
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
      const hash = "#" + version + await pack(text);
      setHash(hash);
      return location.href.split("#")[0] + hash;
    } catch {
      return "";
    }
  },
  // Asks for the clipboard at once and puts on it what is handed to put, later; "" leaves it alone. done tells whether that worked.
  copy() {
    let put;
    const text = new Promise(resolve => { put = resolve; }).then(made => made || Promise.reject(new Error("nothing to copy")));
    const {clipboard} = navigator;
    const written = clipboard?.write && globalThis.ClipboardItem
      ? clipboard.write([new ClipboardItem({"text/plain": text.then(made => new Blob([made], {type: "text/plain"}))})])
      : text.then(made => clipboard.writeText(made));
    return {put, done: written.then(() => true, () => false)};
  },
  forget() { if (location.hash) setHash(""); },
};

// Links to other pages of the site: go-app would take them for pages of its own.
addEventListener("click", event => {
  if (event.target.closest?.("a[data-leave]")) event.stopPropagation();
}, {capture: true});
