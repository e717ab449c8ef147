// What a small svg draws, part by part, and what a small picture shows, as a coarse grid of colours.
const PARTS = "rect,circle,ellipse,path,line,polyline,polygon,use";
const MOST_PARTS = 10;
const LINES = 60; // so much of how a part runs tells it from another
const [GRID_WIDE, MOST_GRIDS, LARGEST_PX] = [32, 40, 400];
let grids = 0;

const painted = (paint, opacity) => paint !== "none" && Number(opacity) > 0.1 && (paint.startsWith("url") || rgba(paint)[3] > 0.1);

// One part, or null where nothing of it is seen: without paint, transparent, or a stroke that is drawn only later.
const partOf = (part) => {
  const s = getComputedStyle(part);
  if (s.display === "none" || s.visibility !== "visible" || Number(s.opacity) < 0.1) return null;
  const filled = painted(s.fill, s.fillOpacity);
  const stroked = painted(s.stroke, s.strokeOpacity) && parseFloat(s.strokeWidth) > 0;
  const withdrawn = s.strokeDasharray !== "none" && Math.abs(parseFloat(s.strokeDashoffset)) > 1;
  if (!filled && (!stroked || withdrawn)) return null;
  const box = boxOf(part);
  if (Math.max(box[2], box[3]) < 2) return null;
  const colour = filled ? s.fill : s.stroke;
  const round = tagOf(part) !== "rect" || parseFloat(s.rx) >= 0.3 * Number(attributeOf(part, "height") || 0) ? 1 : 0;
  const lines = (attributeOf(part, "d") || attributeOf(part, "points") || "").slice(0, LINES);
  const ink = colour.startsWith("url") ? null : rgba(colour).slice(0, 3);
  return { tag: tagOf(part), box, round, filled: filled ? 1 : 0, colour: ink, lines };
};

const UNDRAWN = "defs,clipPath,mask,symbol,pattern,marker";

const partsOf = (svg) => {
  const found = [];
  for (const part of allIn(svg, PARTS)) {
    if (closestOf(part, UNDRAWN)) continue;
    const drawn = partOf(part);
    if (drawn) found.push(drawn);
    if (found.length > MOST_PARTS) break;
  }
  return found;
};

// Colours from left to right, row by row; null where the browser tells no page what a picture of another site shows.
const gridOf = (e, box) => {
  if (grids >= MOST_GRIDS || (tagOf(e) === "img" && !(e.complete && e.naturalWidth && e.naturalWidth <= LARGEST_PX))) return null;
  grids++;
  const high = Math.max(6, Math.round((GRID_WIDE * box[3]) / box[2]));
  const pen = new OffscreenCanvas(GRID_WIDE, high).getContext("2d", { willReadFrequently: true });
  pen.imageSmoothingQuality = "high";
  try {
    pen.drawImage(e, 0, 0, GRID_WIDE, high);
    return Array.from(pen.getImageData(0, 0, GRID_WIDE, high).data);
  } catch {
    return null;
  }
};

// The same of a svg that fills one path, in black: what the path leaves open is a hole.
const [LONGEST_WAY, MOST_WAYS] = [900, 200];
let ways = 0;

const pathGridOf = (svg) => {
  const drawn = Array.prototype.filter.call(allIn(svg, PARTS), (part) => !closestOf(part, UNDRAWN) && partOf(part));
  const [path, way] = drawn.length === 1 ? [drawn[0], attributeOf(drawn[0], "d") || ""] : [null, ""];
  if (!way || way.length > LONGEST_WAY || ways >= MOST_WAYS) return null;
  const [style, box, m] = [getComputedStyle(path), boxOf(path), screenMatrixOf(path)];
  if (!m || !painted(style.fill, style.fillOpacity)) return null;
  ways++;
  const scale = GRID_WIDE / box[2];
  const high = Math.max(6, Math.round(box[3] * scale));
  const pen = new OffscreenCanvas(GRID_WIDE, high).getContext("2d", { willReadFrequently: true });
  pen.setTransform(m.a * scale, m.b * scale, m.c * scale, m.d * scale, (m.e - box[0]) * scale, (m.f - box[1]) * scale);
  pen.fill(new Path2D(way), style.fillRule);
  return Array.from(pen.getImageData(0, 0, GRID_WIDE, high).data);
};
