// Names that the page gives an element for assistive technology, and the elements that give them.
const byIds = (e, name) => {
  const ids = (attributeOf(e, name) || "").split(/\s+/).filter(Boolean);
  const root = rootOf(e);
  return ids.map((id) => byIdIn(root, id)).filter(Boolean);
};

const plainText = (e) => cleaned(textContentOf(e) || "").slice(0, 300);

// The labels of one root by what they name and by the id they speak of. (`e.labels` walks the whole document each time.)
const labelled = new WeakMap();
const labelsIn = (root) => {
  if (!labelled.has(root)) {
    const found = { controls: new Map(), ids: new Map() };
    const add = (map, key, label) => map.has(key) ? map.get(key).push(label) : map.set(key, [label]);
    for (const label of allIn(root, "label")) {
      if (label.control) add(found.controls, label.control, label);
      if (label.htmlFor) add(found.ids, label.htmlFor, label);
    }
    labelled.set(root, found);
  }
  return labelled.get(root);
};

// Labels of an element; one inside a component is also named by what names the component.
const labelsOf = (e) => {
  const mine = labelsIn(rootOf(e));
  const labels = [...(mine.controls.get(e) || [])];
  if (tagOf(e).includes("-") && idOf(e)) labels.push(...(mine.ids.get(idOf(e)) || []));
  let inner = e;
  for (let depth = 0; depth < 2 && !labels.length; depth++) {
    const root = rootOf(inner);
    if (!(root instanceof ShadowRoot)) break;
    inner = root.host;
    const around = closestOf(inner, "label");
    const by = idOf(inner) && labelsIn(rootOf(inner)).ids.get(idOf(inner));
    if (around || by) labels.push(around || by[0]);
  }
  return labels;
};

// Cut away or made so small that only assistive technology reads it.
const forNobody = (e) => {
  const r = rectOf(e);
  const style = getComputedStyle(e);
  return r.width <= 1 || r.height <= 1 || style.clip !== "auto" || style.clipPath !== "none" || style.opacity === "0" || style.visibility === "hidden";
};

const namesOf = (e) => {
  const names = {};
  const aria = attributeOf(e, "aria-label");
  if (aria && aria.trim()) names.aria = cleaned(aria);
  const by = byIds(e, "aria-labelledby");
  if (by.length) Object.assign(names, { by, byText: by.map((t) => attributeOf(t, "aria-label") || plainText(t)).join(" ").trim() });
  const described = byIds(e, "aria-describedby");
  if (described.length) Object.assign(names, { described, describedText: described.map(plainText).join(" ").trim() });
  const labels = /^(input|button|select|textarea|meter|progress|output)$/.test(tagOf(e)) || hasAttributeOf(e, "role") || tagOf(e).includes("-") ? labelsOf(e) : [];
  if (labels.length) names.labels = labels;
  if (labels.length && (/^(text|search)$/.test(e.type) || labels.every(forNobody))) names.labelText = labels.map(plainText).join(" ").trim();
  const title = attributeOf(e, "title") || attributeOf(e, "alt");
  if (title && title.trim()) names.title = cleaned(title);
  return names;
};
