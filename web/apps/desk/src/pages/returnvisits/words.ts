// Colours of visits and checks, shares as people say them, and the days that are usually asked for.

import type { Schema } from "@jingwei/client";

type Visit = Pick<Schema<"VisitOut">, "state" | "is_late" | "is_solved">;
type Check = Pick<Schema<"SpotCheckOut">, "done_at" | "finding" | "is_overdue">;

export const STATES = ["waiting", "reached", "unreached", "withdrawn"] as const;
export const STARS = [5, 4, 3, 2, 1] as const;
export const FINDINGS = ["as_reported", "partly", "not_done"] as const;

export function colourOf(one: Visit): string {
  if (one.state === "waiting") return one.is_late ? "overdue" : "running";
  if (one.state === "reached") return one.is_solved === false ? "may_overrun" : "done";
  return "waiting";
}

export function colourOfCheck(one: Check): string {
  if (!one.done_at) return one.is_overdue ? "overdue" : "running";
  return one.finding === "as_reported" ? "done" : "may_overrun";
}

/** One digit behind the point; a dash where nothing stands behind it. */
export const percent = (share: number | null): string => (share === null ? "—" : `${(100 * share).toFixed(1)}%`);

/** A local day as it stands in addresses. */
export function dayOf(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** The last thirty days, today included. */
export function lastMonth(today: Date): { from_on: string; until_on: string } {
  const from = new Date(today);
  from.setDate(from.getDate() - 29);
  return { from_on: dayOf(from), until_on: dayOf(today) };
}
