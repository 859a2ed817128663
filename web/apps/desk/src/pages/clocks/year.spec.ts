import { describe, expect, it } from "vitest";
import { clockOf, daysOf, halvesOf, holidaysOf, minutesOf, weeksOf } from "./year.js";

describe("a year as people enter it", () => {
  const NATIONAL = { name: "国庆节", from: "2026-10-01", to: "2026-10-07", makeUp: ["2026-09-27", "2026-10-10"] };

  it("becomes days off and make-up days, and back", () => {
    const days = daysOf([NATIONAL]);
    expect(days).toHaveLength(9);
    expect(days[0]).toEqual({ day_on: "2026-09-27", is_working: true, name: "国庆节", half: "" });
    expect(holidaysOf(days)).toEqual([NATIONAL]);
  });

  it("keeps holidays of one name apart when days lie between them", () => {
    const rows = [
      { name: "元旦", from: "2026-01-01", to: "2026-01-03", makeUp: [] },
      { name: "元旦", from: "2026-12-31", to: "2026-12-31", makeUp: [] },
    ];
    expect(holidaysOf(daysOf(rows))).toEqual(rows);
  });

  it("keeps half days by themselves", () => {
    const half = { name: "除夕", day: "2026-02-13", half: "morning" as const };
    const days = daysOf([NATIONAL], [half]);
    expect(halvesOf(days)).toEqual([half]);
    expect(holidaysOf(days)).toEqual([NATIONAL]);
  });

  it("ends a holiday whose last day is a slip of years", () => {
    expect(daysOf([{ ...NATIONAL, to: "2036-10-07", makeUp: [] }])).toHaveLength(31);
  });
});

describe("a month as it is drawn", () => {
  it("starts on Monday and holds every day once", () => {
    const weeks = weeksOf(2026, 2, new Map());
    expect(weeks[0]?.[6]?.day).toBe("2026-02-01");
    expect(weeks.flat().filter(Boolean)).toHaveLength(28);
    expect(weeks.flat().find((cell) => cell?.day === "2026-02-07")?.isWeekend).toBe(true);
  });
});

it("tells minutes as a clock does", () => {
  expect(clockOf(510)).toBe("08:30");
  expect(minutesOf("17:05")).toBe(1025);
});
