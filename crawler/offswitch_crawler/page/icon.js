// Words that say what a drawn icon means: class, symbol, test id, title, file name, ligature of an icon font.

const iconWords = (e) => {
  const words = [];
  for (const name of ["class", "data-testid", "data-test-id", "data-icon", "icon", "name", "title", "href", "xlink:href", "src"]) {
    const value = attributeOf(e, name);
    if (value && !/^data:/i.test(value)) words.push(name === "src" ? value.split("/").pop().slice(0, 60) : value.slice(0, 120));
  }
  if (tagOf(e) === "svg") {
    for (const inner of allIn(e, "use, title, desc")) words.push(tagOf(inner) === "use" ? iconWords(inner) : textContentOf(inner).slice(0, 40));
  } else if (ICON_FONT.test(getComputedStyle(e).fontFamily)) words.push(textContentOf(e).slice(0, 40));
  return words.join(" ").trim();
};
