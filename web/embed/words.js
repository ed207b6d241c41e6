// The frame's own words, in its language. The build puts the catalogue of app/words in; what a run says comes from Go.
/* global ASYNCPLAY_WORDS */
const catalogue = ASYNCPLAY_WORDS;

let words = catalogue.en;

// Chooses the language that a tag such as ja-JP asks for, and returns its code.
export function chooseLanguage(tag) {
  const code = String(tag).toLowerCase().split("-")[0];
  words = catalogue[code] ?? catalogue.en;
  return catalogue[code] ? code : "en";
}

export function text(key, ...args) {
  return args.reduce((out, arg, i) => out.replaceAll(`{${i}}`, arg), words[key] ?? "");
}

// A counted thing: the entry holds singular and plural.
export function count(key, n) {
  const [one, many = one] = text(key).split("|");
  return (n === 1 ? one : many).replaceAll("{0}", n);
}
