import { expect, it } from "vitest";
import { disputeColour, enforcerColour } from "./disputes.js";

it("shows a dispute as late while something is owed", () => {
  expect(disputeColour({ state: "running", is_overdue: true })).toBe("overdue");
  expect(disputeColour({ state: "agreed", is_overdue: false })).toBe("running");
  expect(disputeColour({ state: "performed", is_overdue: false })).toBe("done");
});

it("shows a unit that has not answered as late once it begins", () => {
  const starts = "2026-11-16T10:00:00+08:00";
  const before = Date.parse(starts) - 1;
  expect(enforcerColour({ reply: "" }, starts, before)).toBe("waiting");
  expect(enforcerColour({ reply: "" }, starts, before + 2)).toBe("overdue");
  expect(enforcerColour({ reply: "coming" }, starts, before + 2)).toBe("running");
  expect(enforcerColour({ reply: "declined" }, starts, before + 2)).toBe("waiting");
  expect(enforcerColour({ reply: "arrived" }, starts, before)).toBe("done");
});
