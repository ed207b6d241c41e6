// CodeMirror writes its rules into a <style> element, which the page's Content-Security-Policy refuses. Constructed style
// sheets are allowed, so its modules are mounted as those. They go into a cascade layer: every rule of the page's own
// style sheet then wins over CodeMirror's, whatever the specificity.
import {StyleModule} from "style-mod";

const mountedByRoot = new WeakMap();

StyleModule.mount = (root, modules) => {
  const target = root.adoptedStyleSheets ? root : document;
  const mounted = mountedByRoot.get(target) ?? new Set();
  mountedByRoot.set(target, mounted);
  for (const module of Array.isArray(modules) ? modules : [modules]) {
    if (mounted.has(module)) continue;
    mounted.add(module);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@layer codemirror {\n${module.getRules()}\n}`);
    target.adoptedStyleSheets = [...target.adoptedStyleSheets, sheet];
  }
};
