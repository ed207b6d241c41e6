// Small helpers: nothing that comes from code, a link or a message reaches the document other than as text.
export const $ = id => document.getElementById(id);

export function element(tag, className = "", text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

export function icon(name, className = "ic") {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(ns, "use");
  use.setAttribute("href", "#i-" + name);
  svg.append(use);
  return svg;
}

export function setIcon(svg, name) {
  svg.querySelector("use").setAttribute("href", "#i-" + name);
}

// A task's tile.
export function badge({text, st, title = "", task = 0}) {
  const tile = element("span", "tb", text);
  tile.dataset.st = st;
  if (title) tile.title = title;
  if (task) tile.dataset.task = task;
  return tile;
}
