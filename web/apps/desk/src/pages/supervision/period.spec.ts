import { expect, it } from "vitest";
import { bounds, dayOf, lastMonth } from "./period.js";

it("counts days in the city's own time, both ends included", () => {
  expect(dayOf(Date.parse("2026-11-15T16:30:00Z"))).toBe("2026-11-16");
  expect(lastMonth(Date.parse("2026-11-16T02:00:00Z"))).toEqual({ from: "2026-10-18", to: "2026-11-16" });
  expect(bounds("2026-10-31", "2026-10-31")).toEqual({ since: "2026-10-31T00:00:00+08:00", until: "2026-11-01T00:00:00+08:00" });
});
