// Small makers of elements, for the editor and for embeds. Nothing that comes from code, a link or a message reaches the document
// other than as text.
const vectors = "http://www.w3.org/2000/svg";

export function element(tag, className = "", text = "") {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== "") node.textContent = text;
  return node;
}

// A drawing made of one element, such as a path.
export function drawing(className, tag, attributes) {
  const svg = document.createElementNS(vectors, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const part = svg.appendChild(document.createElementNS(vectors, tag));
  for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
  return svg;
}
