import { writeBox } from "@jingwei/map";
import { describe, expect, it } from "vitest";
import { EMPTY, type MapAddress } from "./address.js";
import { listed, narrowed, whereOf, type Layer } from "./server.js";

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
