// One pass over the flat tree of one document: elements of interest with their ancestors, pieces of text, layers, scrollers.
const NEVER = new Set("script style noscript template head meta link title video audio picture source track datalist br hr wbr param".split(" "));
const DRAWN_LEAVES = new Set(["svg", "img", "canvas", "i", "object", "embed"]);
const NATIVE_HIDDEN = "input[type=checkbox],input[type=radio],input[type=range],select,[role=switch],[role=checkbox]";
const WRITTEN_ON = "[type=button],[type=submit],[type=reset]";
const MOST_NODES = 60000;

const scan = () => {
  const state = { entries: new Map(), list: [], texts: [], run: 0, hints: 0, hosts: [], count: 0, password: false, frames: [], cell: 0 };
  const root = documentElementOf(document);
  if (root) visit(state, root, { up: null, clip: pageClip(), held: pageClip(), opacity: 1, pointer: "auto", fixed: 0, inert: 0, shadow: [] });
  return report(state);
};

const visit = (state, e, above) => {
  if (NEVER.has(tagOf(e))) return void plays(e, above.up);
  if (state.count >= MOST_NODES) return void (state.cut = 1); // said, not passed over
  const style = getComputedStyle(e);
  if (style.display === "none") return visitHidden(state, e, above);
  const entry = enter(state, e, style, above);
  if (style.display !== "inline" && style.display !== "contents" && style.display !== "inline-block") state.run++;
  const cell = style.display === "table-cell";
  if (cell) state.cell++;
  const inner = inside(e, style, entry, above);
  measure(state, e, style, entry, above, inner);
  if (!DRAWN_LEAVES.has(tagOf(e)) || (tagOf(e) === "i" && firstElementOf(e))) visitChildren(state, e, style, entry, inner);
  else if (tagOf(e) === "i") visitTexts(state, e, style, entry, inner);
  entry.end = state.count - 1;
  if (cell) state.cell++;
  if (style.display !== "inline" && style.display !== "contents" && style.display !== "inline-block") state.run++;
};

// What plays something, and the box that it shares with its own bars and buttons.
const plays = (e, up) => {
  if (tagOf(e) !== "video" && tagOf(e) !== "audio") return;
  const most = tagOf(e) === "video" ? 1.6 * boxOf(e)[3] + 120 : 160;
  for (; up && up.box[3] <= most; up = up.up) if (up.facts) up.facts.plays = 1;
};

const enter = (state, e, style, above) => {
  const entry = { e, at: state.count++, end: 0, up: above.up, box: boxOf(e), opacity: above.opacity * opacityOf(style), kept: false };
  state.entries.set(e, entry);
  state.list.push(entry);
  return entry;
};

const opacityOf = (style) => (style.filter !== "none" && /opacity\(0\)/.test(style.filter) ? 0 : Number(style.opacity));

const inside = (e, style, entry, above) => {
  const base = style.position === "fixed" ? fixedClip(e) : style.position === "absolute" ? above.held : above.clip;
  const clip = style.display === "contents" ? base : innerClip(e, style, base, entry.box);
  const holds = style.position !== "static" || style.transform !== "none" || style.contain !== "none";
  entry.clip = base;
  entry.raised = style.position !== "static";
  if (above.up && /^(absolute|fixed)$/.test(style.position)) addSheet(e, style, entry, above.up);
  return {
    up: entry, clip, held: holds ? clip : above.held, opacity: entry.opacity, pointer: style.cursor,
    fixed: above.fixed || (/^(fixed|sticky)$/.test(style.position) ? 1 : 0), inert: above.inert || (hasAttributeOf(e, "inert") ? 1 : 0),
    shadow: shadowOf(e) ? above.shadow.concat(entry) : above.shadow, hidden: style.contentVisibility === "hidden" || above.hidden,
  };
};

// A positioned box of its own ground, of which texts beside it may stand in front.
const addSheet = (e, style, entry, up) => {
  if (entry.box[2] < 40 || entry.box[3] < 12 || entry.opacity < 0.98) return;
  if (style.backgroundImage === "none" && rgba(style.backgroundColor)[3] < 0.98) return;
  (up.sheets = up.sheets || []).push({ entry, z: Number(style.zIndex) || 0 });
};

const visitChildren = (state, e, style, entry, inner) => {
  const closed = tagOf(e) === "details" && !e.open;
  const options = tagOf(e) === "select" || tagOf(e) === "textarea";
  if (options || tagOf(e) === "iframe" || tagOf(e) === "frame") return;
  if (tagOf(e) === "input" && fits(e, WRITTEN_ON)) addText(state, { data: inputValueOf(e), box: entry.box }, e, style, entry, inner);
  for (const child of flatChildren(e)) {
    if (nodeTypeOf(child) === 1) {
      if (tagOf(child) === "br" || tagOf(child) === "hr") state.run++;
      if (!closed || tagOf(child) === "summary") visit(state, child, inner);
    } else if (nodeTypeOf(child) === 3 && !closed) addText(state, child, e, style, entry, inner);
  }
};

const visitTexts = (state, e, style, entry, inner) => {
  for (const child of childNodesOf(e)) if (nodeTypeOf(child) === 3) addText(state, child, e, style, entry, inner);
};

const addText = (state, node, e, style, entry, inner) => {
  const last = state.texts[state.texts.length - 1];
  if (!node.data.trim() && last && last.run === state.run) last.ends = 1;
  if (style.visibility !== "visible" || inner.hidden || inner.opacity < 0.05 || !node.data.trim()) return;
  const piece = pieceOf(node, entry, style, inner.clip, state.count, state.run, inner.opacity);
  if (!piece) return;
  if (state.cell) piece.cell = state.cell;
  state.count++; // a position of its own: text before and after an element stands before and after it
  entry.written = true;
  for (let up = entry; up && !up.spoken; up = up.up) up.spoken = true;
  state.texts.push(piece);
};

// Native inputs that are not displayed, beside what is drawn for them; a hidden part with words of its own is closed, not drawn otherwise.
const visitHidden = (state, e, above) => {
  const found = fits(e, NATIVE_HIDDEN) ? [e] : childCountOf(e) && childCountOf(e) <= 3 && wordless(e) ? allIn(e, NATIVE_HIDDEN) : [];
  if (found.length !== 1) return;
  const entry = { e: found[0], at: state.count++, end: state.count - 1, up: above.up, box: [0, 0, 0, 0], opacity: 0, clip: NOWHERE, facts: { hidden: 1, native: nativeOf(found[0]) } };
  state.entries.set(found[0], entry);
  state.list.push(entry);
  keep(entry);
};

// Options and scripts are no words that a person would read in it.
const wordless = (e) => {
  const texts = treeWalker(document, e, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.data.trim() && !closestOf(parentElementOf(text), "option,script,style")) return false;
  }
  return true;
};

const keep = (entry) => {
  for (let up = entry; up && !up.kept; up = up.up) up.kept = true;
};
