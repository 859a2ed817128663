import { describe, expect, it } from "vitest";
import { needsReason, openTo, stateOf, STATES } from "./useResources.js";

describe("resources", () => {
  it("are made ready before anything else once they were retired", () => {
    expect(openTo("retired")).toEqual(["ready"]);
    expect(openTo("ready")).toEqual(["busy", "shut", "retired"]);
  });
  it("are shut or retired with a reason only", () => {
    expect(STATES.filter(needsReason)).toEqual(["shut", "retired"]);
    expect(stateOf({ state: 30 })).toBe("shut");
  });
});
