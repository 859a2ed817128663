import { expect, it } from "vitest";
import { givenByUse } from "./useStaffList.js";

it("asks for the people behind each figure of adoption", () => {
  expect(givenByUse("")).toEqual({});
  expect(givenByUse("active-7")).toEqual({ active_days: 7 });
  expect(givenByUse("idle-90")).toEqual({ idle_days: 90 });
  expect(givenByUse("earlier-30")).toEqual({ idle_days: 30, has_signed_in: true });
  expect(givenByUse("never")).toEqual({ has_signed_in: false });
});
