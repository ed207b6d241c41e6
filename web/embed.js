// <async-playground>: runs the Python program of the code block in it, or of the one right before it. Put once into a page:
//   <script src=".../embed.js" defer></script>
// The code stays in the page as the fallback for readers without scripts, for print and for feeds. Around it stands a poster;
// when the block comes near the viewport, or is clicked, a frame of the same site takes the poster's place. All talk with the
// frame is by messages: docs/embedding/README.md lists attributes, properties, methods, events and messages.
import {writeParameters, linesOf} from "./embed/parameters.js";
import {codeBefore, codeBlocks, codeOf, style, themeAround} from "./embed/poster.js";
import {chooseLanguage, text} from "./embed/words.js";

const site = new URL(".", document.currentScript?.src ?? location.href);
const protocol = 1;
const nearViewport = "400px 0px";
const changes = ["fault", "set", "seed", "at", "variant"]; // attributes that a running frame can be told of

const frames = new Map(); // elements by the window of their frame
const hosts = new Map(); // the element whose frame hosts the program, by the frames' origin

addEventListener("message", event => {
  const element = event.source && frames.get(event.source);
  if (element && event.data?.asyncplay === protocol) element.receive(event, receiver);
});
const receiver = Symbol("from the frame"); // nobody else can call receive

const all = new Set();
let themeCheck = 0;
function themesMayHaveChanged() {
  cancelAnimationFrame(themeCheck);
  themeCheck = requestAnimationFrame(() => all.forEach(element => element.followTheme()));
}

class AsyncPlayground extends HTMLElement {
  static observedAttributes = ["theme", "lang", "title", ...changes];

  #root = this.attachShadow({mode: "open", slotAssignment: "manual"});
  #parts = null;
  #frame = null;
  #origin = "";
  #connected = false;
  #queue = [];
  #asked = new Map(); // promises of apply, by number
  #commands = 0;
  #program = null; // as the frame has it now
  #prefix = ""; // what the blocks before have put in front
  #state = "";
  #theme = "";
  #seen = null;
  #title = "";

