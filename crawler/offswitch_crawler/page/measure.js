// The facts of one element, taken while the pass is inside it, so that a subtree nobody asks for costs little.
const seenIn = (entry, style, inner) =>
  style.visibility === "visible" && !inner.hidden && entry.opacity >= 0.05 && entry.box[2] >= 2 && entry.box[3] >= 2 && within(entry.clip, entry.box, 4) && !clippedAway(style);

const measure = (state, e, style, entry, above, inner) => {
  const role = (attributeOf(e, "role") || "").trim().split(/\s+/)[0].toLowerCase();
  const pointer = style.cursor === "pointer" && above.pointer !== "pointer";
  if (entry.box[2] < 1 || entry.box[3] < 1) entry.box = pseudoBox(e, entry.box);
  const float = floats(e, style, role);
  const landmark = landmarkOf(e, role);
  const level = headingLevel(e, role);
  const small = entry.box[2] >= 5 && entry.box[2] <= 120 && entry.box[3] >= 2 && entry.box[3] <= 64;
  const shape = small && (DRAWN_LEAVES.has(tagOf(e)) || style.display !== "contents") && shapeOf(e, style);
  const wanted = interests(e, role, pointer);
  const sheet = !shape && !wanted && sheetOf(e, style, entry);
  const scrolls = scrollHeightOf(e) > clientHeightOf(e) + 8 && /auto|scroll/.test(style.overflowY) && entry.box[2] >= 80 && entry.box[3] >= 60;
  if (mayBeClosed(e, entry.box, style)) {
    state.hints++;
    state.hosts.push(e);
  }
  if (tagOf(e) === "input" && e.type === "password" && seenIn(entry, style, inner)) state.password = true;
  entry.facts = { seen: seenIn(entry, style, inner) ? 1 : 0 };
  if (inner.fixed) entry.facts.fixed = 1;
  if (inner.inert) entry.facts.inert = 1;
  const band = isBand(e);
  const bar = !shape && entry.box[2] >= 80 && entry.box[2] <= 700 && entry.box[3] >= 2 && entry.box[3] <= 24 && !childCountOf(e) && looksOf(e, style);
  if (!(wanted || float || landmark || level || shape || sheet || scrolls || band || (bar && drawsSomething(bar)) || HEADERS.has(tagOf(e)) || HEADERS.has(role))) return;
  keep(entry);
  Object.assign(entry.facts, float && { over: float }, landmark && { landmark }, level && { level }, scrolls && { scrolls: 1 }, wanted && { wanted: 1 });
  if (band) entry.facts.band = 1;
  if (pointer || style.cursor === "pointer") entry.facts.pointer = pointer ? 2 : 1;
  if (bar && drawsSomething(bar)) entry.facts.bar = 1;
  if (/grab|^(ew|col)-resize$/.test(style.cursor)) entry.facts.drags = 1;
  if (style.pointerEvents === "none") entry.facts.untouchable = 1;
  if (style.cursor === "not-allowed") entry.facts.refused = 1;
  if (shape) Object.assign(entry.facts, { looks: shape.looks, icon: shape.icon });
  else if (wanted) entry.facts.looks = looksOf(e, style);
  else if (sheet) entry.facts.sheet = sheet;
  if (shape && tagOf(e) === "svg" && ticksIn(e, entry.box)) entry.facts.tick = 1;
  if (shape && entry.facts.seen && tagOf(e) === "svg") {
    const parts = (entry.facts.parts = partsOf(e));
    if (parts.length === 1 && parts[0].tag === "path" && longAsTrack(parts[0].box) && mayBeClicked(e, style)) entry.facts.grid = pathGridOf(e);
  }
  if (shape && entry.facts.seen && /^(img|canvas)$/.test(tagOf(e)) && likeTrack(entry.box) && mayBeClicked(e, style)) entry.facts.grid = gridOf(e, entry.box);
  if (shape && tagOf(e) === "svg" && entry.box[2] <= 28 && pointsDown(e)) entry.facts.caret = 1;
  if (tagOf(e) === "iframe" || tagOf(e) === "frame")
    Object.assign(entry.facts, { inner: [e.clientLeft + parseFloat(style.paddingLeft), e.clientTop + parseFloat(style.paddingTop)], scale: scaleOf(e, entry.box) });
  if (wanted && fits(e, ":hover")) entry.facts.hovered = 1;
  if (wanted) Object.assign(entry.facts, { native: nativeOf(e), names: namesOf(e) });
};

const shapeOf = (e, style) => {
  if (tagOf(e) === "svg" || tagOf(e) === "img" || tagOf(e) === "canvas") return { looks: looksOf(e, style), icon: iconWords(e) };
  const looks = looksOf(e, style);
  const icon = ICON_FONT.test(style.fontFamily) || (tagOf(e) === "i" && !firstElementOf(e)) || onlySigns(e);
  if (!drawsSomething(looks) && !icon) return null;
  return { looks, icon: icon ? iconWords(e) : "" };
};

// A larger box that is drawn in something to click: the picture over a caption.
const SHEET_LARGEST_PX = 420;
const sheetOf = (e, style, entry) => {
  const [, , wide, tall] = entry.box;
  if (wide < 32 || tall < 24 || Math.max(wide, tall) > SHEET_LARGEST_PX || !(style.cursor === "pointer" || inButton(entry))) return null;
  const looks = looksOf(e, style);
  return DRAWN_LEAVES.has(tagOf(e)) || drawsSomething(looks) ? looks : null;
};

const inButton = (entry) => {
  for (let up = entry.up, n = 0; up && n < 4; up = up.up, n++) if (tagOf(up.e) === "button") return true;
  return false;
};

const likeTrack = (box) => box[2] >= 20 && box[2] <= 100 && box[3] >= 10 && box[2] >= 1.3 * box[3] && box[2] <= 2.8 * box[3];

const longAsTrack = (box) => box[2] >= 16 && box[3] >= 8 && box[2] >= 1.3 * box[3] && box[2] <= 2.8 * box[3];

const mayBeClicked = (e, style) => style.cursor === "pointer" || closestOf(e, "button,[role=button],[tabindex],[onclick]") !== null;

// A glyph of an icon font that is called like any other font.
const onlySigns = (e) => {
  if (firstElementOf(e)) return false;
  const text = (textContentOf(e) || "").trim();
  return text !== "" && text.length <= 4 && text.replace(PRIVATE_USE, "") === "";
};
