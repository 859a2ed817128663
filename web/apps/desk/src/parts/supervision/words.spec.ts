import { expect, it } from "vitest";
import { colourOfCard } from "./words.js";

it("shows a running card by its clock and an ended one by how it ended", () => {
  expect(colourOfCard({ state: "raised", colour: "overdue", ended_at: null })).toBe("overdue");
  expect(colourOfCard({ state: "accepted", colour: "done", ended_at: "2026-11-16T02:00:00Z" })).toBe("done");
  expect(colourOfCard({ state: "lifted", colour: "done", ended_at: "2026-11-16T02:00:00Z" })).toBe("waiting");
});
