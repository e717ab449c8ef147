// Names that the page gives an element for assistive technology, and the elements that give them.
const byIds = (e, name) => {
  const ids = (e.getAttribute(name) || "").split(/\s+/).filter(Boolean);
  const root = e.getRootNode();
  return ids.map((id) => (root.getElementById ? root.getElementById(id) : null)).filter(Boolean);
};

const plainText = (e) => cleaned(e.textContent || "").slice(0, 300);

// The labels of one root by what they name and by the id they speak of. (`e.labels` walks the whole document each time.)
const labelled = new WeakMap();
const labelsIn = (root) => {
  if (!labelled.has(root)) {
    const found = { controls: new Map(), ids: new Map() };
    const add = (map, key, label) => map.has(key) ? map.get(key).push(label) : map.set(key, [label]);
    for (const label of root.querySelectorAll("label")) {
      if (label.control) add(found.controls, label.control, label);
      if (label.htmlFor) add(found.ids, label.htmlFor, label);
    }
    labelled.set(root, found);
  }
  return labelled.get(root);
};

// Labels of an element; one inside a component is also named by what names the component.
const labelsOf = (e) => {
  const mine = labelsIn(e.getRootNode());
  const labels = [...(mine.controls.get(e) || [])];
  if (e.localName.includes("-") && e.id) labels.push(...(mine.ids.get(e.id) || []));
  let inner = e;
  for (let depth = 0; depth < 2 && !labels.length; depth++) {
    const root = inner.getRootNode();
    if (!(root instanceof ShadowRoot)) break;
    inner = root.host;
    const around = inner.closest("label");
    const by = inner.id && labelsIn(inner.getRootNode()).ids.get(inner.id);
    if (around || by) labels.push(around || by[0]);
  }
  return labels;
};

const namesOf = (e) => {
  const names = {};
  const aria = e.getAttribute("aria-label");
  if (aria && aria.trim()) names.aria = cleaned(aria);
  const by = byIds(e, "aria-labelledby");
  if (by.length) Object.assign(names, { by, byText: by.map((t) => t.getAttribute("aria-label") || plainText(t)).join(" ").trim() });
  const described = byIds(e, "aria-describedby");
  if (described.length) Object.assign(names, { described, describedText: described.map(plainText).join(" ").trim() });
  const labels = /^(input|button|select|textarea|meter|progress|output)$/.test(e.localName) || e.hasAttribute("role") || e.localName.includes("-") ? labelsOf(e) : [];
  if (labels.length) names.labels = labels;
  const title = e.getAttribute("title") || e.getAttribute("alt");
  if (title && title.trim()) names.title = cleaned(title);
  return names;
};
