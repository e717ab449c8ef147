// How far the window is scrolled, and by how much what scrolls inside the page is taller than its own window.
() => {
  // Asked of the prototypes: fields of a form may be called as its members are (see native.js).
  const get = (of, name, e) => Object.getOwnPropertyDescriptor(of.prototype, name).get.call(e);
  const [root, body] = [get(Document, "scrollingElement", document), get(Document, "body", document)];
  const scrolls = (e) => {
    const [tall, wide] = [get(Element, "clientHeight", e), get(Element, "clientWidth", e)];
    const more = get(Element, "scrollHeight", e) - tall;
    if (more < 8 || tall < 120 || wide < 160) return 0;
    return /auto|scroll|overlay/.test(getComputedStyle(e).overflowY) ? more : 0;
  };
  // A body that is styled to scroll does so for the window, unless the root above it is styled itself.
  const ownScroll = getComputedStyle(get(Document, "documentElement", document)).overflowY !== "visible";
  const most = (elements) => {
    let found = 0;
    for (const e of elements) {
      if (e !== root && (e !== body || ownScroll)) found = Math.max(found, scrolls(e));
      const inner = get(Element, "shadowRoot", e);
      if (inner) found = Math.max(found, most(inner.querySelectorAll("*")));
    }
    return found;
  };
  return { scroll: [scrollX, scrollY], overflow: most(Document.prototype.querySelectorAll.call(document, "*")) };
}
