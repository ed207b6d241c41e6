// Draws the parts that app/embed sends into the frame: each function takes one part as the JSON has it.
import {draw} from "../canvas.js";
import {nextTab} from "../controls.js";
import {place} from "../playhead.js";
import {light} from "../pointer.js";
import {$, badge, element, icon, setIcon} from "./dom.js";
import {text} from "./words.js";

const outcomeIcons = {fine: "check", trouble: "x", hung: "inf", failed: "x", limit: "gauge", broken: "alert"};

// A run that takes a while can be stopped.
const stopMilliseconds = 400;
let stopTimer = 0;

function offerStop(running) {
  if (!running) {
    clearTimeout(stopTimer);
    stopTimer = 0;
    $("stop").hidden = true;
  } else {
    stopTimer ||= setTimeout(() => { $("stop").hidden = false; }, stopMilliseconds);
  }
}

export function showHead({outcome, text: says, variants, active, running, stale}, choose) {
  const element = $("outcome");
  element.hidden = !says && !running;
  element.dataset.o = outcome;
  const mark = outcomeIcons[outcome];
  element.replaceChildren(...mark ? [icon(mark)] : [], says);
  offerStop(running);
  $("embed").dataset.running = running ? "on" : "off";
  $("timeline").dataset.stale = stale ? "on" : "off";
  showVariants(variants, active, choose);
}

function showVariants(variants, active, choose) {
  const row = $("variants");
  row.hidden = variants.length < 2 || row.dataset.off === "on";
  if (row.hidden) return;
  while (row.children.length > variants.length) row.lastChild.remove();
  while (row.children.length < variants.length) {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.setAttribute("role", "tab");
    tab.dataset.testid = "embed-variant-" + row.children.length;
    tab.addEventListener("click", () => choose([...row.children].indexOf(tab)));
    tab.addEventListener("keydown", nextTab);
    row.append(tab);
  }
  variants.forEach(({name, word}, i) => {
    const tab = row.children[i];
    if (tab.textContent !== name) tab.textContent = name;
    tab.title = word;
    tab.setAttribute("aria-selected", String(i === active));
    tab.tabIndex = i === active ? 0 : -1;
  });
}

// A sentence: tasks as tiles, lines and times as what one can jump to.
function sentence(parts, jump) {
  return parts.map(({k, t, st, title, a, item}) => {
    if (k === "task") return badge({text: t, st, title, task: a});
    if (k === "code") return element("code", "", t);
    if (k === "item" || k === "count") {
      const number = element("b", "num", t);
      if (item) Object.assign(number.dataset, {item});
      if (title) number.title = title;
      return number;
    }
    if (k === "line" || k === "time" && a > 0) {
      const button = element("button", "ln", t);
      button.type = "button";
      button.addEventListener("click", () => jump(k, k === "time" ? a - 1 : a));
      return button;
    }
    return document.createTextNode(t);
  });
}

export function showCaption({parts, bad}, jump) {
  $("caption").replaceChildren(...sentence(parts, jump));
  $("caption-row").dataset.tone = bad ? "bad" : "none";
}

export function showVerdict({parts, severity}, jump) {
  $("verdict").replaceChildren(...sentence(parts, jump));
  $("verdict").dataset.severity = severity;
  $("verdict").title = $("verdict").textContent;
}

export function showLanes(lanes) {
  const timeline = $("timeline");
  const px = {height: lanes.height, lane: lanes.lane, "lanes-top": lanes.top, "lanes-height": lanes.seen, "queue-top": lanes.queueTop};
  for (const [name, value] of Object.entries(px)) timeline.style.setProperty("--" + name, value + "px");
  $("lanes-all").style.height = lanes.all + "px";
  $("lanes").dataset.scrolls = lanes.all > lanes.seen + 1 ? "on" : "off";
  const seen = $("lanes-seen");
  seen.style.top = lanes.from * lanes.lane + "px";
  while (seen.children.length > lanes.labels.length) seen.lastChild.remove();
  while (seen.children.length < lanes.labels.length) seen.append(element("div", "lane"));
  lanes.labels.forEach((label, i) => {
    const row = seen.children[i];
    const key = JSON.stringify(label);
    if (row.dataset.key === key) return;
    row.dataset.key = key;
    row.replaceChildren(badge({text: label.badge, st: label.st, title: label.title, task: label.task}));
  });
  const labels = [];
  const at = (top, height, word) => {
    const label = element("div", "queue-label", word);
    label.style.top = top - lanes.queueTop + "px";
    label.style.height = height + "px";
    labels.push(label);
  };
  for (let i = 0; i < lanes.queues; i++) at(lanes.queueTop + i * lanes.queueHeight, lanes.queueHeight, text("queue"));
  (lanes.locks ?? []).forEach((kind, i) => at(lanes.lockTop + i * lanes.lockHeight, lanes.lockHeight, kind));
  $("queue-labels").replaceChildren(...labels);
}

// Captions are read out to who has had a hand on this program, and not while it plays: twenty that load say nothing.
let touched = false;

function speak(on) {
  $("caption").setAttribute("aria-live", on && touched ? "polite" : "off");
}

