import { describe, expect, it } from "vitest";
import { asked, HOME, HOUSEHOLD } from "./useJoining.js";

describe("two records", () => {
  const field = (name: string, outcome: "same" | "kept" | "filled" | "choose") => ({ field: name, outcome, kept: "a", other: "b" });
  it("ask for a choice where they differ, and nowhere else", () => {
    const fields = [field("name", "choose"), field("phone", "filled"), field("gender", "same")];
    expect(asked({ fields, home: "same", household: "kept" })).toEqual(["name"]);
    expect(asked({ fields, home: "choose", household: "choose" })).toEqual(["name", HOME, HOUSEHOLD]);
  });
});
