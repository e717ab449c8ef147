// Pieces of text as drawn: one for each text node that can be seen, with its line box, looks and run (what reads as one line).
// The first family is the one that draws; symbol fonts stand at the end of ordinary lists.
const ICON_FONT = /^[^,]*(?:icon|symbol|awesome|glyph)/i;
const PRIVATE_USE = /[\uE000-\uF8FF]|[\uDB80-\uDBFF][\uDC00-\uDFFF]/g;
const range = new Range();

const textBox = (node) => {
  if (node.box) return node.box; // what a field draws of its value
  range.selectNodeContents(node);
  const r = range.getBoundingClientRect();
  return [r.x, r.y, r.width, r.height];
};

const MARKS = /[\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g; // direction marks: nobody reads them
const cleaned = (text) => text.replace(PRIVATE_USE, "").replace(MARKS, "").replace(/[\s\u00a0\u200b]+/g, " ").trim();

// A piece, or null where nothing is drawn of it.
const pieceOf = (node, entry, style, clip, at, run, opacity) => {
  const text = cleaned(node.data);
  if (!text || ICON_FONT.test(style.fontFamily)) return null;
  const box = textBox(node);
  if (box[2] < 2 || box[3] < 4 || !within(clip, box, 4)) return null;
  const ink = rgba(style.color);
  const px = parseFloat(style.fontSize);
  if (px < 2 || ink[3] * opacity < 0.05) return null;
  const ground = groundUnder(entry, box);
  const faint = [ink[0], ink[1], ink[2], ink[3] * opacity];
  const piece = { at, run, text: text.slice(0, 2000), box, px, weight: Number(style.fontWeight) || 400, contrast: ground.pictured ? null : contrastOf(faint, ground) };
  piece.ink = ink.slice(0, 3);
  piece.ground = ground.slice(0, 3).map(Math.round);
  if (style.textTransform === "uppercase" || /small-caps|petite-caps|unicase/.test(style.fontVariantCaps)) piece.caps = 1;
  if (/^\s/.test(node.data)) piece.spaced = 1;
  if (/\s$/.test(node.data)) piece.ends = 1;
  return piece;
};
