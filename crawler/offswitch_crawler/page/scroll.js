// One scroller: an element by its number, or the document itself for 0. Where a person could not scroll it, null.
const scrollable = (e) => {
  if (!e || scrollHeightOf(e) <= clientHeightOf(e) + 8) return false;
  if (e !== scrollingElementOf(document)) return /^(auto|scroll|overlay)/.test(getComputedStyle(e).overflowY);
  const cut = (node) => node && /^(hidden|clip)/.test(getComputedStyle(node).overflowY);
  return !cut(documentElementOf(document)) && !(getComputedStyle(documentElementOf(document)).overflowY === "visible" && cut(bodyOf(document)));
};

const scrolledTo = (uid, top) => {
  const e = uid ? elementOf(uid) : scrollingElementOf(document);
  if (!scrollable(e)) return null;
  scrollToOf(e, { top, behavior: "instant" });
  return { top: scrollTopOf(e), window: clientHeightOf(e), height: scrollHeightOf(e) };
};

// What scrolls around an element: something inside the page, else its document.
const scrollerOf = (e) => {
  for (let up = flatParent(e); up; up = flatParent(up)) {
    if (up === document.body || up === document.documentElement) break;
    if (/auto|scroll|overlay/.test(getComputedStyle(up).overflowY) && scrollable(up)) return up;
  }
  return scrollable(scrollingElementOf(document)) ? scrollingElementOf(document) : null;
};

// Parts of a scroller's window down which an element may be put.
const DOWN = [0, 0.15, 0.3, 0.5, 0.75];

// Whether its middle is in the window, with nothing over it.
const isClear = (e) => {
  const [x, y, w, h] = boxOf(e);
  const [cx, cy] = [x + w / 2, y + h / 2];
  return cx >= 0 && cy >= 0 && cx < innerWidth && cy < innerHeight && lands(e, hitAt(cx, cy));
};

// As `pointOf`, with the element where its scroller begins, or as far down as a bar that stays there makes necessary: one
// picture then shows a whole window's worth of what follows.
const pointAtStart = (uid, framed) => {
  const found = elementOf(uid);
  const e = found && standIn(found);
  const scroller = e && scrollerOf(e);
  if (!scroller) return pointOf(uid, framed);
  const isPage = scroller === scrollingElementOf(document);
  if (!isPage) {
    intoView(scroller, { block: clientHeightOf(scroller) < innerHeight ? "nearest" : "start", inline: "nearest", behavior: "instant" });
    intoView(e, { block: "nearest", inline: "nearest", behavior: "instant" }); // sideways, and in scrollers around it
  }
  const down = (part) => {
    const top = isPage ? 0 : boxOf(scroller)[1] + scroller.clientTop;
    scroller.scrollBy({ top: boxOf(e)[1] - top - part * clientHeightOf(scroller), behavior: "instant" });
    return e;
  };
  // Some are never hit at their middle: a group is, or what draws it is hollow.
  if (!DOWN.some((part) => isClear(down(part)))) DOWN.some((part) => freePoint(down(part)));
  return pointOf(uid, framed);
};
