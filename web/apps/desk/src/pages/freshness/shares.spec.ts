import { describe, expect, it } from "vitest";
import { shareOf, sorted } from "./shares.js";

describe("how fresh", () => {
  it("is a whole percent that hides neither the last due one nor the first fresh one", () => {
    expect(shareOf({ records: 3, fresh: 1 })).toBe(33);
    expect(shareOf({ records: 1000, fresh: 999 })).toBe(99);
    expect(shareOf({ records: 1000, fresh: 1 })).toBe(1);
    expect(shareOf({ records: 0, fresh: 0 })).toBe(0);
    expect(shareOf({ records: 4, fresh: 4 })).toBe(100);
  });
  it("is shown where most waits first, or by area", () => {
    const rows = [
      { area_code: "2", records: 10, fresh: 9 },
      { area_code: "1", records: 10, fresh: 9 },
      { area_code: "3", records: 100, fresh: 10 },
    ];
    expect(sorted(rows, "due").map((one) => one.area_code)).toEqual(["3", "1", "2"]);
    expect(sorted(rows, "code").map((one) => one.area_code)).toEqual(["1", "2", "3"]);
  });
});
