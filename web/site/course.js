// Lesson pages: questions, links that change a program, search, colours, and which lessons were read. Pages work without it.
(() => {
const root = document.documentElement;
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
const kept = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? {};
    } catch {
      return {};
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Nothing may be kept here.
    }
  },
};
const settingsKey = "asyncplay/settings"; // the playground's own
const readKey = "asyncplay/lessons";
const setting = (name, value) => kept.write(settingsKey, {...kept.read(settingsKey), v: 1, [name]: value});

// Colours: as the system has them, dark, light.
const themes = ["auto", "dark", "light"];
const themeButton = document.querySelector(".theme");
const showTheme = () => themeButton.setAttribute("aria-label", themeButton.title = themeButton.dataset[root.dataset.theme] ?? "");
themeButton.removeAttribute("data-off");
showTheme();
themeButton.addEventListener("click", () => {
  root.dataset.theme = themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length];
  setting("theme", root.dataset.theme);
  showTheme();
});
for (const link of all(".lang a, .door a[hreflang]")) link.addEventListener("click", () => setting("lang", link.lang || link.hreflang));

// The page at lessons/ leads on to the visitor's language.
const door = document.querySelector("[data-languages]");
if (door) {
  const known = door.dataset.languages.split(" ");
  const wished = [kept.read(settingsKey).lang, ...navigator.languages].map(tag => tag?.split("-")[0]);
  location.replace(door.dataset.up + (wished.find(tag => known.includes(tag)) ?? known[0]) + "/");
}

// Which lessons were read to their end.
const read = kept.read(readKey);
const markRead = () => {
  for (const link of all("[data-slug]")) link.toggleAttribute("data-read", Boolean(read[link.dataset.slug]));
};
const lesson = document.body.dataset.lesson;
const onward = document.querySelector(".onward");
markRead();
if (lesson && onward && !read[lesson]) {
  const seen = new IntersectionObserver(entries => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    seen.disconnect();
    read[lesson] = 1;
    kept.write(readKey, read);
    markRead();
  });
  seen.observe(onward);
}

// Questions: an answer says at once whether it is right; the explanation opens with the right one.
for (const question of all(".question")) {
  const says = question.querySelector(".question-says");
  const fold = question.querySelector("details");
  question.addEventListener("change", event => {
    const label = event.target.closest("label");
    if (!label) return;
    const right = label.hasAttribute("data-right");
    for (const other of all("label", question)) other.removeAttribute("data-chosen");
    label.dataset.chosen = right ? "right" : "wrong";
    says.textContent = right ? says.dataset.right : says.dataset.wrong;
    says.dataset.is = label.dataset.chosen;
    if (right) fold.open = true;
  });
}

// Links that change a program apply the change where the program stands.
for (const link of all("a.change")) {
  const program = document.getElementById(link.dataset.of);
  if (!program?.matches("async-playground")) continue;
  customElements.whenDefined("async-playground").then(() => {
    link.setAttribute("role", "button");
    link.addEventListener("keydown", event => {
      if (event.key !== " ") return;
      event.preventDefault();
      link.click();
    });
    link.addEventListener("click", event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return;
      event.preventDefault();
      for (const other of all("a.change[aria-pressed]")) {
        if (other.dataset.of === link.dataset.of) other.setAttribute("aria-pressed", "false");
      }
      link.setAttribute("aria-pressed", "true");
      const box = program.getBoundingClientRect();
      if (box.top < 60 || box.bottom > innerHeight) {
        program.scrollIntoView({block: box.height < innerHeight - 80 ? "center" : "start", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"});
      }
      const change = JSON.parse(link.dataset.change);
      program.apply(change).then(() => {
        if (!("at" in change)) program.play();
      });
    });
  });
}

// Search: an index of the language's lessons, fetched when somebody begins to type.
const search = document.querySelector(".search");
const input = search.querySelector("input");
const found = search.querySelector(".found");
const status = found.querySelector("[role=status]");
const results = found.querySelector("ul");
let index = null;
let current = -1;
search.removeAttribute("data-off");

async function load() {
  index ??= fetch(search.dataset.index).then(response => response.ok ? response.json() : Promise.reject(new Error(String(response.status))));
  return index;
}

const resultsMax = 12;
function rank(page, words) {
  const title = page.t.toLowerCase(), about = page.d.toLowerCase(), text = page.x.toLowerCase();
  let score = 0, heading = null;
  for (const word of words) {
    const inHeading = page.h.find(([, name]) => name.toLowerCase().includes(word));
    if (inHeading) heading ??= inHeading;
    const weight = title.includes(word) ? 20 : inHeading ? 8 : about.includes(word) ? 4 : text.includes(word) ? 1 : 0;
    if (!weight) return null;
    score += weight;
  }
  const at = text.indexOf(words[0]);
  const excerpt = at < 0 ? page.d : (at > 40 ? "…" : "") + page.x.slice(Math.max(0, at - 40), at + 90) + "…";
  return {page, score, heading, excerpt};
}

function choose(next) {
  const options = all("[role=option]", results);
  current = options.length ? (next + options.length) % options.length : -1;
  options.forEach((option, i) => option.setAttribute("aria-selected", String(i === current)));
  if (current < 0) input.removeAttribute("aria-activedescendant");
  else {
    input.setAttribute("aria-activedescendant", options[current].id);
    options[current].scrollIntoView({block: "nearest"});
  }
}

function show(open) {
  found.hidden = !open;
  input.setAttribute("aria-expanded", String(open));
  if (!open) choose(-1);
}

async function find() {
  const asked = input.value;
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return show(false);
  let pages;
  try {
    pages = await load();
  } catch {
    index = null;
    status.textContent = search.dataset.failed;
    results.replaceChildren();
    return show(true);
  }
  if (input.value !== asked) return;
  const base = new URL(search.dataset.index, location.href);
  const hits = pages.map(page => rank(page, words)).filter(Boolean).sort((a, b) => b.score - a.score);
  results.replaceChildren(...hits.slice(0, resultsMax).map(({page, heading, excerpt}, i) => {
    const item = document.createElement("li"), link = document.createElement("a"), title = document.createElement("b"), text = document.createElement("span");
    link.href = new URL(page.p + (heading ? "#" + encodeURIComponent(heading[0]) : ""), base).href;
    link.tabIndex = -1;
    title.textContent = heading ? page.t + " › " + heading[1] : page.t;
    text.textContent = excerpt;
    link.append(title, text);
    item.append(link);
    item.id = "page-found-" + i;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    return item;
  }));
  status.textContent = hits.length ? search.dataset.some.replace("{0}", hits.length) : search.dataset.none;
  show(true);
  choose(hits.length ? 0 : -1);
}

input.addEventListener("focus", () => load().catch(() => { index = null; }));
input.addEventListener("input", find);
input.addEventListener("keydown", event => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    choose(current + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter" && current >= 0) {
    event.preventDefault();
    results.children[current].firstChild.click();
  } else if (event.key === "Escape") {
    input.value = "";
    show(false);
    input.blur();
  }
});
search.addEventListener("focusout", event => {
  if (!search.contains(event.relatedTarget)) show(false);
});
addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, async-playground, [contenteditable]")) return;
  if (event.key === "/") {
    event.preventDefault();
    input.focus();
  }
});
})();
