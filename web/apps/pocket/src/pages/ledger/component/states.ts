// How a component is, in one word, and in the colour that goes with it.

import type { Schema } from "@jingwei/client";

export const STATES = ["good", "worn", "damaged", "missing", "out", "retired"] as const;
export type ComponentState = (typeof STATES)[number];
export type Condition = 1 | 2 | 3 | 4;
const COLOURS: Record<ComponentState, string> = { good: "done", worn: "warning", damaged: "may_overrun", missing: "overdue", out: "waiting", retired: "waiting" };
const IN_USE = 10;
const RETIRED = 90;
/** From here on somebody has to act. */
const BAD: Condition = 3;

export function stateOf(row: Pick<Schema<"ComponentRowOut">, "life" | "condition">): ComponentState {
  if (row.life === RETIRED) return "retired";
  return row.life === IN_USE ? (STATES[row.condition - 1] ?? "good") : "out";
}
export const colourOf = (state: ComponentState): string => COLOURS[state];
export const needsAct = (condition: Condition): boolean => condition >= BAD;

/** The way into a report in which place and thing are said already. */
export function reportAbout(card: Schema<"ComponentCardOut">): Record<string, string> {
  const place = card.address || `${card.type_name} ${card.code}`;
  return { lon: String(card.lon), lat: String(card.lat), place, component: card.code };
}
