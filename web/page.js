// The page's own script, in one file.
import "./canvas.js";
import "./matrix.js";
import "./link.js";
import "./files.js";
import "./loader.js";

globalThis.asyncplayStarted = true; // started.js looks
