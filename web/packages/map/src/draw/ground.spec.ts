import { describe, expect, it } from "vitest";
import { areaM2, boxOf, crossesItself, crossings, distanceTo, isInside, lengthM, metres, namePlace, outerRing, polygonOf, type At } from "./ground.js";

const square = (west: number, south: number, size = 0.01) =>
  polygonOf([[west, south], [west + size, south], [west + size, south + size], [west, south + size]]);
const SQUARE = square(112, 28);

describe("an outline on the ground", () => {
  it("is as large as on the ellipsoid, within half a per cent", () => {
    // 1,089,991 m² on the ellipsoid (GeographicLib); ours is the sphere.
    expect(areaM2(SQUARE) / 1_089_991).toBeCloseTo(1, 2);
  });

  it("has the same area whichever way it runs, and less by its hole", () => {
    const ring = SQUARE.coordinates[0] ?? [];
    expect(areaM2({ type: "Polygon", coordinates: [[...ring].reverse()] })).toBeCloseTo(areaM2(SQUARE), 3);
    const hole = square(112.0025, 28.0025, 0.005).coordinates[0] ?? [];
    expect(areaM2({ type: "Polygon", coordinates: [ring, hole] }) / areaM2(SQUARE)).toBeCloseTo(0.75, 4);
    expect(isInside({ type: "Polygon", coordinates: [ring, hole] }, [112.005, 28.005])).toBe(false);
    expect(isInside({ type: "Polygon", coordinates: [ring, hole] }, [112.001, 28.001])).toBe(true);
  });

  it("is measured in metres", () => {
    expect(metres([112, 28], [112, 28.001])).toBeCloseTo(111.2, 1);
    expect(lengthM([[112, 28], [112, 28.001], [112, 28.002]])).toBeCloseTo(222.4, 1);
    expect(distanceTo([[112, 28], [112.01, 28]], [112.005, 28.001])).toBeCloseTo(111.2, 1);
  });

  it("gives its largest part's ring and its box", () => {
    const parts = { type: "MultiPolygon" as const, coordinates: [square(113, 28, 0.001).coordinates, SQUARE.coordinates] };
    expect(outerRing(parts)).toHaveLength(4);
    expect(outerRing(parts)[0]).toEqual([112, 28]);
    expect(boxOf([parts])?.map((one) => Number(one.toFixed(3)))).toEqual([112, 28, 113.001, 28.01]);
    expect(boxOf([])).toBeUndefined();
  });
});

describe("crossing", () => {
  it("is seen in a ring that runs like an eight", () => {
    const eight: At[] = [[0, 0], [1, 1], [1, 0], [0, 1]];
    expect(crossesItself(eight)).toBe(true);
    expect(crossesItself(outerRing(SQUARE))).toBe(false);
  });

  it("is counted for a line over a shape", () => {
    expect(crossings(SQUARE, [[111.99, 28.005], [112.02, 28.006]])).toBe(2);
    expect(crossings(SQUARE, [[111.99, 28.005], [112.005, 28.006]])).toBe(1);
  });
});

describe("where a name is written", () => {
  it("is the middle, and on the outline where that is bent around it", () => {
    const middle = namePlace(SQUARE);
    expect(metres(middle ?? [0, 0], [112.005, 28.005])).toBeLessThan(1);
    const bow = polygonOf([[0, 0], [0.1, 0], [0.1, 0.01], [0.01, 0.01], [0.01, 0.09], [0.1, 0.09], [0.1, 0.1], [0, 0.1]]);
    expect(isInside(bow, namePlace(bow) ?? [0.05, 0.05])).toBe(true);
    expect(namePlace({ type: "Polygon", coordinates: [] })).toBeUndefined();
  });
});
