// What opaque thing is painted over an element that no point of the window hits, by boxes and by the order of painting (CSS 2.2, appendix E).
const BAND_PX = 240;

// Elements by the bands of the page in which their boxes lie: in ordinary flow nothing but what holds an element lies around its box.
const bandsOf = (list) => {
  const bands = new Map();
  for (const entry of list) {
    const [, y, w, h] = entry.box;
    if (w < 8 || h < 8 || h > 60 * BAND_PX || !entry.facts || !entry.facts.seen || entry.facts.fixed) continue;
    for (let at = Math.floor(y / BAND_PX); at <= Math.floor((y + h) / BAND_PX); at++) {
      if (!bands.has(at)) bands.set(at, []);
      bands.get(at).push(entry);
    }
  }
  return bands;
};

// Position of what covers the whole of an element; -2 where nothing is known to. What is fixed or sticky moves off as one scrolls.
const coverOf = (state, entry) => {
  if (entry.facts.fixed) return -2;
  state.bands = state.bands || bandsOf(state.list);
  const [x, y, w, h] = entry.box;
  const near = state.bands.get(Math.floor((y + h / 2) / BAND_PX)) || [];
  for (const over of near) {
    const [left, top, wide, high] = over.box;
    if (left > x + 1 || top > y + 1 || left + wide < x + w - 1 || top + high < y + h - 1) continue;
    if ((over.at <= entry.at && entry.at <= over.end) || (entry.at <= over.at && over.at <= entry.end)) continue;
    if (!opaque(over) || !within(over.clip, entry.box, Math.max(w, h)) || scrollerOf(over) !== scrollerOf(entry) || !paintedOver(over, entry)) continue;
    keep(over);
    return over.at;
  }
  return -2;
};

const opaque = (entry) => {
  if (entry.opacity < 0.98) return false;
  const style = styleOf(entry);
  const clear = style.clipPath === "none" && style.maskImage === "none" && style.mixBlendMode === "normal";
  return clear && style.visibility === "visible" && rgba(style.backgroundColor)[3] >= 0.98 && !style.borderTopLeftRadius.endsWith("%");
};

const styleOf = (entry) => (entry.style = entry.style || getComputedStyle(entry.e));

const scrollerOf = (entry) => {
  for (let up = entry.up; up; up = up.up) if (up.facts && up.facts.scrolls) return up;
  return null;
};

const paintedOver = (over, under) => {
  const [a, b] = [under, over].map((entry) => orderOf(entry, under, over));
  return b.layer !== a.layer ? b.layer > a.layer : b.at > a.at && (b.whole || b.layer >= 0);
};

// Where a branch is painted, from the nearest element around both: its layer in their stacking context (in flow before 0, after
// what is below it), and whether it is painted as one, all of it after what stands before it.
const orderOf = (entry, one, other) => {
  const path = [];
  for (let up = entry; up && !(up.at <= one.at && one.at <= up.end && up.at <= other.at && other.at <= up.end); up = up.up) path.unshift(up);
  let found = { layer: -0.5, at: path[0].at, whole: path[0].up ? /grid|flex/.test(styleOf(path[0].up).display) : false };
  for (const step of path) {
    const style = styleOf(step);
    const item = step.up && /grid|flex/.test(styleOf(step.up).display);
    const z = style.position !== "static" || item ? Number(style.zIndex) || 0 : 0;
    const numbered = style.zIndex !== "auto" && (style.position !== "static" || item);
    const context = numbered || isolates(style);
    if (context || style.position !== "static") found = { layer: z, at: step.at, whole: true };
    if (context) break;
  }
  return found;
};

const isolates = (s) =>
  Number(s.opacity) < 1 || [s.transform, s.translate, s.scale, s.rotate, s.filter, s.backdropFilter, s.perspective, s.clipPath, s.maskImage].some((v) => v && v !== "none") ||
  s.isolation === "isolate" || s.mixBlendMode !== "normal" || /^(fixed|sticky)$/.test(s.position) || /layout|paint|strict|content/.test(s.contain);
