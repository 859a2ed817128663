import { describe, expect, it } from "vitest";
import { dayOf, isDay, monthOf, plusMonths, weekOf } from "./days.js";

describe("days of the city", () => {
  it("turn over at midnight in Beijing", () => {
    expect(dayOf(new Date("2026-11-22T15:59:00Z"))).toBe("2026-11-22");
    expect(dayOf(new Date("2026-11-22T16:00:00Z"))).toBe("2026-11-23");
  });

  it("stand in whole weeks from Monday", () => {
    expect(weekOf("2026-11-22")).toEqual(["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"]);
    const november = monthOf("2026-11-22");
    expect([november[0], november.at(-1), november.length]).toEqual(["2026-10-26", "2026-12-06", 42]);
    expect(monthOf("2027-02-01").length).toBe(28);
  });

  it("keep to the month when it is shorter", () => {
    expect(plusMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(plusMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(isDay("2026-13-40")).toBe(false);
  });
});
