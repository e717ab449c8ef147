// Boxes in client coordinates, and the part of the page in which a box can be seen once all scrollers are scrolled.
const FAR = 1e7;
const EVERYWHERE = [-FAR, -FAR, FAR, FAR];
const NOWHERE = [0, 0, 0, 0];

const boxOf = (e) => {
  const r = rectOf(e);
  return [r.x, r.y, r.width, r.height];
};

// How many times as wide and as high an element is drawn as it is laid out: what it holds is drawn so, too.
const scaleOf = (e, box) => [e.offsetWidth ? box[2] / e.offsetWidth : 1, e.offsetHeight ? box[3] / e.offsetHeight : 1];

const meet = (a, b) => [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];

const within = (clip, box, least) =>
  Math.min(clip[2], box[0] + box[2]) - Math.max(clip[0], box[0]) >= Math.min(least, box[2]) &&
  Math.min(clip[3], box[1] + box[3]) - Math.max(clip[1], box[1]) >= Math.min(least, box[3]);

// Positions left of or above the page cannot be scrolled to; right of it only where the page scrolls that way.
const pageClip = () => {
  const root = scrollingElementOf(document) || documentElementOf(document);
  const rtl = getComputedStyle(documentElementOf(document)).direction === "rtl";
  const x = scrollLeftOf(root);
  const wide = scrollWidthOf(root);
  const left = rtl ? -wide + innerWidth - x : -x;
  return [left, -scrollTopOf(root), left + Math.max(wide, innerWidth), FAR];
};

// What is fixed shows in the window alone, for nothing scrolls it there; unless it is fixed to something that does scroll.
const fixedClip = (e) => {
  for (let up = flatParent(e); up; up = flatParent(up)) {
    const s = getComputedStyle(up);
    const still = [s.transform, s.translate, s.scale, s.rotate, s.filter, s.backdropFilter, s.perspective, s.contain].every((v) => !v || v === "none");
    if (!still || s.containerType !== "normal" || /transform|filter|perspective|contain/.test(s.willChange)) return EVERYWHERE;
  }
  return [0, 0, innerWidth, innerHeight];
};

// A path that leaves nothing: insets that meet, a circle or a polygon without an inside. Lengths are not held against the box.
const cutByPath = (path) => {
  if (/^circle\(0(px|%)( at |\))/.test(path) || /^polygon\(([^,]+)(, \1)+\)$/.test(path)) return true;
  const inset = /^inset\(([^()]*)\)/.exec(path);
  if (!inset) return false;
  const [t, r = t, b = t, l = r] = inset[1].split(" round ")[0].split(" ").map((side) => (side.endsWith("%") ? parseFloat(side) : 0));
  return t + b >= 100 || l + r >= 100;
};

const clippedAway = (style) => {
  if (/^rect\(/.test(style.clip) && /^(absolute|fixed)$/.test(style.position)) {
    const [t, r, b, l] = style.clip.slice(5, -1).split(",").map(parseFloat); // auto, not a number, cuts nothing at its side
    if (r - (l || 0) <= 1 || b - (t || 0) <= 1) return true;
  }
  return style.clipPath !== "none" && cutByPath(style.clipPath);
};

// What of its content an element lets be seen: hidden cuts, scrollers only have to be seen themselves.
const innerClip = (e, style, clip, box) => {
  if (clippedAway(style)) return NOWHERE;
  const [ox, oy] = [style.overflowX, style.overflowY];
  if ((ox === "visible" && oy === "visible") || e === documentElementOf(document) || e === bodyOf(document)) return clip;
  const mine = meet(clip, [box[0], box[1], box[0] + box[2], box[1] + box[3]]);
  if (mine[2] - mine[0] <= 1 || mine[3] - mine[1] <= 1) return NOWHERE;
  const free = (overflow, size, seen) => (overflow === "auto" || overflow === "scroll") && size > seen + 1;
  const wide = free(ox, scrollWidthOf(e), clientWidthOf(e));
  const tall = free(oy, scrollHeightOf(e), clientHeightOf(e));
  return [wide ? -FAR : mine[0], tall ? mine[1] - scrollTopOf(e) : mine[1], wide ? FAR : mine[2], tall ? FAR : mine[3]];
};
