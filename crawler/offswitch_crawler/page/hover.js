// What looks as if a menu came while the pointer rests on it, or on a right click: lists that a rule on :hover draws, lists that lie
// hidden in or behind an entry of a bar, and elements that hear a right click by their attribute.
const CLICKABLE = "a[href], button, [role^=menuitem], [role=switch], input, select";
const LISTS = "ul, ol, menu, nav, [role=menu], [role=group]";
const IN_SIGHT = "display visibility opacity height maxHeight transform translate scale clip clipPath left right top pointerEvents".split(" ");
const MOST_SHOWN = 100;
const ENTRY_PX = [480, 160];
const ROWS_ALIKE = 3;
const sheetsOf = (root) => (nodeTypeOf(root) === 9 ? got(Document, "styleSheets")(root) : got(ShadowRoot, "styleSheets")(root));

const rulesOf = (sheet) => {
  try {
    return sheet.cssRules;
  } catch {
    return []; // of another site, and not to be read
  }
};

// Selectors of a document that bring something into sight under a resting pointer: what it rests on, what is shown, whether that
// may stand beside it. Kept until a sheet changes its number of rules.
const hoverRules = (root) => {
  const lists = Array.from(sheetsOf(root), rulesOf).filter((rules) => rules.length);
  const stamp = lists.map((rules) => rules.length).join();
  if (!memory.hovers) memory.hovers = new WeakMap();
  const kept = memory.hovers.get(root);
  if (kept && kept.stamp === stamp) return kept.found;
  const found = [];
  for (const rules of lists) collectRules(rules, "", found);
  memory.hovers.set(root, { stamp, found });
  return found;
};

const collectRules = (rules, outer, found) => {
  for (const rule of rules) {
    const own = rule.selectorText;
    if (own === undefined && rule.media && !matchMedia(rule.media.mediaText).matches) continue;
    const selector = own === undefined || !outer ? own || outer : own.includes("&") ? own.replaceAll("&", `:is(${outer})`) : `:is(${outer}) ${own}`;
    if (own !== undefined && selector.includes(":hover") && IN_SIGHT.some((name) => rule.style[name])) found.push(...eachSelector(selector).map(pairOf).filter(Boolean));
    if (rule.cssRules && rule.cssRules.length) collectRules(rule.cssRules, selector || "", found);
  }
};

const eachSelector = (selector) => {
  const found = [""];
  let depth = 0;
  for (const sign of selector) {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (sign === "," && !depth) found.push("");
    else found[found.length - 1] += sign;
  }
  return found;
};

const plainOf = (selector) => selector.replace(/:(hover|focus(-within|-visible)?)(?![\w-])/g, "");

const pairOf = (selector) => {
  const at = selector.indexOf(":hover");
  const [head, rest] = [selector.slice(0, at).trim(), selector.slice(at + 6)];
  const compound = /^[^\s>+~]*/.exec(rest)[0];
  const shown = rest.slice(compound.length);
  if (head.split("(").length !== head.split(")").length || !shown.trim() || shown.includes("::")) return null;
  const host = plainOf(head + compound);
  const whole = /[>+~\s]$|^$/.test(host) ? host + "*" : host;
  return [whole, whole + plainOf(shown), /[+~]/.test(shown)];
};

const inSight = (state, e) => { const entry = state.entries.get(e); return Boolean(entry && entry.facts && entry.facts.seen); };

const partsIn = (e) => (fits(e, CLICKABLE) ? [e] : []).concat(Array.from(allIn(e, CLICKABLE)));

// A list of things to click, none of which can be seen now.
const hiddenList = (state, e) => {
  const parts = partsIn(e);
  if (!parts.length || parts.some((part) => inSight(state, part)) || inSight(state, e)) return false;
  return parts.length > 1 || fits(e, LISTS) || allIn(e, LISTS).length > 0;
};

const hostOfRule = (e, selector, beside) => {
  for (let up = e; up; up = parentElementOf(up)) {
    if (up !== e && fits(up, selector)) return up;
    if (beside) for (let other = elementBeforeOf(up); other; other = elementBeforeOf(other)) if (fits(other, selector)) return other;
  }
  return null;
};

const addHover = (state, host, list, sign) => {
  const entry = host && state.entries.get(host);
  if (!entry || !inSight(state, host) || entry.facts.hovers || entry.box[2] > innerWidth * 0.9 && entry.box[3] > innerHeight / 3) return;
  keep(entry);
  Object.assign(entry.facts, { hovers: sign, hides: textContentOf(list).replace(/\s+/g, " ").trim().slice(0, 300) });
  state.pointed.push(entry);
};

const hoveredByRules = (state, root) => {
  for (const [host, shown, beside] of hoverRules(root)) {
    try {
      for (const e of Array.prototype.slice.call(allIn(root, shown), 0, MOST_SHOWN)) if (hiddenList(state, e)) addHover(state, hostOfRule(e, host, beside), e, "css");
    } catch {
      continue; // a selector that is none without its :hover
    }
  }
};

const inBar = (entry) => {
  if (entry.bar === undefined) {
    const own = entry.facts && entry.facts.landmark;
    entry.bar = own === "navigation" || own === "banner" || own === "menu" || attributeOf(entry.e, "role") === "menubar" || Boolean(entry.up && inBar(entry.up));
  }
  return entry.bar;
};

// The entry of a bar whose list lies hidden in it or right behind it.
const hoveredByPlace = (state, entry) => {
  for (const child of flatChildren(entry.e)) {
    if (nodeTypeOf(child) !== 1 || !hiddenList(state, child)) continue;
    const before = elementBeforeOf(child);
    const own = entry.facts.landmark || entry.box[2] > ENTRY_PX[0] || entry.box[3] > ENTRY_PX[1];
    if (!own && partsIn(entry.e).filter((part) => inSight(state, part)).length <= 1) addHover(state, entry.e, child, "list");
    else if (before && inSight(state, before) && partsIn(before).length <= 1) addHover(state, before, child, "list");
  }
};

const hearsRightClick = (state) => {
  for (const e of allIn(document, "[oncontextmenu]")) {
    const entry = state.entries.get(e);
    const refuses = /^\s*(event\.preventDefault\(\)\s*;?)?\s*(return\s+false\s*;?)?\s*$/.test(attributeOf(e, "oncontextmenu"));
    if (!entry || refuses || !inSight(state, e) || entry.box[2] * entry.box[3] > 0.5 * innerWidth * innerHeight) continue;
    keep(entry);
    entry.facts.context = 1;
  }
};

// Only a pointer can rest: a screen that is touched has none. The actions that show on each row of a list are no menus.
const pointed = (state) => {
  state.pointed = [];
  hearsRightClick(state);
  if (matchMedia("(hover: none)").matches) return;
  const roots = new Set([document]);
  for (const entry of state.list) if (entry.facts && shadowOf(entry.e)) roots.add(shadowOf(entry.e));
  for (const root of roots) hoveredByRules(state, root);
  for (const entry of [...state.list]) if (inBar(entry) && entry.facts && entry.facts.seen) hoveredByPlace(state, entry);
  const patterns = new Map();
  for (const entry of state.pointed) if (!inBar(entry)) patterns.set(patternOf(entry.e), (patterns.get(patternOf(entry.e)) || []).concat(entry));
  for (const alike of patterns.values()) if (alike.length > ROWS_ALIKE) for (const entry of alike) delete entry.facts.hovers;
};
