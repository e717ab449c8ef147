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
  const small = entry.box[2] >= 5 && entry.box[2] <= 120 && entry.box[3] >= 3 && entry.box[3] <= 64;
  const shape = small && (DRAWN_LEAVES.has(tagOf(e)) || style.display !== "contents") && shapeOf(e, style);
  const wanted = interests(e, role, pointer);
  const scrolls = scrollHeightOf(e) > clientHeightOf(e) + 8 && /auto|scroll/.test(style.overflowY) && entry.box[2] >= 80 && entry.box[3] >= 60;
  if (mayBeClosed(e, entry.box, style)) {
    state.hints++;
    state.hosts.push(e);
  }
  if (tagOf(e) === "input" && e.type === "password" && seenIn(entry, style, inner)) state.password = true;
  entry.facts = { seen: seenIn(entry, style, inner) ? 1 : 0 };
  if (inner.fixed) entry.facts.fixed = 1;
  if (inner.inert) entry.facts.inert = 1;
  const bar = !shape && entry.box[2] >= 80 && entry.box[2] <= 700 && entry.box[3] >= 2 && entry.box[3] <= 24 && !childCountOf(e) && looksOf(e, style);
  if (!(wanted || float || landmark || level || shape || scrolls || (bar && drawsSomething(bar)) || HEADERS.has(tagOf(e)) || HEADERS.has(role))) return;
  keep(entry);
  Object.assign(entry.facts, float && { over: float }, landmark && { landmark }, level && { level }, scrolls && { scrolls: 1 }, wanted && { wanted: 1 });
  if (pointer || style.cursor === "pointer") entry.facts.pointer = pointer ? 2 : 1;
  if (bar && drawsSomething(bar)) entry.facts.bar = 1;
  if (/grab|^(ew|col)-resize$/.test(style.cursor)) entry.facts.drags = 1;
  if (style.pointerEvents === "none") entry.facts.untouchable = 1;
  if (style.cursor === "not-allowed") entry.facts.refused = 1;
  if (shape) Object.assign(entry.facts, { looks: shape.looks, icon: shape.icon });
  else if (wanted) entry.facts.looks = looksOf(e, style);
  if (shape && tagOf(e) === "svg" && entry.box[2] <= 28 && pointsDown(e)) entry.facts.caret = 1;
  if (tagOf(e) === "iframe" || tagOf(e) === "frame")
    Object.assign(entry.facts, { inner: [e.clientLeft + parseFloat(style.paddingLeft), e.clientTop + parseFloat(style.paddingTop)], scale: scaleOf(e, entry.box) });
  if (wanted && fits(e, ":hover")) entry.facts.hovered = 1;
  if (wanted) Object.assign(entry.facts, { native: nativeOf(e), names: namesOf(e) });
};

const shapeOf = (e, style) => {
  if (tagOf(e) === "svg" || tagOf(e) === "img" || tagOf(e) === "canvas") return { looks: looksOf(e, style), icon: iconWords(e) };
  const looks = looksOf(e, style);
  const icon = ICON_FONT.test(style.fontFamily) || (tagOf(e) === "i" && !firstElementOf(e));
  if (!drawsSomething(looks) && !icon) return null;
  return { looks, icon: icon ? iconWords(e) : "" };
};
