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
