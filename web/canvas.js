// Draws a batch of shapes that Go has laid out: one call per picture instead of one per
// shape, because each call from WebAssembly into the page costs more than the shape.
// A record is eight floats: op, style, x, y, w, h, p, q (see app/model/drawlist.go).
(() => {
  const STRIDE = 8;
  const OP = { FILL: 0, TINT: 1, TEXT: 2, CAP: 3, LINE: 4, CLIP: 5, RING: 6, LABEL: 7, FADE: 8, DOT: 9, ARROW: 10 };
  const STYLES = ["ink", "ink2", "ink3", "rule", "rule2", "accent", "run", "sleep", "get", "join", "wait", "lock",
    "raised", "cancelled", "done", "ready", "thread", "bg"];
  const FONTS = ["11px MONO", "600 11px MONO", "600 11.5px SANS", "10.5px MONO", "700 12.5px MONO", "11px SANS", "700 15px MONO"];
  const ALIGN = ["left", "center", "right"];
  let palette = null;
  let tiles = new Map();

  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", () => window.dispatchEvent(new Event("look-change")));
  const paletteKey = () => document.documentElement.dataset.theme + dark.matches + devicePixelRatio;

  function colours() {
    const key = paletteKey();
    if (palette && palette.key === key) return palette;
    // A custom property may hold light-dark(): an element that has it as its colour tells which of the two is meant.
    const probe = document.documentElement.appendChild(document.createElement("i"));
    const css = getComputedStyle(probe);
    const colour = (value) => { probe.style.color = value; return css.color; };
    const font = (name) => css.getPropertyValue(name).trim();
    palette = { key, strong: [], tint: [], mono: font("--mono"), sans: font("--sans") };
    for (const name of STYLES) {
      palette.strong.push(colour("var(--" + name + ")"));
      palette.tint.push(colour("var(--" + name + "-t, var(--bg2))"));
    }
    probe.remove();
    palette.fonts = FONTS.map((f) => f.replace("MONO", palette.mono).replace("SANS", palette.sans));
    tiles = new Map();
    return palette;
  }

  // Patterns: 1 dots, 2 upright stripes, 3 level stripes, 4 cross-hatch, 5 hatch at 45 degrees, 6 rings, 7 dashes.
  const TILE = [0, 6, 5, 5, 7, 8, 8, 8];
  const TILE_ALPHA = [0, 0.5, 0.24, 0.32, 0.3, 0.62, 0.5, 0.5];

  function tile(ctx, kind, style, ratio) {
    const key = kind * 64 + style;
    if (tiles.has(key)) return tiles.get(key);
    const size = TILE[kind];
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = Math.max(1, Math.round(size * ratio));
    const g = canvas.getContext("2d");
    g.scale(canvas.width / size, canvas.height / size);
    g.strokeStyle = g.fillStyle = colours().strong[style];
    g.globalAlpha = TILE_ALPHA[kind];
    g.lineWidth = 1;
    g.beginPath();
    if (kind === 1) {
      g.arc(size / 2, size / 2, 1.05, 0, 7);
      g.fill();
    } else {
      if (kind === 6) g.arc(size / 2, size / 2, 2.1, 0, 7);
      if (kind === 7) { g.moveTo(0, 2.5); g.lineTo(4, 2.5); g.moveTo(4, 6.5); g.lineTo(8, 6.5); }
      if (kind === 2) { g.moveTo(0.5, 0); g.lineTo(0.5, size); }
      if (kind === 3) { g.moveTo(0, 0.5); g.lineTo(size, 0.5); }
      if (kind === 4 || kind === 5) {
        if (kind === 5) g.lineWidth = 1.15;
        for (const d of [-size, 0, size]) { g.moveTo(d - 1, size + 1); g.lineTo(d + size + 1, -1); }
      }
      if (kind === 4) for (const d of [-size, 0, size]) { g.moveTo(d - 1, -1); g.lineTo(d + size + 1, size + 1); }
      g.stroke();
    }
    const made = { pattern: ctx.createPattern(canvas, "repeat"), scale: size / canvas.width };
    tiles.set(key, made);
    return made;
  }

  function tint(ctx, c, style, x, y, w, h, kind, ratio) {
    ctx.fillStyle = c.tint[style];
    ctx.fillRect(x, y, w, h);
    hatch(ctx, style, x, y, w, h, kind, ratio);
  }

  function hatch(ctx, style, x, y, w, h, kind, ratio) {
    if (!kind) return;
    const t = tile(ctx, kind, style, ratio);
    if (t.y !== y) {
      t.y = y;
      t.pattern.setTransform(new DOMMatrix([t.scale, 0, 0, t.scale, 0, y]));
    }
    ctx.fillStyle = t.pattern;
    ctx.fillRect(x, y, w, h);
  }

  function cap(ctx, c, style, x, y, size, kind) {
    const r = size / 2;
    ctx.fillStyle = c.strong[style];
    ctx.strokeStyle = c.strong[17];
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    if (kind === 1) ctx.roundRect(x - r, y - r, size, size, 3.5);
    else ctx.arc(x, y, r, 0, 7);
    ctx.fill();
    ctx.stroke();
    ctx.lineWidth = 1.9;
    ctx.lineCap = "round";
    ctx.beginPath();
    const u = size / 17;
    if (kind === 0) { ctx.moveTo(x - 3.6 * u, y + 0.2 * u); ctx.lineTo(x - 1 * u, y + 2.9 * u); ctx.lineTo(x + 3.8 * u, y - 2.8 * u); }
    if (kind === 1) { ctx.moveTo(x - 3 * u, y - 3 * u); ctx.lineTo(x + 3 * u, y + 3 * u); ctx.moveTo(x + 3 * u, y - 3 * u); ctx.lineTo(x - 3 * u, y + 3 * u); }
    if (kind === 2) { ctx.arc(x, y, 3.9 * u, 0, 7); ctx.moveTo(x - 2.7 * u, y + 2.7 * u); ctx.lineTo(x + 2.7 * u, y - 2.7 * u); ctx.lineWidth = 1.5; }
    ctx.stroke();
    ctx.lineCap = "butt";
  }

  function text(ctx, c, style, x, y, w, value, q) {
    ctx.font = c.fonts[q % 16];
    ctx.textAlign = ALIGN[Math.floor(q / 16)];
    ctx.textBaseline = "middle";
    ctx.fillStyle = c.strong[style];
    if (w > 0 && ctx.measureText(value).width > w) return;
    ctx.fillText(value, x, y + 0.5);
  }

  // Text on a plate of the page's own colour, so that it reads on a hatch.
  function label(ctx, c, style, x, y, w, value, q) {
    ctx.font = c.fonts[q % 16];
    const width = ctx.measureText(value).width;
    if (w > 0 && width + 8 > w) return;
    ctx.fillStyle = c.strong[17];
    ctx.fillRect(x, y - 8, width + 8, 16);
    text(ctx, c, style, x + 4, y, 0, value, q % 16);
  }

  // Like tint, but taken away again towards the right.
  function fade(ctx, c, style, x, y, w, h, kind, ratio) {
    tint(ctx, c, style, x, y, w, h, kind, ratio);
    const g = ctx.createLinearGradient(x, 0, x + w, 0);
    g.addColorStop(0, "rgb(0 0 0 / 0%)");
    g.addColorStop(0.85, "rgb(0 0 0 / 100%)");
    ctx.globalCompositeOperation = "destination-out";
    ctx.fillStyle = g;
    ctx.fillRect(x, y - 1, w, h + 2);
    ctx.globalCompositeOperation = "source-over";
  }

  // Inner sizes of boxes. An observer keeps them: asking an element in the middle of an update would have the browser lay
  // the page out there and then. When one changes later on, the window hears "box-resize".
  const boxes = new Map();
  const sizes = new ResizeObserver((entries) => {
    let changed = false;
    for (const { target } of entries) {
      const box = boxes.get(target.id);
      if (!box || box.element !== target) continue;
      changed ||= box.width !== target.clientWidth || box.height !== target.clientHeight;
      box.width = target.clientWidth;
      box.height = target.clientHeight;
    }
    if (changed) window.dispatchEvent(new Event("box-resize"));
  });

  function boxOf(id) {
    const element = document.getElementById(id);
    if (!element) return { width: 0, height: 0 };
    let box = boxes.get(id);
    if (!box || box.element !== element) {
      if (box) sizes.unobserve(box.element);
      box = { element, width: element.clientWidth, height: element.clientHeight };
      boxes.set(id, box);
      sizes.observe(element);
    }
    return box;
  }

  const width = (id) => boxOf(id).width;
  const height = (id) => boxOf(id).height;

  // w and h are the canvas's size in CSS pixels, as the layout in Go has it.
  function draw(id, w, h, bytes, records, joined) {
    const canvas = document.getElementById(id);
    if (!canvas) return;
    const ratio = Math.min(devicePixelRatio || 1, 3);
    const pw = Math.round(w * ratio), ph = Math.round(h * ratio);
    if (canvas.width !== pw || canvas.height !== ph) { canvas.width = pw; canvas.height = ph; }
    const ctx = canvas.getContext("2d");
    const c = colours();
    const f = new Float32Array(bytes.buffer, bytes.byteOffset, records * STRIDE);
    const strings = joined.split("\u0000");
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.clearRect(0, 0, w, h);
    ctx.save();
    for (let i = 0, end = records * STRIDE; i < end; i += STRIDE) {
      const style = f[i + 1], x = f[i + 2], y = f[i + 3], bw = f[i + 4], bh = f[i + 5], p = f[i + 6], q = f[i + 7];
      switch (f[i]) {
        case OP.FILL:
          ctx.globalAlpha = p;
          ctx.fillStyle = c.strong[style];
          ctx.fillRect(x, y, bw, bh);
          ctx.globalAlpha = 1;
          break;
        case OP.TINT:
          if (q) hatch(ctx, style, x, y, bw, bh, p, ratio);
          else tint(ctx, c, style, x, y, bw, bh, p, ratio);
          break;
        case OP.TEXT: text(ctx, c, style, x, y, bw, strings[p], q); break;
        case OP.CAP: cap(ctx, c, style, x, y, bw, p); break;
        case OP.LINE:
          ctx.strokeStyle = c.strong[style];
          ctx.lineWidth = p;
          ctx.setLineDash(q ? [q, q * 0.75] : []);
          ctx.beginPath();
          ctx.moveTo(x, y);
          ctx.lineTo(x + bw, y + bh);
          ctx.stroke();
          ctx.setLineDash([]);
          break;
        case OP.CLIP:
          ctx.restore();
          ctx.save();
          if (bw > 0) { ctx.beginPath(); ctx.rect(x, y, bw, bh); ctx.clip(); }
          break;
        case OP.ARROW: {
          const a = Math.atan2(bh, bw), tx = x + bw, ty = y + bh;
          ctx.strokeStyle = ctx.fillStyle = c.strong[style];
          ctx.lineWidth = p;
          ctx.beginPath();
          ctx.moveTo(x, y);
          ctx.lineTo(tx - 4 * Math.cos(a), ty - 4 * Math.sin(a));
          ctx.stroke();
          ctx.beginPath();
          ctx.moveTo(tx, ty);
          for (const side of [2.7, -2.7]) ctx.lineTo(tx + 7 * Math.cos(a + side), ty + 7 * Math.sin(a + side));
          ctx.fill();
          break;
        }
        case OP.RING:
          ctx.strokeStyle = c.strong[style];
          ctx.lineWidth = 2;
          ctx.beginPath();
          ctx.roundRect(x, y, bw, bh, 4);
          ctx.stroke();
          break;
        case OP.LABEL: label(ctx, c, style, x, y, bw, strings[p], q); break;
        case OP.FADE: fade(ctx, c, style, x, y, bw, bh, p, ratio); break;
        case OP.DOT:
          ctx.fillStyle = c.strong[style];
          ctx.strokeStyle = c.strong[17];
          ctx.lineWidth = 1.5;
          ctx.beginPath();
          ctx.arc(x, y, bw, 0, 7);
          ctx.fill();
          ctx.stroke();
          break;
      }
    }
    ctx.restore();
  }

  const FLAG_MARGIN_PX = 6;

  // Moves what follows the clock on every frame without touching anything else.
  function place(xPx, clock, miniFraction) {
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

  // Lights all elements that speak of one task, item or line; an empty selector puts the light out.
  const light = (() => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const rows = ":is(tr, li, .lane, .hold)";
    return (selector) => sheet.replaceSync(selector
      ? selector + ":not(" + rows + ") { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: 4px; }" +
        rows + selector + " { background-color: var(--accent-t); }"
      : "");
  })();

  // Keeps the current row of a list in the middle of its box, without moving the page.
  function follow(id) {
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
  function focusOverlay(open) {
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
  function nextTab(event) {
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
  function showTab(id) {
    const tab = document.getElementById(id);
    if (!tab) return;
    const page = document.scrollingElement, top = page.scrollTop;
    tab.parentElement.scrollIntoView({ block: "nearest", inline: "nearest" });
    page.scrollTop = top;
  }

  // In a list of moments the arrow keys go from row to row, Enter goes to the row's moment. Says whether the key was for it.
  function listKey(event) {
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
  function settle() {
    for (const el of document.querySelectorAll("input[data-value]")) {
      if (el.value !== el.dataset.value && (el !== document.activeElement || el.type === "range")) el.value = el.dataset.value;
    }
  }

  // A text beside the pointer, kept inside the window.
  function tip(x, y, text) {
    const el = document.getElementById("tip");
    if (!el) return;
    el.textContent = text;
    el.classList.toggle("on", text !== "");
    const left = Math.min(x + 12, innerWidth - el.offsetWidth - 8);
    el.style.transform = "translate(" + Math.max(8, left) + "px," + Math.max(8, y - el.offsetHeight - 12) + "px)";
  }

  // Sound cues: short tones, made on the spot. Off unless asked for.
  let audio = null;
  const tones = { click: [1250, 0.025, 0.03], done: [880, 0.14, 0.05], raised: [165, 0.26, 0.09] };
  function cue(kind) {
    audio ||= new AudioContext();
    const [hertz, seconds, volume] = tones[kind] || tones.click;
    const tone = audio.createOscillator(), gain = audio.createGain();
    tone.frequency.value = hertz;
    tone.type = kind === "raised" ? "sawtooth" : "sine";
    gain.gain.setValueAtTime(volume, audio.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + seconds);
    tone.connect(gain).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + seconds);
  }

  globalThis.asyncplayCanvas = { cue, width, height, draw, place, light, follow, focusOverlay, nextTab, showTab, listKey, settle, tip };
})();
