// What a run shows in the code: where each task stands, the current line, faults, errors. The app sends all of it as one
// JSON string; see CodeEditor.setMarks. Marks move with the text until the next ones come.
import {RangeSet, StateEffect, StateField} from "@codemirror/state";
import {Decoration, EditorView, GutterMarker, WidgetType, gutter, gutterLineClass} from "@codemirror/view";
import {drawing, element} from "../dom.js";

const setMarksEffect = StateEffect.define();

const boltPath = "M9 1.8 3.8 9H8l-1 5.2L12.2 7H8z";
const knownStates = new Set(["run", "sleep", "net", "get", "put", "join", "wait", "future", "lock", "thread", "raised", "cancelled", "done", "ready"]);

// State names become attribute values that the style sheet selects by; anything unknown falls back to the neutral look.
const stateName = state => knownStates.has(state) ? state : "ready";

export function bolt() {
  const svg = drawing("ic fill", "path", {d: boltPath});
  svg.setAttribute("viewBox", "0 0 16 16");
  return svg;
}

// The right end of a line: the fault's chip, the error's text and the badges of the tasks that stand there.
class LineEnd extends WidgetType {
  constructor(parts) {
    super();
    this.parts = parts;
    this.key = JSON.stringify(parts);
  }

  eq(other) { return other.key === this.key; }
  ignoreEvent() { return true; }

  toDOM() {
    const root = element("span", "cm-line-end");
    const {chip, message, badges} = this.parts;
    if (chip) root.append(element("span", "inlay", chip));
    if (message) root.append(element("span", "inlay diagnostic", message));
    if (badges.length) {
      const here = element("span", "here"), tiles = element("span", "");
      for (const badge of badges) {
        const tile = element("span", badge.lit ? "tb lit" : "tb", String(badge.label ?? ""));
        tile.dataset.task = String(badge.task ?? "");
        tile.dataset.st = stateName(badge.state);
        if (badge.title) tile.title = badge.title;
        tiles.append(tile);
      }
      here.append(tiles);
      root.append(here);
    }
    return root;
  }
}

class FaultMarker extends GutterMarker {
  constructor(on) {
    super();
    this.on = on;
    this.elementClass = on ? "cm-fault on" : "cm-fault";
  }

  eq(other) { return other.on === this.on; }
  toDOM() { return bolt(); }
}

// The current line is marked in its gutters too.
const currentLineMarker = new class extends GutterMarker {
  elementClass = "cm-current";
}();

const emptyMarks = {decorations: Decoration.none, faults: new Map(), gutterClasses: RangeSet.empty};

const isLine = (doc, number) => Number.isInteger(number) && number >= 1 && number <= doc.lines;

// Gathers the flat lists of the message by line, so that each line gets one decoration and one widget.
function byLine(doc, marks) {
  const lines = new Map();
  const at = number => {
    if (!isLine(doc, number)) return null;
    if (!lines.has(number)) lines.set(number, {classes: [], tint: "", chip: "", message: "", badges: []});
    return lines.get(number);
  };
  for (const {line, state} of marks.lines ?? []) {
    const entry = at(line);
    if (entry) entry.tint = stateName(state);
  }
  for (const badge of marks.badges ?? []) {
    at(badge.line)?.badges.push({...badge, lit: badge.task === marks.lit?.task && badge.task !== undefined});
  }
  for (const {line, chip, on} of marks.faults ?? []) {
    const entry = at(line);
    if (entry && chip && on) entry.chip = String(chip);
  }
  for (const {line, message} of marks.diagnostics ?? []) {
    const entry = at(line);
    if (entry) {
      entry.message = String(message);
      entry.classes.push("cm-has-error");
    }
  }
  at(marks.currentLine)?.classes.push("cm-current");
  at(marks.lit?.line)?.classes.push("cm-lit");
  return lines;
}

// Offsets of a diagnostic; columns count from 1 in code points, as Python's do. An empty range takes one character.
function diagnosticRange(doc, {line, col = 1, endLine, endCol}) {
  if (!isLine(doc, line)) return null;
  const offset = (number, column) => {
    const text = doc.line(Math.min(Math.max(number, 1), doc.lines));
    return text.from + Array.from(text.text).slice(0, Math.max(column - 1, 0)).join("").length;
  };
  let from = offset(line, col);
  let to = endLine ? offset(endLine, endCol ?? 1) : from;
  if (to <= from) {
    to = Math.min(from + 1, doc.line(line).to);
    from = Math.max(doc.line(line).from, Math.min(from, to - 1));
  }
  return to > from ? {from, to} : null;
}

function build(doc, marks) {
  const ranges = [];
  for (const [number, entry] of byLine(doc, marks)) {
    const line = doc.line(number);
    const attributes = entry.tint ? {"data-w": entry.tint} : {};
    if (entry.classes.length || entry.tint) {
      ranges.push(Decoration.line({class: entry.classes.join(" "), attributes}).range(line.from));
    }
    if (entry.chip || entry.message || entry.badges.length) {
      ranges.push(Decoration.widget({widget: new LineEnd(entry), side: 1}).range(line.to));
    }
  }
  for (const diagnostic of marks.diagnostics ?? []) {
    const range = diagnosticRange(doc, diagnostic);
    if (range) ranges.push(Decoration.mark({class: "cm-error", attributes: {title: String(diagnostic.message)}}).range(range.from, range.to));
  }
  const faults = new Map();
  for (const {line, on} of marks.faults ?? []) {
    if (isLine(doc, line)) faults.set(doc.line(line).from, Boolean(on));
  }
  const current = marks.currentLine;
  const gutterClasses = isLine(doc, current)
    ? RangeSet.of(currentLineMarker.range(doc.line(current).from)) : RangeSet.empty;
  return {decorations: Decoration.set(ranges, true), faults, gutterClasses};
}

const marksField = StateField.define({
  create: () => emptyMarks,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarksEffect)) return build(transaction.newDoc, effect.value);
    }
    if (!transaction.docChanged) return value;
    const faults = new Map();
    for (const [from, on] of value.faults) {
      faults.set(transaction.newDoc.lineAt(transaction.changes.mapPos(from, 1)).from, on);
    }
    return {
      decorations: value.decorations.map(transaction.changes),
      faults,
      gutterClasses: value.gutterClasses.map(transaction.changes),
    };
  },
  provide: field => [
    EditorView.decorations.from(field, value => value.decorations),
    gutterLineClass.from(field, value => value.gutterClasses),
  ],
});

// The gutter left of the line numbers: a click there puts a fault on the line. onClick gets the line, counting from 1.
export function faultGutter(onClick) {
  const on = new FaultMarker(true);
  const off = new FaultMarker(false);
  return gutter({
    class: "cm-faults",
    renderEmptyElements: true,
    lineMarker(view, block) {
      const state = view.state.field(marksField).faults.get(block.from);
      return state === undefined ? null : state ? on : off;
    },
    lineMarkerChange: update => update.startState.field(marksField) !== update.state.field(marksField),
    domEventHandlers: {
      mousedown(view, block, event) {
        if (event.button !== 0) return false;
        onClick(view.state.doc.lineAt(block.from).number);
        return true;
      },
    },
  });
}

export const marks = marksField;
export const marksEffect = value => setMarksEffect.of(value);
