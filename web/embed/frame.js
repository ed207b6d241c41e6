// The frame of an embedded program: it shows the code at once, asks for the program that runs it when the time has come, and
// draws what that sends. It has no WebAssembly on its thread.
import "../canvas.js";
import {pack} from "../codec.js";
import {revealLine, setHidden, showCode, showMarks} from "./code.js";
import {$, element} from "./dom.js";
import {openEditor} from "./editor.js";
import {openEngine} from "./engine.js";
import {listenToHost, tellHost} from "./host.js";
import {linesOf, readParameters} from "./parameters.js";
import {drawPictures, showCaption, showClock, showConsole, showHead, showKnobs, showLanes, showLit, showSpans, showVerdict} from "./show.js";
import {chooseLanguage, text} from "./words.js";

const root = document.documentElement;
const canvas = globalThis.asyncplayCanvas;
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

let look = {};
let options = {variants: []};
let engine = null;
let starting = false;
let source = "";
let state = "";
let sentCommands = 0;
let doneCommands = 0;
let waiting = new Map(); // commands of which only the newest counts, by name
let unanswered = new Map(); // commands whose result the page around waits for, by their number
let playing = false;
let playSoon = false;
let editor = null;
let outputChosen = false; // by hand
let queued = []; // from the host, before there is an engine

// Commands.

function send(command) {
  if (!engine) {
    queued.push(command);
    start();
    return;
  }
  sentCommands++;
  if (command.id) unanswered.set(command.id, command);
  engine.send(JSON.stringify(command));
}

// For a hand that moves faster than the engine answers: the newest command of a name goes out when the ones before are done.
function sendNewest(command) {
  if (doneCommands < sentCommands) waiting.set(command.do, command);
  else send(command);
}

function jump(kind, n) {
  if (kind === "line") revealLine(n);
  else send({do: "event", n});
}

// What the engine sends.

function hear({text: json, pictures, buffers, failed}) {
  if (failed !== undefined) {
    fail(failed);
    return;
  }
  const {done, parts, events = []} = JSON.parse(json);
  doneCommands = done;
  if (parts.head) showHead(parts.head, n => send({do: "variant", n}));
  if (parts.source !== undefined) setSource(parts.source);
  if (parts.knobs) showKnobs(parts.knobs, (name, value) => sendNewest({do: "knob", name, text: value}));
  if (parts.lanes) {
    showLanes(parts.lanes);
    if (!outputChosen && look.view !== "output") showOutput(parts.lanes.labels.length === 0); // nothing to see but what it prints
  }
  if (parts.marks) {
    showMarks(parts.marks);
    editor?.marks(parts.marks);
    if (parts.marks.currentLine) revealLine(parts.marks.currentLine);
  }
  if (parts.caption) showCaption(parts.caption, jump);
  if (parts.verdict) showVerdict(parts.verdict, jump);
  if (parts.console) showConsole(parts.console, jump);
  if (pictures?.length) drawPictures(pictures, buffers);
  if (parts.clock) clock(parts.clock);
  if (parts.state) keepState(parts.state);
  if (parts.lit) showLit(parts.lit);
  if (parts.spans) showSpans(parts.spans);
  if (parts.lanes || parts.head) live();
  for (const event of events) tell(event);
  if (doneCommands === sentCommands && waiting.size) {
    const newest = [...waiting.values()];
    waiting.clear();
    newest.forEach(send);
  }
}

function setSource(next) {
  source = next;
  if (editor) editor.source(next);
  else showCode(source, look.readonly);
  stateSoon();
}

function clock(next) {
  showClock(next);
  if (playing === next.playing) return;
  playing = next.playing;
  if (playing) requestAnimationFrame(now => frame(now, now));
  else stateSoon();
}

// Plays: one command a frame, and none before the last is done.
function frame(now, before) {
  if (!playing) return;
  if (doneCommands < sentCommands) {
    requestAnimationFrame(next => frame(next, before));
    return;
  }
  send({do: "frame", n: Math.min(now - before, 200) / 1000});
  requestAnimationFrame(next => frame(next, now));
}

function tell({type, commands = [], detail, message, fatal}) {
  if (fatal) {
    fail(message);
    return;
  }
  for (const id of commands ?? []) unanswered.delete(id);
  if (type === "error") console.warn("asyncplay: " + message);
  tellHost(type, {...detail && {detail}, ...message && {message}, commands});
}

// The state, for the link and for the page around: asked for when the hand rests.
let stateTimer = 0;
function stateSoon() {
  clearTimeout(stateTimer);
  stateTimer = setTimeout(() => {
    if (!engine) return;
    send({do: "state"});
    send({do: "spans"});
  }, 300);
}

