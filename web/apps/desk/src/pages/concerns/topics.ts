// The city's tree of topics as it is chosen from, and the weeks of the counts.

import type { Schema } from "@jingwei/client";

type Topic = Schema<"TopicOut">;
export interface TopicClass {
  code: string;
  name: string;
  isActive: boolean;
  topics: Topic[];
}

const CLASS_DIGITS = 2;

/** Classes with the topics below them, in the order of their codes. */
export function tree(rows: readonly Topic[]): TopicClass[] {
  const classes = rows.filter((one) => one.code.length === CLASS_DIGITS);
  return classes.map((one) => ({
    code: one.code,
    name: one.name,
    isActive: one.is_active,
    topics: rows.filter((topic) => topic.code.length > CLASS_DIGITS && topic.code.startsWith(one.code)),
  }));
}

/** Those that can be noted: in use, as their class is. */
export function inUse(rows: readonly Topic[]): TopicClass[] {
  const kept = tree(rows.filter((one) => one.is_active));
  return kept.filter((one) => one.topics.length > 0);
}

/** What is wrong with a new code. */
export function isGoodCode(code: string, taken: readonly string[]): boolean {
  return /^(\d{2}|\d{4})$/.test(code) && !taken.includes(code);
}

const DAY_MS = 86_400_000;

/** The last day of the week that begins on `monday`. */
export function sundayOf(monday: string): string {
  return new Date(Date.parse(`${monday}T00:00:00Z`) + 6 * DAY_MS).toISOString().slice(0, 10);
}

const COMMUNITY_DIGITS = 12;
const ALIKE_DAYS = 92;
const BEIJING_MS = 8 * 3_600_000;

/** What may be about the same: the same class, in the same community (or the same larger area), lately. */
export function around(concern: { class_code: string; area_code: string; heard_at: string }): { area_code: string; topic: string[]; since: string; size: number } {
  const since = new Date(Date.parse(concern.heard_at) + BEIJING_MS - ALIKE_DAYS * DAY_MS).toISOString().slice(0, 10);
  return { area_code: concern.area_code.slice(0, COMMUNITY_DIGITS), topic: [concern.class_code], since, size: 50 };
}

const WEEK_DAYS = 7;

/** The last so many whole weeks of China's calendar, the present one among them. */
export function lastWeeks(now: number, weeks: number): { from_on: string; until_on: string } {
  const today = new Date(now + BEIJING_MS);
  const back = ((today.getUTCDay() + 6) % WEEK_DAYS) + (weeks - 1) * WEEK_DAYS;
  return { from_on: new Date(today.getTime() - back * DAY_MS).toISOString().slice(0, 10), until_on: today.toISOString().slice(0, 10) };
}

const DARKEST = 16;

/** How strongly a cell is tinted; words upon it stay legible. */
export function shade(n: number, most: number): string {
  return `${Math.round((DARKEST * n) / Math.max(1, most))}%`;
}
