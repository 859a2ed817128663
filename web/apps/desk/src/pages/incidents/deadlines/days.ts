// Days of the city as "2026-11-22": grids of a month and of a week, Monday first.

const DAY_MS = 86_400_000;

/** The day in the city at a moment. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last. */
export function plusMonths(day: string, months: number): string {
  const from = new Date(`${day}T00:00:00Z`);
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(from.getUTCDate(), last));
  return first.toISOString().slice(0, 10);
}

const mondayOf = (day: string) => plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** The seven days of the week. */
export function weekOf(day: string): string[] {
  const monday = mondayOf(day);
  return Array.from({ length: 7 }, (_, at) => plusDays(monday, at));
}

/** Whole weeks that hold the month. */
export function monthOf(day: string): string[] {
  const first = mondayOf(`${day.slice(0, 7)}-01`);
  const last = plusDays(plusMonths(`${day.slice(0, 7)}-01`, 1), -1);
  const weeks = Math.ceil((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`) + DAY_MS) / (7 * DAY_MS));
  return Array.from({ length: weeks * 7 }, (_, at) => plusDays(first, at));
}