async function keepState(next) {
  if (next === state) return;
  const first = state === "";
  state = next;
  const hash = "#1" + await pack(next);
  if (state !== next) return;
  $("open").href = "./" + hash;
  tellHost("change", {code: source, state: hash.slice(1), first});
}

function live() {
  const box = $("embed");
  if (box.dataset.state === "live") return;
  box.dataset.state = "live";
  $("bigplay").hidden = true;
  $("wait").hidden = true;
  tellHost("drawn");
}

let failure = "";

function fail(message) {
  say(text("failed", message));
}

// Says what is wrong in the place of the timeline, and to the page around, which may not have connected yet.
function say(sentence) {
  failure = sentence;
  const wait = $("wait");
  wait.hidden = false;
  wait.textContent = sentence;
  tellHost("error", {message: sentence, fatal: true});
}

// Starting.

function sizes() {
  return {
    plot: $("plot").clientWidth, room: $("side").clientHeight, mini: $("minimap").clientWidth, miniHeight: $("minimap").clientHeight,
  };
}

function openCommand() {
  const from = state ? {...options, state} : options;
  return {do: "open", data: {...from, calm, size: sizes()}};
}

async function start() {
  if (starting) return;
  starting = true;
  $("embed").dataset.state = "loading";
  setTimeout(() => { $("bigplay").hidden = true; }); // whoever pressed it moves the focus first
  const wait = $("wait");
  wait.textContent = text("loading");
  wait.hidden = false;
  try {
    engine = await openEngine(hear, () => {
      const again = [...unanswered.values()];
      sentCommands = doneCommands = 0;
      send(openCommand());
      again.forEach(send);
    });
  } catch (error) {
    fail(error.message);
    return;
  }
  send(openCommand());
  for (const command of queued.splice(0)) send(command);
  if (playSoon) send({do: "run"});
  else if (look.autorun && !calm) runWhenSeen();
  tellHost("ready");
}

const codeLettersMax = 1 << 20;
const textOf = value => typeof value === "string" ? value : "";

// The page around the frame. What it sends may be anything.
function hearHost(message) {
  const number = (value, act) => Number.isFinite(value) && act(value);
  const acts = {
    connect: () => {
      tellHost("connected", {height: wantedHeight(), code: source});
      if (failure) say(failure);
    },
    load: start,
    run: () => send({do: "run"}),
    play: () => send({do: "play"}),
    pause: () => send({do: "pause"}),
    stop: () => send({do: "stop"}),
    seek: () => number(message.seconds, n => send({do: "seek", n})),
    step: () => number(message.by, n => send({do: "step", n})),
    reset: () => {
      editor?.forget();
      send({do: "reset"});
    },
    code: () => apply({code: message.code}),
    apply: () => apply(message.changes, message.id),
    theme: () => setTheme(textOf(message.theme)),
    lang: () => setLanguage(textOf(message.lang)),
  };
  if (Object.hasOwn(acts, message.type)) acts[message.type]();
}

function apply(changes, id = 0) {
  const data = {};
  for (const name of ["fault", "set", "variant", "code"]) {
    const value = changes?.[name];
    if (typeof value === "string" && value.length <= codeLettersMax) data[name] = value;
  }
  for (const name of ["seed", "at"]) if (Number.isFinite(changes?.[name])) data[name] = changes[name];
  if (Number.isInteger(data.seed) === false) delete data.seed;
  editor?.forget();
  send({do: "apply", id: Number.isSafeInteger(id) && id > 0 ? id : 0, data});
}

function setTheme(theme) {
  root.dataset.theme = theme === "dark" || theme === "light" ? theme : "auto";
  redraw();
}

function setLanguage(tag) {
  root.lang = chooseLanguage(tag || navigator.language);
  staticWords();
  if (engine) send({do: "lang", text: root.lang});
}

// The canvases are drawn again in other colours.
function redraw() {
  if (engine) send({do: "redraw"});
}

function staticWords() {
  const label = (id, key) => {
    $(id).setAttribute("aria-label", text(key));
    $(id).title = text(key);
  };
  label("start", "toStart");
  label("back", "stepBack");
  label("forward", "stepForward");
  label("play", "play");
  label("edit", "edit");
  label("copy", "copy");
  $("stop").textContent = text("stop");
  $("playhead").setAttribute("aria-label", text("playhead"));
  $("transport").setAttribute("aria-label", text("playback"));
  $("timeline").setAttribute("aria-label", text("timeline"));
  $("console").setAttribute("aria-label", text("output"));
  $("lines").setAttribute("aria-label", text("code"));
  $("bigplay").lastElementChild.textContent = text("play");
  $("seconds").textContent = text("seconds");
  $("reset").textContent = text("reset");
  $("open").replaceChildren(text("open"));
  $("output").replaceChildren(text("output"));
}

