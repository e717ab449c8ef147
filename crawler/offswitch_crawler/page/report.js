// What the pass found, as plain JSON.

const report = (state) => {
  const root = scrollingElementOf(document) || documentElementOf(document);
  for (const entry of state.list) if (entry.facts && entry.facts.names) resolveNames(state, entry);
  pointed(state);
  for (const entry of state.list) if (entry.facts && (entry.facts.wanted || entry.facts.looks)) entry.facts.hit = hitOf(state, entry);
  for (const entry of state.list) if (entry.facts && entry.facts.inner) entry.facts.under = coversOf(state, entry);
  memory.hints = state.hosts;
  return {
    url: location.href, title: titleOf(document), language: (documentElementOf(document) && documentElementOf(document).lang) || "",
    viewport: [innerWidth, innerHeight], scroll: [scrollX, scrollY], size: root ? [scrollWidthOf(root), scrollHeightOf(root)] : [0, 0],
    count: state.count, hints: state.hints, password: state.password, rests: matchMedia("(hover: none)").matches ? 0 : 1, cut: state.cut || 0, shut: stillShut(), grid: gridHits(state.entries), texts: state.texts,
    nodes: state.list.filter((entry) => entry.kept).map((entry) => nodeOf(state, entry)),
  };
};

// How many closed roots there are that were not handed in: no more than there still are elements that may hold them.
const stillShut = () => {
  if (!memory.shut) return 0;
  const hosts = memory.mute.filter((kept) => { const host = kept.deref(); return host && connected.call(host); });
  return Math.min(memory.shut, hosts.length);
};

// Elements that give names become positions in the pass, so that their drawn text can be found; else only their words count.
const resolveNames = (state, entry) => {
  const names = entry.facts.names;
  for (const key of ["by", "described", "labels"]) {
    if (!names[key]) continue;
    const found = names[key].map((e) => state.entries.get(e)).filter(Boolean);
    found.forEach(keep);
    names[key] = found.map((f) => f.at);
  }
};

const nodeOf = (state, entry) => {
  const e = entry.e;
  const node = { at: entry.at, end: entry.end, up: entry.up ? entry.up.at : -1, uid: uidOf(e), tag: tagOf(e), box: entry.box, attributes: attributesOf(e) };
  if (entry.opacity < 1) node.opacity = Math.round(entry.opacity * 100) / 100;
  if (shadowOf(e)) node.host = 1;
  if (!(entry.facts && entry.facts.looks)) node.frame = frameOf(e);
  if (entry.spoken) node.spoken = 1;
  if (childCountOf(e)) node.children = childCountOf(e);
  Object.assign(node, entry.facts || {});
  if (entry.facts && (entry.facts.wanted || entry.facts.scrolls || entry.facts.hovers || entry.facts.context)) node.place = placeOf(e);
  return node;
};

// Whether a point of an element lies outside of a scroller around it now: what lies there then lies over nothing of it.
const scrolledOut = (entry, x, y) => {
  for (let up = entry.up; up; up = up.up) {
    if (!up.facts || !up.facts.scrolls) continue;
    const [left, top, w, h] = up.box;
    if (x < left || y < top || x >= left + w || y >= top + h) return true;
  }
  return false;
};

// Position of what lies at the middle of an element now, -1 for nothing; outside of the window of what is painted over all of it,
// -2 where nothing is known to be.
const hitOf = (state, entry) => {
  const [x, y, w, h] = entry.box;
  const [cx, cy] = [x + w / 2, y + h / 2];
  if (!entry.facts.seen) return -2;
  const curtain = curtainOver(state, entry);
  if (curtain) {
    keep(curtain);
    curtain.facts.curtain = 1;
    return curtain.at;
  }
  if (cx < 0 || cy < 0 || cx >= innerWidth || cy >= innerHeight) return coverOf(state, entry);
  if (!within(entry.clip, [cx, cy, 1, 1], 1) || scrolledOut(entry, cx, cy)) return coverOf(state, entry);
  const hit = hitAt(cx, cy);
  const found = hit && state.entries.get(hit);
  if (found) keep(found);
  return found ? found.at : -1;
};
