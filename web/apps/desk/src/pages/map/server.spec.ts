import { describe, expect, it } from "vitest";
import { EMPTY, type MapAddress } from "./address.js";
import { listed, narrowed, tilesOf, whereOf, writeBox, type Layer } from "./server.js";

const layer = {
  key: "incidents", has_time: true, has_as_of: false, list_params: { state: "stage" },
} as unknown as Layer;
const address: MapAddress = {
  ...EMPTY,
  filters: { incidents: { state: ["open", "closed"], item: ["0101"] }, grids: { kind: ["urban"] } },
  period: { since: "2026-11-01", until: "2026-11-30" },
  asOf: "2026-01-01",
};
const circle = { kind: "circle", lon: 112.35, lat: 28.57, radiusM: 500 } as const;

describe("what is asked of a layer", () => {
  it("are its own filters, and days only where it has days", () => {
    expect(narrowed(address, layer)).toEqual({ f: ["state~open~closed", "item~0101"], since: "2026-11-01", until: "2026-11-30" });
    expect(narrowed(address, { key: "grids", has_time: false, has_as_of: true })).toEqual({ f: ["kind~urban"], on: "2026-01-01" });
    expect(narrowed(EMPTY, layer)).toEqual({});
  });

  it("is one step of the days while the slider stands at it", () => {
    expect(narrowed({ ...address, moment: "2026-11-08" }, layer)).toMatchObject({ since: "2026-11-08", until: "2026-11-08" });
  });

  it("stands in the address of its tiles", () => {
    expect(tilesOf("https://host", "incidents", { f: ["item~0101"], since: "2026-11-01", until: "2026-11-30" }, "heat")).toBe(
      "https://host/api/v1/map/layers/incidents/tiles/{z}/{x}/{y}?f=item%7E0101&since=2026-11-01&until=2026-11-30&form=heat",
    );
    expect(tilesOf("https://host", "areas", {})).toBe("https://host/api/v1/map/layers/areas/tiles/{z}/{x}/{y}");
  });
});

describe("the list", () => {
  it("is of the view until a shape is drawn, and of what somebody asks for", () => {
    expect(whereOf(EMPTY)).toBe("view");
    expect(whereOf({ ...EMPTY, shape: circle })).toBe("shape");
    expect(whereOf({ ...EMPTY, where: "shape" })).toBe("view");
    expect(whereOf({ ...EMPTY, shape: circle, where: "all" })).toBe("all");
  });

  it("asks for its box or its shape, never both", () => {
    const box = [112.31, 28.52, 112.39, 28.58] as const;
    expect(listed(EMPTY, layer, box)).toEqual({ layer: "incidents", bbox: writeBox(box) });
    expect(listed({ ...EMPTY, shape: circle }, layer, box)).toEqual({ layer: "incidents", shape: "c112.35,28.57,500" });
    expect(listed({ ...EMPTY, where: "all" }, layer, box)).toEqual({ layer: "incidents" });
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
