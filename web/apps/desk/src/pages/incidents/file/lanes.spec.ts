import { describe, expect, it } from "vitest";
import { stripsOf, type FileMark } from "./lanes.js";

const mark = (lane: number): FileMark => ({ lane, word: "派遣", tone: "plain", at: "11-22 10:00" });

describe("the drawing of a course", () => {
  it("is cut into strips, and each goes on where the one above ended", () => {
    const strips = stripsOf([mark(0), mark(1), mark(2), mark(1), mark(0)], 2);
    expect(strips.map((strip) => strip.length)).toEqual([2, 2, 1]);
    expect(strips[0]?.[0]?.from).toBeUndefined();
    expect(strips[1]?.[0]?.from).toBe(1);
    expect(strips[2]?.[0]).toMatchObject({ column: 0, from: 1 });
  });

  it("has no strip where nothing happened", () => {
    expect(stripsOf([])).toEqual([]);
  });
});
