// <code-editor>: CodeMirror behind a small contract. Down come one JSON string per call and plain methods; up go custom
// events whose detail is plain data, all of them bubbling:
//
//   code-change  {value, drag}                    the text changed by hand; drag is true while a number is being dragged
//   run-request  {}                               Ctrl/Cmd-Enter
//   gutter-click {line}                           the fault gutter
//   number-drag  {line, from, to, text, phase}    columns from 0; phase is "move" or "end"
//   line-hover   {line} and line-leave {}
//   number-hover {line, x, y}                        a line number under the pointer; name-leave ends it
//   name-hover   {name, line, x, y} and name-leave {}   a variable under the pointer
//   badge-hover  {task}, badge-leave {}, badge-click {task}
//   editor-leave {}                               Esc: the focus has left the text
//
// Lines count from 1 everywhere.
import "./styles.js";
import "./diff.js";
import {defaultKeymap, history, historyKeymap, indentWithTab, toggleComment} from "@codemirror/commands";
import {pythonLanguage} from "@codemirror/lang-python";
import {bracketMatching, forceParsing, indentOnInput, indentUnit, syntaxTree} from "@codemirror/language";
import {Compartment, EditorState} from "@codemirror/state";
import {EditorView, drawSelection, keymap, lineNumbers} from "@codemirror/view";
import {highlighting} from "./highlight.js";
import {faultGutter, marks, marksEffect} from "./marks.js";
import {draggableNumbers, revertOfDrag} from "./numbers.js";

// How long a new text may hold up the page until what is seen of it has its colours.
const parseMilliseconds = 100;

// The one change between two texts that leaves their common start and end alone, so that the caret and the marks stay.
function smallestChange(before, after) {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return {from: start, to: before.length - end, insert: after.slice(start, after.length - end)};
}

class CodeEditor extends HTMLElement {
  static observedAttributes = ["value", "readonly", "label"];

  #view = null;
  #text = null;
  #readOnly = new Compartment();
  #label = new Compartment();
  #silent = false;
  #composing = false;
  #hoveredLine = 0;
  #hoveredName = -1; // where the variable under the pointer begins

