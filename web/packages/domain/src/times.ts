// Times as people say them: relative within a week, exact otherwise and on hover. The city's clock, wherever the reader sits.

import type { Locale } from "./labels.js";

export const CITY_ZONE = "Asia/Shanghai";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { timeZone: CITY_ZONE, ...options });
  formats.set(key, made);
  return made;
}

/** "2026年11月21日 星期六 14:30" / "Saturday 21 November 2026 at 14:30": for the hover. */
export function exactTime(at: Date, locale: Locale): string {
  return format(locale, "exact", { dateStyle: "full", timeStyle: "short" }).format(at);
}

/** "11月21日 14:30" / "21 Nov, 14:30", with the year when it is not this one. */
export function shortTime(at: Date, locale: Locale, now: Date): string {
  const isThisYear = cityDay(at).slice(0, 4) === cityDay(now).slice(0, 4);
  const day: Intl.DateTimeFormatOptions = { month: "short", day: "numeric", ...(isThisYear ? {} : { year: "numeric" }) };
  return format(locale, isThisYear ? "short" : "long", { ...day, hour: "2-digit", minute: "2-digit", hour12: false }).format(at);
}

/** The day in the city, "2026-11-21". */
export function cityDay(at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: CITY_ZONE }).format(at);
}

/** What somebody chose on the city's clock, "2026-11-21T18:00:00", as a moment. China keeps one time all year. */
export function cityMoment(wall: string): Date {
  return new Date(`${wall}+08:00`);
}

/** "3 小时前", "in 20 minutes"; beyond a week the date. */
export function relativeTime(at: Date, locale: Locale, now: Date): string {
  const ahead = at.getTime() - now.getTime();
  const far = Math.abs(ahead);
  if (far >= WEEK) return shortTime(at, locale, now);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (far < MINUTE) return words.format(0, "second");
  if (far < HOUR) return words.format(Math.trunc(ahead / MINUTE), "minute");
  if (far < DAY) return words.format(Math.trunc(ahead / HOUR), "hour");
  return words.format(Math.trunc(ahead / DAY), "day");
}

/** A length of time: "2 天 3 小时" / "2 d 3 h"; never more than two units. */
export function duration(milliseconds: number, locale: Locale): string {
  const rest = Math.abs(milliseconds);
  const parts: [number, string, string][] = [
    [Math.floor(rest / DAY), "天", "d"],
    [Math.floor((rest % DAY) / HOUR), "小时", "h"],
    [Math.floor((rest % HOUR) / MINUTE), "分钟", "min"],
  ];
  const first = parts.findIndex(([count]) => count > 0);
  if (first < 0) return locale === "en" ? "under a minute" : "不到 1 分钟";
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, zh, en]) => `${count} ${locale === "en" ? en : zh}`)
    .join(" ");
}
