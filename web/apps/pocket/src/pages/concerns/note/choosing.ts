// Which topics stand to be tapped, and which are found by typing.

import type { Schema } from "@jingwei/client";

type Topic = Schema<"TopicOut">;
const CLASS_DIGITS = 2;

/** Those that can be noted: in use, as their class is. */
export function canBeNoted(rows: readonly Topic[]): (Topic & { className: string })[] {
  const classes = new Map(rows.filter((one) => one.code.length === CLASS_DIGITS && one.is_active).map((one) => [one.code, one.name]));
  return rows.flatMap((one) => {
    const className = classes.get(one.code.slice(0, CLASS_DIGITS));
    return one.code.length > CLASS_DIGITS && one.is_active && className !== undefined ? [{ ...one, className }] : [];
  });
}

/** By name, class or what belongs to it. */
export function found<T extends { name: string; hint: string; className: string }>(topics: readonly T[], words: string): T[] {
  const typed = words.trim().toLowerCase();
  return topics.filter((one) => !typed || [one.name, one.hint, one.className].some((word) => word.toLowerCase().includes(typed)));
}

const DAY_MS = 86_400_000;
const BEIJING_MS = 8 * 3_600_000;
const LATELY_DAYS = 14;

/** The first of the last fourteen days, in China's calendar. */
export function lately(now: number): string {
  return new Date(now + BEIJING_MS - (LATELY_DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
}
