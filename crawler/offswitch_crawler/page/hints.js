// Whether an element may hold a closed shadow root, which no script can see: it shows more than its children do.
const HOSTS = new Set("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "));

const mayBeClosed = (e, box, style) => {
  if (memory.asked.has(e) || box[2] < 8 || box[3] < 8 || shadowOf(e)) return false;
  const custom = tagOf(e).includes("-");
  if (!custom && !HOSTS.has(tagOf(e))) return false;
  if (custom && fits(e, ":defined")) return true;
  const children = childrenOf(e);
  if (children.length) return !rectsOf(children[0]).length && getComputedStyle(children[0]).display !== "none" && tagOf(children[0]) !== "slot";
  if (childNodesOf(e).length && textContentOf(e).trim()) return false;
  return style.backgroundImage === "none" && rgba(style.backgroundColor)[3] === 0 && !parseFloat(style.borderTopWidth);
};
