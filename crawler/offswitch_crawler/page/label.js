// Names that the page gives an element for assistive technology, and the elements that give them.
const byIds = (e, name) => {
  const ids = (e.getAttribute(name) || "").split(/\s+/).filter(Boolean);
  const root = e.getRootNode();
  return ids.map((id) => (root.getElementById ? root.getElementById(id) : null)).filter(Boolean);
};

const plainText = (e) => cleaned(e.textContent || "").slice(0, 300);

// Labels of an element; one inside a component is also named by what names the component.
const labelsOf = (e) => {
  const labels = e.labels ? Array.from(e.labels) : [];
  if (e.localName.includes("-") && e.id) labels.push(...e.getRootNode().querySelectorAll('label[for="' + CSS.escape(e.id) + '"]'));
  let inner = e;
  for (let depth = 0; depth < 2 && !labels.length; depth++) {
    const root = inner.getRootNode();
    if (!(root instanceof ShadowRoot)) break;
    inner = root.host;
    const around = inner.closest("label");
    const by = inner.id && inner.getRootNode().querySelector('label[for="' + CSS.escape(inner.id) + '"]');
    if (around || by) labels.push(around || by);
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
