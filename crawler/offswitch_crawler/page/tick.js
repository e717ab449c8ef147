// Whether a picture draws a tick: by the course of its lines, since most icons have no name. The answer is kept by what
// is drawn, as long as the document lives: walking along the lines of all its icons at each look costs more than all else.
const TICK_LARGEST_PX = 40;
const MOST_LINES = 6;
const LONGEST_PATH = 700;
const SAMPLES = 48;

const ticksIn = (svg, box) => {
  if (Math.max(box[2], box[3]) > TICK_LARGEST_PX) return false;
  const lines = allIn(svg, "path,polyline");
  return lines.length > 0 && lines.length <= MOST_LINES && Array.prototype.some.call(lines, isTick);
};

const isTick = (line) => {
  const drawn = attributeOf(line, tagOf(line) === "path" ? "d" : "points") || "";
  if (!drawn || drawn.length > LONGEST_PATH) return false;
  if (!memory.ticks.has(drawn)) memory.ticks.set(drawn, strokesOf(line).some(courseOfTick));
  return memory.ticks.get(drawn);
};

// Points along a line, in parts where it was lifted.
const strokesOf = (line) => {
  const whole = lineLengthOf(line);
  if (!(whole > 0)) return [];
  const step = whole / SAMPLES;
  const strokes = [];
  let last = null;
  for (let n = 0; n <= SAMPLES; n++) {
    const { x, y } = linePointOf(line, Math.min(whole, n * step));
    if (!last || Math.hypot(x - last[0], y - last[1]) > step * 1.5) strokes.push([]);
    strokes[strokes.length - 1].push((last = [x, y]));
  }
  return strokes.filter((points) => points.length > 5);
};

// From the left, at half its height, down to a foot left of the middle or there, and up to the right end, which is its top.
const courseOfTick = (points) => {
  const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, tall] = [Math.max(...xs) - left, Math.max(...ys) - top];
  if (!wide || !tall || tall / wide < 0.45 || tall / wide > 1.2) return false;
  const at = points.map(([x, y]) => [(x - left) / wide, (y - top) / tall]);
  const all = (some, holds) => at.filter(some).every(holds);
  return (
    all(([, y]) => y > 0.9, ([x]) => x > 0.15 && x < 0.6) && all(([, y]) => y < 0.1, ([x]) => x > 0.72) &&
    all(([x]) => x < 0.06, ([, y]) => y > 0.3 && y < 0.85) && all(([x]) => x > 0.8, ([, y]) => y < 0.5) && all(([x]) => x < 0.4, ([, y]) => y > 0.25)
  );
};
