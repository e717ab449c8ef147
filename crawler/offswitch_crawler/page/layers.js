// What lies over the page: dialogs, menus, popovers, anything fixed; and what a grid of points of the viewport hits.
const GRID = 9;

const floats = (e, style, role) => {
  if (e === documentElementOf(document) || e === bodyOf(document)) return null; // the page itself, which is modal when it fills the screen
  const found = {};
  if (fits(e, ":modal")) found.modal = 1;
  else if (attributeOf(e, "aria-modal") === "true") found.said = 1; // some say so while the page can still be used
  if (tagOf(e) === "dialog" ? e.open : role === "dialog" || role === "alertdialog") found.dialog = 1;
  if (role === "menu" || role === "listbox") found.menu = 1;
  if (hasAttributeOf(e, "popover") && fits(e, ":popover-open")) found.popover = 1;
  if (style.position === "fixed") found.fixed = 1;
  else if (style.position === "absolute" && Number(style.zIndex) > 0) found.raised = 1;
  return Object.keys(found).length ? Object.assign(found, { z: Number(style.zIndex) || 0 }) : null;
};

const gridHits = (entries) => {
  const hits = [];
  for (let row = 0; row < GRID; row++)
    for (let column = 0; column < GRID; column++) {
      const hit = hitAt(((column + 0.5) * innerWidth) / GRID, ((row + 0.5) * innerHeight) / GRID);
      const entry = hit && entries.get(hit);
      hits.push(entry ? entry.at : -1);
    }
  return hits;
};
