import { expect, it } from "vitest";
import { pageOf } from "./targets.js";

it("leads from a notice to the page of its target, and nowhere where there is none", () => {
  expect(pageOf("incidents.incident:7")).toEqual({ path: "/incidents/7" });
  expect(pageOf("clocks.calendaryear:2027")).toEqual({ path: "/calendar", query: { year: "2027" } });
  expect(pageOf("something.else:1")).toBeUndefined();
  expect(pageOf("")).toBeUndefined();
});
