// A year as people enter it (holidays with their make-up days), as it is stored (days), and as it is drawn (months).

import type { Schema } from "@jingwei/client";

export type Day = Schema<"SpecialDayOut">;

export interface Holiday {
  name: string;
  from: string;
  to: string;
  makeUp: string[];
}

/** A working day of which one half is free. */
export interface HalfDay {
  name: string;
  day: string;
  half: "morning" | "afternoon";
}

export const USUAL = ["元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"];

const utc = (day: string) => new Date(`${day}T00:00:00Z`);
export const written = (at: Date) => at.toISOString().slice(0, 10);
const after = (day: string, days: number) => written(new Date(utc(day).getTime() + days * 86_400_000));

/** Days of one name that follow each other are one holiday; its make-up days stand beside it. */
export function holidaysOf(days: readonly Day[]): Holiday[] {
  const found: Holiday[] = [];
  for (const one of days.filter((day) => !day.is_working)) {
    const last = found.at(-1);
    if (last && last.name === one.name && after(last.to, 1) === one.day_on) last.to = one.day_on;
    else found.push({ name: one.name, from: one.day_on, to: one.day_on, makeUp: [] });
  }
  for (const one of days.filter((day) => day.is_working && !day.half)) {
    const holiday = found.find((row) => row.name === one.name);
    if (holiday) holiday.makeUp.push(one.day_on);
    else found.push({ name: one.name, from: "", to: "", makeUp: [one.day_on] });
  }
  return found;
}

/** The half days among them; they stand by themselves. */
export function halvesOf(days: readonly Day[]): HalfDay[] {
  return days.flatMap((one) => (one.half ? [{ name: one.name, day: one.day_on, half: one.half }] : []));
}

const LONGEST = 31;

/** What is sent: every day off, every make-up day and every half day, in order. */
export function daysOf(holidays: readonly Holiday[], halves: readonly HalfDay[] = []): Day[] {
  const days: Day[] = halves.map((one) => ({ day_on: one.day, is_working: true, name: one.name.trim(), half: one.half }));
  for (const one of holidays) {
    for (let day = one.from, count = 0; one.from && day <= one.to && count < LONGEST; day = after(day, 1), count += 1) {
      days.push({ day_on: day, is_working: false, name: one.name.trim(), half: "" });
    }
    for (const day of one.makeUp) days.push({ day_on: day, is_working: true, name: one.name.trim(), half: "" });
  }
  return days.sort((one, other) => (one.day_on < other.day_on ? -1 : 1));
}

export interface Cell {
  day: string;
  date: number;
  isWeekend: boolean;
  special: Day | undefined;
}

/** The weeks of a month, Monday first; empty places before the first and after the last day. */
export function weeksOf(year: number, month: number, special: ReadonlyMap<string, Day>): (Cell | null)[][] {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells: (Cell | null)[] = Array.from({ length: (first.getUTCDay() + 6) % 7 }, () => null);
  for (let date = 1; date <= count; date += 1) {
    const at = new Date(Date.UTC(year, month - 1, date));
    const day = written(at);
    cells.push({ day, date, isWeekend: at.getUTCDay() % 6 === 0, special: special.get(day) });
  }
  while (cells.length % 7) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** "08:30" ↔ minutes after midnight. */
export const clockOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}
