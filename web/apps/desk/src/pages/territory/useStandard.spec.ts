import { expect, it } from "vitest";
import { lineOf, rowOf } from "./useStandard.js";

it("keeps square metres as they are entered in hectares, and no limit as none", () => {
  const row = { layer: "small", kind: "urban", min_area_m2: null, max_area_m2: 125_000, min_households: 300, max_households: 500, is_strict: true } as const;
  expect(lineOf(row).maxHa).toBe(12.5);
  expect(lineOf(row).minHa).toBeUndefined();
  expect(rowOf(lineOf(row))).toEqual(row);
});
