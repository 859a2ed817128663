import { describe, expect, it } from "vitest";
import { areas, boundsOf, circle, dots, middle, zoomFor } from "./shapes.js";

describe("a circle on the ground", () => {
  const [lon, lat] = [112.35, 28.57] as const;
  const ring = circle(lon, lat, 200).geometry.coordinates[0] ?? [];

  it("is closed and as wide as it should be, north as east", () => {
    expect(ring[0]).toEqual(ring.at(-1));
    const norths = ring.map((at) => ((at[1] ?? 0) - lat) * 111_195);
    const easts = ring.map((at) => ((at[0] ?? 0) - lon) * 111_195 * Math.cos((lat * Math.PI) / 180));
    expect(Math.max(...norths)).toBeCloseTo(200, 0);
    expect(Math.max(...easts)).toBeCloseTo(200, 0);
  });
});

it("writes a name in the middle of the largest part", () => {
  const small = [[[0, 0], [1, 0], [0, 0]]];
  const large = [[[10, 10], [20, 10], [20, 20], [10, 20], [10, 10]]];
  expect(middle({ type: "MultiPolygon", coordinates: [small, large] })).toEqual([15, 15]);
  expect(middle({ type: "Polygon", coordinates: [] })).toBeUndefined();
});

it("comes closer the more exact the place is known", () => {
  expect(zoomFor(null)).toBe(16);
  expect(zoomFor(10)).toBe(16);
  expect(zoomFor(240)).toBe(14);
  expect(zoomFor(100_000)).toBe(11);
});

it("keeps what the map tells apart: relation of areas, open and closed ones", () => {
  const outline = { code: "1", name: "一", relation: "self", geometry: { type: "Polygon", coordinates: [] } };
  expect(areas([outline]).features[0]?.properties).toEqual({ code: "1", name: "一", relation: "self" });
  expect(dots([{ id: "a", lon: 1, lat: 2, title: "事", isOpen: false }]).features[0]?.properties?.["isOpen"]).toBe(false);
});

describe("what a map of a day holds", () => {
  const stops = [{ lon: 112.3, lat: 28.5 }, { lon: 112.31, lat: 28.52 }];
  const own = { code: "1", name: "", relation: "self", geometry: { type: "Polygon", coordinates: [[[112, 28], [113, 28], [113, 29], [112, 28]]] } };

  it("is every stop, and the reader who is near them", () => {
    expect(boundsOf(stops, [own])).toEqual([[112.3, 28.5], [112.31, 28.52]]);
    expect(boundsOf(stops, [], { lon: 112.33, lat: 28.5 })).toEqual([[112.3, 28.5], [112.33, 28.52]]);
    expect(boundsOf(stops, [], { lon: 113.3, lat: 28.5 })).toEqual([[112.3, 28.5], [112.31, 28.52]]);
  });

  it("is the own area, or the reader, where nothing is to be done", () => {
    expect(boundsOf([], [own, { ...own, relation: "neighbour", geometry: { type: "Polygon", coordinates: [[[1, 1]]] } }])).toEqual([[112, 28], [113, 29]]);
    expect(boundsOf([], [], { lon: 112, lat: 28 })).toEqual([[112, 28], [112, 28]]);
    expect(boundsOf([], [])).toBeUndefined();
  });
});
