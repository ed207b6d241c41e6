// <run-matrix>: a grid of runs for each variant of a program, with the same rows and columns. Go calls show() with everything
// but the cells, add() with cells as they come, row by row through all variants, and choose() with the one that is looked at. A
// cell is a button with data-do="cell"; the arrow keys go from one to the next, also into the neighbouring grid.
(() => {
  const element = (name, className, text) => {
    const el = document.createElement(name);
    if (className) el.className = className;
    if (text) el.textContent = text;
    return el;
  };
  const withRole = (el, role) => {
    el.setAttribute("role", role);
    return el;
  };

  class RunMatrix extends HTMLElement {
    cells = [];
    filled = 0;
    chosen = -1;

    connectedCallback() {
      this.addEventListener("keydown", this);
      this.room = new ResizeObserver(() => this.arrange());
      this.room.observe(this);
    }

    disconnectedCallback() {
      this.room.disconnect();
    }

    // Puts as many grids into a line as have room; the first of each line has the rows' names beside it.
    arrange() {
      if (!this.frame) return;
      const {columns, variants} = this.frame, gap = 22, names = 92 + this.longest * 7.5;
      const width = Math.max(90, columns.length * 30);
      const stacked = innerWidth <= 700;
      const per = stacked ? 1 : Math.max(1, Math.min(variants.length, Math.floor((this.clientWidth - names) / (width + gap))));
      this.style.setProperty("--per", per);
      [...this.children].forEach((block, i) => { block.dataset.labels = i % per ? "off" : "on"; });
    }

    // Builds the grids anew when they are others than those that are there; returns how many cells have come.
    show(json, seq) {
      if (this.shown === json + seq) return this.filled;
      this.shown = json + seq;
      this.frame = JSON.parse(json);
      const {knob, columns, rows, variants} = this.frame;
      this.longest = Math.max(...rows.map(row => row[1].length), 8);
      this.style.setProperty("--code", this.longest);
      this.style.setProperty("--columns", columns.length);
      this.cells = new Array(rows.length * variants.length * columns.length);
      this.filled = 0;
      this.chosen = -1;
      this.replaceChildren(...variants.map((name, v) => this.grid(name, v, knob, columns, rows)));
      this.arrange();
      return 0;
    }

    grid(name, v, knob, columns, rows) {
      const grid = withRole(element("div", "mgrid"), "grid");
      grid.setAttribute("aria-label", name);
      const head = withRole(element("div", "mrow mhead"), "row");
      head.append(withRole(element("span", "mlabel", knob), "columnheader"),
        ...columns.map(value => withRole(element("span", "mcol", value), "columnheader")));
      grid.append(head, ...rows.map(([does, short, full], r) => {
        const row = withRole(element("div", "mrow"), "row");
        const label = withRole(element("span", "mlabel"), "rowheader");
        label.append(element("span", short ? "does" : "", does));
        if (short) label.append(element("code", "", short));
        label.title = full;
        row.append(label, ...columns.map((_, c) => {
          const cell = withRole(element("button", "rc"), "gridcell");
          const at = (r * this.frame.variants.length + v) * columns.length + c;
          cell.type = "button";
          cell.tabIndex = r + c ? -1 : 0;
          cell.dataset.do = "cell";
          cell.dataset.arg = at;
          this.cells[at] = cell;
          this.name(cell, v, r, c, "…");
          return cell;
        }));
        return row;
      }));
      const block = element("section", "mblock");
      block.append(element("h2", "", name), grid);
      return block;
    }

    name(cell, v, r, c, says) {
      const {knob, columns, rows, variants} = this.frame;
      const parts = [variants[v], rows[r][0] + (rows[r][2] ? " " + rows[r][2] : "")];
      if (knob) parts.push(knob + " " + columns[c]);
      cell.title = parts.join(", ") + ": " + says;
      cell.setAttribute("aria-label", cell.title);
    }

    add(json) {
      const {columns, variants} = this.frame;
      for (const [kind, text, idle, says] of JSON.parse(json)) {
        const cell = this.cells[this.filled];
        if (!cell) return;
        const c = this.filled % columns.length, rest = (this.filled - c) / columns.length;
        cell.dataset.kind = kind || "empty";
        if (idle) cell.dataset.idle = "on";
        cell.textContent = text;
        this.name(cell, rest % variants.length, Math.floor(rest / variants.length), c, says);
        this.filled++;
      }
    }

    choose(at) {
      if (at === this.chosen || !this.cells[at]) return;
      this.cells[this.chosen]?.removeAttribute("aria-selected");
      this.chosen = at;
      this.cells[at].setAttribute("aria-selected", "true");
      // Each grid can be entered at the same place.
      const {columns, variants} = this.frame, c = at % columns.length, row = Math.floor(at / columns.length / variants.length);
      variants.forEach((_, v) => this.stop(this.cells[(row * variants.length + v) * columns.length + c]));
    }

    // Makes a cell the one of its grid that Tab comes to.
    stop(cell) {
      const before = cell.closest(".mgrid").querySelector('.rc[tabindex="0"]');
      if (before) before.tabIndex = -1;
      cell.tabIndex = 0;
    }

    handleEvent(event) {
      const cell = event.target.closest(".rc");
      if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
      const n = this.frame.columns.length, grids = this.frame.variants.length, at = Number(cell.dataset.arg), line = n * grids;
      const c = at % n, inRow = at % line, rows = this.cells.length / line;
      // Grids that stand below each other are crossed up and down, those in a line left and right.
      const stacked = grids > 1 && this.children[1].offsetTop > this.children[0].offsetTop;
      let to = -1;
      switch (event.key) {
        case "ArrowLeft": to = c || !stacked && inRow ? at - 1 : -1; break;
        case "ArrowRight": to = c < n - 1 || !stacked && inRow < line - 1 ? at + 1 : -1; break;
        case "ArrowUp":
          to = at - line;
          if (to < 0 && stacked && inRow >= n) to = (rows - 1) * line + inRow - n;
          break;
        case "ArrowDown":
          to = at + line;
          if (to >= this.cells.length) to = stacked && inRow + n < line ? inRow + n : -1;
          break;
        case "Home": to = at - c; break;
        case "End": to = at - c + n - 1; break;
        default: return;
      }
      event.preventDefault();
      const next = this.cells[to];
      if (!next) return;
      this.stop(next);
      next.focus();
    }
  }
  customElements.define("run-matrix", RunMatrix);
})();
