// How a small thing is drawn: ground, border, roundness, picture, and its pseudo-elements.
const pseudoOf = (e, which) => {
  const s = getComputedStyle(e, which);
  if (s.content === "none" || s.content === "normal" || s.display === "none") return null;
  const drawn = { content: s.content.replace(/^"|"$/g, "").slice(0, 40), width: parseFloat(s.width) || 0, height: parseFloat(s.height) || 0 };
  drawn.ground = rgba(s.backgroundColor).map((n) => Math.round(n * 100) / 100);
  drawn.ink = rgba(s.color).map((n) => Math.round(n * 100) / 100);
  drawn.left = s.left === "auto" ? null : parseFloat(s.left);
  drawn.right = s.right === "auto" ? null : parseFloat(s.right);
  drawn.top = s.top === "auto" ? null : parseFloat(s.top);
  drawn.transform = s.transform === "none" ? null : s.transform;
  drawn.margin = parseFloat(s.marginLeft) || 0;
  drawn.opacity = Number(s.opacity) * (s.visibility === "hidden" ? 0 : 1);
  drawn.border = parseFloat(s.borderTopWidth) + parseFloat(s.borderLeftWidth) + parseFloat(s.borderBottomWidth) + parseFloat(s.borderRightWidth);
  drawn.edge = rgba(s.borderBottomColor).map((n) => Math.round(n * 100) / 100);
  drawn.radius = parseFloat(s.borderTopLeftRadius) || 0;
  drawn.picture = s.backgroundImage !== "none" || s.maskImage !== "none";
  drawn.position = s.position;
  return drawn;
};

// The box of an element that has none of its own and is drawn by its pseudo-elements alone.
const pseudoBox = (e, box) => {
  if (box[2] >= 1 && box[3] >= 1) return box;
  if (firstElementOf(e) || box[2] + box[3] <= 0) return box;
  const drawn = [pseudoOf(e, "::before"), pseudoOf(e, "::after")].filter((p) => p && p.width >= 3 && p.height >= 3);
  if (!drawn.length) return box;
  let holder = e;
  while (holder && getComputedStyle(holder).position === "static") holder = flatParent(holder);
  if (!holder) return box;
  box = holder === e ? box : boxOf(holder);
  const left = Math.min(...drawn.map((p) => p.left || 0));
  const top = Math.min(...drawn.map((p) => p.top || 0));
  const right = Math.max(...drawn.map((p) => (p.left || 0) + p.width));
  const bottom = Math.max(...drawn.map((p) => (p.top || 0) + p.height));
  return [box[0] + left, box[1] + top, right - left, bottom - top];
};

// An outline, but for the one that only shows where the focus is.
const outlineOf = (e, style) => {
  const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 && rgba(style.outlineColor)[3] > 0.1;
  return drawn && !fits(e, ":focus") ? style.outlineWidth + " " + style.outlineColor : "";
};

// How much larger or smaller than its style says an element is drawn: by `transform: scale` or `zoom` of what holds it.
const ownScaleOf = (e) => {
  if (!(e instanceof HTMLElement) || offsetWidthOf(e) < 4 || offsetHeightOf(e) < 4) return 1;
  const box = boxOf(e);
  const [x, y] = [box[2] / offsetWidthOf(e), box[3] / offsetHeightOf(e)];
  return Math.abs(x - y) > 0.08 * x || Math.abs(x - 1) < 0.08 ? 1 : x;
};

const LENGTHS = ["width", "height", "left", "right", "top", "margin", "border", "radius"];
const MATRIX = /^matrix\(([^)]*)\)$/;

// The lengths of a pseudo-element as drawn, where its element is not drawn in its own size.
const scaled = (drawn, scale) => {
  if (!drawn || scale === 1) return drawn;
  for (const name of LENGTHS) if (drawn[name]) drawn[name] *= scale;
  const turned = MATRIX.exec(drawn.transform || "");
  if (turned) drawn.transform = "matrix(" + turned[1].split(", ").map((n, i) => (i > 3 ? n * scale : n)).join(", ") + ")";
  return drawn;
};

// What the file of a picture is called, with its fragment: one of a sprite is often told by that alone.
const fileOf = (picture) => {
  const address = /url\("(?!data:)([^"]+)"\)/i.exec(picture);
  return address ? address[1].replace(/\?[^#]*/, "").split("/").pop().slice(-60) : "";
};

const looksOf = (e, style) => {
  const looks = { ground: rgba(style.backgroundColor).map((n) => Math.round(n * 100) / 100) };
  looks.border = Math.max(parseFloat(style.borderTopWidth) || 0, parseFloat(style.borderBottomWidth) || 0);
  looks.boxed = parseFloat(style.borderLeftWidth) > 0 && parseFloat(style.borderTopWidth) > 0;
  looks.edge = rgba(style.borderTopColor).map((n) => Math.round(n * 100) / 100);
  looks.radius = parseFloat(style.borderTopLeftRadius) || 0;
  if (style.borderTopLeftRadius.endsWith("%")) looks.radius = 999;
  looks.shadow = style.boxShadow !== "none";
  if (looks.shadow) looks.cast = style.boxShadow.slice(0, 120);
  const rim = outlineOf(e, style);
  if (rim) looks.outline = rim;
  looks.picture = style.backgroundImage === "none" ? "" : style.backgroundImage.slice(0, 120) + " " + style.backgroundPosition;
  looks.mask = style.maskImage !== "none";
  const file = fileOf(style.backgroundImage) || fileOf(style.maskImage);
  if (file) looks.file = file;
  if (style.appearance !== "none") looks.widget = 1; // drawn by the browser
  looks.ink = rgba(style.color).slice(0, 3);
  looks.before = pseudoOf(e, "::before");
  looks.after = pseudoOf(e, "::after");
  const scale = looks.before || looks.after ? ownScaleOf(e) : 1;
  scaled(looks.before, scale);
  scaled(looks.after, scale);
  return looks;
};

// The box that an element draws around others: ground, border, shadow.
const frameOf = (e) => {
  const style = getComputedStyle(e);
  const edge = rgba(style.borderBottomColor)[3] > 0.05 ? parseFloat(style.borderBottomWidth) || 0 : 0;
  return { ground: rgba(style.backgroundColor), border: edge, shadow: style.boxShadow !== "none" };
};

const drawsSomething = (looks) =>
  looks.ground[3] > 0.03 || (looks.border > 0 && looks.edge[3] > 0.05) || looks.shadow || looks.picture !== "" || looks.mask || looks.before !== null || looks.after !== null;
