import { describe, expect, it } from "vitest";
import { middleOf, nowhere, positionOf } from "./place.js";

describe("a position that is being given", () => {
  it("goes to the server once it is whole, with its datum", () => {
    expect(positionOf(nowhere())).toBeUndefined();
    expect(positionOf({ lon: 112.3, lat: undefined, datum: "gcj02" })).toBeUndefined();
    expect(positionOf({ lon: 112.3, lat: 0, datum: "gcj02" })).toEqual({ lon: 112.3, lat: 0, datum: "gcj02" });
  });
  it("begins in the middle of one's area", () => {
    expect(middleOf({ type: "MultiPolygon", coordinates: [[[[112, 28], [114, 28], [114, 30], [112, 28]]]] })).toEqual({ lon: 113, lat: 29 });
    expect(middleOf({})).toBeUndefined();
  });
});
