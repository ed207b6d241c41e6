// What is shown where the pointer is, and everywhere else that speaks of the same.

// Lights all elements that speak of one task, item or line; an empty selector puts the light out.
export const light = (() => {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const rows = ":is(tr, li, .lane, .hold)";
  return (selector) => sheet.replaceSync(selector
    ? selector + ":not(" + rows + ") { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: 4px; }" +
      rows + selector + " { background-color: var(--accent-t); }"
    : "");
})();

// A text beside the pointer, kept inside the window.
export function tip(x, y, text) {
  const el = document.getElementById("tip");
  if (!el) return;
  el.textContent = text;
  el.classList.toggle("on", text !== "");
  const left = Math.min(x + 12, innerWidth - el.offsetWidth - 8);
  el.style.transform = "translate(" + Math.max(8, left) + "px," + Math.max(8, y - el.offsetHeight - 12) + "px)";
}
