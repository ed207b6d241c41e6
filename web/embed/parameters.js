// The parameters of an embed, as they stand in the hash of a frame's address: #v=1&code=…&view=both&… They are for ever: a
// parameter may be added to version 1, none may change its meaning. docs/embedding/README.md lists them, and
// web/e2e/testdata/embeds holds addresses that must stay readable.
import {pack, unpack} from "../codec.js";

const version = 1;

// Texts that are handed on as they are. The others are packed, numbers, or switches.
const texts = ["variant", "view", "theme", "lang", "fault", "set", "controls", "title", "hide", "loading", "src"];
const switches = ["autorun", "readonly"];

const variantsMax = 12;
const secondsMax = 1e9;

// Reads a hash: {options, look}, or {problem: "damaged" | "large" | "newer"}. options are for the engine, look is for the frame.
export async function readParameters(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  if (Number(given.get("v")) > version) return {problem: "newer"};
  const look = {};
  for (const name of texts) look[name] = given.get(name) ?? "";
  for (const name of switches) look[name] = given.has(name) && given.get(name) !== "0";
  const options = {
    variant: look.variant, fault: look.fault, set: look.set, lang: look.lang, variants: [],
    seed: wholeNumber(given.get("seed")), at: seconds(given.get("at")),
  };
  try {
    if (given.has("state")) options.state = await unpack(given.get("state").replace(/^#?1/, ""));
    if (given.has("code")) options.variants.push({name: given.get("name") ?? "", source: await unpack(given.get("code"))});
    if (given.has("variants")) options.variants = variantsOf(JSON.parse(await unpack(given.get("variants"))));
  } catch (error) {
    return {problem: error instanceof RangeError ? "large" : "damaged"};
  }
  return {options, look};
}

function variantsOf(list) {
  if (!Array.isArray(list)) throw new TypeError("variants");
  return list.slice(0, variantsMax).map(({name = "", source = ""}) => ({name: String(name), source: String(source)}));
}

function wholeNumber(text) {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

function seconds(text) {
  const number = Number(text);
  return text && number >= 0 && number <= secondsMax ? number : null;
}

// Writes a hash. given has the texts and switches above, and variants [{name, source}], state, seed, at.
export async function writeParameters(given) {
  const parameters = new URLSearchParams({v: version});
  const {variants = []} = given;
  if (given.state) parameters.set("state", given.state.replace(/^#/, ""));
  else if (variants.length === 1 && !variants[0].name) parameters.set("code", await pack(variants[0].source));
  else if (variants.length) parameters.set("variants", await pack(JSON.stringify(variants)));
  for (const name of [...texts, "seed", "at"]) {
    if (given[name] || given[name] === 0) parameters.set(name, given[name]);
  }
  for (const name of switches) if (given[name]) parameters.set(name, 1);
  return "#" + parameters;
}

// Line numbers such as "1-3,7" as a set.
export function linesOf(text) {
  const lines = new Set();
  for (const range of text.split(/[\s,;]+/)) {
    const [, from, to = from] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(range) ?? [];
    for (let line = Number(from); line <= Number(to) && lines.size < 10_000; line++) lines.add(line);
  }
  return lines;
}
