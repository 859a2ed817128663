// The time slider: a period cut into steps that can be played. Days are those of the city.

/** Days, both included. */
export interface Period {
  since: string;
  until: string;
}

export type Step = "day" | "week" | "month";

const DAY_MS = 86_400_000;
/** More steps than this are not told apart on a slider. */
export const MOST_STEPS = 62;
const TEXT = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day that exists. */
export function isDay(text: string): boolean {
  if (!TEXT.test(text)) return false;
  const read = new Date(`${text}T00:00:00Z`);
  return Number.isFinite(read.getTime()) && text === read.toISOString().slice(0, 10);
}

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Today in the city. */
export function today(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** The `days` days that end today. */
export function lastDays(days: number, at: Date): Period {
  const until = today(at);
  return { since: dayAfter(until, 1 - days), until };
}

/** How many days it holds. */
export function lengthOf(period: Period): number {
  return Math.round((Date.parse(`${period.until}T00:00:00Z`) - Date.parse(`${period.since}T00:00:00Z`)) / DAY_MS) + 1;
}

/** The finest step that leaves no more than can be told apart. */
export function stepOf(period: Period): Step {
  const days = lengthOf(period);
  if (days <= MOST_STEPS) return "day";
  return days / 7 <= MOST_STEPS ? "week" : "month";
}

/** The period cut into steps: weeks are counted from its first day, months are those of the calendar. */
export function stepsOf(period: Period): Period[] {
  const step = stepOf(period);
  const steps: Period[] = [];
  for (let since = period.since; since <= period.until; ) {
    const next = step === "day" ? dayAfter(since) : step === "week" ? dayAfter(since, 7) : monthAfter(since);
    const last = dayAfter(next, -1);
    steps.push({ since, until: last < period.until ? last : period.until });
    since = next;
  }
  return steps;
}

/** The step a day stands in; -1 outside. */
export function stepAt(steps: readonly Period[], day: string | null): number {
  return day === null ? -1 : steps.findIndex((one) => day >= one.since && day <= one.until);
}

/** The days that are shown: one step where the slider stands at one, otherwise the whole period. */
export function shownDays(period: Period | null, moment: string | null): Period | null {
  if (!period) return null;
  const steps = stepsOf(period);
  return steps[stepAt(steps, moment)] ?? period;
}

/** The moments between which days of the city lie: from the first, up to and without the second. */
export function momentsOf(days: Period): { since: string; until: string } {
  return { since: `${days.since}T00:00:00+08:00`, until: `${dayAfter(days.until)}T00:00:00+08:00` };
}

function monthAfter(day: string): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}
