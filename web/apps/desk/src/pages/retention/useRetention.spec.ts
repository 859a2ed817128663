import { expect, it } from "vitest";
import { endOfDay } from "./useRetention.js";

it("preserves until the end of a day in China", () => {
  expect(new Date(endOfDay("2026-11-16")).toISOString()).toBe("2026-11-16T15:59:59.000Z");
});
