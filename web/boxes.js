// Inner sizes of boxes, for what Go lays out.

// Inner sizes of boxes. An observer keeps them: asking an element in the middle of an update would have the browser lay
// the page out there and then. When one changes later on, the window hears "box-resize".
const boxes = new Map();
const sizes = new ResizeObserver((entries) => {
  let changed = false;
  for (const { target } of entries) {
    const box = boxes.get(target.id);
    if (!box || box.element !== target) continue;
    changed ||= box.width !== target.clientWidth || box.height !== target.clientHeight;
    box.width = target.clientWidth;
    box.height = target.clientHeight;
  }
  if (changed) window.dispatchEvent(new Event("box-resize"));
});

function boxOf(id) {
  const element = document.getElementById(id);
  if (!element) return { width: 0, height: 0 };
  let box = boxes.get(id);
  if (!box || box.element !== element) {
    if (box) sizes.unobserve(box.element);
    box = { element, width: element.clientWidth, height: element.clientHeight };
    boxes.set(id, box);
    sizes.observe(element);
  }
  return box;
}

export const width = (id) => boxOf(id).width;
export const height = (id) => boxOf(id).height;
