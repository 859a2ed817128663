// Times that one promises on the telephone; the city's morning wherever the reader sits.

import { cityDay } from "@jingwei/domain";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export const halfHour = (now = new Date()): Date => rounded(now.getTime() + 30 * MINUTE);
export const twoHours = (now = new Date()): Date => rounded(now.getTime() + 120 * MINUTE);

export function tomorrowAtNine(now = new Date()): Date {
  return new Date(`${cityDay(new Date(now.getTime() + DAY))}T09:00:00+08:00`);
}

/** To the next five minutes: nobody promises 14:37. */
function rounded(at: number): Date {
  return new Date(Math.ceil(at / (5 * MINUTE)) * 5 * MINUTE);
}
