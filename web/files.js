// Files: saves what Go makes, opens and takes what is dropped. Nothing leaves the browser.
const sizeMax = 1 << 20; // bytes; app/model/files.go has the same limit

function save(name, type, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], {type}));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Draws an SVG on a canvas, at twice its size. Resolves with whether that worked.
async function savePicture(name, svg) {
  const address = URL.createObjectURL(new Blob([svg], {type: "image/svg+xml"}));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * image.naturalWidth;
    canvas.height = 2 * image.naturalHeight;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise(done => canvas.toBlob(done, "image/png"));
    if (!blob) return false;
    save(name, "image/png", blob);
    return true;
  } catch {
    return false;
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function read(file) {
  try {
    if (file.size > sizeMax) throw new RangeError("large");
    return {name: file.name, text: new TextDecoder("utf-8", {fatal: true}).decode(await file.arrayBuffer())};
  } catch {
    return {name: file.name, refused: true};
  }
}

async function take(files) {
  const texts = await Promise.all([...files].slice(0, 20).map(read));
  if (texts.length > 0) dispatchEvent(new CustomEvent("files-open", {detail: {files: JSON.stringify(texts)}}));
}

function open() {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.accept = ".py,.txt,text/x-python,text/plain";
  input.onchange = () => take(input.files);
  input.click();
}

// The editor would insert a dropped file where it falls: files are caught before it sees them.
const hasFiles = event => event.dataTransfer?.types.includes("Files");
const showDrop = on => { document.documentElement.dataset.drop = on ? "on" : "off"; };
for (const kind of ["dragenter", "dragover", "drop"]) {
  addEventListener(kind, event => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    showDrop(kind !== "drop");
    if (kind === "drop") take(event.dataTransfer.files);
  }, {capture: true});
}
addEventListener("dragleave", event => { if (!event.relatedTarget) showDrop(false); }, {capture: true});

globalThis.asyncplayFiles = {save, savePicture, open};
