// The code editor, loaded when somebody wants to edit and not before. Until it is there the static code stays.
import {$} from "./dom.js";

const address = document.currentScript.dataset.editor;
const typingMilliseconds = 350;

let loading = null;

function load() {
  return loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}

export function openEditor(source, line, {changed, run, dragged, gutter}) {
  let view = null;
  let marks = "{}";
  let timer = 0;
  const sent = []; // what the engine was told: it tells it back, when more may have been typed
  const tell = (act, next) => {
    if (sent.push(next) > 20) sent.shift();
    act(next);
  };
  load().then(() => {
    const top = $("lines").scrollTop;
    view = document.createElement("code-editor");
    view.setAttribute("label", $("lines").getAttribute("aria-label"));
    view.setAttribute("value", source);
    view.id = "code";
    $("lines").replaceWith(view);
    $("edit").hidden = true;
    view.setMarks(marks);
    view.addEventListener("code-change", event => {
      clearTimeout(timer);
      if (event.detail.drag) {
        tell(dragged, event.detail.value);
        return;
      }
      tell(changed, event.detail.value);
      timer = setTimeout(() => tell(run, event.detail.value), typingMilliseconds);
    });
    view.addEventListener("run-request", () => {
      clearTimeout(timer);
      tell(run, view.value);
    });
    view.addEventListener("gutter-click", event => gutter(event.detail.line));
    view.querySelector(".cm-scroller").scrollTop = top;
    view.focusEditor();
    view.revealLine(line);
  }, () => {});
  return {
    // The engine has another program than what was typed.
    source(next) {
      if (view && next !== view.value && !sent.includes(next)) view.setCode(next, {keepUndo: true});
    },
    // What was typed last is not wanted any more.
    forget() {
      clearTimeout(timer);
      sent.length = 0;
    },
    marks(next) {
      marks = JSON.stringify(next);
      view?.setMarks(marks);
    },
  };
}
