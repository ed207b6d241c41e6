// What the element shows until a frame takes its place, and what it reads from the page around: code and colours.

const css = `
:host { display: block; position: relative; overflow: visible; height: var(--async-playground-height, calc(420px + var(--async-playground-extra, 0px))); contain: layout style; }
:host([hidden]) { display: none; }
.box { --ink: #191c22; --dim: #5b626e; --rule: #d8dce3; --bg: #fff; --hand: #2f49c8; --on: #fff; --bad: #b0280c; --good: #08734a;
  box-sizing: border-box; display: flex; flex-direction: column; height: 100%; border: 1px solid var(--rule); border-radius: 6px; overflow: hidden;
  background: var(--bg); color: var(--ink); font: 400 13px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", sans-serif; }
.box[data-theme=dark] { --ink: #e9ebef; --dim: #9aa2af; --rule: #333945; --bg: #14161b; --hand: #9fb0ff; --on: #10131f; --bad: #ff9274; --good: #57cb92; }
header, footer { flex: none; display: flex; align-items: center; gap: 10px; padding: 0 12px; white-space: nowrap; overflow: hidden; }
header { height: 40px; border-bottom: 1px solid var(--rule); }
footer { height: 36px; border-top: 1px solid var(--rule); color: var(--dim); font-size: 12px; }
header span { color: var(--bad); font-weight: 600; }
header span[data-o=finished] { color: var(--good); }
footer span { flex: 1; overflow: hidden; text-overflow: ellipsis; }
a { color: var(--hand); text-decoration: none; }
a:hover { text-decoration: underline; }
.grid { flex: 1; min-height: 0; display: flex; position: relative; }
.code { flex: 1.2; min-width: 0; overflow: auto; }
.still { flex: 1; min-width: 0; overflow: hidden; display: flex; align-items: flex-start; padding: 8px; border-left: 1px solid var(--rule); }
.still:not([data-on]) { display: none; }
::slotted(img) { max-width: 100% !important; height: auto !important; }
button { position: absolute; right: 16px; bottom: 12px; display: flex; align-items: center; gap: 7px; height: 36px; padding: 0 18px 0 14px; border: 0; border-radius: 20px; background: var(--hand); color: var(--on); font: inherit; font-size: 14px; font-weight: 600; cursor: pointer; }
button[aria-busy=true] { background: var(--bg); color: var(--hand); box-shadow: inset 0 0 0 1px var(--hand); }
button::before { content: ""; border: 6px solid transparent; border-left: 10px solid; border-right: 0; }
:focus-visible { outline: 2px solid var(--hand); outline-offset: 2px; }
iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0; border-radius: 6px; color-scheme: normal; visibility: hidden; }
iframe.on { visibility: visible; }
iframe.on + .box { visibility: hidden; }
.bare .still, .bare header, .bare footer { display: none; }
@media (max-width: 640px) { :host(:not([view])), :host([view=both]) { --async-playground-extra: 140px; } .grid { flex-direction: column; } .still { border-left: 0; border-top: 1px solid var(--rule); } footer span { display: none; } footer { justify-content: flex-end; } }
@media print { :host { height: auto !important; } iframe, button, footer { display: none; } iframe.on + .box { visibility: visible; } .box { height: auto; } .code { overflow: visible; } }
`;

let sheet;
export function style() {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

// The text of a code block, whatever a site's highlighter has made of it: its line numbers and buttons are no code, and its
// line breaks may be elements.
export function codeOf(pre) {
  const code = (pre.querySelector("code") ?? pre).cloneNode(true);
  for (const extra of code.querySelectorAll("button, nav, .linenos, .lineno, .lnt, .ln, .hljs-ln-numbers, .copybtn, [data-line-number]:empty")) extra.remove();
  for (const line of code.querySelectorAll("br")) line.replaceWith("\n");
  const lines = code.textContent.replace(/^\n/, "").trimEnd().split("\n");
  const indent = Math.min(...lines.filter(line => line.trim()).map(line => /^ */.exec(line)[0].length));
  return lines.map(line => line.slice(Number.isFinite(indent) ? indent : 0)).join("\n") + "\n";
}

// The code blocks in an element: what a highlighter lays out in a table has a block of line numbers as well.
export function codeBlocks(element) {
  return [...element.querySelectorAll("pre")].filter(pre => !pre.closest(".linenos, .linenodiv, .gutter, .rouge-gutter") && codeOf(pre).trim());
}

// The code block right before an element, in a list. A site's generator may have put an element that stands alone into a
// paragraph of its own.
export function codeBefore(element) {
  let node = element;
  while (!node.previousElementSibling && node.parentElement?.matches("p, div, section") && !node.parentElement.textContent.trim()) node = node.parentElement;
  const near = node.previousElementSibling;
  if (!near) return [];
  return near.matches("pre") ? [near] : codeBlocks(near).slice(-1);
}

// Dark or light, as the page around an element is: what lies behind it tells, also on a page with a switch of its own.
export function themeAround(element) {
  for (let node = element; node; node = node.parentElement ?? node.getRootNode().host) {
    const colour = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(getComputedStyle(node).backgroundColor);
    if (!colour || colour[4] === "0") continue;
    const [, red, green, blue] = colour.map(Number);
    return red * 0.3 + green * 0.59 + blue * 0.11 < 128 ? "dark" : "light";
  }
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  if (scheme === "dark" || scheme === "light") return scheme;
  return scheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
