// One element again, between looks: where it is now, and a point at which a click lands on it.
// Boxes; null for what is gone, and where a scroller or box around it cuts its middle off now.
const drawnBoxesOf = (uids) => uids.map((uid) => { const e = elementOf(uid); return e && !cutOff(standIn(e)) ? boxOf(e) : null; });

// The same; null also for what something else is drawn over.
const freeBoxesOf = (uids) => drawnBoxesOf(uids).map((box, index) => box && !drawnOver(standIn(elementOf(uids[index]))) ? box : null);

// Whether something lies over a point of the window at which a frame's element is drawn.
const overFrame = (uid, x, y) => {
  const e = elementOf(uid);
  return Boolean(e) && x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && hitAt(x, y) !== e;
};

const drawnOver = (e) => {
  const [x, y, w, h] = boxOf(e);
  const [cx, cy] = [x + w / 2, y + h / 2];
  return cx >= 0 && cy >= 0 && cx < innerWidth && cy < innerHeight && !lands(e, hitAt(cx, cy));
};

const cutOff = (e) => {
  const [x, y, w, h] = boxOf(e);
  const [cx, cy] = [x + w / 2, y + h / 2];
  let loose = getComputedStyle(e).position; // an absolute element is only cut by what it is placed in
  for (let up = flatParent(e); up && loose !== "fixed"; up = flatParent(up)) {
    if (up === bodyOf(document) || up === documentElementOf(document)) return false;
    const style = getComputedStyle(up);
    if (loose === "absolute" && style.position === "static" && style.transform === "none") continue;
    loose = style.position;
    if (style.overflowX === "visible" && style.overflowY === "visible") continue;
    const [l, t, wide, tall] = boxOf(up);
    if (wide > 1 && tall > 1 && (cx < l || cy < t || cx > l + wide || cy > t + tall)) return true;
  }
  return false;
};

const controlOf = (e) => {
  for (let up = e; up; up = flatParent(up)) if (tagOf(up) === "label") return up.control;
  return null;
};

// A link or another button inside of a label takes the click for itself.
const leadsAway = (label, hit) => {
  const taken = hit.closest("a[href], button");
  return taken && taken !== label.control && flatHas(label, taken);
};

// A click there reaches the element: it or what it holds, its label, or an input laid over it in the same small box.
const lands = (e, hit) => {
  if (!hit) return false;
  if (flatHas(e, hit)) return e.localName !== "label" || !leadsAway(e, hit);
  const labelled = controlOf(hit);
  if (labelled && (labelled === e || flatHas(e, labelled))) return !closestOf(hit, "a[href], button");
  if (tagOf(e) === "label" && hit === e.control) return true;
  return /^(input|label)$/.test(tagOf(hit)) && flatHas(flatParent(flatParent(e) || e) || e, hit) && boxOf(hit)[2] < 200 && boxOf(hit)[3] < 80;
};

const SPREAD = [[0.5, 0.5], [0.25, 0.5], [0.75, 0.5], [0.5, 0.25], [0.5, 0.75], [0.1, 0.5], [0.9, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8], [0.5, 0.1], [0.5, 0.9]];

const freePoint = (e) => {
  const rects = Array.from(rectsOf(e)).filter((r) => r.width >= 1 && r.height >= 1);
  for (const r of rects.length ? rects : [rectOf(e)])
    for (const [fx, fy] of SPREAD) {
      const [x, y] = [r.x + r.width * fx, r.y + r.height * fy];
      if (x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && lands(e, hitAt(x, y))) return [x, y];
    }
  return null;
};

// What stands for an element that is drawn by others: its label, what it holds, or what it is in. Nothing stands for a button
// or a link that is not displayed.
const standIn = (e) => {
  const [, , w, h] = boxOf(e);
  if (w >= 2 && h >= 2) return e;
  const label = tagOf(e) !== "form" && e.labels && e.labels[0];
  if (label && boxOf(label)[2] >= 2) return label;
  for (const inner of flatChildren(e)) if (nodeTypeOf(inner) === 1 && boxOf(inner)[2] >= 2) return inner;
  const undrawn = !rectsOf(e).length && !fits(e, "input, select, [role=switch], [role=checkbox]");
  return undrawn ? e : flatParent(e) || e;
};

const pointNow = (uid) => {
  const found = elementOf(uid);
  if (!found) return { ok: false, why: "gone" };
  const e = standIn(found);
  let free = freePoint(e);
  for (const block of ["nearest", "center", "start", "end"]) {
    if (free) break;
    intoView(e, { block, inline: "nearest", behavior: "instant" });
    free = freePoint(e);
  }
  if (free) return { ok: true, x: free[0], y: free[1] };
  const [x, y, w, h] = boxOf(e);
  return { ok: false, why: w < 1 || h < 1 ? "invisible" : "covered", x: x + w / 2, y: y + h / 2 };
};

// Two pictures later: clicks into a frame of another process go where the last picture showed it.
// (A window in the background may draw none.)
const drawn = () =>
  new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(done));
    setTimeout(done, document.hidden ? 200 : 500);
  });

// With frames on the page the last picture must show where it was scrolled to: a click goes into a frame of another process that
// stood at that point before, whatever is there now.
const pointOf = async (uid, framed) => {
  const point = pointNow(uid);
  if (!framed || !point.ok) return point;
  await drawn();
  return pointNow(uid);
};

// The same for a point inside a frame's element: brings it into view; false where something lies over it.
const pointThrough = async (uid, x, y) => {
  const e = elementOf(uid);
  if (!e) return { ok: false, why: "gone" };
  await drawn();
  const at = () => { const [l, t, wide, high] = contentOf(uid); return [l + x * wide, t + y * high]; };
  const inView = ([px, py]) => px >= 0 && py >= 0 && px < innerWidth && py < innerHeight;
  if (!inView(at())) intoView(e, { block: "nearest", inline: "nearest", behavior: "instant" });
  if (!inView(at())) scrollBy({ top: at()[1] - innerHeight / 2, left: 0, behavior: "instant" });
  await drawn();
  const [px, py] = at();
  const ok = inView([px, py]) && hitAt(px, py) === e;
  return { ok, why: ok ? "" : "covered", x: px, y: py };
};

const padding = (e, side) => parseFloat(getComputedStyle(e)["padding" + side]) || 0;

// Where the content of a frame's element begins, and how many times as wide and as high it is drawn.
const contentOf = (uid) => {
  const e = elementOf(uid);
  if (!e) return [0, 0, 1, 1];
  const [x, y, w, h] = boxOf(e);
  const [wide, high] = scaleOf(e, [x, y, w, h]);
  return [x + (e.clientLeft + padding(e, "Left")) * wide, y + (e.clientTop + padding(e, "Top")) * high, wide, high];
};
