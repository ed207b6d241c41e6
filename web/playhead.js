// What follows the clock on every frame.
import { width } from "./boxes.js";

const FLAG_MARGIN_PX = 6;

// Moves what follows the clock on every frame without touching anything else.
export function place(xPx, clock, miniFraction) {
  move("playhead", xPx + "px");
  move("veil", Math.max(0, xPx) + "px");
  move("mini-veil", miniFraction * 100 + "%");
  move("mini-ph", miniFraction * 100 + "%");
  for (const id of ["flag", "clock"]) {
    const el = document.getElementById(id);
    if (el && el.textContent !== clock) el.textContent = clock;
  }
  // The time at the playhead's top stays within the plot and its margin. The font is monospaced, so nothing is measured.
  const flag = document.getElementById("flag");
  if (flag) {
    const outside = xPx + Math.max(23, 6 + 3.6 * clock.length) - width("plot") - FLAG_MARGIN_PX;
    flag.style.translate = `calc(-50% - ${Math.max(0, outside)}px)`;
  }
}

function move(id, x) {
  const element = document.getElementById(id);
  if (element) element.style.transform = "translateX(" + x + ")";
}
