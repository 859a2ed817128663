import { expect, it } from "vitest";
import { periodOf, stateOf, type Say } from "./versions.js";

const version = (valid_from_on: string | null, valid_to_on: string | null = null) => ({ valid_from_on, valid_to_on });

it("tells where a version stands on a day", () => {
  const today = "2026-11-22";
  expect(stateOf(version(null), today)).toBe("draft");
  expect(stateOf(version("2026-11-23"), today)).toBe("coming");
  expect(stateOf(version("2026-11-22"), today)).toBe("inForce");
  expect(stateOf(version("2024-01-01", "2026-11-23"), today)).toBe("inForce");
  expect(stateOf(version("2024-01-01", "2026-11-22"), today)).toBe("past");
});

it("says from when to when", () => {
  const t: Say = (key, named) => `${key} ${Object.values(named ?? {}).join("–")}`;
  expect(periodOf(version(null), t)).toBe("");
  expect(periodOf(version("2026-01-01"), t)).toBe("versions.from 2026-01-01");
  expect(periodOf(version("2026-01-01", "2027-01-01"), t)).toBe("versions.fromTo 2026-01-01–2027-01-01");
});
