// Focus, rows of tabs, lists and inputs: what the browser knows of them and Go does not.

// Keeps the current row of a list in the middle of its box, without moving the page.
export function follow(id) {
  const box = document.getElementById(id);
  if (!box) return;
  let row = box.querySelector('[data-when="now"]');
  const next = row || box.querySelector('[data-when="future"]');
  if (!row) row = next ? next.previousElementSibling : box.querySelector('[data-when]:last-child');
  if (row) box.scrollTop = row.offsetTop - (box.clientHeight - row.offsetHeight) / 2;
  else if (next) box.scrollTop = 0;
  const focus = document.activeElement;
  if (row && row !== focus && box.contains(focus) && focus.matches("li[data-do]")) row.focus({ preventScroll: true });
}

// Moves the focus into what opened over the page, and back when it has closed.
let openedFrom = null;
export function focusOverlay(open) {
  if (!open) {
    if (openedFrom && openedFrom.isConnected) openedFrom.focus();
    openedFrom = null;
    return;
  }
  openedFrom = openedFrom || document.activeElement;
  const first = document.querySelector(".overlay :is(input, select), .change .pri") || document.querySelector(".overlay button");
  if (first) first.focus();
  if (first && first.select) first.select();
}

// Arrow keys go from tab to tab of the row that has the focus.
export function nextTab(event) {
  const row = event.target.closest("[role=tablist], .vtabs");
  const tabs = [...row.querySelectorAll("[role=tab]")].filter((t) => t.offsetParent);
  const at = tabs.indexOf(event.target.closest("[role=tab]"));
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
  const tab = tabs[(to + tabs.length) % tabs.length];
  if (!tab) return;
  event.preventDefault();
  tab.focus();
  tab.click();
}

// Brings a tab into sight, without moving the page. What stands at the row's end stays there over the tabs: scroll-padding.
export function showTab(id) {
  const tab = document.getElementById(id);
  if (!tab) return;
  const page = document.scrollingElement, top = page.scrollTop;
  tab.parentElement.scrollIntoView({ block: "nearest", inline: "nearest" });
  page.scrollTop = top;
}

// In a list of moments the arrow keys go from row to row, Enter goes to the row's moment. Says whether the key was for it.
export function listKey(event) {
  const rows = [...event.target.closest("#panel, .con").querySelectorAll("li[data-do]")];
  const at = rows.indexOf(event.target.closest("li[data-do]"));
  if (rows.length === 0 || at < 0 && event.key === "Enter") return false;
  event.preventDefault();
  if (event.key === "Enter") {
    rows[at].click();
    return true;
  }
  const to = at < 0 ? rows.findLastIndex((row) => row.dataset.when !== "future") : at + (event.key === "ArrowDown" ? 1 : -1);
  rows[Math.max(0, Math.min(to, rows.length - 1))].focus();
  return true;
}

// Gives inputs the value that the model holds: a slider that got its value before its bounds has bent it, and a
// text that was refused still stands there. What one is typing in is left alone.
export function settle() {
  for (const el of document.querySelectorAll("input[data-value]")) {
    if (el.value !== el.dataset.value && (el !== document.activeElement || el.type === "range")) el.value = el.dataset.value;
  }
}