  connectedCallback() {
    if (this.#view) return;
    const initial = this.#text ?? this.getAttribute("value") ?? this.querySelector("pre")?.textContent ?? "";
    this.replaceChildren();
    this.#view = new EditorView({state: this.#newState(initial), parent: this});
    this.#colour();
    this.#listen();
    this.dispatchEvent(new CustomEvent("editor-ready", {bubbles: true, detail: {}}));
  }

  disconnectedCallback() {
    if (!this.#view || this.isConnected) return;
    this.#text = this.value;
    this.#view.destroy();
    this.#view = null;
  }

  attributeChangedCallback(name, before, value) {
    if (before === value || !this.#view) return;
    if (name === "value") this.value = value ?? "";
    if (name === "readonly") this.setReadOnly(value !== null);
    if (name === "label") this.#view.dispatch({effects: this.#label.reconfigure(this.#labelAttributes())});
  }

  get value() {
    return this.#view ? this.#view.state.doc.toString() : this.#text ?? "";
  }

  set value(text) {
    if (text !== this.value) this.setCode(text);
  }

  // Replaces the text. options may be an object or its JSON: keepUndo keeps the undo history and makes this change part of
  // it; quick successive ones (a slider) join into one step, but for one that is to stand apart. marks, if given, come with the text in the same update.
  setCode(text, options = {}, marks = "") {
    const {keepUndo = false, apart = false} = typeof options === "string" ? JSON.parse(options) : options;
    if (!this.#view) {
      this.#text = text;
      return;
    }
    const effects = marks ? [marksEffect(JSON.parse(marks))] : [];
    this.#silent = true;
    try {
      if (!keepUndo) {
        this.#view.setState(this.#newState(text));
        this.#colour();
      }
      const change = smallestChange(this.value, text);
      const changes = change.from !== change.to || change.insert ? change : [];
      if (changes === change || marks) this.#view.dispatch({changes, effects, userEvent: apart ? "input.change" : "input.type.knob"});
    } finally {
      this.#silent = false;
    }
  }

  // Shows a run's state in the code. The JSON object may hold: currentLine; badges [{line, task, label, state, title}];
  // faults [{line, on, chip}]; lines [{line, state}]; diagnostics [{line, col, endLine, endCol, message}], columns from 1
  // in code points; lit {line} or {task}.
  setMarks(json) {
    this.#view?.dispatch({effects: marksEffect(JSON.parse(json))});
  }

  setReadOnly(on) {
    this.#view?.dispatch({effects: this.#readOnly.reconfigure(EditorState.readOnly.of(Boolean(on)))});
  }

  revealLine(number) {
    const view = this.#view;
    if (!view || number < 1 || number > view.state.doc.lines) return;
    view.dispatch({effects: EditorView.scrollIntoView(view.state.doc.line(number).from, {y: "nearest", yMargin: 40})});
  }

  focusEditor() {
    this.#view?.focus();
  }

  // A new text shows its colours at once, not when the parser finds time.
  #colour() {
    forceParsing(this.#view, this.#view.viewport.to, parseMilliseconds);
  }

  #emit(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, {bubbles: true, detail}));
  }

  #labelAttributes() {
    const label = this.getAttribute("label");
    return EditorView.contentAttributes.of({tabindex: "0", ...(label && {"aria-label": label})});
  }

  #newState(text) {
    const leave = view => {
      if (view.composing) return false;
      view.contentDOM.blur();
      this.#emit("editor-leave");
      return true;
    };
    const run = () => {
      this.#emit("run-request");
      return true;
    };
    return EditorState.create({
      doc: text,
      extensions: [
        marks,
        faultGutter(line => this.#emit("gutter-click", {line})),
        lineNumbers(),
        pythonLanguage,
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        indentOnInput(),
        bracketMatching(),
        history(),
        drawSelection(),
        highlighting,
        draggableNumbers(detail => this.#emit("number-drag", detail)),
        keymap.of([
          {key: "Mod-Enter", run, preventDefault: true},
          {key: "Mod-/", run: toggleComment},
          {key: "Escape", run: leave},
          indentWithTab,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        this.#readOnly.of(EditorState.readOnly.of(this.hasAttribute("readonly"))),
        this.#label.of(this.#labelAttributes()),
        EditorView.updateListener.of(update => this.#updated(update)),
      ],
    });
  }

  #updated(update) {
    if (!update.docChanged || this.#silent) return;
    if (update.view.composing) {
      this.#composing = true;
      return;
    }
    if (update.transactions.some(transaction => transaction.isUserEvent(revertOfDrag))) return;
    this.#changed(update.transactions.some(transaction => transaction.isUserEvent("drag")));
  }

  #changed(drag) {
    this.#composing = false;
    this.#emit("code-change", {value: this.value, drag});
  }

  #listen() {
    const content = this.#view.contentDOM;
    // Half-composed Japanese is no program yet: the change is told when the composition has ended.
    content.addEventListener("compositionend", () => setTimeout(() => this.#composing && this.#changed(false)));
    content.addEventListener("mousemove", event => this.#hover(event));
    content.addEventListener("mouseleave", event => {
      this.#hoverLine(0);
      this.#hoverName(event, null);
    });
    this.#view.dom.addEventListener("mouseover", event => this.#number(event));
    this.addEventListener("pointerover", event => this.#badge(event, "badge-hover"));
    this.addEventListener("pointerout", event => this.#badge(event, "badge-leave"));
    this.addEventListener("click", event => this.#badge(event, "badge-click"));
  }

  #hover(event) {
    const pos = this.#view.posAtCoords({x: event.clientX, y: event.clientY}, false);
    this.#hoverLine(this.#view.state.doc.lineAt(pos).number);
    this.#hoverName(event, this.#view.posAtCoords({x: event.clientX, y: event.clientY}));
  }

  // A posAtCoords that is exact answers null beside the text.
  #hoverName(event, pos) {
    const {state} = this.#view;
    const node = pos === null ? null : syntaxTree(state).resolveInner(pos, 1);
    const at = node?.name === "VariableName" ? node.from : -1;
    if (at === this.#hoveredName) return;
    this.#hoveredName = at;
    if (at < 0) this.#emit("name-leave");
    else this.#emit("name-hover", {name: state.sliceDoc(at, node.to), line: state.doc.lineAt(at).number, x: event.clientX, y: event.clientY});
  }

  // A line number under the pointer.
  #number(event) {
    const cell = event.target.closest(".cm-lineNumbers .cm-gutterElement");
    if (cell) this.#emit("number-hover", {line: Number(cell.textContent), x: event.clientX, y: event.clientY});
    else if (event.target.closest(".cm-gutters")) this.#emit("name-leave");
  }

  #hoverLine(line) {
    if (line === this.#hoveredLine) return;
    this.#hoveredLine = line;
    if (line) this.#emit("line-hover", {line});
    else this.#emit("line-leave");
  }

  #badge(event, type) {
    const tile = event.target instanceof Element ? event.target.closest(".tb[data-task]") : null;
    if (tile) this.#emit(type, {task: tile.dataset.task});
  }
}

customElements.define("code-editor", CodeEditor);
