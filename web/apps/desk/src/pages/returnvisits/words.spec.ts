import { describe, expect, it } from "vitest";
import { colourOf, colourOfCheck, lastMonth, percent } from "./words.js";

describe("return visits", () => {
  it("are red when late, and amber when somebody says it is not solved", () => {
    expect(colourOf({ state: "waiting", is_late: false, is_solved: null })).toBe("running");
    expect(colourOf({ state: "waiting", is_late: true, is_solved: null })).toBe("overdue");
    expect(colourOf({ state: "reached", is_late: true, is_solved: true })).toBe("done");
    expect(colourOf({ state: "reached", is_late: false, is_solved: false })).toBe("may_overrun");
    expect(colourOf({ state: "unreached", is_late: false, is_solved: null })).toBe("waiting");
  });
  it("are checked as reported, or not", () => {
    expect(colourOfCheck({ done_at: null, finding: null, is_overdue: true })).toBe("overdue");
    expect(colourOfCheck({ done_at: "2026-11-16T10:00:00Z", finding: "as_reported", is_overdue: false })).toBe("done");
    expect(colourOfCheck({ done_at: "2026-11-16T10:00:00Z", finding: "partly", is_overdue: false })).toBe("may_overrun");
  });
  it("have shares only where something stands behind them", () => {
    expect(percent(null)).toBe("—");
    expect(percent(0)).toBe("0.0%");
    expect(percent(2 / 3)).toBe("66.7%");
  });
  it("are counted over thirty days at first, over the end of a month too", () => {
    expect(lastMonth(new Date(2026, 2, 15, 23, 30))).toEqual({ from_on: "2026-02-14", until_on: "2026-03-15" });
  });
});
