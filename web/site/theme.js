// Before anything is painted: the colours that the visitor chose, here or in the playground.
try {
  document.documentElement.dataset.theme = JSON.parse(localStorage.getItem("asyncplay/settings")).theme || "auto";
} catch {
  // Nothing was chosen, or nothing may be kept.
}
