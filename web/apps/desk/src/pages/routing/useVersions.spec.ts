import { expect, it } from "vitest";
import { stateOf } from "./useVersions.js";

const version = (valid_from_on: string | null, valid_to_on: string | null = null) => ({ list_id: 1, name: "清单", items: 3, valid_from_on, valid_to_on });

it("tells where a version stands on a day", () => {
  const today = "2026-11-22";
  expect(stateOf(version(null), today)).toBe("draft");
  expect(stateOf(version("2026-12-01"), today)).toBe("coming");
  expect(stateOf(version("2024-01-01"), today)).toBe("inForce");
  expect(stateOf(version("2024-01-01", "2026-12-01"), today)).toBe("inForce");
  expect(stateOf(version("2024-01-01", "2026-11-22"), today)).toBe("past");
});
