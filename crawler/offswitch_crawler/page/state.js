// Facts of state that an element tells of itself: properties of native inputs, attributes, words of its class.
const KEPT = new Set(
  ("id class type name for href title alt role placeholder value disabled readonly target download tabindex popovertarget commandfor min max " +
    "step checked hidden contenteditable method selected on pressed active open label lang dir onclick").split(" "),
);

const attributesOf = (e) => {
  const found = {};
  const custom = tagOf(e).includes("-");
  for (const a of attributeListOf(e)) {
    const name = a.name;
    if (custom || KEPT.has(name) || name.startsWith("aria-") || name.startsWith("data-"))
      if (name !== "href" && !(name === "value" && e.type === "password") && a.value.length < 300) found[name] = a.value;
  }
  const classes = attributeOf(e, "class");
  if (classes) found.class = classes.slice(0, 600);
  return found;
};

const optionText = (o) => cleaned(o.label || o.text || o.value);

// The options of a select: all, which of them are chosen, send nothing, cannot be chosen now; and whether a form that needs an
// answer takes the first for none, which is HTML's placeholder label option.
const answersOf = (e) => {
  const all = Array.prototype.slice.call(e.options, 0, 300);
  const where = (is) => all.map((o, i) => (is(o) ? i : -1)).filter((i) => i >= 0);
  const at = where((o) => o.selected).slice(0, 20);
  const empty = where((o) => o.value === "");
  const unset = e.required && !e.multiple && e.size <= 1 && empty[0] === 0 && parentNodeOf(all[0]) === e ? 1 : 0;
  const barred = where((o) => o.disabled || hasAttributeOf(o, "hidden"));
  return { at, empty, barred, unset, chosen: at.map((i) => optionText(all[i])), options: all.map(optionText), multiple: e.multiple, size: e.size };
};

// The listed stops of a native slider: numbers and what they are called.
const stopsOf = (e) => (e.list ? Array.prototype.slice.call(e.list.options, 0, 60).map((o) => [Number(o.value), optionText(o)]) : []);

// Whether the popover or the dialog that a button names would be opened by it, or stands open; commands of a page's own say nothing.
const opensOf = (e) => {
  const command = (attributeOf(e, "command") || "").toLowerCase();
  const [name, action] = hasAttributeOf(e, "commandfor") ? ["commandfor", command] : ["popovertarget", (attributeOf(e, "popovertargetaction") || "toggle").toLowerCase()];
  const named = hasAttributeOf(e, name) && byIdIn(rootOf(e), attributeOf(e, name));
  if (!named) return null;
  if (action === "show-modal" && tagOf(named) === "dialog") return { open: hasAttributeOf(named, "open") };
  const shows = name === "commandfor" ? action === "toggle-popover" || action === "show-popover" : action !== "hide";
  return shows && hasAttributeOf(named, "popover") ? { open: fits(named, ":popover-open") } : null;
};

const nativeOf = (e) => {
  const tag = tagOf(e);
  const facts = {};
  if (tag === "input" || tag === "button" || tag === "select" || tag === "textarea") facts.disabled = fits(e, ":disabled");
  if (tag === "input") {
    facts.type = e.type;
    if (e.type === "checkbox" || e.type === "radio") Object.assign(facts, { checked: e.checked, mixed: fits(e, ":indeterminate") && e.type === "checkbox" });
    else if (e.type !== "password") facts.value = e.value.slice(0, 200);
    if (e.type === "range") Object.assign(facts, { min: Number(e.min || 0), max: Number(e.max || 100), step: Number(e.step || 1) || 0, stops: stopsOf(e) });
    facts.readonly = e.readOnly;
  }
  if (tag === "select") Object.assign(facts, answersOf(e));
  if ((tag === "button" || tag === "input") && e.form && (e.type === "submit" || e.type === "image")) facts.submits = e.formMethod || methodOf(e.form);
  if (tag === "button" || tag === "input") facts.type = e.type;
  const opens = (tag === "button" || (tag === "input" && e.type === "button")) && opensOf(e);
  if (opens) Object.assign(facts, { opens: opens.open ? "open" : "closed" });
  // What the browser cannot read as an address (`http://[your-domain]/`) it gives back as it is written, and goes nowhere.
  if (tag === "a" || tag === "area") facts.href = typeof e.href !== "string" ? "" : e.href && e.protocol === ":" ? "#" : e.href;
  return facts;
};
