import { describe, expect, it } from "vitest";
import { EMPTY, readAddress, withFilter, withLayer, writeAddress } from "./address.js";

const FULL = {
  at: "112.35,28.57,14.25",
  solid: "1",
  layers: "grids,incidents",
  heat: "incidents",
  f: ["incidents~state~10~20", "incidents~item~010101"],
  days: "2026-11-01~2026-11-30",
  on: "2026-11-08",
  "as-of": "2026-01-01",
  by: "incidents.open~township",
  shape: "c112.35,28.57,500",
  is: "incidents~0199-abc",
  panel: "list",
  of: "grids",
  where: "shape",
};

describe("the map's address", () => {
  it("is read and written without loss", () => {
    const address = readAddress(FULL);
    expect(address.filters).toEqual({ incidents: { state: ["10", "20"], item: ["010101"] } });
    expect(address.chosen).toEqual({ layer: "incidents", id: "0199-abc" });
    expect(writeAddress(address)).toEqual(FULL);
  });

  it("says nothing where everything is as it begins", () => {
    expect(writeAddress(EMPTY)).toEqual({});
    expect(readAddress({})).toEqual(EMPTY);
  });

  it("knows a map with every layer off from one as it begins", () => {
    expect(writeAddress({ ...EMPTY, layers: [] })).toEqual({ layers: "none" });
    expect(readAddress({ layers: "none" }).layers).toEqual([]);
  });

  it("leaves out what makes no sense", () => {
    const wrong = {
      at: "400,28,14", layers: "<b>,Grids", f: ["x", "a~b", "~~", "a~b~c"], days: "2026-11-30~2026-11-01", on: "2026-11-08",
      "as-of": "2026-02-31", by: "incidents.open~street", shape: "c1", is: "incidents~", panel: "cellar", of: "?", where: "nowhere",
    };
    expect(readAddress(wrong)).toEqual({ ...EMPTY, layers: [], filters: { a: { b: ["c"] } } });
  });

  it("keeps the slider inside its days", () => {
    expect(readAddress({ days: "2026-11-01~2026-11-30", on: "2026-12-01" }).moment).toBeNull();
  });
});

describe("changing it", () => {
  it("sets a filter and takes it away without a trace", () => {
    const narrowed = withFilter(EMPTY, "incidents", "state", ["10"]);
    expect(narrowed.filters).toEqual({ incidents: { state: ["10"] } });
    expect(withFilter(narrowed, "incidents", "state", []).filters).toEqual({});
  });

  it("switches layers on top of what is shown, and forgets what was chosen in one that goes", () => {
    expect(withLayer(EMPTY, ["grids"], "incidents", true).layers).toEqual(["grids", "incidents"]);
    const chosen = { ...EMPTY, chosen: { layer: "incidents", id: "1" } };
    expect(withLayer(chosen, ["grids", "incidents"], "incidents", false)).toMatchObject({ layers: ["grids"], chosen: null });
    expect(withLayer(chosen, ["grids", "incidents"], "grids", false).chosen).toEqual({ layer: "incidents", id: "1" });
  });
});
