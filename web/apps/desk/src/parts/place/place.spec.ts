import { describe, expect, it } from "vitest";
import { nowhere, onMap, positionOf, viewOf } from "./place.js";

const SQUARE = { type: "MultiPolygon", coordinates: [[[[112.3, 28.5], [112.31, 28.5], [112.31, 28.52], [112.3, 28.52], [112.3, 28.5]]]] };
const outline = (code: string, relation: string, geometry: object) => ({ code, name: code, relation, geometry });

it("is given to the server whole, or not at all", () => {
  expect(positionOf(nowhere())).toBeUndefined();
  expect(positionOf({ lon: 112.3, lat: undefined, datum: "bd09" })).toBeUndefined();
  expect(positionOf({ lon: 112.3, lat: 28.5, datum: "bd09" })).toEqual({ lon: 112.3, lat: 28.5, datum: "bd09" });
});

describe("a map to pick from", () => {
  it("begins at the position, if it is one of the map's own", () => {
    const at = onMap({ lon: 112.3, lat: 28.5, datum: "cgcs2000" });
    expect(viewOf(at, [])).toEqual({ lon: 112.3, lat: 28.5, zoom: 16 });
    expect(onMap({ lon: 112.3, lat: 28.5, datum: "gcj02" })).toBeUndefined();
  });

  it("else shows the own area, as far in as it is small, and waits until its outline is there", () => {
    const around = outline("430902001", "parent", SQUARE);
    const view = viewOf(undefined, [around, outline("430902001001", "self", SQUARE)]);
    expect(view?.lon).toBeCloseTo(112.305);
    expect(view?.lat).toBeCloseTo(28.51);
    expect(view?.zoom).toBe(14.5);
    expect(viewOf(undefined, [around])).toBeUndefined();
    expect(viewOf(undefined, [outline("4309", "self", { type: "Polygon", coordinates: [] })])).toBeUndefined();
  });
});
