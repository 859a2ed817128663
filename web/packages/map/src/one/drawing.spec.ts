import { describe, expect, it } from "vitest";
import { begin, finish, isFinishedBy, move, preview, set, takeBack } from "./drawing.js";

describe("a circle", () => {
  it("has a middle and reaches to where the pointer is", () => {
    const middle = set(begin("circle"), [112.35, 28.57]);
    expect(isFinishedBy(middle)).toBe(true);
    const moved = move(middle, [112.35, 28.575]);
    expect(preview(moved).shape).toMatchObject({ kind: "circle", radiusM: 556 });
    expect(finish(moved)).toEqual({ shape: { kind: "circle", lon: 112.35, lat: 28.57, radiusM: 556 } });
  });

  it("is none without a middle, or where it has no extent", () => {
    expect(finish(begin("circle"))).toEqual({ problem: "few" });
    expect(finish(set(begin("circle"), [112, 28]))).toEqual({ problem: "small" });
    expect(preview(begin("circle"))).toEqual({ shape: null, line: [] });
  });

  it("is never larger than may be asked for", () => {
    expect(finish(move(set(begin("circle"), [112, 28]), [120, 28]))).toMatchObject({ shape: { radiusM: 50_000 } });
  });
});

describe("a polygon", () => {
  const three = [[0, 0], [1, 0], [1, 1]].reduce((drawing, [lon, lat]) => set(drawing, [lon!, lat!]), begin("polygon"));

  it("is made of its corners; two clicks in one place are one", () => {
    expect(finish(set(three, [1, 1]))).toEqual({ shape: { kind: "polygon", ring: [[0, 0], [1, 0], [1, 1]] } });
    expect(isFinishedBy(three)).toBe(false);
  });

  it("says why it is none", () => {
    expect(finish(takeBack(three))).toEqual({ problem: "few" });
    expect(finish(set(set(begin("polygon"), [0, 0]), [1, 1]))).toEqual({ problem: "few" });
    const crossed = [[0, 0], [1, 1], [1, 0], [0, 1]].reduce((drawing, [lon, lat]) => set(drawing, [lon!, lat!]), begin("polygon"));
    expect(finish(crossed)).toEqual({ problem: "crosses" });
  });

  it("shows the line back to its beginning", () => {
    expect(preview(move(three, [0, 1])).line).toEqual([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]);
    expect(preview(move(set(begin("polygon"), [0, 0]), [1, 0])).line).toEqual([[0, 0], [1, 0]]);
  });
});