  connectedCallback() {
    all.add(this);
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.#begin(), {once: true});
    } else this.#begin();
  }

  disconnectedCallback() {
    all.delete(this);
    this.#seen?.disconnect();
    if (this.#frame) this.#drop(); // a frame that moves in the document starts over
  }

  attributeChangedCallback(name, before, value) {
    if (before === value || !this.#parts) return;
    if (name === "theme") this.followTheme();
    if (name === "lang") this.#send("lang", {lang: this.#language()});
    if (name === "title" && value !== null) this.#name(value);
    if (changes.includes(name) && this.#frame) this.apply({[name]: value ?? ""});
  }

  // The program of this block, without the blocks that it builds on.
  get code() {
    const whole = this.program;
    return whole.startsWith(this.#prefix) ? whole.slice(this.#prefix.length) : whole;
  }

  set code(value) {
    this.#program = this.#prefix + String(value);
    if (this.#frame) this.#send("code", {code: this.#program});
    else this.#address();
  }

  // The whole program, with the blocks that it builds on.
  get program() {
    return this.#program ?? this.#prefixNow() + (this.#sources()[0]?.source ?? "");
  }

  // What a link to the playground holds after its "#"; "" until the program has run. Setting it opens that state.
  get state() { return this.#state; }

  set state(value) {
    this.#state = String(value);
    this.#reload();
  }

  run() { this.#load(); this.#send("run"); }
  play() { this.#load(); this.#send("play"); }
  pause() { this.#send("pause"); }
  seek(seconds) { this.#load(); this.#send("seek", {seconds: Number(seconds)}); }
  step(by = 1) { this.#load(); this.#send("step", {by: Number(by)}); }
  reset() { this.#load(); this.#send("reset"); }

  // Changes what is given and leaves the rest; resolves with the result of the run that follows.
  apply(given) {
    this.#load();
    const wanted = {};
    for (const name of [...changes, "code"]) {
      const value = given?.[name];
      if (value === undefined || value === null) continue;
      if (name !== "seed" && name !== "at") wanted[name] = String(value);
      else if (value !== "") wanted[name] = Number(value);
    }
    const id = ++this.#commands;
    this.#send("apply", {id, changes: wanted});
    return new Promise(resolve => this.#asked.set(id, resolve));
  }

  #begin() {
    if (!this.isConnected) return;
    if (!this.#parts) {
      this.#build();
      this.#before()?.addEventListener("change", () => this.#follow());
    }
    this.followTheme();
    this.#address();
    const loading = this.getAttribute("loading");
    if (loading === "eager") this.#load();
    else if (loading !== "click") {
      this.#seen = new IntersectionObserver(entries => entries.some(entry => entry.isIntersecting) && this.#load(), {rootMargin: nearViewport});
      this.#seen.observe(this);
    }
  }

  #build() {
    chooseLanguage(this.#language());
    const make = (tag, className = "", words = "") => Object.assign(document.createElement(tag), {className, textContent: words});
    const box = make("div", "box");
    const parts = this.#parts = {box, title: make("b"), link: make("a", "", text("open"))};
    const header = make("header");
    const outcome = make("span", "", this.#outcome());
    outcome.dataset.o = this.getAttribute("outcome") ?? "";
    header.append(parts.title, outcome);
    if (this.hasAttribute("title")) this.#name(this.getAttribute("title"));
    header.hidden = !header.textContent;
    const grid = make("div", "grid"), code = Object.assign(make("div", "code"), {tabIndex: 0}), still = make("div", "still");
    code.setAttribute("role", "region");
    code.setAttribute("aria-label", text("code"));
    const codeSlot = document.createElement("slot"), stillSlot = document.createElement("slot");
    code.append(codeSlot);
    still.append(stillSlot);
    const play = Object.assign(make("button", "", text("play")), {type: "button"});
    play.addEventListener("click", () => this.run());
    grid.append(code, still, play);
    parts.play = play;
    const footer = make("footer");
    Object.assign(parts.link, {href: site.href, target: "_blank", rel: "noopener"});
    footer.append(make("span", "", this.getAttribute("loading") === "click" ? text("playLoads") : ""), parts.link);
    box.append(header, grid, footer);
    this.#root.adoptedStyleSheets = [style()];
    this.#root.append(box);
    Object.assign(parts, {codeSlot, stillSlot, still});
    this.#assign();
    const height = this.getAttribute("height");
    if (height && Number(height) > 0) this.style.setProperty("--async-playground-height", `calc(${Number(height)}px + var(--async-playground-extra, 0px))`);
  }

  // As an attribute the title would be a tooltip over everything in the block.
  #name(title) {
    this.#title = this.#parts.title.textContent = title;
    this.removeAttribute("title");
    this.setAttribute("role", "group");
    this.setAttribute("aria-label", title);
  }

  // What is shown of the code in the page, and of the pictures that were drawn when the page was made.
  #assign() {
    const {codeSlot, stillSlot, still} = this.#parts;
    const pictures = [...this.querySelectorAll(":scope > img, :scope > picture, :scope > svg")];
    const wanted = pictures.find(picture => picture.dataset.still === this.#theme) ?? pictures.find(picture => !picture.dataset.still) ?? pictures[0];
    still.toggleAttribute("data-on", Boolean(wanted));
    stillSlot.assign(...wanted ? [wanted] : []);
    codeSlot.assign(...[...this.childNodes].filter(node => !pictures.includes(node) && !(node.dataset?.variant && node !== this.#shownPre())));
  }

  #shownPre() {
    const pres = [...this.querySelectorAll("pre[data-variant]")];
    return pres.find(pre => pre.dataset.variant === this.getAttribute("variant")) ?? pres[0];
  }

  #outcome() {
    const seconds = this.getAttribute("duration") ?? "";
    const key = {finished: "endsAt", hung: "hangsAt", raised: "raisesAt", limit: "limitAt"}[this.getAttribute("outcome")];
    return key && seconds ? text(key, Number(seconds).toFixed(3)) : "";
  }

  #language() {
    return this.getAttribute("lang") || this.closest("[lang]")?.lang || navigator.language;
  }

  // The block that this one builds on.
  #before() {
    const id = this.getAttribute("after");
    const element = id ? document.getElementById(id) : null;
    return element === this ? null : element;
  }

  #prefixNow(depth = 0) {
    const before = this.#before();
    if (!before || depth > 20) return "";
    if (before instanceof AsyncPlayground) return before.#whole(depth + 1);
    return codeOf(before);
  }

  #whole(depth) {
    return this.#program ?? this.#prefixNow(depth) + (this.#sources()[0]?.source ?? "");
  }

  // The programs in the page: this block's, or the code block right before it.
  #sources() {
    const own = codeBlocks(this), named = own.filter(pre => pre.dataset.variant);
    const pres = named.length ? named : own.slice(0, 1);
    if (!pres.length && this.querySelector("code")) pres.push(this);
    if (!pres.length && !this.hasAttribute("src")) pres.push(...codeBefore(this));
    return pres.map(pre => ({name: pre.dataset.variant ?? "", source: codeOf(pre)}));
  }

  async #given() {
    const given = {};
    for (const name of ["variant", "view", "fault", "set", "controls", "hide", "seed", "at"]) given[name] = this.getAttribute(name) ?? "";
    given.title = this.#title;
    for (const name of ["autorun", "readonly"]) given[name] = this.hasAttribute(name) && this.getAttribute(name) !== "false";
    if (!given.view && !this.querySelector("pre, code") && !this.hasAttribute("src") && this.#program === null) given.view = "timeline"; // the code stands right above
    given.lang = this.#language();
    this.#prefix = this.#prefixNow();
    if (this.#state) given.state = this.#state;
    else {
      given.variants = this.#sources();
      const src = this.getAttribute("src");
      if (src && !given.variants.length) {
        const response = await fetch(src);
        if (!response.ok) throw new Error(`${src}: ${response.status}`);
        given.variants.push({name: "", source: await response.text()});
      }
      if (this.#program !== null) given.variants[0] = {name: "", ...given.variants[0], source: this.#program};
      else if (this.#prefix) for (const variant of given.variants) variant.source = this.#prefix + variant.source;
    }
    if (this.#prefix) { // set-up of other blocks: hidden, and counted as the frame counts
      const lines = this.#prefix.split("\n").length - 1;
      given.hide = [...linesOf(given.hide)].map(String).concat(`1-${lines}`).join(",");
    }
    return given;
  }

  async #address() {
    try {
      this.#parts.link.href = new URL(await writeParameters(await this.#given()), site).href;
    } catch {
      // The link leads to the playground all the same.
    }
  }

  async #load() {
    if (!this.#parts) this.#begin();
    if (this.#frame || !this.isConnected || !this.#parts) return;
    this.#seen?.disconnect();
    this.#busy(true);
    const frame = this.#frame = document.createElement("iframe");
    frame.title = this.#title || text("program");
    frame.allow = "clipboard-write";
    const sandbox = this.getAttribute("sandbox");
    if (sandbox !== null) frame.setAttribute("sandbox", sandbox || "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    this.#origin = sandbox === null || sandbox.includes("allow-same-origin") ? site.origin : "null";
    try {
      const hash = await writeParameters({...await this.#given(), loading: "eager", theme: this.#theme});
      frame.src = new URL("embed.html" + hash, site).href;
    } catch (error) {
      this.#frame = null;
      this.#busy(false);
      this.#emit("error", {message: String(error.message ?? error)}, false);
      return;
    }
    if (this.#frame !== frame || !this.isConnected) return;
    this.#root.prepend(frame);
    frames.set(frame.contentWindow, this);
  }

  #reload() {
    if (!this.#frame) {
      if (this.#parts) this.#address();
      return;
    }
    this.#drop();
    this.#load();
  }

  // A block that this one builds on has changed.
  #follow() {
    const prefix = this.#prefixNow();
    if (prefix === this.#prefix) return;
    const own = this.code;
    const known = this.#program === null || this.#program.startsWith(this.#prefix);
    this.#prefix = prefix;
    if (!this.#frame || !known) return;
    this.#program = prefix + own;
    this.#send("code", {code: this.#program});
  }

  followTheme() {
    const wish = this.getAttribute("theme");
    const theme = wish === "dark" || wish === "light" ? wish : themeAround(this);
    if (!this.#parts || theme === this.#theme) return;
    this.#theme = this.#parts.box.dataset.theme = theme;
    this.#assign();
    this.#send("theme", {theme});
  }

  #send(type, more = {}) {
    if (!this.#frame) return;
    if (!this.#connected) this.#queue.push([type, more]);
    else this.#post(type, more);
  }

  #post(type, more = {}, ports = []) {
    this.#frame?.contentWindow?.postMessage({...more, asyncplay: protocol, type}, this.#origin === "null" ? "*" : this.#origin, ports);
  }

  // Takes the frame away. When it hosted the program for others, they look for another host.
  #drop() {
    for (const [window, element] of frames) if (element === this) frames.delete(window);
    this.#frame.remove();
    this.#frame = null;
    this.#connected = false;
    if (hosts.get(this.#origin) !== this) return;
    hosts.delete(this.#origin);
    for (const element of frames.values()) if (element.#origin === this.#origin) element.#post("moved");
  }

  receive({origin, data, ports}, key) {
    if (key !== receiver || origin !== this.#origin) return;
    const acts = {
      hello: () => {
        this.#connected = false;
        this.#post("connect", {element: true});
      },
      // Where frames can have no SharedWorker, the first that asks hosts the program for the others.
      engine: () => {
        const host = hosts.get(origin);
        if (!host || host === this) {
          hosts.set(origin, this);
          this.#post("own");
          return;
        }
        host.#post("serve", {}, ports);
        this.#post("found");
      },
      connected: () => {
        this.#connected = true;
        for (const [type, more] of this.#queue.splice(0)) this.#post(type, more);
      },
      ready: () => this.#emit("ready"),
      drawn: () => this.#showFrame(),
      change: () => {
        const changed = this.#program !== data.code || !data.first;
        this.#program = String(data.code);
        this.#state = String(data.state);
        if (changed) this.#emit("change", {code: this.code, state: this.#state});
      },
      result: () => {
        const {detail, commands = []} = data;
        for (const id of commands) {
          this.#asked.get(id)?.(detail);
          this.#asked.delete(id);
        }
        this.#emit("result", detail);
        if (detail.outcome === "hung") this.#emit("hung", detail);
      },
      // Not one that bubbles: pages listen for the window's own errors.
      error: () => {
        if (data.fatal) this.#showFrame(); // it says what is wrong
        this.#emit("error", {message: String(data.message)}, false);
      },
    };
    if (Object.hasOwn(acts, data.type)) acts[data.type]();
  }

  // Another word on the button would move it.
  #busy(on) {
    const {play} = this.#parts;
    play.setAttribute("aria-busy", String(on));
    play.title = on ? text("loading") : "";
  }

  #showFrame() {
    const pressed = this.#root.activeElement === this.#parts.play;
    this.#frame?.classList.add("on");
    if (pressed) this.#frame.focus();
    this.#busy(false);
  }

  #emit(type, detail = {}, bubbles = true) {
    this.dispatchEvent(new CustomEvent(type, {detail, bubbles}));
  }
}

if (!customElements.get("async-playground")) {
  customElements.define("async-playground", AsyncPlayground);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", themesMayHaveChanged);
  const watch = new MutationObserver(themesMayHaveChanged);
  const look = {attributes: true, attributeFilter: ["class", "style", "data-theme", "data-mode", "data-md-color-scheme", "data-bs-theme"]};
  watch.observe(document.documentElement, look);
  addEventListener("DOMContentLoaded", () => watch.observe(document.body, look));
  if (document.body) watch.observe(document.body, look);
}
