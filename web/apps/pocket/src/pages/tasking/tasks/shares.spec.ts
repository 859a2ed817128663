import { describe, expect, it } from "vitest";
import { actsHere, countOf, typedOf, valuesOf, type Act, type Task } from "./shares.js";

const FORM = [
  { key: "f1", label: "户数", kind: "number", is_required: true, options: [] },
  { key: "f2", label: "畅通", kind: "yes_no", is_required: false, options: [] },
  { key: "f3", label: "说明", kind: "text", is_required: false, options: [] },
] as Task["form"];

describe("a share on the phone", () => {
  it("turns what was typed into what the form asks for, and back", () => {
    const typed = { f1: "12", f2: "no", f3: " " };
    const values = valuesOf(FORM, typed);
    expect(values).toEqual({ f1: 12, f2: false, f3: null });
    expect(typedOf(FORM, values ?? {})).toEqual({ f1: "12", f2: "no", f3: "" });
    expect(valuesOf(FORM, { f1: "十二" })).toBeUndefined();
  });
  it("takes whole numbers only", () => {
    expect(["0", "25", "", "-1", "1.5", "九"].map(countOf)).toEqual([0, 25, undefined, undefined, undefined, undefined]);
  });
  it("leaves passing down to the desk", () => {
    const acts = ["acknowledge", "pass_down"].map((act) => ({ act }) as Act);
    expect(actsHere({ acts }).map((one) => one.act)).toEqual(["acknowledge"]);
  });
});
