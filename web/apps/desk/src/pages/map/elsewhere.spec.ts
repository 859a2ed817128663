import { describe, expect, it } from "vitest";
import { EMPTY, type MapAddress } from "./address.js";
import { exportOf, listPageOf } from "./elsewhere.js";
import type { Layer } from "./server.js";

const incidents = {
  key: "incidents", has_time: true, has_as_of: false, list_path: "/incidents", export_source: "incidents", list_params: { state: "state", urgent: "is_urgent" },
  filters: [{ name: "urgent", kind: "flag" }, { name: "state", kind: "choice" }],
} as unknown as Layer;
const components = {
  key: "components", has_time: false, has_as_of: false, list_path: "/ledger/components", export_source: "ledger.components", list_params: { due: "is_due" },
  filters: [{ name: "due", kind: "flag" }],
} as unknown as Layer;
const circle = { kind: "circle", lon: 112.35, lat: 28.57, radiusM: 500 } as const;
const address = (changes: Partial<MapAddress>): MapAddress => ({ ...EMPTY, shape: circle, ...changes });
const SHAPE = "c112.35,28.57,500";

describe("what the map shows, elsewhere", () => {
  it("is open matters where nobody asked for others, as on the map", () => {
    expect(listPageOf(address({}), incidents)).toEqual({ path: "/inbox", query: { open: "1", shape: SHAPE, all: "1" } });
    expect(exportOf(address({}), incidents)).toEqual({ source: "incidents", is_open: "true", shape: SHAPE });
  });

  it("knows states by number and flags by their names there", () => {
    const filters = { incidents: { state: ["handling", "closed"], urgent: ["1"] } };
    expect(listPageOf(address({ filters }), incidents)).toMatchObject({ query: { state: ["40", "70"], urgent: "1" } });
    expect(exportOf(address({ filters }), incidents)).toMatchObject({ state: ["40", "70"], is_urgent: "1" });
    const all = exportOf(address({ filters: { incidents: { state: ["all"] } } }), incidents);
    expect(Object.keys(all ?? {}).sort()).toEqual(["shape", "source"]);
  });

  it("takes days along as days, and as moments where moments are meant", () => {
    const days = address({ period: { since: "2026-11-01", until: "2026-11-30" }, moment: "2026-11-08" });
    expect(listPageOf(days, incidents)).toMatchObject({ query: { since: "2026-11-08", until: "2026-11-08" } });
    expect(exportOf(days, incidents)).toMatchObject({ since: "2026-11-08T00:00:00+08:00", until: "2026-11-09T00:00:00+08:00" });
  });

  it("uses the names a list has for the filters of its layer", () => {
    const filters = { components: { due: ["1"], kind: ["0101", "0102"] } };
    expect(listPageOf(address({ filters }), components)).toEqual({ path: "/ledger/components", query: { is_due: "1", kind: ["0101", "0102"], shape: SHAPE } });
    expect(listPageOf(address({}), { ...components, list_path: null })).toBe("");
    expect(exportOf(address({}), { ...components, export_source: null })).toBeNull();
  });

  it("is nowhere where the list knows a filter not, or not so", () => {
    const wrong: MapAddress["filters"][] = [{ incidents: { age: ["d1"] } }, { incidents: { channel: ["desk", "api"] } }];
    for (const filters of wrong) {
      expect(listPageOf(address({ filters }), incidents)).toBe("");
      expect(exportOf(address({ filters }), incidents)).toBeNull();
    }
  });
});
