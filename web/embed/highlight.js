// Colours for static Python code: a scanner for what can be seen at a glance. The editor, which comes when one edits, knows more.
// web/still/highlight.go does the same where no script runs.
const keywords = new Set(("False None True and as assert async await break class continue def del elif else except finally for from global if import " +
  "in is lambda nonlocal not or pass raise return try while with yield").split(" "));

// These are names, unless a line begins with them and goes on as a statement of theirs does.
const softKeyword = /^[ \t]*(?:match|case)$/;
const itsStatement = /^ [^=.,)]/;

// A comment, a string of any kind (an open one goes to the line's end, an open triple one to the text's), a word, a number.
const token = /(#.*)|([rbfuRBFU]{0,2}(?:"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$)|"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?))|([\p{L}_][\p{L}\p{N}_]*)|(\d[\w.]*)/gu;

// The lines of a program, each a list of [class, text] with "" for no class.
export function highlight(source) {
  const lines = [[]];
  const add = (kind, text) => text.split("\n").forEach((piece, i) => {
    if (i) lines.push([]);
    if (piece) lines.at(-1).push([kind, piece]);
  });
  let at = 0, before = "";
  for (const match of source.matchAll(token)) {
    add("", source.slice(at, match.index));
    at = match.index + match[0].length;
    add(kindOf(match, before) || softKind(source, match.index, at), match[0]);
    before = match[0];
  }
  add("", source.slice(at));
  return lines;
}

function kindOf([text, comment, string, word, number], before) {
  if (comment) return "tok-c";
  if (string) return "tok-s";
  if (number) return "tok-n";
  if (text === "await") return "tok-k tok-aw";
  if (word && keywords.has(text)) return "tok-k";
  return before === "def" || before === "class" ? "tok-fn" : "";
}

function softKind(source, from, to) {
  const line = source.slice(source.lastIndexOf("\n", from) + 1, to);
  return softKeyword.test(line) && itsStatement.test(source.slice(to, to + 2)) ? "tok-k" : "";
}
