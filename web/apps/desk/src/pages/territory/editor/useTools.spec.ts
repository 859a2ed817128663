import { describe, expect, it } from "vitest";
import type { Feature } from "../types.js";
import { parentsOf, parentUnder, troubleOf } from "./useTools.js";

const square = (west: number) => ({ type: "Polygon" as const, coordinates: [[[west, 28], [west + 0.01, 28], [west + 0.01, 28.01], [west, 28.01], [west, 28]]] });
const community = (code: string, west: number) => ({ feature_id: code, layer: "medium", code, name: `社区${code}`, geometry: square(west) }) as unknown as Feature;
const TOWNSHIP = { code: "430902001", name: "汽车路街道" };
const HELD = [community("430902001001", 112), community("430902001002", 112.01)];

describe("what a new grid stands below", () => {
  it("is a community of the draft, or the draft's own area", () => {
    expect(parentsOf("small", HELD, TOWNSHIP).map((one) => one.code)).toEqual(["430902001001", "430902001002"]);
    expect(parentsOf("special", HELD, TOWNSHIP)).toHaveLength(2);
    expect(parentsOf("medium", HELD, TOWNSHIP)).toEqual([TOWNSHIP]);
  });

  it("is the one under the middle of what was drawn", () => {
    const parents = parentsOf("small", HELD, TOWNSHIP);
    expect(parentUnder(square(112.011), parents)).toBe("430902001002");
    expect(parentUnder(square(113), parents)).toBe("");
    expect(parentUnder(square(113), [TOWNSHIP])).toBe(TOWNSHIP.code);
  });
});

describe("what cannot be saved yet", () => {
  const target = square(112);

  it("is said before anybody asks the server", () => {
    expect(troubleOf("draw", undefined, undefined)).toBe("empty");
    expect(troubleOf("draw", { type: "Polygon", coordinates: [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]] }, undefined)).toBe("crosses");
    expect(troubleOf("split", { type: "LineString", coordinates: [[112.005, 28.005], [113, 28]] }, target)).toBe("begins_inside");
  });

  it("is nothing where it can", () => {
    expect(troubleOf("reshape", target, target)).toBeUndefined();
    expect(troubleOf("split", { type: "LineString", coordinates: [[111, 28.005], [113, 28.005]] }, target)).toBeUndefined();
    expect(troubleOf("border", { type: "LineString", coordinates: [[112, 28], [112, 28.01]] }, target)).toBeUndefined();
  });
});
