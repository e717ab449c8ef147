// Whether an element may hold a closed shadow root, which no script can see: it shows more than its children do.
const HOSTS = new Set("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "));

const mayBeClosed = (e, box, style) => {
  if (memory.asked.has(e) || box[2] < 8 || box[3] < 8 || shadowOf(e)) return false;
  const custom = e.localName.includes("-");
  if (!custom && !HOSTS.has(e.localName)) return false;
  if (custom && e.matches(":defined")) return true;
  const children = e.children;
  if (children.length) return !children[0].getClientRects().length && getComputedStyle(children[0]).display !== "none" && children[0].localName !== "slot";
  if (e.childNodes.length && e.textContent.trim()) return false;
  return style.backgroundImage === "none" && rgba(style.backgroundColor)[3] === 0 && !parseFloat(style.borderTopWidth);
};
