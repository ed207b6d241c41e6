// What of the frame does not depend on a run: its words, its parts, its sizes.
import {$} from "./dom.js";
import {text} from "./words.js";

// What there is room for, in CSS pixels, as the engine lays out for it.
export function sizes() {
  return {
    plot: $("plot").clientWidth, room: $("side").clientHeight, mini: $("minimap").clientWidth, miniHeight: $("minimap").clientHeight,
  };
}

export function staticWords() {
  const label = (id, key) => {
    $(id).setAttribute("aria-label", text(key));
    $(id).title = text(key);
  };
  label("start", "toStart");
  label("back", "stepBack");
  label("forward", "stepForward");
  label("play", "play");
  label("edit", "edit");
  label("copy", "copy");
  $("stop").textContent = text("stop");
  $("playhead").setAttribute("aria-label", text("playhead"));
  $("transport").setAttribute("aria-label", text("playback"));
  $("timeline").setAttribute("aria-label", text("timeline"));
  $("console").setAttribute("aria-label", text("output"));
  $("lines").setAttribute("aria-label", text("code"));
  $("bigplay").lastElementChild.textContent = text("play");
  $("seconds").textContent = text("seconds");
  $("reset").textContent = text("reset");
  $("open").replaceChildren(text("open"));
  $("output").replaceChildren(text("output"));
}

export function wantedHeight() {
  const box = $("embed");
  return box.scrollHeight + Math.max(0, $("lines").scrollHeight - $("lines").clientHeight);
}

export function layOut(look) {
  const box = $("embed");
  box.dataset.view = ["code", "timeline", "both", "output"].includes(look.view) ? look.view : "both";
  box.dataset.readonly = look.readonly ? "on" : "off";
  $("title").textContent = look.title;
  document.title = (look.title || text("program")) + " · asyncplay";
  const controls = look.controls === "" ? null : new Set(look.controls.split(/[\s,;]+/));
  const off = (id, name) => {
    if (controls && !controls.has(name)) {
      $(id).dataset.off = "on";
      $(id).hidden = true;
    }
  };
  off("transport", "transport");
  off("caption-row", "caption");
  off("variants", "variants");
  off("knob", "knobs");
  off("knob-row", "knobs");
  if (box.dataset.view === "output") {
    $("timeline").hidden = true;
    $("console").hidden = false;
  }
  $("output").hidden = box.dataset.view !== "both" && box.dataset.view !== "timeline";
  $("edit").hidden = look.readonly || box.dataset.view === "timeline";
}

// Shows what the program prints in the place of the timeline.
export function showOutput(on) {
  if ($("console").hidden === !on) return;
  $("console").hidden = !on;
  $("timeline").hidden = on;
  $("output").setAttribute("aria-pressed", String(on));
}
