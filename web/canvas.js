// Draws a batch of shapes that Go has laid out: one call per picture instead of one per
// shape, because each call from WebAssembly into the page costs more than the shape.
// A record is eight floats: op, style, x, y, w, h, p, q (see app/model/drawlist.go).

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

// w and h are the canvas's size in CSS pixels, as the layout in Go has it.
export function draw(id, w, h, bytes, records, joined) {
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
