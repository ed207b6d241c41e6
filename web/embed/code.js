// The program as static text: highlighted lines with what a run shows in them. The editor takes its place when one edits.
import {$, badge, element, icon} from "./dom.js";
import {highlight} from "./highlight.js";
import {count, text} from "./words.js";

let rows = new Map(); // by line
let marked = [];
let shown = "";
let hidden = new Set();
let onGutter = () => {};

export function setHidden(lines, gutter) {
  hidden = lines;
  onGutter = gutter;
}

// Hidden lines at the end of the program that do not exist do no harm.
export function showCode(source, readOnly) {
  const key = source + "\0" + readOnly;
  if (key === shown) return;
  shown = key;
  rows = new Map();
  marked = [];
  const out = [];
  let skipped = [];
  const lines = highlight(source.replace(/\n$/, ""));
  lines.forEach((pieces, i) => {
    if (hidden.has(i + 1)) {
      skipped.push([pieces, i + 1]);
      return;
    }
    if (skipped.length) out.push(fold(skipped));
    skipped = [];
    out.push(row(pieces, i + 1, readOnly));
  });
  if (skipped.length) out.push(fold(skipped));
  $("lines").replaceChildren(...out);
}

function row(pieces, number, readOnly) {
  const line = element("div", "l");
  line.dataset.line = number;
  const gutter = element(readOnly ? "span" : "button", "no", String(number));
  if (!readOnly) {
    Object.assign(gutter, {type: "button", tabIndex: -1, title: text("faultLine", number), ariaLabel: text("faultLine", number)});
    gutter.addEventListener("click", () => onGutter(number));
  }
  const code = element("code");
  for (const [kind, piece] of pieces) code.append(kind ? element("span", kind, piece) : piece);
  line.append(gutter, code);
  rows.set(number, line);
  return line;
}

// The hidden lines between two that are shown: a button that shows them for good.
function fold(skipped) {
  const button = element("button", "fold", "⋯ " + count("hidden", skipped.length));
  button.type = "button";
  button.addEventListener("click", () => {
    for (const [, number] of skipped) hidden.delete(number);
    button.replaceWith(...skipped.map(([pieces, number]) => row(pieces, number, $("embed").dataset.readonly === "on")));
    remark();
  });
  return button;
}

let marks = {};

export function showMarks(next) {
  marks = next;
  remark();
}

function remark() {
  for (const line of marked) {
    line.className = "l";
    delete line.dataset.w;
    line.querySelector(".here")?.remove();
    line.querySelector(".bolt")?.remove();
    line.title = "";
  }
  marked = [];
  const at = number => {
    const line = rows.get(number);
    if (line) marked.push(line);
    return line;
  };
  for (const {line, state} of marks.lines ?? []) {
    const row = at(line);
    if (row) row.dataset.w = state;
  }
  for (const {line, on, chip} of marks.faults ?? []) {
    const row = at(line);
    if (!row) continue;
    const bolt = icon("bolt", on ? "ic fill bolt on" : "ic fill bolt");
    row.prepend(bolt);
    row.title = chip;
  }
  for (const {line, message} of marks.diagnostics ?? []) {
    const row = at(line);
    if (!row) continue;
    row.classList.add("wrong");
    here(row).append(element("span", "inlay", message));
  }
  for (const {line, label, state, title, task} of marks.badges ?? []) {
    const row = at(line);
    if (row) here(row).append(badge({text: label, st: state, title, task}));
  }
  at(marks.currentLine)?.classList.add("cur");
}

function here(row) {
  let end = row.querySelector(".here");
  if (!end) row.append(end = element("span", "here"));
  return end;
}

// Brings a line into sight without moving the page around it.
export function revealLine(number) {
  const row = rows.get(number), box = $("lines");
  if (!row?.isConnected || !box) return;
  const top = row.offsetTop, bottom = top + row.offsetHeight;
  if (top < box.scrollTop) box.scrollTop = top - 20;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight + 20;
}
