// Colours of disputes and of the units asked to an enforcement, and what each act asks for.

import type { Schema } from "@jingwei/client";

export type MediationRow = Schema<"MediationRowOut">;
export type MediationDetail = Schema<"MediationOut">;
export type Act = Schema<"MediationAct">;
export type Way = Schema<"MediationWay">;

export const STATES = ["waiting", "running", "agreed", "performed", "failed", "withdrawn"] as const;
export const WAYS = ["people", "administrative", "judicial"] as const;
export const LEVELS = [12, 9, 6, 4] as const;

const OF_STATE: Record<MediationRow["state"], string> = {
  waiting: "waiting",
  running: "running",
  agreed: "running",
  performed: "done",
  failed: "waiting",
  withdrawn: "waiting",
};

/** Late as long as something is owed. */
export function disputeColour(one: Pick<MediationRow, "state" | "is_overdue">): string {
  return one.is_overdue ? "overdue" : OF_STATE[one.state];
}

/** A unit that declined is grey, one that has not answered by the beginning is late. */
export function enforcerColour(one: { reply: string }, starts: string, now: number): string {
  if (one.reply === "arrived") return "done";
  if (one.reply === "declined") return "waiting";
  if (one.reply === "coming") return "running";
  return Date.parse(starts) < now ? "overdue" : "waiting";
}

/** The act that leads on, before those that lead away. */
export const MAIN_ACTS: readonly Act[] = ["take", "meet", "agree", "follow_up"];
