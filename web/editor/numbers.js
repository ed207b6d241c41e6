// Numbers in the code that can be dragged: sideways with the pointer, or with the arrow keys.
import {Transaction} from "@codemirror/state";
import {isolateHistory} from "@codemirror/commands";
import {syntaxTree} from "@codemirror/language";
import {ViewPlugin, keymap} from "@codemirror/view";
import {draggableNumber} from "./highlight.js";

const pixelsPerStep = 8;
const pixelsBeforeDrag = 3;
const stepFactorWithShift = 10;

// User event of the transaction that puts the original number back just before the final one is set: nobody need hear of it.
export const revertOfDrag = "drag.revert";

// The draggable number that touches a position: {from, to, text}, or null.
function numberAt(state, pos) {
  for (const side of [1, -1]) {
    const node = syntaxTree(state).resolveInner(pos, side);
    if (node.name !== "Number") continue;
    const text = state.sliceDoc(node.from, node.to);
    if (draggableNumber.test(text)) return {from: node.from, to: node.to, text};
  }
  return null;
}

// Bounds that a `#@param {…, min:1, max:8}` comment on the same line gives. Without one a number stays at or above zero:
// a minus sign before it is an operator of its own.
function bounds(state, pos) {
  const line = state.doc.lineAt(pos).text;
  const param = /#\s*@param\s*\{([^}]*)\}/.exec(line);
  const bound = (name, otherwise) => {
    const found = param && new RegExp(`\\b${name}\\s*:\\s*(\\d+(?:\\.\\d+)?)`).exec(param[1]);
    return found ? Number(found[1]) : otherwise;
  };
  return {min: bound("min", 0), max: bound("max", Number.MAX_SAFE_INTEGER)};
}

// Moves a literal by so many units of its last digit and writes it with as many decimals as it had.
function stepped(text, steps, {min, max}) {
  const decimals = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
  const value = Number(text) + steps * 10 ** -decimals;
  return Math.min(Math.max(value, min), max).toFixed(decimals);
}

function describe(state, from, text, phase) {
  const line = state.doc.lineAt(from);
  return {line: line.number, from: from - line.from, to: from - line.from + text.length, text, phase};
}

// One drag of one number. The moves stay out of the undo history; the end puts a single step there.
class Drag {
  constructor(view, number, x, report) {
    this.view = view;
    this.from = number.from;
    this.original = number.text;
    this.text = number.text;
    this.startX = x;
    this.report = report;
    this.limits = bounds(view.state, number.from);
    this.moved = false;
  }

  replace(text, userEvent, annotations) {
    this.view.dispatch({
      changes: {from: this.from, to: this.from + this.text.length, insert: text},
      annotations,
      userEvent,
    });
    this.text = text;
  }

  move(x, large) {
    const pixels = x - this.startX;
    if (!this.moved && Math.abs(pixels) < pixelsBeforeDrag) return;
    this.moved = true;
    const steps = Math.round(pixels / pixelsPerStep) * (large ? stepFactorWithShift : 1);
    const text = stepped(this.original, steps, this.limits);
    if (text === this.text) return;
    this.replace(text, "drag.number", Transaction.addToHistory.of(false));
    this.report(describe(this.view.state, this.from, text, "move"));
  }

  end() {
    const final = this.text;
    if (final !== this.original) {
      this.replace(this.original, revertOfDrag, Transaction.addToHistory.of(false));
      this.replace(final, "input.number", isolateHistory.of("full"));
    }
    if (this.moved) this.report(describe(this.view.state, this.from, final, "end"));
  }
}

function step(view, number, steps, report) {
  const text = stepped(number.text, steps, bounds(view.state, number.from));
  if (text !== number.text) {
    view.dispatch({changes: {from: number.from, to: number.to, insert: text}, userEvent: "input.type.number"});
    report(describe(view.state, number.from, text, "end"));
  }
  return true;
}

// report gets {line, from, to, text, phase}: columns count from 0, phase is "move" or "end".
export function draggableNumbers(report) {
  const plugin = ViewPlugin.fromClass(class {
    constructor(view) {
      this.view = view;
      this.drag = null;
      this.hovered = null;
      this.onKey = event => this.key(event);
      document.addEventListener("keydown", this.onKey);
    }

    destroy() {
      document.removeEventListener("keydown", this.onKey);
    }

    numberUnder(event) {
      const span = event.target instanceof Element ? event.target.closest(".tok-n") : null;
      return span ? numberAt(this.view.state, this.view.posAtDOM(span)) : null;
    }

    // With the pointer over a number and the focus elsewhere, the arrow keys belong to that number.
    key(event) {
      if (this.view.hasFocus || !this.hovered || this.view.state.readOnly) return;
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
      const number = numberAt(this.view.state, this.hovered.from);
      if (!number) return;
      event.preventDefault();
      event.stopPropagation();
      step(this.view, number, (event.key === "ArrowUp" ? 1 : -1) * (event.shiftKey ? stepFactorWithShift : 1), report);
    }
  }, {
    eventHandlers: {
      pointerdown(event, view) {
        if (event.button !== 0 || view.state.readOnly || event.ctrlKey || event.metaKey) return;
        const number = this.numberUnder(event);
        if (!number) return;
        this.drag = new Drag(view, number, event.clientX, report);
        // A quick hand is outside of the editor with its first move.
        view.contentDOM.setPointerCapture(event.pointerId);
      },
      pointermove(event, view) {
        if (!this.drag) {
          this.hovered = this.numberUnder(event);
          return;
        }
        if (event.buttons === 0) {
          endDrag(this, view);
          return;
        }
        this.drag.move(event.clientX, event.shiftKey);
        view.dom.classList.toggle("cm-dragging-number", this.drag.moved);
      },
      pointerup(event, view) {
        endDrag(this, view);
      },
      pointercancel(event, view) {
        endDrag(this, view);
      },
      pointerleave() {
        if (!this.drag) this.hovered = null;
      },
      // A press on a number must not start a text selection while it may become a drag.
      mousedown(event) {
        return Boolean(this.drag) && event.detail < 2 && selectNothing(event);
      },
    },
  });

  const byKey = steps => view => {
    const {main} = view.state.selection;
    const number = main.empty && !view.state.readOnly ? numberAt(view.state, main.head) : null;
    return number ? step(view, number, steps, report) : false;
  };
  return [
    plugin,
    keymap.of([
      {key: "Alt-ArrowUp", run: byKey(1), shift: byKey(stepFactorWithShift)},
      {key: "Alt-ArrowDown", run: byKey(-1), shift: byKey(-stepFactorWithShift)},
    ]),
  ];
}

function endDrag(plugin, view) {
  const drag = plugin.drag;
  if (!drag) return;
  plugin.drag = null;
  view.dom.classList.remove("cm-dragging-number");
  if (drag.moved) {
    drag.end();
    return;
  }
  view.focus();
  view.dispatch({selection: {anchor: drag.from + drag.text.length}});
}

function selectNothing(event) {
  event.preventDefault();
  return true;
}
