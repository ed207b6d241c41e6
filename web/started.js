// Runs after the page's own script, in words that every browser knows: one that cannot even read that script is told so. The
// program in the page can be read all the same.
(function () {
  if (window.asyncplayStarted) return;
  document.documentElement.setAttribute("data-boot", "failed");
  var sentence = document.querySelector(".boot-failed");
  if (sentence) sentence.removeAttribute("hidden");
})();
