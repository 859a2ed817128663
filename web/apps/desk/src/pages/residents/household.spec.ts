import { describe, expect, it } from "vitest";
import { HEAD, isWhole, membersGiven } from "./household.js";

const member = (resident_id: string | null, relation: string, to_on: string | null = null) => ({
  resident_id, name: resident_id ?? "", gender: null, birth_year: null, living: null, relation, relation_zh: "", relation_en: "", from_on: "2026-01-01", to_on,
});

describe("a household", () => {
  it("begins with the person it is made from, as its head", () => {
    expect(membersGiven(undefined, { resident_id: "a", name: "王小明" })).toEqual([{ resident_id: "a", name: "王小明", relation: HEAD }]);
  });

  it("keeps present members, not those who left or live out of sight", () => {
    const given = membersGiven([member("a", HEAD), member("b", "10"), member(null, "20"), member("c", "30", "2026-02-01")], { resident_id: "a", name: "a" });
    expect(given.map((one) => one.resident_id)).toEqual(["a", "b"]);
  });

  it("has one head and everybody once", () => {
    const [head, spouse] = [{ resident_id: "a", name: "", relation: HEAD }, { resident_id: "b", name: "", relation: "10" }];
    expect(isWhole([head, spouse])).toBe(true);
    expect(isWhole([spouse])).toBe(false);
    expect(isWhole([head, { ...spouse, relation: HEAD }])).toBe(false);
    expect(isWhole([head, { ...spouse, resident_id: "a" }])).toBe(false);
    expect(isWhole([head, { ...spouse, relation: "" }])).toBe(false);
  });
});
