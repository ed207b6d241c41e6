// The page's own script, in one file.
import {draw} from "./canvas.js";
import {width, height} from "./boxes.js";
import {place} from "./playhead.js";
import {follow, focusOverlay, nextTab, showTab, listKey, settle} from "./controls.js";
import {light, tip} from "./pointer.js";
import {cue} from "./sound.js";
import "./matrix.js";
import "./link.js";
import "./files.js";
import "./loader.js";

globalThis.asyncplayStarted = true; // started.js looks

// What app/view calls.
globalThis.asyncplayCanvas = {cue, width, height, draw, place, light, follow, focusOverlay, nextTab, showTab, listKey, settle, tip};
