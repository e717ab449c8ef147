// What may be clicked to lead on or to set something: by element, role, focus, ARIA or pointer.
const ROLES = new Set(
  ("button link tab menuitem menuitemcheckbox menuitemradio switch checkbox radio radiogroup slider combobox listbox option spinbutton treeitem " +
    "tablist group toolbar row gridcell scrollbar progressbar searchbox textbox heading tabpanel").split(" "),
);
const TAGS = new Set(["a", "button", "input", "select", "textarea", "summary", "label", "iframe", "frame", "fieldset", "legend", "details", "option", "area", "object"]);
const HEADERS = new Set(["th", "columnheader", "rowheader", "dt"]);
const LANDMARKS = { nav: "navigation", header: "banner", footer: "contentinfo", aside: "complementary", main: "main", form: "form", search: "search" };

const interests = (e, role, pointer) =>
  TAGS.has(tagOf(e)) || ROLES.has(role) || pointer || hasAttributeOf(e, "tabindex") || hasAttributeOf(e, "aria-checked") || hasAttributeOf(e, "aria-pressed") ||
  hasAttributeOf(e, "aria-expanded") || hasAttributeOf(e, "aria-haspopup") || hasAttributeOf(e, "onclick") || e.isContentEditable === true;

const landmarkOf = (e, role) => {
  if (role in { navigation: 1, banner: 1, contentinfo: 1, complementary: 1, main: 1, form: 1, search: 1, menu: 1, dialog: 1, alertdialog: 1 }) return role;
  return role ? "" : LANDMARKS[tagOf(e)] || "";
};

const headingLevel = (e, role) => {
  if (role === "heading") return Number(attributeOf(e, "aria-level")) || 2;
  const found = /^h([1-6])$/.exec(tagOf(e));
  return found && !role ? Number(found[1]) : 0;
};

// The only cell of a row of a table that has several columns.
const isBand = (e) => /^t[dh]$/.test(tagOf(e)) && e.colSpan > 1 && childCountOf(flatParent(e)) === 1;
