import { describe, expect, it } from "vitest";
import { cornersOf, featureOf, NOTHING, partsOf, shapeOf } from "./shaping.js";

const RING = [[112, 28], [112.01, 28], [112.01, 28.01], [112, 28]];
const HOLE = [[112.004, 28.001], [112.006, 28.001], [112.006, 28.002], [112.004, 28.001]];

describe("what is shaped", () => {
  it("comes back as it went, with parts, holes and lines", () => {
    const one = { type: "Polygon" as const, coordinates: [RING, HOLE] };
    const two = { type: "MultiPolygon" as const, coordinates: [[RING, HOLE], [RING]] };
    const line = { type: "LineString" as const, coordinates: [[112, 28], [112.01, 28.01]] };
    for (const shape of [one, two, line]) expect(shapeOf(partsOf(shape))).toEqual(shape);
  });

  it("is given to terra-draw ring by ring, closed, to a tenth of a millimetre", () => {
    const parts = partsOf({ type: "Polygon", coordinates: [[[112.1234567894, 28], [112.2, 28], [112.2, 28.1], [112.1234567894, 28]]] });
    const feature = featureOf(parts, 0);
    expect(feature.properties).toEqual({ mode: "polygon", part: 0 });
    expect(feature.geometry.coordinates[0]).toEqual([[112.123456789, 28], [112.2, 28], [112.2, 28.1], [112.123456789, 28]]);
    expect(cornersOf(feature.geometry)).toHaveLength(3);
  });

  it("may be nothing yet", () => {
    expect(shapeOf(NOTHING)).toBeUndefined();
    expect(shapeOf({ kind: "line", lines: [[[112, 28]]], holes: [] })).toBeUndefined();
  });
});
