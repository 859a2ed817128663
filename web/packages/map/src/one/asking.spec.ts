import { describe, expect, it } from "vitest";
import { boxOfGeometry } from "../box.js";
import { tilesOf, writeBox } from "./asking.js";
import { cameraFor } from "./geometry.js";

describe("tiles", () => {
  it("stands in the address of its tiles", () => {
    expect(tilesOf("https://host", "incidents", { f: ["item~0101"], since: "2026-11-01", until: "2026-11-30" }, "heat")).toBe(
      "https://host/api/v1/map/layers/incidents/tiles/{z}/{x}/{y}?f=item%7E0101&since=2026-11-01&until=2026-11-30&form=heat",
    );
    expect(tilesOf("https://host", "areas", {})).toBe("https://host/api/v1/map/layers/areas/tiles/{z}/{x}/{y}");
  });
});

describe("a box", () => {
  it("holds what is seen, is at most a little larger, and stays the same for small movements", () => {
    for (const width of [0.002, 0.08, 1.7, 40]) {
      const box = [112.31113, 28.5271, 112.31113 + width, 28.5271 + width / 2] as const;
      const [west = 0, south = 0, east = 0, north = 0] = writeBox(box).split(",").map(Number);
      expect(west <= box[0] && south <= box[1] && east >= box[2] && north >= box[3]).toBe(true);
      expect(east - west).toBeLessThan(width * 1.25);
    }
    expect(writeBox([112.3111, 28.5211, 112.3911, 28.5811])).toBe(writeBox([112.3112, 28.5212, 112.3912, 28.5812]));
  });

  it("ends where the world does", () => {
    expect(writeBox([-200, -90, 200, 90])).toBe("-180,-85,180,85");
  });
});

describe("where a map begins", () => {
  const geometry = { type: "Polygon", coordinates: [[[112, 28], [112.4, 28], [112.4, 28.2], [112, 28]]] };

  it("is where all of an outline is seen, whatever the shape of the picture", () => {
    const box = boxOfGeometry(geometry);
    expect(box).toEqual([112, 28, 112.4, 28.2]);
    const wide = cameraFor(box, 800, 560);
    expect([wide?.lon, wide?.lat]).toEqual([112.2, 28.1]);
    expect(wide!.zoom).toBeCloseTo(Math.log2((360 * 800) / (512 * 0.4)), 5);
    expect(cameraFor(box, 300, 500)!.zoom).toBeLessThan(wide!.zoom);
  });

  it("is nowhere without an outline, and never closer than a street for a point", () => {
    expect(boxOfGeometry(undefined)).toBeNull();
    expect(cameraFor(null)).toBeNull();
    expect(cameraFor([112, 28, 112, 28])?.zoom).toBe(17);
  });
});
