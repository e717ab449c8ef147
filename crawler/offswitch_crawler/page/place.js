// Structural selectors of an element: one for each shadow root passed, without names that look generated.
const GENERATED = /\d{3,}|[0-9a-f]{6,}|^[a-z]{1,3}\d|:r|__|--\w{5,}$|\d+$/i;

const stepOf = (e) => {
  if (idOf(e) && !GENERATED.test(idOf(e))) return "#" + CSS.escape(idOf(e));
  let nth = 1;
  for (let s = elementBeforeOf(e); s; s = elementBeforeOf(s)) if (tagOf(s) === tagOf(e)) nth++;
  return CSS.escape(tagOf(e)) + ":nth-of-type(" + nth + ")";
};

const selectorOf = (e) => {
  const steps = [];
  for (let up = e; up; up = parentElementOf(up)) {
    const step = stepOf(up);
    steps.unshift(step);
    if (step.startsWith("#") || steps.length > 40) break;
  }
  return steps.join(">");
};

// Placeholders of structure without positions: equal for the members of one list.
const patternOf = (e) => {
  const steps = [];
  for (let up = e; up && steps.length < 12; up = flatParent(up)) if (tagOf(up) !== "slot") steps.unshift(tagOf(up));
  return steps.join(">");
};

const placeOf = (e) => {
  const css = [];
  const shadow = [];
  let inner = e;
  for (;;) {
    css.unshift(selectorOf(inner));
    const root = rootOf(inner);
    if (!(root instanceof ShadowRoot)) break;
    inner = root.host;
    shadow.unshift(tagOf(inner) + (idOf(inner) && !GENERATED.test(idOf(inner)) ? "#" + idOf(inner) : ""));
  }
  return { css, shadow, pattern: patternOf(e) };
};
