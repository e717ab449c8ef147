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
    if (!within(over.clip, entry.box, Math.max(w, h)) || !covers(over, entry)) continue;
    keep(over);
    return over.at;
  }
  return -2;
};

const apart = (one, other) => one.end < other.at || other.end < one.at;

// Lies over another and scrolls as it does.
const covers = (over, entry) => apart(over, entry) && opaque(over) && scrollerOf(over) === scrollerOf(entry) && paintedOver(over, entry);

const opaque = (entry, least = 0.98) => {
  if (entry.opacity < least) return false;
  const style = styleOf(entry);
  const clear = style.clipPath === "none" && style.maskImage === "none" && style.mixBlendMode === "normal";
  return clear && style.visibility === "visible" && entry.opacity * rgba(style.backgroundColor)[3] >= least && !style.borderTopLeftRadius.endsWith("%");
};

// What is fixed, nearly opaque and as large as the window: however one scrolls, what lies under it never comes out.
const NEARLY_OPAQUE = 0.8;
const curtainsOf = (list) => {
  const whole = ([x, y, w, h]) => x <= 2 && y <= 2 && x + w >= innerWidth - 20 && y + h >= innerHeight - 2; // but a scrollbar
  return list.filter((entry) => entry.facts && entry.facts.fixed && whole(entry.box) && stays(entry) && opaque(entry, NEARLY_OPAQUE));
};

// Fixed to the window itself, and not only sticky.
const stays = (entry) => {
  for (let up = entry; up; up = up.up) if (styleOf(up).position === "fixed") return up.clip !== EVERYWHERE;
  return false;
};

// Which dialog or popover of the browser's own top layer holds an element: that layer is painted over all else, the later over the earlier.
const topOf = (entry) => {
  for (let up = entry; up; up = up.up) if (up.facts && up.facts.over && (up.facts.over.modal || up.facts.over.popover)) return up.at + 1;
  return 0;
};

const curtainOver = (state, entry) => {
  state.curtains = state.curtains || curtainsOf(state.list);
  return state.curtains.find((over) => {
    if (!apart(over, entry)) return false;
    const [a, b] = [topOf(entry), topOf(over)];
    return a === b ? paintedOver(over, entry) : b > a;
  });
};

// Boxes of what is painted over parts of a frame's element; one without end where nothing of it shows.
const ALL_OVER = [-FAR, -FAR, 2 * FAR, 2 * FAR];
const coversOf = (state, entry) => {
  if (curtainOver(state, entry) || coverOf(state, entry) >= 0) return [ALL_OVER];
  if (entry.facts.fixed) return [];
  state.bands = state.bands || bandsOf(state.list);
  const [x, y, w, h] = entry.box;
  const near = new Set();
  for (let at = Math.floor(y / BAND_PX); at <= Math.floor((y + h) / BAND_PX); at++) for (const over of state.bands.get(at) || []) near.add(over);
  const meets = ([left, top, wide, high]) => left < x + w && left + wide > x && top < y + h && top + high > y;
  return Array.from(near).filter((over) => meets(over.box) && covers(over, entry)).map((over) => over.box);
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
