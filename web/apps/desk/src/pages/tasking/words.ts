// How a share of a task looks, and what is said of it: pure, for the list, the tree and the forms.

import type { Schema } from "@jingwei/client";

export type Share = Schema<"TaskShareOut">;
export type Detail = Schema<"TaskShareDetailOut">;
export type Task = Schema<"GivenTaskDetailOut">;
export type Act = Detail["acts"][number];
export type State = Share["state"];
export type FormField = Task["form"][number];
export type Value = string | number | boolean | null;

export const STATES = ["given", "doing", "reported", "done", "returned", "withdrawn"] as const satisfies readonly State[];

/** How deep each share stands in the tree; a parent out of sight counts as the root. */
export function depths(shares: readonly Pick<Share, "id" | "parent_id">[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of shares) found.set(one.id, one.parent_id !== null && found.has(one.parent_id) ? (found.get(one.parent_id) ?? 0) + 1 : 0);
  return found;
}

/** Per cent for the bar, 0 to 100. */
export function percent(progress: { target: number; done: number; shares: number; shares_done: number }): number {
  const [done, of] = progress.target > 0 ? [progress.done, progress.target] : [progress.shares_done, progress.shares];
  return of > 0 ? Math.min(100, Math.round((100 * done) / of)) : 0;
}

/** What was passed down of a share so far, without what came back. */
export function handedOut(shares: readonly Pick<Share, "parent_id" | "target" | "state">[], id: string): number {
  return shares.filter((one) => one.parent_id === id && one.state !== "returned" && one.state !== "withdrawn").reduce((sum, one) => sum + (one.target ?? 0), 0);
}

/** Options as somebody types them, with any of the usual commas. */
export function optionsOf(typed: string): string[] {
  return [...new Set(typed.split(/[、,，;；\n]/).map((one) => one.trim()).filter(Boolean))];
}
