// The colours a layer may ask for by name, out of the theme's palette: one meaning a colour, as everywhere else.

import type { Palette } from "../base/colours.js";

const NAMED = {
  brand: "brand", muted: "muted", neutral: "muted", done: "done", running: "running", progress: "running", overrun: "overrun",
  overdue: "overrun", risk: "overrun", warning: "warning", waiting: "waiting", orange: "orange", ink: "ink", line: "line", "line-strong": "lineStrong",
} as const satisfies Record<string, keyof Palette>;

/** The colour of a tone: `done`, `overrun`, … or `series-1` to `series-8`; quiet where it is unknown. */
export function toneOf(paint: Palette, tone: string): string {
  const series = /^series-([1-8])$/.exec(tone);
  if (series) return paint.series[Number(series[1]) - 1] ?? paint.muted;
  return paint[NAMED[tone as keyof typeof NAMED] ?? "muted"];
}

/** The same as a custom property, for what is drawn beside the map. */
export function tokenOf(tone: string): string {
  const name = NAMED[tone as keyof typeof NAMED] ?? "muted";
  return `var(--jw-${/^series-[1-8]$/.test(tone) ? tone : (name === "lineStrong" ? "line-strong" : name)})`;
}
