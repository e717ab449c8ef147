// Structural selectors of an element: one for each shadow root passed, without names that look generated.
const GENERATED = /\d{3,}|[0-9a-f]{6,}|^[a-z]{1,3}\d|:r|__|--\w{5,}$|\d+$/i;

const stepOf = (e) => {
  if (e.id && !GENERATED.test(e.id)) return "#" + CSS.escape(e.id);
  let nth = 1;
  for (let s = e.previousElementSibling; s; s = s.previousElementSibling) if (s.localName === e.localName) nth++;
  return CSS.escape(e.localName) + ":nth-of-type(" + nth + ")";
};

const selectorOf = (e) => {
  const steps = [];
  for (let up = e; up; up = up.parentElement) {
    const step = stepOf(up);
    steps.unshift(step);
    if (step.startsWith("#") || steps.length > 40) break;
  }
  return steps.join(">");
};

// Placeholders of structure without positions: equal for the members of one list.
const patternOf = (e) => {
  const steps = [];
  for (let up = e; up && steps.length < 12; up = flatParent(up)) if (up.localName !== "slot") steps.unshift(up.localName);
  return steps.join(">");
};

const placeOf = (e) => {
  const css = [];
  const shadow = [];
  let inner = e;
  for (;;) {
    css.unshift(selectorOf(inner));
    const root = inner.getRootNode();
    if (!(root instanceof ShadowRoot)) break;
    inner = root.host;
    shadow.unshift(inner.localName + (inner.id && !GENERATED.test(inner.id) ? "#" + inner.id : ""));
  }
  return { css, shadow, pattern: patternOf(e) };
};
