// Classes of a choropleth: where one colour ends and the next begins, and the colours themselves, all of one hue.

/** One class: values from `from` up to (for the last one: and including) `to`. */
export interface ValueClass {
  from: number;
  to: number;
  colour: string;
  count: number;
}

export const MOST_CLASSES = 5;

/**
 * At most five classes with about as many areas in each, cut at values that can be read. Areas of one value stay in one
 * class, so there may be fewer.
 */
export function classesOf(values: readonly number[], colours: readonly string[]): ValueClass[] {
  const sorted = values.filter(Number.isFinite).sort((one, other) => one - other);
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return [];
  const wanted = Math.min(MOST_CLASSES, colours.length, new Set(sorted).size);
  const cuts = new Set<number>();
  for (let at = 1; at < wanted; at += 1) {
    const there = sorted[Math.floor((at * sorted.length) / wanted)] ?? highest;
    // Where most values are the lowest (none, as a rule), these are a class and the others share the rest.
    const exact = there > lowest ? there : (sorted.find((one) => one > lowest) ?? highest);
    const cut = readable(exact, sorted);
    if (cut > lowest && cut <= highest) cuts.add(cut);
  }
  const edges = [lowest, ...[...cuts].sort((one, other) => one - other), highest];
  return edges.slice(0, -1).map((from, at, all) => {
    const to = edges[at + 1] ?? highest;
    const isLast = at === all.length - 1;
    const count = sorted.filter((one) => one >= from && (isLast ? one <= to : one < to)).length;
    return { from, to, count, colour: colours[Math.round((at * (colours.length - 1)) / Math.max(1, all.length - 1))] ?? "" };
  });
}

/** Which class a value stands in; -1 where there is none. */
export function classOf(value: number, classes: readonly ValueClass[]): number {
  if (!classes.length || !Number.isFinite(value) || value < (classes[0]?.from ?? 0)) return -1;
  const last = classes.length - 1;
  if (value > (classes[last]?.to ?? 0)) return -1;
  return classes.findIndex((one, at) => value >= one.from && (value < one.to || at === last));
}

/** The roundest number that cuts between the same two values. */
function readable(exact: number, sorted: readonly number[]): number {
  const below = sorted.filter((one) => one < exact).at(-1);
  if (below === undefined) return exact;
  for (let digits = 1; digits < 8; digits += 1) {
    const rounded = Number(exact.toPrecision(digits));
    if (rounded > below && rounded <= exact) return rounded;
  }
  return exact;
}

type Lab = [number, number, number];

/** `steps` colours from quiet to full: one hue, even steps of lightness (Oklab), both ends given as #rrggbb. */
export function ramp(quiet: string, full: string, steps = MOST_CLASSES): string[] {
  const [from, to] = [toLab(quiet), toLab(full)];
  return Array.from({ length: steps }, (_, at) => {
    const part = steps === 1 ? 1 : at / (steps - 1);
    return fromLab(from.map((one, index) => one + ((to[index] ?? 0) - one) * part) as Lab);
  });
}

/** Part of the way from one colour to another. */
export function mix(one: string, other: string, part: number): string {
  const [from, to] = [toLab(one), toLab(other)];
  return fromLab(from.map((value, index) => value + ((to[index] ?? 0) - value) * part) as Lab);
}

function toLab(hex: string): Lab {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([lightness, a, b]: Lab): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${rgb.map((value) => {
    const shown = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(Math.min(1, Math.max(0, shown)) * 255).toString(16).padStart(2, "0");
  }).join("")}`;
}
