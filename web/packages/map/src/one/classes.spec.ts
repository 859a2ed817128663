import { describe, expect, it } from "vitest";
import { classesOf, classOf, mix, ramp } from "./classes.js";

const BLUES = ramp("#e8f0fb", "#1f5fbf");

describe("classes", () => {
  it("hold about as many areas each, and every area stands in exactly one", () => {
    const values = Array.from({ length: 100 }, (_, n) => n * 3);
    const classes = classesOf(values, BLUES);
    expect(classes).toHaveLength(5);
    expect(classes.reduce((sum, one) => sum + one.count, 0)).toBe(100);
    for (const one of classes) expect(Math.abs(one.count - 20)).toBeLessThanOrEqual(1);
    for (const value of values) {
      const one = classes[classOf(value, classes)];
      expect(one && value >= one.from && value <= one.to).toBe(true);
    }
  });

  it("are cut at round numbers where these cut the same", () => {
    const classes = classesOf([3, 7, 112, 118, 540, 987, 2210, 2380, 8124, 9011], BLUES);
    expect(classes.map((one) => one.from)).toEqual([3, 100, 500, 2000, 8000]);
  });

  it("keep equal values together and are fewer where values are few", () => {
    expect(classesOf([0, 0, 0, 0, 0, 0, 9], BLUES).map((one) => one.count)).toEqual([6, 1]);
    expect(classesOf([4, 4], BLUES)).toMatchObject([{ from: 4, to: 4, count: 2 }]);
    expect(classesOf([], BLUES)).toEqual([]);
  });

  it("say -1 for what stands outside them", () => {
    const classes = classesOf([1, 2, 3], BLUES);
    expect([NaN, 0, 4].map((value) => classOf(value, classes))).toEqual([-1, -1, -1]);
    expect(classOf(1, [])).toBe(-1);
  });
});

describe("colours", () => {
  const light = (hex: string) => [1, 3, 5].reduce((sum, at, index) => sum + Number.parseInt(hex.slice(at, at + 2), 16) * [0.2126, 0.7152, 0.0722][index]!, 0);

  it("begin and end where they are told and get darker with every step, so that no hue has to be told apart", () => {
    expect([BLUES[0], BLUES.at(-1)]).toEqual(["#e8f0fb", "#1f5fbf"]);
    for (let at = 1; at < BLUES.length; at += 1) expect(light(BLUES[at - 1]!) - light(BLUES[at]!)).toBeGreaterThan(20);
  });

  it("are mixed part of the way", () => {
    expect(mix("#000000", "#ffffff", 0)).toBe("#000000");
    expect(mix("#000000", "#ffffff", 1)).toBe("#ffffff");
    expect(mix("#1f5fbf", "#1f5fbf", 0.5)).toBe("#1f5fbf");
  });
});
