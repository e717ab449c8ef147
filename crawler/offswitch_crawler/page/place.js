// Structural selectors of an element: one for each shadow root passed, without names that look generated.
const GENERATED = /\d{3,}|[0-9a-f]{6,}|^[a-z]{1,3}\d|:r|__|--\w{5,}$|\d+$/i;

// Which of its name it is among its siblings; counted on from the last that was asked for, since lists are long.
const nths = new Map();
const nthOf = (e, name) => {
  let nth = 1;
  for (let s = e; (s = elementBeforeOf(s)); nth++) {
    while (s && tagOf(s) !== name) s = elementBeforeOf(s);
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
  const id = idOf(e);
  if (id && !GENERATED.test(id) && byIdIn(root, id) === e) return "#" + CSS.escape(id);
  const name = tagOf(e);
  return CSS.escape(name) + ":nth-of-type(" + nthOf(e, name) + ")";
};

const selectorOf = (e, root) => {
  const steps = [];
  for (let up = e; up; up = parentElementOf(up)) {
    const step = stepOf(up, root);
    steps.unshift(step);
    if (step.startsWith("#") || steps.length > 40) break;
  }
  const css = steps.join(">");
  return root instanceof ShadowRoot && allIn(root, css)[0] !== e ? ":host>" + css : css;
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
    const root = rootOf(inner);
    css.unshift(selectorOf(inner, root));
    if (!(root instanceof ShadowRoot)) break;
    inner = root.host;
    shadow.unshift(tagOf(inner) + (idOf(inner) && !GENERATED.test(idOf(inner)) ? "#" + idOf(inner) : ""));
  }
  return { css, shadow, pattern: patternOf(e) };
};
