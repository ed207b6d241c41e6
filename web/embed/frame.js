// The frame of an embedded program: it shows the code at once, asks for the program that runs it when the time has come, and
// draws what that sends. It has no WebAssembly on its thread.
import {pack} from "../codec.js";
import {revealLine, setHidden, showCode, showMarks} from "./code.js";
import {answered, didCommands, idle, openSession, running, send, sendNewest, startWith} from "./commands.js";
import {$} from "./dom.js";
import {openEditor} from "./editor.js";
import {outputChosen, wire} from "./hands.js";
import {listenToHost, tellHost} from "./host.js";
import {layOut, showOutput, sizes, staticWords, wantedHeight} from "./look.js";
import {linesOf, readParameters} from "./parameters.js";
import {drawPictures, showCaption, showClock, showConsole, showHead, showKnobs, showLanes, showLit, showSpans, showVerdict} from "./show.js";
import {chooseLanguage, text} from "./words.js";

const root = document.documentElement;
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

let look = {};
let options = {variants: []};
let starting = false;
let source = "";
let state = "";
let playing = false;
let playSoon = false;
let editor = null;

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
  didCommands(done);
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
  if (!idle()) {
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
  answered(commands ?? []);
  if (type === "error") console.warn("asyncplay: " + message);
  tellHost(type, {...detail && {detail}, ...message && {message}, commands});
}

// The state, for the link and for the page around: asked for when the hand rests.
let stateTimer = 0;
function stateSoon() {
  clearTimeout(stateTimer);
  stateTimer = setTimeout(() => {
    if (!running()) return;
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

function openCommand() {
  const from = state ? {...options, state} : options;
  return {do: "open", data: {...from, calm, size: sizes()}};
}

async function start() {
  if (starting || failure) return;
  starting = true;
  $("embed").dataset.state = "loading";
  setTimeout(() => { $("bigplay").hidden = true; }); // whoever pressed it moves the focus first
  const wait = $("wait");
  wait.textContent = text("loading");
  wait.hidden = false;
  try {
    await openSession(hear, openCommand);
  } catch (error) {
    fail(error.message);
    return;
  }
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
  if (running()) send({do: "lang", text: root.lang});
}

// The canvases are drawn again in other colours.
function redraw() {
  if (running()) send({do: "redraw"});
}

async function edit(line) {
  if (look.readonly || editor) return;
  start();
  editor = openEditor(source, line, {
    changed: next => {
      source = next;
      sendNewest({do: "edit", text: next});
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
  layOut(look);
  const missing = await fetchSource();
  if (missing) {
    listenToHost(hearHost);
    fail(missing);
    return;
  }
  source = firstSource();
  setHidden(linesOf(look.hide), n => send({do: "gutter", n}));
  showCode(source, look.readonly);
  $("open").href = "./" + location.hash;
  startWith(start);
  wire({
    play: () => {
      playSoon = true;
      start();
    },
    edit, redraw, source: () => source, forget: () => editor?.forget(),
  });
  listenToHost(hearHost);
  startWhenSeen();
}

// A program that lies in the frame's folder or below. Whoever frames us chooses the address and is told what is there: nothing else
// of the host may be had by that, nor anything that only this visitor may see. Resolves with what could not be had.
async function fetchSource() {
  if (!look.src || options.variants.length) return "";
  const folder = new URL("./", document.baseURI).href;
  const address = URL.canParse(look.src, folder) ? new URL(look.src, folder) : null;
  const beside = address?.href.startsWith(folder);
  const response = beside ? await fetch(address, {credentials: "omit", redirect: "error"}).catch(() => null) : null;
  if (!response?.ok) return [look.src, response?.status].filter(Boolean).join(": ");
  options.variants = [{name: "", source: await response.text()}];
  return "";
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
