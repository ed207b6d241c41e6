// Texts in addresses: packed as zlib does it and written in base64url. zlib's checksum tells a mistyped text from a good one.
// What unpacks to too much is left at the limit.
const lettersMax = 400_000;
const textMax = 2 << 20; // bytes

async function gather(stream) {
  const chunks = [];
  let size = 0;
  for (const reader = stream.getReader(); ;) {
    const {done, value} = await reader.read();
    if (done) return new Blob(chunks).arrayBuffer();
    size += value.length;
    if (size > textMax) {
      reader.cancel().catch(() => {});
      throw new RangeError("large");
    }
    chunks.push(value);
  }
}

const through = (bytes, transform) => gather(new Blob([bytes]).stream().pipeThrough(transform));

export async function pack(text) {
  const bytes = new Uint8Array(await through(text, new CompressionStream("deflate")));
  let letters = "";
  for (let i = 0; i < bytes.length; i += 0x8000) letters += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

// Throws a RangeError for what is too large, another error for what is damaged.
export async function unpack(packed) {
  if (packed.length > lettersMax) throw new RangeError("large");
  const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = await through(Uint8Array.from(letters, c => c.charCodeAt(0)), new DecompressionStream("deflate"));
  return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
}
