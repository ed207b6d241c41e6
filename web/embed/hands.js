// Pointer and keys. Keys are taken only where one has put the focus; the wheel only with Ctrl, as for zooming a page.
import {running, send, sendNewest} from "./commands.js";
import {$, element} from "./dom.js";
import {showOutput, sizes} from "./look.js";
import {text} from "./words.js";

// Whether somebody has chosen between timeline and output.
export let outputChosen = false;

let lit = false;

// What is pointed at lights up everywhere.
function lighting() {
  const light = command => {
    if (!running() || !lit && command.do === "light" && !command.n) return;
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
  document.documentElement.addEventListener("pointerleave", () => light({do: "light", n: 0}));
}

// Where a pointer is in the plot, as commands have it.
function spot(event) {
  const {left, top} = $("plot").getBoundingClientRect();
  return {x: event.clientX - left, n: event.clientY - top};
}

// Copies the code. Frames are often refused the clipboard: then the code stands there selected, for a copy by hand.
async function copyCode(source) {
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

// acts are what the frame does: play() before there is an engine, edit(line), forget() what was typed, redraw(), source().
export function wire(acts) {
  for (const button of document.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => send({do: button.dataset.do, n: Number(button.dataset.n ?? 0)}));
  }
  $("play").addEventListener("click", () => {
    if (running()) send({do: "toggle"});
    else acts.play();
  });
  $("bigplay").addEventListener("click", () => {
    acts.play();
    $("play").focus();
  });
  $("reset").addEventListener("click", () => {
    acts.forget();
    send({do: "reset"});
  });
  $("output").addEventListener("click", () => {
    outputChosen = true;
    showOutput($("console").hidden);
  });
  const x = event => event.clientX - $("plot").getBoundingClientRect().left;
  dragging($("timeline"), (event, name = "") => running() && sendNewest({do: "point", name, ...spot(event)}));
  $("copy").addEventListener("click", () => copyCode(acts.source()));
  lighting();
  dragging($("minimap"), event => {
    const {left, width} = $("minimap").getBoundingClientRect();
    if (running()) sendNewest({do: "mini", x: (event.clientX - left) / width});
  });
  $("timeline").addEventListener("wheel", event => {
    if (!event.ctrlKey || !running()) return;
    event.preventDefault();
    sendNewest({do: "zoom", n: Math.exp(event.deltaY / 200), x: x(event) / $("plot").clientWidth});
  }, {passive: false});
  $("lanes").addEventListener("scroll", () => running() && sendNewest({do: "scroll", n: $("lanes").scrollTop}));
  $("playhead").addEventListener("keydown", keys);
  $("lines").addEventListener("click", event => {
    if (event.target.closest("code") && String(getSelection()) === "") acts.edit(Number(event.target.closest(".l").dataset.line));
  });
  $("lines").addEventListener("keydown", event => lineKeys(event, acts.edit));
  $("edit").addEventListener("click", () => acts.edit(1));
  addEventListener("look-change", acts.redraw);
  let size = "";
  new ResizeObserver(() => {
    const now = sizes();
    if (JSON.stringify(now) === size) return;
    size = JSON.stringify(now);
    if (running()) sendNewest({do: "size", data: now});
  }).observe($("side"));
}

// From the code, the arrows go along the numbers of its lines: each is a button that makes the line raise. E edits there.
function lineKeys(event, edit) {
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

// From the playhead.
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
