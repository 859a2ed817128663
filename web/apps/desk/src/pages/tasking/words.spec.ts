import { describe, expect, it } from "vitest";
import { depths, handedOut, optionsOf, percent } from "./words.js";

describe("shares of a task", () => {
  it("stand as deep as they were passed down; a parent out of sight is the root", () => {
    const rows = [{ id: "a", parent_id: "hidden" }, { id: "b", parent_id: "a" }, { id: "c", parent_id: "b" }, { id: "d", parent_id: null }];
    expect([...depths(rows).values()]).toEqual([0, 1, 2, 0]);
  });
  it("are measured by number where there is one, else by shares", () => {
    expect(percent({ target: 30, done: 28, shares: 3, shares_done: 3 })).toBe(93);
    expect(percent({ target: 0, done: 0, shares: 4, shares_done: 1 })).toBe(25);
    expect(percent({ target: 10, done: 25, shares: 1, shares_done: 0 })).toBe(100);
    expect(percent({ target: 0, done: 0, shares: 0, shares_done: 0 })).toBe(0);
  });
  it("count as handed out until they come back", () => {
    const rows = [{ parent_id: "a", target: 5, state: "done" as const }, { parent_id: "a", target: 7, state: "returned" as const }, { parent_id: "b", target: 9, state: "doing" as const }];
    expect(handedOut(rows, "a")).toBe(5);
  });
  it("takes options with whatever commas were typed, each once", () => {
    expect(optionsOf("清运、劝导，清运, ")).toEqual(["清运", "劝导"]);
  });
});
