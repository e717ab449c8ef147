// Structural selectors of an element: one for each shadow root passed, without names that look generated.
const GENERATED = /\d{3,}|[0-9a-f]{6,}|^[a-z]{1,3}\d|:r|__|--\w{5,}$|\d+$/i;

// Which of its name it is among its siblings; counted on from the last that was asked for, since lists are long.
const nths = new Map();
const nthOf = (e, name) => {
  let nth = 1;
  for (let s = e; (s = its(s, "previousElementSibling")); nth++) {
    while (s && its(s, "localName") !== name) s = its(s, "previousElementSibling");
    if (!s) break;
    if (nths.has(s)) {
      nth += nths.get(s);
      break;
    }
  }
  nths.set(e, nth);
  return nth;
};

// An id leads somewhere only where it is the first of its name.
const stepOf = (e, root) => {
  const id = its(e, "id");
  if (id && !GENERATED.test(id) && root.getElementById && root.getElementById(id) === e) return "#" + CSS.escape(id);
  const name = its(e, "localName");
  return CSS.escape(name) + ":nth-of-type(" + nthOf(e, name) + ")";
};

const selectorOf = (e, root) => {
  const steps = [];
  for (let up = e; up; up = its(up, "parentElement")) {
    const step = stepOf(up, root);
    steps.unshift(step);
    if (step.startsWith("#") || steps.length > 40) break;
  }
  const css = steps.join(">");
  return root instanceof ShadowRoot && root.querySelector(css) !== e ? ":host>" + css : css;
};

// Placeholders of structure without positions: equal for the members of one list.
const patternOf = (e) => {
  const steps = [];
  for (let up = e; up && steps.length < 12; up = flatParent(up)) if (its(up, "localName") !== "slot") steps.unshift(its(up, "localName"));
  return steps.join(">");
};

const placeOf = (e) => {
  const css = [];
  const shadow = [];
  let inner = e;
  for (;;) {
    const root = its(inner, "getRootNode").call(inner);
    css.unshift(selectorOf(inner, root));
    if (!(root instanceof ShadowRoot)) break;
    inner = root.host;
    shadow.unshift(inner.localName + (inner.id && !GENERATED.test(inner.id) ? "#" + inner.id : ""));
  }
  return { css, shadow, pattern: patternOf(e) };
};
