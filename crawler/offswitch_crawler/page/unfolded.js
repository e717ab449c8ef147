// A list that a click has made appear and that says nothing of itself: what stood there before is remembered, what is new is read.
const MOST_ROWS = 100;
const LONGEST_ROW = 60;
const HIGHEST_ROW_PX = 90;

const standsNow = (e) => {
  const [, , w, h] = boxOf(e);
  return w >= 2 && h >= 2 && visible(e, { checkOpacity: true, checkVisibilityCSS: true });
};

const eachOf = (e, say) => {
  if (say(e) === false) return;
  for (const child of flatChildren(e)) if (nodeTypeOf(child) === 1) eachOf(child, say);
};

const remember = () => {
  memory.stood = new WeakSet();
  memory.list = null;
  eachOf(documentElementOf(document), (e) => void (standsNow(e) && memory.stood.add(e)));
};

// The outermost elements that are drawn now and were not.
const newOnes = () => {
  const found = [];
  eachOf(documentElementOf(document), (e) => {
    if (memory.stood.has(e)) return true;
    if (standsNow(e)) found.push(e);
    return !standsNow(e);
  });
  return found;
};

const floatsOver = (e) => {
  for (let up = e, old = 0; up && old < 3; up = flatParent(up)) {
    if (memory.stood.has(up)) old++;
    if (/^(absolute|fixed)$/.test(getComputedStyle(up).position) || (hasAttributeOf(up, "popover") && fits(up, ":popover-open"))) return true;
  }
  return false;
};

const wordOf = (e) => {
  const line = (e instanceof HTMLElement ? innerTextOf(e) : textContentOf(e)).split("\n").map((part) => part.replace(/\s+/g, " ").trim());
  return line.find((part) => /[\p{L}\p{N}]/u.test(part)) || "";
};

const bare = (text) => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").toLowerCase();

const leadsOn = (e) => {
  const links = [e, ...allIn(e, "a[href]")].filter((a) => tagOf(a) === "a" && !/^(#|javascript:|$)/.test(attributeOf(a, "href") || ""));
  return links.length > 0 || allIn(e, "input, select, textarea, iframe").length > 0;
};

// Rows under one another, each with a short text of its own.
const rowsOf = (elements) => {
  const rows = elements.filter((e) => standsNow(e) && wordOf(e));
  if (rows.length < 2 || rows.length > MOST_ROWS) return null;
  const boxes = rows.map(boxOf);
  const stacked = boxes.every(([x, y, , h], i) => h >= 10 && h <= HIGHEST_ROW_PX && (!i || (Math.abs(x - boxes[0][0]) <= 2 && y >= boxes[i - 1][1] + 8)));
  return stacked && !rows.some((e) => wordOf(e).length > LONGEST_ROW || leadsOn(e)) ? rows : null;
};

// What the rows of a new floating list say, one of which is the value that is shown; null where no such list has come.
const unfolded = (value) => {
  const offered = (elements) => {
    const rows = rowsOf(elements);
    return rows && rows.some((e) => bare(wordOf(e)) === bare(value)) ? rows : null;
  };
  let found = null;
  const fresh = newOnes();
  for (const e of fresh) {
    if (found || !floatsOver(e)) continue;
    found = offered(fresh.filter((other) => flatParent(other) === flatParent(e)));
    if (!found) eachOf(e, (inner) => void (found = found || offered(Array.prototype.filter.call(flatChildren(inner), (n) => nodeTypeOf(n) === 1))));
  }
  if (!found) return null;
  memory.list = new WeakRef(found[0]);
  return found.map(wordOf);
};

// Whether anything of that list is still drawn.
const standsOpen = () => {
  const row = memory.list && memory.list.deref();
  return Boolean(row && row.isConnected && standsNow(row));
};
