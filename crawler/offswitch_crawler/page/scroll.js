// One scroller: an element by its number, or the document itself for 0. Where a person could not scroll it, null.
const scrollable = (e) => {
  if (!e || e.scrollHeight <= e.clientHeight + 8) return false;
  if (e !== document.scrollingElement) return /^(auto|scroll|overlay)/.test(getComputedStyle(e).overflowY);
  const cut = (node) => node && /^(hidden|clip)/.test(getComputedStyle(node).overflowY);
  return !cut(document.documentElement) && !(getComputedStyle(document.documentElement).overflowY === "visible" && cut(document.body));
};

const scrolledTo = (uid, top) => {
  const e = uid ? elementOf(uid) : document.scrollingElement;
  if (!scrollable(e)) return null;
  e.scrollTo({ top, behavior: "instant" });
  return { top: e.scrollTop, window: e.clientHeight, height: e.scrollHeight };
};
