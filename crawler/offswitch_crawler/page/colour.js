// Colours as drawn, and the WCAG 2.2 contrast ratio of a text against its ground.
const colours = new Map();
let painter = null;

// Any CSS colour as [r, g, b, a] of 0..255 and 0..1.
const rgba = (text) => {
  let found = colours.get(text);
  if (found) return found;
  const plain = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(text);
  if (plain) found = [Number(plain[1]), Number(plain[2]), Number(plain[3]), plain[4] === undefined ? 1 : Number(plain[4])];
  else {
    painter = painter || new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    painter.clearRect(0, 0, 1, 1);
    painter.fillStyle = text;
    painter.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = painter.getImageData(0, 0, 1, 1).data;
    found = [r, g, b, a / 255];
  }
  colours.set(text, found);
  return found;
};

const lay = (over, under) => [0, 1, 2].map((k) => over[k] * over[3] + under[k] * (1 - over[3])).concat(1);

// The colour behind an element, with the element that gives the last of it (`from`) and whether a picture lies on it (`pictured`):
// of pictures, gradients too, styles do not say what is drawn where.
const grounds = new WeakMap();
const groundOf = (e) => {
  if (!e) return [255, 255, 255, 1];
  let found = grounds.get(e);
  if (!found) {
    const style = getComputedStyle(e);
    const own = rgba(style.backgroundColor);
    const under = own[3] >= 1 ? null : groundOf(flatParent(e));
    found = under ? (own[3] === 0 ? under.slice() : lay(own, under)) : own.slice();
    found.from = under ? under.from : e;
    found.pictured = style.backgroundImage !== "none" || Boolean(under && under.pictured);
    grounds.set(e, found);
  }
  return found;
};

const around = (outer, inner) => [0, 1].every((k) => outer[k] <= inner[k] + 1 && outer[k] + outer[k + 2] >= inner[k] + inner[k + 2] - 1);

// The same for one text, where something opaque stands between it and its ground: a sheet laid under it beside what holds it.
const groundUnder = (entry, box) => {
  const ground = groundOf(entry.e);
  let raised = false;
  for (let up = entry; up; raised = raised || up.raised, up = up.up) {
    for (const sheet of up.sheets || []) if ((raised || sheet.z < 0) && around(sheet.entry.box, box)) return groundOf(sheet.entry.e);
    if (up.e === ground.from) break;
  }
  return ground;
};

const luminance = (c) => {
  const [r, g, b] = [0, 1, 2].map((k) => (c[k] <= 10.31475 ? c[k] / 255 / 12.92 : ((c[k] / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrastOf = (ink, ground) => {
  const [a, b] = [luminance(lay(ink, ground)), luminance(ground)];
  return Math.round(((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)) * 100) / 100;
};
