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

// What scrolls around an element inside the page; in a frame that is the frame's own document.
const scrollerOf = (e) => {
  for (let up = flatParent(e); up; up = flatParent(up)) {
    if (up === document.body || up === document.documentElement) break;
    if (/auto|scroll|overlay/.test(getComputedStyle(up).overflowY) && scrollable(up)) return up;
  }
  return window !== window.parent && scrollable(document.scrollingElement) ? document.scrollingElement : null;
};

// As `pointOf`, with the element where its scroller begins, or as far down as a bar that stays there makes necessary: one
// picture then shows a whole window's worth of what follows.
const pointAtStart = (uid) => {
  const found = elementOf(uid);
  const e = found && standIn(found);
  const scroller = e && scrollerOf(e);
  if (!scroller) return pointOf(uid);
  const isPage = scroller === document.scrollingElement;
  if (!isPage) {
    scroller.scrollIntoView({ block: scroller.clientHeight < innerHeight ? "nearest" : "start", inline: "nearest", behavior: "instant" });
    e.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" }); // sideways, and in scrollers around it
  }
  for (const part of [0, 0.15, 0.3, 0.5]) {
    const top = isPage ? 0 : boxOf(scroller)[1] + scroller.clientTop;
    scroller.scrollBy({ top: boxOf(e)[1] - top - part * scroller.clientHeight, behavior: "instant" });
    if (freePoint(e)) break;
  }
  return pointOf(uid);
};
