// How far the window is scrolled, and by how much what scrolls inside the page is taller than its own window.
() => {
  const scrolls = (e) => {
    const more = e.scrollHeight - e.clientHeight;
    if (more < 8 || e.clientHeight < 120 || e.clientWidth < 160) return 0;
    return /auto|scroll|overlay/.test(getComputedStyle(e).overflowY) ? more : 0;
  };
  // A body that is styled to scroll does so for the window, unless the root above it is styled itself.
  const ownScroll = getComputedStyle(document.documentElement).overflowY !== "visible";
  const most = (root) => {
    let found = 0;
    for (const e of root.querySelectorAll("*")) {
      if (e !== document.scrollingElement && (e !== document.body || ownScroll)) found = Math.max(found, scrolls(e));
      if (e.shadowRoot) found = Math.max(found, most(e.shadowRoot));
    }
    return found;
  };
  return { scroll: [scrollX, scrollY], overflow: most(document) };
}
