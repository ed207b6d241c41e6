// What the frame's scripts share: its elements by ID, icons, badges.
import {drawing, element} from "../dom.js";

export {element};

export const $ = id => document.getElementById(id);

export const icon = (name, className = "ic") => drawing(className, "use", {href: "#i-" + name});

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
