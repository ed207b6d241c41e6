// Colours for Python: token classes, shared with the static code that index.html shows before the editor is there.
import {syntaxHighlighting, syntaxTree} from "@codemirror/language";
import {tagHighlighter, tags} from "@lezer/highlight";
import {Decoration, EditorView, ViewPlugin} from "@codemirror/view";
import {RangeSetBuilder} from "@codemirror/state";

export const tokenClasses = tagHighlighter([
  {tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword, tags.operatorKeyword, tags.modifier], class: "tok-k"},
  {tag: [tags.bool, tags.null, tags.self], class: "tok-k"},
  {tag: [tags.string, tags.special(tags.string), tags.escape], class: "tok-s"},
  {tag: [tags.lineComment, tags.comment], class: "tok-c"},
  {tag: tags.function(tags.definition(tags.variableName)), class: "tok-fn"},
  {tag: tags.definition(tags.className), class: "tok-fn"},
]);

const awaitMark = Decoration.mark({class: "tok-aw"});
const numberMark = Decoration.mark({class: "tok-n"});

// Only plain decimal literals can be dragged: no hex, exponent, underscore or imaginary ones.
export const draggableNumber = /^(?:\d+|\d+\.\d+)$/;

function decorate(view) {
  const builder = new RangeSetBuilder();
  for (const {from, to} of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from, to,
      enter(node) {
        if (node.name === "await") builder.add(node.from, node.to, awaitMark);
        else if (node.name === "Number" && draggableNumber.test(view.state.sliceDoc(node.from, node.to))) {
          builder.add(node.from, node.to, numberMark);
        }
      },
    });
  }
  return builder.finish();
}

// Underlines every `await` (the only places where a task can wait) and dots every number that can be dragged.
const waitsAndNumbers = ViewPlugin.fromClass(class {
  constructor(view) {
    this.decorations = decorate(view);
    this.tree = syntaxTree(view.state);
  }

  update(update) {
    const tree = syntaxTree(update.state);
    if (update.docChanged || update.viewportChanged || tree !== this.tree) {
      this.tree = tree;
      this.decorations = decorate(update.view);
    }
  }
}, {decorations: plugin => plugin.decorations});

export const highlighting = [syntaxHighlighting(tokenClasses), waitsAndNumbers, EditorView.contentAttributes.of({spellcheck: "false"})];