function wantedHeight() {
  const box = $("embed");
  return box.scrollHeight + Math.max(0, $("lines").scrollHeight - $("lines").clientHeight);
}

function layOut() {
  const box = $("embed");
  box.dataset.view = ["code", "timeline", "both", "output"].includes(look.view) ? look.view : "both";
  box.dataset.readonly = look.readonly ? "on" : "off";
  $("title").textContent = look.title;
  document.title = (look.title || text("program")) + " · asyncplay";
  const controls = look.controls === "" ? null : new Set(look.controls.split(/[\s,;]+/));
  const off = (id, name) => {
    if (controls && !controls.has(name)) {
      $(id).dataset.off = "on";
      $(id).hidden = true;
    }
  };
  off("transport", "transport");
  off("caption-row", "caption");
  off("variants", "variants");
  off("knob", "knobs");
  off("knob-row", "knobs");
  if (box.dataset.view === "output") {
    $("timeline").hidden = true;
    $("console").hidden = false;
  }
  $("output").hidden = box.dataset.view !== "both" && box.dataset.view !== "timeline";
  $("edit").hidden = look.readonly || box.dataset.view === "timeline";
}

// Pointer and keys. Keys are taken only where one has put the focus; the wheel only with Ctrl, as for zooming a page.

let lit = false;

// What is pointed at lights up everywhere.
function lighting() {
  const light = command => {
    if (!engine || !lit && command.do === "light" && !command.n) return;
    lit = command.do === "hover" || Boolean(command.n);
    sendNewest(command);
  };
  document.addEventListener("pointerover", event => {
    const task = event.target.closest?.("[data-task]")?.dataset.task;
    if (task || !event.target.closest?.("#timeline")) light({do: "light", n: Number(task ?? 0)});
  });
  $("timeline").addEventListener("pointermove", event => {
    if (event.pointerType === "mouse" && !event.buttons && !event.target.closest("[data-task]")) light({do: "hover", ...spot(event)});
  });
  root.addEventListener("pointerleave", () => light({do: "light", n: 0}));
}

// Where a pointer is in the plot, as commands have it.
function spot(event) {
  const {left, top} = $("plot").getBoundingClientRect();
  return {x: event.clientX - left, n: event.clientY - top};
}

// Copies the code. Frames are often refused the clipboard: then the code stands there selected, for a copy by hand.
async function copyCode() {
  try {
    await navigator.clipboard.writeText(source);
    $("copy").dataset.done = "on";
    setTimeout(() => delete $("copy").dataset.done, 1500);
  } catch {
    const field = element("textarea", "copyfield");
    field.readOnly = true;
    field.value = source;
    field.setAttribute("aria-label", text("copyByHand"));
    field.addEventListener("blur", () => field.remove());
    field.addEventListener("keydown", event => event.key === "Escape" && $("copy").focus());
    $("code-box").append(field);
    field.focus();
    field.select();
    $("caption").textContent = text("copyByHand");
  }
}

function dragging(element, at) {
  element.addEventListener("pointerdown", event => {
    if (event.button) return;
    element.setPointerCapture(event.pointerId);
    at(event, "press");
    const move = event => at(event);
    const up = () => element.removeEventListener("pointermove", move);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", up, {once: true});
    element.addEventListener("pointercancel", up, {once: true});
  });
}

function wire() {
  for (const button of document.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => send({do: button.dataset.do, n: Number(button.dataset.n ?? 0)}));
  }
  $("play").addEventListener("click", () => {
    if (engine) send({do: "toggle"});
    else {
      playSoon = true;
      start();
    }
  });
  $("bigplay").addEventListener("click", () => {
    playSoon = true;
    start();
    $("play").focus();
  });
  $("reset").addEventListener("click", () => {
    editor?.forget();
    send({do: "reset"});
  });
  $("output").addEventListener("click", () => {
    outputChosen = true;
    showOutput($("console").hidden);
  });
  const x = event => event.clientX - $("plot").getBoundingClientRect().left;
  dragging($("timeline"), (event, name = "") => engine && sendNewest({do: "point", name, ...spot(event)}));
  $("copy").addEventListener("click", copyCode);
  lighting();
  dragging($("minimap"), event => {
    const {left, width} = $("minimap").getBoundingClientRect();
    if (engine) sendNewest({do: "mini", x: (event.clientX - left) / width});
  });
  $("timeline").addEventListener("wheel", event => {
    if (!event.ctrlKey || !engine) return;
    event.preventDefault();
    sendNewest({do: "zoom", n: Math.exp(event.deltaY / 200), x: x(event) / $("plot").clientWidth});
  }, {passive: false});
  $("lanes").addEventListener("scroll", () => engine && sendNewest({do: "scroll", n: $("lanes").scrollTop}));
  $("playhead").addEventListener("keydown", keys);
  $("lines").addEventListener("click", event => {
    if (event.target.closest("code") && String(getSelection()) === "") edit(Number(event.target.closest(".l").dataset.line));
  });
  $("lines").addEventListener("keydown", lineKeys);
  $("edit").addEventListener("click", () => edit(1));
  addEventListener("look-change", redraw);
  let size = "";
  new ResizeObserver(() => {
    const now = sizes();
    if (JSON.stringify(now) === size) return;
    size = JSON.stringify(now);
    if (engine) sendNewest({do: "size", data: now});
  }).observe($("side"));
}

