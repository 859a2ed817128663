import { expect, it } from "vitest";
import { CARD_WORDS, decisionStanding, enforcementColour, JOINT_WORDS, meetingColour, VISIT_WORDS } from "../src/index.js";

it("shows what was decided as done, late or under way", () => {
  expect(decisionStanding({ is_done: true, is_overdue: true })).toEqual({ colour: "done", word: "done" });
  expect(decisionStanding({ is_done: false, is_overdue: true })).toEqual({ colour: "overdue", word: "late" });
  expect(decisionStanding({ is_done: false, is_overdue: false })).toEqual({ colour: "running", word: "open" });
  expect([meetingColour({ state: "called" }), meetingColour({ state: "held" }), enforcementColour({ state: "cancelled" })]).toEqual(["running", "done", "waiting"]);
});

it("has the same words in both languages", () => {
  const keys = (words: object): unknown => Object.entries(words).map(([key, value]) => (typeof value === "object" ? [key, keys(value as object)] : key));
  for (const { zh, en } of [JOINT_WORDS, CARD_WORDS, VISIT_WORDS]) expect(keys(zh)).toEqual(keys(en));
});
