import { describe, expect, it } from "vitest";
import { drawnOf, stepOf } from "./useDivision.js";

const shape = (west: number) => ({ type: "Polygon", coordinates: [[[west, 28], [west + 1, 28], [west + 1, 29], [west, 28]]] });
const area = (geometry: object) =>
  ({ code: "1", name: "一", layer: "small", kind: "urban", parent_code: "", households: null, people: null, area_m2: 1, geometry, valid_from_on: "2026-01-01", valid_to_on: null }) as never;

it("stands on the last day of change that is not after the one asked for", () => {
  const days = ["2026-01-01", "2026-03-01", "2026-11-22"];
  expect(stepOf(days, "2026-03-01")).toBe(1);
  expect(stepOf(days, "2026-05-01")).toBe(1);
  expect(stepOf(days, "2025-01-01")).toBe(0);
  expect(stepOf(days, "2027-01-01")).toBe(2);
});

describe("two days on one map", () => {
  const row = { code: "1", name: "一", moved_m2: 5 };

  it("shows a changed border as it is, and dashed as it was", () => {
    const drawn = drawnOf([{ ...row, what: "changed", before: area(shape(112)), after: area(shape(113)) }]);
    expect(drawn.map((one) => one.tone)).toEqual(["changed", "before"]);
    expect(drawn[0]?.shape).toEqual(shape(113));
  });

  it("shows what is closed where it was, what is opened where it is, and leaves out what has no outline", () => {
    const drawn = drawnOf([
      { ...row, what: "closed", before: area(shape(112)), after: null },
      { ...row, what: "opened", before: null, after: area(shape(113)) },
      { ...row, what: "opened", before: null, after: area({ type: "Polygon", coordinates: [] }) },
    ]);
    expect(drawn.map((one) => [one.tone, one.shape])).toEqual([["gone", shape(112)], ["new", shape(113)]]);
  });
});
