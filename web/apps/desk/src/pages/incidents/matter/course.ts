// The course of a matter laid out in lanes: who did it (rows), one after the other (columns).

import type { Incident } from "./actions.js";

export type Step = Incident["steps"][number];
export type Lane = Step["lane"];

/** From the reporter up to the city, then what was given to units. */
export const LANES: readonly Lane[] = ["city", "county", "township", "community", "unit", "grid", "reporter"];

export interface Mark {
  step: Step;
  column: number;
  row: number;
}

export interface Drawing {
  lanes: Lane[];
  marks: Mark[];
  /** From each mark to the next one. */
  lines: { from: Mark; to: Mark; isBack: boolean }[];
}

/** Only the lanes that were trodden are drawn. */
export function drawingOf(steps: readonly Step[]): Drawing {
  const lanes = LANES.filter((lane) => steps.some((step) => step.lane === lane));
  const marks = steps.map((step, column) => ({ step, column, row: lanes.indexOf(step.lane) }));
  const lines = marks.slice(1).flatMap((to, at) => {
    const from = marks[at];
    return from ? [{ from, to, isBack: to.step.tone === "back" }] : [];
  });
  return { lanes, marks, lines };
}
