import { describe, expect, it } from "vitest";
import { colourOf, given, stateOf, STATES } from "./useComponents.js";

describe("the list of components", () => {
  it("asks for what the address says, and for nothing that is empty", () => {
    expect(given({ words: "井盖", kind: "", state: "damaged,missing", is_due: "true" })).toEqual({ words: "井盖", state: ["damaged", "missing"], is_due: "true" });
    expect(given({ words: "", state: "" })).toEqual({});
  });
  it("says of a thing that is not used that it is not used, however it was found", () => {
    expect(stateOf({ life: 10, condition: 3 })).toBe("damaged");
    expect(stateOf({ life: 20, condition: 3 })).toBe("out");
    expect(stateOf({ life: 90, condition: 1 })).toBe("retired");
  });
  it("has a colour for each", () => {
    for (const one of STATES) expect(colourOf(one)).toMatch(/^[a-z_]+$/);
  });
});
