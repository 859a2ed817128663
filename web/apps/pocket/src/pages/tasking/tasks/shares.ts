// A share on the phone: what somebody types turned into what is sent.

import type { Schema } from "@jingwei/client";

export type Task = Schema<"GivenTaskDetailOut">;
export type Share = Schema<"TaskShareDetailOut">;
export type Act = Share["acts"][number];
export type Value = string | number | boolean | null;

/** Passing down needs the list of receivers: that is the desk's. */
const ON_THE_PHONE = new Set<Act["act"]>(["acknowledge", "progress", "complete", "return", "accept", "send_back", "urge"]);

export const actsHere = (share: Pick<Share, "acts">): Act[] => share.acts.filter((one) => ON_THE_PHONE.has(one.act));

/** A whole number of 0 or more; undefined where it is none. */
export function countOf(typed: string): number | undefined {
  const text = typed.trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** What was typed into the form, by kind; an empty field is left out. Undefined for a number that is none. */
export function valuesOf(form: Task["form"], typed: Record<string, string>): Record<string, Value> | undefined {
  const found: Record<string, Value> = {};
  for (const one of form) {
    const text = (typed[one.key] ?? "").trim();
    if (one.kind === "number" && text && !Number.isFinite(Number(text))) return undefined;
    found[one.key] = !text ? null : one.kind === "number" ? Number(text) : one.kind === "yes_no" ? text === "yes" : text;
  }
  return found;
}

export function typedOf(form: Task["form"], values: Record<string, Value>): Record<string, string> {
  const words = (value: Value | undefined) => (typeof value === "boolean" ? (value ? "yes" : "no") : value === null || value === undefined ? "" : String(value));
  return Object.fromEntries(form.map((one) => [one.key, words(values[one.key])]));
}
