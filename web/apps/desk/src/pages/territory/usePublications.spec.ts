import { expect, it } from "vitest";
import { shareOf } from "./usePublications.js";

it("says how far the rows have moved, and is not done before it is", () => {
  expect(shareOf({ total: 0, done: 0, state: "planning" })).toBe(0);
  expect(shareOf({ total: 0, done: 0, state: "done" })).toBe(100);
  expect(shareOf({ total: 1000, done: 999, state: "moving" })).toBe(99);
  expect(shareOf({ total: 1000, done: 1000, state: "done" })).toBe(100);
});
