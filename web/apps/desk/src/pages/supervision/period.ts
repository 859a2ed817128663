// A period of days as the address holds it, and as the server is asked: half open, in the city's own time.

const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

/** The local day of a moment, as 2026-11-16. */
export const dayOf = (moment: number): string => new Date(moment + OFFSET_MS).toISOString().slice(0, 10);

/** The last thirty days, today included. */
export function lastMonth(now: number): { from: string; to: string } {
  return { from: dayOf(now - 29 * DAY_MS), to: dayOf(now) };
}

/** From the first moment of one day to the first after another. */
export function bounds(from: string, to: string): { since: string; until: string } {
  return { since: `${from}T00:00:00+08:00`, until: `${dayOf(Date.parse(`${to}T00:00:00+08:00`) + DAY_MS)}T00:00:00+08:00` };
}