for (const type of ["pointerdown", "keydown"]) {
  addEventListener(type, () => {
    touched = true;
    speak($("play").dataset.playing !== "true");
  }, {once: true, capture: true});
}

export function showClock(clock) {
  place(clock.x, clock.text, clock.fraction);
  const playhead = $("playhead");
  playhead.hidden = false;
  playhead.setAttribute("aria-valuemin", "0");
  playhead.setAttribute("aria-valuemax", clock.total);
  playhead.setAttribute("aria-valuenow", clock.text);
  playhead.setAttribute("aria-valuetext", clock.said);
  $("timeline").dataset.end = clock.atEnd ? "on" : "off";
  const play = $("play");
  if (play.dataset.playing !== String(clock.playing)) {
    play.dataset.playing = String(clock.playing);
    setIcon(play, clock.playing ? "pause" : "play");
    play.firstElementChild.setAttribute("class", clock.playing ? "ic" : "ic fill");
    const word = text(clock.playing ? "pause" : "play");
    play.setAttribute("aria-label", word);
    play.title = word;
    speak(!clock.playing);
  }
}

export function showConsole({lines, count, empty}, jump) {
  const list = element("ol");
  for (const line of lines) {
    const row = element("li");
    row.dataset.when = line.when;
    if (line.tone) row.dataset.tone = line.tone;
    row.append(element("time", "", line.clock), element("span", "text", line.text));
    row.addEventListener("click", () => jump("time", line.event));
    list.append(row);
  }
  if (!lines.length) list.append(element("li", "dim", empty));
  const box = $("console");
  box.replaceChildren(list);
  const now = list.querySelector('[data-when="now"]') ?? [...list.querySelectorAll('[data-when="past"]')].at(-1);
  if (now && !box.hidden) box.scrollTop = now.offsetTop - (box.clientHeight - now.offsetHeight) / 2;
  const button = $("output");
  button.replaceChildren(text("output"), element("b", "num", String(count)));
}

// A knob's control. change gets its new value; it is called while a slider moves.
export function showKnobs(knobs, change) {
  const alone = knobs.length === 1;
  const places = {[alone ? "knob" : "knob-row"]: knobs, [alone ? "knob-row" : "knob"]: []};
  for (const [id, list] of Object.entries(places)) {
    const row = $(id);
    row.hidden = list.length === 0 || row.dataset.off === "on";
    const key = JSON.stringify(list.map(({name, kind, min, max, step, choices}) => [name, kind, min, max, step, choices]));
    if (row.dataset.key !== key) {
      row.dataset.key = key;
      row.replaceChildren(...list.map(knob => control(knob, change)));
    }
    list.forEach((knob, i) => settle(row.children[i], knob));
  }
}

function control(knob, change) {
  const label = element("label", "knob");
  label.dataset.testid = "embed-knob-" + knob.name;
  label.append(element("span", "", knob.name));
  if (knob.err) {
    label.title = knob.err;
    label.append(icon("alert"));
    return label;
  }
  let input;
  if (knob.kind === "choice") {
    input = document.createElement("select");
    for (const choice of knob.choices ?? []) input.append(new Option(choice, choice));
  } else {
    input = document.createElement("input");
    input.type = {slider: "range", number: "number", boolean: "checkbox"}[knob.kind] ?? "text";
    if (knob.kind === "slider") Object.assign(input, {min: knob.min, max: knob.max, step: knob.step});
    if (knob.kind === "number") input.step = knob.step || "any";
  }
  const value = () => knob.kind === "boolean" ? input.checked ? "True" : "False" : input.value;
  input.addEventListener(knob.kind === "slider" ? "input" : "change", () => change(knob.name, value()));
  label.append(input);
  if (knob.kind === "slider") label.append(document.createElement("output"));
  return label;
}

function settle(label, {kind, value, percent, err}) {
  const input = label.querySelector("input, select");
  if (err || !input) return;
  if (kind === "boolean") input.checked = value === "True";
  else if (input.value !== value && (input !== document.activeElement || kind === "slider")) input.value = value;
  if (kind !== "slider") return;
  input.style.setProperty("--v", percent.toFixed(1) + "%");
  label.querySelector("output").textContent = value;
}

export function drawPictures(pictures, buffers) {
  pictures.forEach(([id, width, height, shapes, strings], i) => draw(id, width, height, new Uint8Array(buffers[i]), shapes, strings));
}

// Lights everything that speaks of what the hand points at.
export function showLit({task, line, item}) {
  light(item ? `[data-item="${item}"]` : task ? `[data-task="${task}"]` : line ? `.l[data-line="${line}"]` : "");
}

// The timeline as a table.
export function showSpans({caption, head, rows, cut}) {
  const table = document.createElement("table");
  table.createCaption().textContent = caption;
  const line = (parent, cells, tag) => {
    const row = parent.insertRow();
    for (const cell of cells) row.append(element(tag, "", cell));
  };
  line(table.createTHead(), head, "th");
  const body = table.createTBody();
  for (const cells of rows) line(body, cells, "td");
  if (cut) line(table.createTFoot(), [cut], "td");
  $("spans").replaceChildren(table);
}