// Shows what the program prints in the place of the timeline.
function showOutput(on) {
  if ($("console").hidden === !on) return;
  $("console").hidden = !on;
  $("timeline").hidden = on;
  $("output").setAttribute("aria-pressed", String(on));
}

// From the code, the arrows go along the numbers of its lines: each is a button that makes the line raise. E edits there.
function lineKeys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const numbers = [...$("lines").querySelectorAll("button.no")];
  const at = numbers.indexOf(event.target);
  const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
  if (by && numbers.length) {
    event.preventDefault();
    numbers[at < 0 ? 0 : Math.min(numbers.length - 1, Math.max(0, at + by))].focus();
  } else if (event.key === "e" || event.key === "Enter" && event.target === $("lines")) {
    event.preventDefault();
    edit(at < 0 ? 1 : Number(numbers[at].parentElement.dataset.line));
  }
}

function keys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const command = {
    ArrowLeft: {do: "step", n: -1}, ArrowRight: {do: "step", n: 1}, PageUp: {do: "page", n: -1}, PageDown: {do: "page", n: 1},
    Home: {do: "start"}, End: {do: "end"}, " ": {do: "toggle"}, j: {do: "problem"},
  }[event.key];
  if (!command) return;
  event.preventDefault();
  sendNewest(command);
}

async function edit(line) {
  if (look.readonly || editor) return;
  start();
  editor = openEditor(source, line, {
    changed: next => {
      source = next;
      sendNewest({do: "edit", text: next});
      $("reset").hidden = false;
    },
    run: next => sendNewest({do: "code", text: next}),
    dragged: next => sendNewest({do: "dragged", text: next}),
    gutter: n => send({do: "gutter", n}),
  });
}

function whenSeen(act, options) {
  const observer = new IntersectionObserver(entries => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    observer.disconnect();
    act();
  }, options);
  observer.observe($("embed"));
}

// What plays by itself does so where one sees it.
function runWhenSeen() {
  whenSeen(() => send({do: "run"}), {threshold: 0.5});
}

// Lazy frames wait until they are in sight; the element makes frames that do not wait.
function startWhenSeen() {
  if (look.loading === "click") {
    $("bigplay").hidden = false;
    return;
  }
  if (look.loading === "eager") {
    start();
    return;
  }
  whenSeen(start, {rootMargin: "300px"});
}

async function main() {
  const read = await readParameters(location.hash);
  if (read.problem) {
    root.lang = chooseLanguage(navigator.language);
    staticWords();
    listenToHost(hearHost);
    say(text(read.problem));
    return;
  }
  ({look, options} = read);
  if (look.theme) root.dataset.theme = look.theme === "dark" || look.theme === "light" ? look.theme : "auto";
  root.lang = chooseLanguage(look.lang || navigator.language);
  options.lang = root.lang;
  staticWords();
  layOut();
  await fetchSource();
  source = firstSource();
  setHidden(linesOf(look.hide), n => send({do: "gutter", n}));
  showCode(source, look.readonly);
  $("open").href = "./" + location.hash;
  wire();
  listenToHost(hearHost);
  startWhenSeen();
}

// A program that lies beside the frame.
async function fetchSource() {
  if (!look.src || options.variants.length) return;
  const address = new URL(look.src, document.baseURI);
  if (address.origin !== location.origin) return;
  const response = await fetch(address).catch(() => null);
  if (response?.ok) options.variants = [{name: "", source: await response.text()}];
  else fail(`${address.pathname}: ${response?.status ?? ""}`);
}

// What can be shown before the engine has read everything: knobs keep their places, so lines do not move.
function firstSource() {
  if (options.state) {
    try {
      const {variants, active} = JSON.parse(options.state);
      return String(variants[active].source);
    } catch {
      return "";
    }
  }
  const named = options.variants.find(({name}) => name === options.variant);
  return (named ?? options.variants[0])?.source ?? "";
}

main().catch(error => fail(error.message));
