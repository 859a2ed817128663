// The colours of the map, all of them computed from the design tokens: a theme changed there is changed here.

export type Channel = readonly [red: number, green: number, blue: number];

export interface Palette {
  isDark: boolean;
  /** How much larger words and signs are: on a wall of screens they are read from afar. */
  scale: number;
  ground: string;
  paper: string;
  ink: string;
  muted: string;
  line: string;
  lineStrong: string;
  brand: string;
  brandSoft: string;
  onBrand: string;
  done: string;
  running: string;
  overrun: string;
  warning: string;
  waiting: string;
  orange: string;
  series: readonly string[];
  // The quiet base under the subject.
  land: string;
  built: string;
  green: string;
  farm: string;
  sand: string;
  water: string;
  waterInk: string;
  road: string;
  roadMain: string;
  roadEdge: string;
  rail: string;
  building: string;
  buildingEdge: string;
  /** A colour between two, `share` of the second. */
  mix: (one: string, other: string, share: number) => string;
}

/** `#rgb`, `#rrggbb` or `rgb(…)` as three numbers from 0 to 255. */
export function channels(colour: string): Channel {
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(colour);
  if (short) return [1, 2, 3].map((at) => parseInt((short[at] ?? "0").repeat(2), 16)) as unknown as Channel;
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour);
  if (long) return [1, 2, 3].map((at) => parseInt(long[at] ?? "0", 16)) as unknown as Channel;
  const written = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(colour);
  if (written) return [1, 2, 3].map((at) => Number(written[at])) as unknown as Channel;
  throw new Error(`not a colour: “${colour}”`);
}

export function mix(one: string, other: string, share: number): string {
  const [from, to] = [channels(one), channels(other)];
  return `#${from.map((value, at) => Math.round(value + ((to[at] ?? 0) - value) * share).toString(16).padStart(2, "0")).join("")}`;
}

/** How bright a colour is, from 0 to 1. Source: WCAG 2.2, relative luminance. */
export function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Channel;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [bright, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}

/** The palette of the theme in force. `token` reads one design token by its name without `--jw-`. */
export function paletteOf(token: (name: string) => string): Palette {
  const [ground, paper, ink, muted] = [token("ground"), token("paper"), token("ink"), token("muted")];
  const series = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => token(`series-${at}`));
  const isDark = luminance(paper) < 0.2;
  const [blue, bluegreen] = [series[4] ?? muted, series[2] ?? muted];
  const yellow = series[1] ?? muted;
  const dim = isDark ? 0.7 : 1;
  return {
    isDark, scale: 1, ground, paper, ink, muted, series, mix,
    line: token("line"), lineStrong: token("line-strong"),
    brand: token("brand"), brandSoft: token("brand-soft"), onBrand: token("on-brand"),
    done: token("done"), running: token("running"), overrun: token("overrun"), warning: token("warning"),
    waiting: token("waiting"), orange: token("orange"),
    land: ground,
    built: mix(ground, muted, 0.07),
    green: mix(ground, bluegreen, 0.14 * dim),
    farm: mix(ground, yellow, 0.07 * dim),
    sand: mix(ground, yellow, 0.13 * dim),
    water: mix(ground, blue, isDark ? 0.2 : 0.3),
    waterInk: mix(muted, token("brand"), 0.45),
    road: isDark ? mix(ground, muted, 0.24) : paper,
    roadMain: isDark ? mix(ground, muted, 0.38) : mix(paper, yellow, 0.2),
    roadEdge: isDark ? mix(ground, paper, 0.5) : mix(ground, muted, 0.32),
    rail: mix(ground, muted, 0.5),
    building: mix(ground, muted, isDark ? 0.16 : 0.17),
    buildingEdge: mix(ground, muted, isDark ? 0.28 : 0.34),
  };
}

const WALL = "(min-width: 3200px)";

/** The palette of this page as it is now. */
export function palette(): Palette {
  const styles = getComputedStyle(document.documentElement);
  return { ...paletteOf((name) => styles.getPropertyValue(`--jw-${name}`).trim()), scale: matchMedia(WALL).matches ? 1.5 : 1 };
}
