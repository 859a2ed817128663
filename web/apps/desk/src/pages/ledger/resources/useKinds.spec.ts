import { describe, expect, it } from "vitest";
import { inOrder, keyFault } from "./useKinds.js";

describe("the kinds of resources", () => {
  it("have keys that machines can read, and that are not taken", () => {
    expect(keyFault("fire_post", ["shelter"])).toBeUndefined();
    expect(keyFault("shelter", ["shelter"])).toBe("taken");
    for (const bad of ["", "f", "Fire", "消防", "9lives", "fire post"]) expect(keyFault(bad, [])).toBe("key");
  });
  it("stand with those in use first", () => {
    const kinds = [{ name_zh: "甲", is_active: false }, { name_zh: "乙", is_active: true }];
    expect(inOrder(kinds).map((one) => one.name_zh)).toEqual(["乙", "甲"]);
  });
});
