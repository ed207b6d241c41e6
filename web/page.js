// The page's own script, in one file.
import "./canvas.js";
import "./loader.js";
