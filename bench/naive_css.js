// The usual selectors, as they stand in many a scraper: native inputs and the two roles, each with its tied label.
() => {
  const text = (e) => (e ? e.innerText || e.textContent || "" : "").replace(/\s+/g, " ").trim();
  const label = (e) => {
    const own = e.id && document.querySelector(`label[for="${CSS.escape(e.id)}"]`);
    return text(own) || text(e.closest("label")) || e.getAttribute("aria-label") || "";
  };
  const found = [];
  const groups = new Map();
  for (const e of document.querySelectorAll("input, select, [role=switch], [role=checkbox]")) {
    if (e.localName === "select") {
      const options = [...e.options].map((o) => text(o));
      found.push({ kind: "select", label: label(e), state: options[e.selectedIndex] ?? null, options });
    } else if (e.localName === "input" && e.type === "radio") {
      if (!groups.has(e.name)) {
        groups.set(e.name, { kind: "radio", label: text(e.closest("fieldset")?.querySelector("legend")), state: null, options: [] });
        found.push(groups.get(e.name));
      }
      groups.get(e.name).options.push(label(e));
      if (e.checked) groups.get(e.name).state = label(e);
    } else if (e.localName === "input" && e.type === "range") {
      found.push({ kind: "slider", label: label(e), state: e.value, options: [] });
    } else if (e.localName === "input" && e.type === "checkbox") {
      const state = e.indeterminate ? "mixed" : e.checked ? "on" : "off";
      found.push({ kind: e.getAttribute("role") === "switch" ? "switch" : "checkbox", label: label(e), state, options: [] });
    } else if (e.localName !== "input") {
      const state = { true: "on", false: "off", mixed: "mixed" }[e.getAttribute("aria-checked")] ?? null;
      found.push({ kind: e.getAttribute("role"), label: label(e), state, options: [] });
    }
  }
  return found;
}
