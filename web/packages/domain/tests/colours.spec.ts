import { expect, it } from "vitest";
import { shareColour, standingColour, whistleColour } from "../src/index.js";

const ENDED = "2026-11-16T10:00:00+08:00";

it("shows a call as late as soon as one unit has not come, until it is over", () => {
  expect(whistleColour({ outcome: "", ended_at: null, absent: 0 })).toBe("running");
  expect(whistleColour({ outcome: "", ended_at: null, absent: 1 })).toBe("overdue");
  expect(whistleColour({ outcome: "settled", ended_at: ENDED, absent: 1 })).toBe("done");
  expect(whistleColour({ outcome: "called_off", ended_at: ENDED, absent: 1 })).toBe("waiting");
  expect(standingColour("absent")).toBe("overdue");
  expect(standingColour("released")).toBe("waiting");
});

it("shows a share as late before anything else", () => {
  expect(shareColour({ state: "doing", is_overdue: false })).toBe("running");
  expect(shareColour({ state: "doing", is_overdue: true })).toBe("overdue");
  expect(shareColour({ state: "done", is_overdue: false })).toBe("done");
});
