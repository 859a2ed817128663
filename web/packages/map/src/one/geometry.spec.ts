import { describe, expect, it } from "vitest";
import { areaM2, boxOf, distanceM, drawnShape, readShape, spokenDistance, writeShape, type Shape } from "./geometry.js";

const CIRCLE: Shape = { kind: "circle", lon: 112.35, lat: 28.57, radiusM: 500 };
const SQUARE: Shape = { kind: "polygon", ring: [[112.35, 28.57], [112.36, 28.57], [112.36, 28.58], [112.35, 28.58]] };

describe("a shape in an address", () => {
  it("is written and read without loss", () => {
    expect(writeShape(CIRCLE)).toBe("c112.35,28.57,500");
    expect(readShape(writeShape(CIRCLE))).toEqual(CIRCLE);
    expect(readShape(writeShape(SQUARE))).toEqual(SQUARE);
  });

  it("is nothing where it encloses nothing, lies nowhere or is too large", () => {
    for (const text of ["", "c1,2", "c112,28,0", "c112,28,99999999", "c200,28,5", "p1,2;3,4", "p1,2;3,4;x,5", "p1,2;3,4;5", "z1,2;3,4;5,6"]) {
      expect(readShape(text)).toBeNull();
    }
    expect(readShape(`p${Array.from({ length: 61 }, (_, n) => `112.${n},28`).join(";")}`)).toBeNull();
  });
});

describe("sums on the ground", () => {
  it("measure distances as the earth has them", () => {
    expect(distanceM([112, 28], [112, 29])).toBeCloseTo(111_195, -1);
    expect(distanceM([112, 60], [113, 60])).toBeCloseTo(55_597, -2);
    expect(distanceM([112, 28], [112, 28])).toBe(0);
  });

  it("measure what is enclosed", () => {
    expect(areaM2(CIRCLE)).toBeCloseTo(785_398, 0);
    const [width, height] = [distanceM([112.35, 28.57], [112.36, 28.57]), distanceM([112.35, 28.57], [112.35, 28.58])];
    expect(areaM2(SQUARE) / (width * height)).toBeCloseTo(1, 3);
  });

  it("say distances shortly", () => {
    expect(spokenDistance(47.4)).toEqual({ n: "47", unit: "m" });
    expect(spokenDistance(847)).toEqual({ n: "850", unit: "m" });
    expect(spokenDistance(1437)).toEqual({ n: "1.4", unit: "km" });
    expect(spokenDistance(23_400)).toEqual({ n: "23", unit: "km" });
  });
});

it("draws closed rings and knows the box around them", () => {
  const ring = drawnShape(SQUARE).geometry.coordinates[0] ?? [];
  expect(ring[0]).toEqual(ring.at(-1));
  expect(boxOf(SQUARE)).toEqual([112.35, 28.57, 112.36, 28.58]);
});
