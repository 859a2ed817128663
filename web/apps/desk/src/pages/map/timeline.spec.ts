import { describe, expect, it } from "vitest";
import { isDay, lastDays, lengthOf, momentsOf, MOST_STEPS, shownDays, stepAt, stepOf, stepsOf, today } from "./timeline.js";

describe("days", () => {
  it("are those that exist", () => {
    expect(["2026-02-28", "2024-02-29"].map(isDay)).toEqual([true, true]);
    expect(["2026-02-29", "2026-13-01", "yesterday", "2026-1-1"].map(isDay)).toEqual([false, false, false, false]);
  });

  it("begin eight hours before those of Greenwich", () => {
    expect(today(new Date("2026-11-21T16:00:00Z"))).toBe("2026-11-22");
    expect(today(new Date("2026-11-21T15:59:59Z"))).toBe("2026-11-21");
    expect(lastDays(7, new Date("2026-11-22T04:00:00Z"))).toEqual({ since: "2026-11-16", until: "2026-11-22" });
    expect(momentsOf({ since: "2026-11-30", until: "2026-11-30" })).toEqual({
      since: "2026-11-30T00:00:00+08:00", until: "2026-12-01T00:00:00+08:00",
    });
  });
});

describe("steps", () => {
  it.each([
    ["2026-11-01", "2026-11-30", "day", 30],
    ["2026-01-01", "2026-11-30", "week", 48],
    ["2024-01-15", "2026-11-30", "month", 35],
    ["2026-11-22", "2026-11-22", "day", 1],
  ])("of %s to %s are a %s each, %i of them", (since, until, step, count) => {
    const period = { since, until };
    expect(stepOf(period)).toBe(step);
    expect(stepsOf(period)).toHaveLength(count);
  });

  it("hold every day once and are never too many to tell apart", () => {
    for (const since of ["2026-11-20", "2026-06-03", "2025-02-28", "2022-12-31"]) {
      const period = { since, until: "2026-11-22" };
      const steps = stepsOf(period);
      expect(steps.length).toBeLessThanOrEqual(MOST_STEPS);
      expect(steps.reduce((sum, one) => sum + lengthOf(one), 0)).toBe(lengthOf(period));
      expect([steps[0]?.since, steps.at(-1)?.until]).toEqual([since, "2026-11-22"]);
    }
  });

  it("are found by a day", () => {
    const steps = stepsOf({ since: "2026-01-01", until: "2026-11-30" });
    expect(stepAt(steps, "2026-01-08")).toBe(1);
    expect(stepAt(steps, "2027-01-01")).toBe(-1);
    expect(stepAt(steps, null)).toBe(-1);
  });

  it("show the whole period until the slider stands at one", () => {
    const period = { since: "2026-11-01", until: "2026-11-30" };
    expect(shownDays(period, null)).toEqual(period);
    expect(shownDays(period, "2026-11-08")).toEqual({ since: "2026-11-08", until: "2026-11-08" });
    expect(shownDays(null, "2026-11-08")).toBeNull();
  });
});
