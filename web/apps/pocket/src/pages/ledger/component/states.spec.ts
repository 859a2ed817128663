import type { Schema } from "@jingwei/client";
import { describe, expect, it } from "vitest";
import { colourOf, needsAct, reportAbout, stateOf, STATES } from "./states.js";

describe("a component on the phone", () => {
  it("says that it is out of use or retired before it says how it was found", () => {
    expect(stateOf({ life: 10, condition: 4 })).toBe("missing");
    expect(stateOf({ life: 20, condition: 4 })).toBe("out");
    expect(stateOf({ life: 90, condition: 1 })).toBe("retired");
    expect(STATES.map(colourOf)).not.toContain(undefined);
  });
  it("asks for a report where something is damaged or gone", () => {
    expect([1, 2, 3, 4].filter((one) => needsAct(one as 1))).toEqual([3, 4]);
  });
  it("leads into a report with its place and number", () => {
    const card = { code: "4309020101000001", type_name: "上水井盖", address: "", lon: 112.3, lat: 28.5 } as Schema<"ComponentCardOut">;
    expect(reportAbout(card)).toEqual({ lon: "112.3", lat: "28.5", place: "上水井盖 4309020101000001", component: "4309020101000001" });
  });
});
