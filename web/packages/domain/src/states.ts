// What a state looks like: colour + shape + word, never colour alone. Colours themselves stand in ui/tokens.css.

import { STATES } from "./generated/labels.js";
import { label, type Locale, type Words } from "./labels.js";

/** The server's `colour` of an incident's clock. */
export type Colour = "done" | "running" | "may_overrun" | "overdue" | "waiting" | "warning";

/** How it is drawn: tick, dot, triangle, exclamation in a filled sign, broken ring. */
export type Shape = "tick" | "dot" | "triangle" | "alarm" | "ring";

export const SHAPES: Record<Colour, Shape> = {
  done: "tick",
  running: "dot",
  may_overrun: "triangle",
  overdue: "alarm",
  waiting: "ring",
  warning: "triangle",
};

export const COLOUR_LABELS: Record<Colour, Words> = {
  done: { zh: "已办结", en: "Done" },
  running: { zh: "办理中", en: "Running" },
  may_overrun: { zh: "可能超时", en: "May overrun" },
  overdue: { zh: "已超时", en: "Overdue" },
  waiting: { zh: "等待", en: "Waiting" },
  warning: { zh: "预警", en: "Warning" },
};

export function isColour(value: string): value is Colour {
  return value in SHAPES;
}

export type StateNumber = keyof typeof STATES;

/** The name of a state by the number the interface uses: 40 → "handling". */
export function stateName(state: number): string {
  return (STATES as Record<number, string>)[state] ?? String(state);
}

/** "处置中" / "Being handled". */
export function stateLabel(state: number, locale: Locale): string {
  return label("state", stateName(state), locale);
}
