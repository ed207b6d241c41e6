// Only in `asyncplay serve`: the page comes anew when its lesson changes. Where lessons have mistakes, the terminal says which.
(() => {
const here = document.currentScript;
const source = new EventSource(new URL("../__changes?build=" + here.dataset.build, here.src));
const place = "asyncplay/place";
try {
  const {path, top} = JSON.parse(sessionStorage.getItem(place));
  sessionStorage.removeItem(place);
  if (path === location.pathname) addEventListener("load", () => scrollTo(0, top), {once: true});
} catch {
  // The page was not reloaded by us.
}
source.addEventListener("changed", () => {
  source.close();
  try {
    sessionStorage.setItem(place, JSON.stringify({path: location.pathname, top: scrollY}));
  } catch {
    // The page begins at its top, then.
  }
  location.reload();
});
source.addEventListener("failed", event => {
  let note = document.querySelector(".mistakes");
  if (!note) {
    note = document.createElement("aside");
    note.className = "mistakes";
    note.setAttribute("role", "alert");
    document.body.append(note);
  }
  const list = document.createElement("pre");
  list.textContent = JSON.parse(event.data);
  note.replaceChildren(here.dataset.failed, list);
});
})();
