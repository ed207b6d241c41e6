// <code-diff lines="[[a, b, kind, text, fault], …]">: the difference between two programs, with the editor's colours. a and b
// are line numbers, 0 where a line is not; kind is 0 same, 1 added, 2 removed, 3 moved sideways.
import {pythonLanguage} from "@codemirror/lang-python";
import {highlightCode} from "@lezer/highlight";
import {element} from "../dom.js";
import {draggableNumber, tokenClasses} from "./highlight.js";
import {bolt} from "./marks.js";

const signs = ["", "+", "−", "→"];
const kinds = ["same", "added", "gone", "moved"];

// The lines of a text as arrays of coloured spans.
function coloured(text) {
  const lines = [[]];
  highlightCode(text, pythonLanguage.parser.parse(text), tokenClasses, (code, classes) => {
    const extra = code === "await" ? " tok-aw" : draggableNumber.test(code) && !classes ? " tok-n" : "";
    lines.at(-1).push(classes || extra ? element("span", classes + extra, code) : document.createTextNode(code));
  }, () => lines.push([]));
  return lines;
}

class CodeDiff extends HTMLElement {
  static observedAttributes = ["lines"];

  attributeChangedCallback(name, before, value) {
    if (before === value) return;
    const rows = JSON.parse(value);
    const side = at => coloured(rows.filter(row => row[at]).map(row => row[3]).join("\n"));
    const inA = side(0), inB = side(1);
    this.replaceChildren(...rows.map(([a, b, kind, , fault]) => {
      const row = element("div", "dl " + kinds[kind]);
      const gutter = element("span", "fl");
      if (fault) gutter.append(bolt());
      const code = element("code");
      // Moved and removed lines may differ between the two texts in more than their colours: each is shown from its own.
      code.append(...((b ? inB[b - 1] : inA[a - 1]) ?? []));
      row.append(gutter, element("span", "no", a || ""), element("span", "no", b || ""), element("span", "pm", signs[kind]), code);
      return row;
    }));
  }
}

customElements.define("code-diff", CodeDiff);
