import { describe, expect, it } from "vitest";
import { colourOf, stateOf, STATES } from "./useComponents.js";

describe("the list of components", () => {
  it("says of a thing that is not used that it is not used, however it was found", () => {
    expect(stateOf({ life: 10, condition: 3 })).toBe("damaged");
    expect(stateOf({ life: 20, condition: 3 })).toBe("out");
    expect(stateOf({ life: 90, condition: 1 })).toBe("retired");
  });
  it("has a colour for each", () => {
    for (const one of STATES) expect(colourOf(one)).toMatch(/^[a-z_]+$/);
  });
});
