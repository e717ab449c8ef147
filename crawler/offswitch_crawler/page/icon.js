// Words that say what a drawn icon means: class, symbol, test id, title, file name, ligature of an icon font.

// Whether a small drawing is one stroke or wedge about twice as wide as high: an arrow that points down (or up), and not to a side.
const pointsDown = (e) => {
  const drawn = allIn(e, "path, polyline, polygon");
  if (drawn.length !== 1 || allIn(e, "line, rect, circle, ellipse, image, use").length) return false;
  const [, , w, h] = boxOf(drawn[0]);
  const way = attributeOf(drawn[0], "d") || "M";
  return h > 0 && w <= 24 && w / h >= 1.4 && w / h <= 2.6 && way.length <= 160 && way.match(/m/gi).length === 1;
};

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
