import { describe, expect, it } from "vitest";
import { drawingOf, type Step } from "./course.js";

function step(version: number, lane: Step["lane"], action: Step["action"], more: Partial<Step> = {}): Step {
  return { version, lane, action, tone: "plain", direction: "stays", facts: {}, ...more } as Step;
}

describe("the course in lanes", () => {
  const steps = [
    step(1, "reporter", "report"),
    step(2, "community", "accept"),
    step(3, "community", "escalate"),
    step(4, "township", "dispatch"),
    step(5, "unit", "return", { tone: "back" }),
  ];

  it("draws only lanes that were trodden, the highest level on top, units and people below", () => {
    expect(drawingOf(steps).lanes).toEqual(["township", "community", "unit", "reporter"]);
  });

  it("puts every step in its own column and joins each with the next", () => {
    const { marks, lines } = drawingOf(steps);
    expect(marks.map((one) => [one.column, one.row])).toEqual([[0, 3], [1, 1], [2, 1], [3, 0], [4, 2]]);
    expect(lines).toHaveLength(4);
    expect(lines.map((one) => one.isBack)).toEqual([false, false, false, true]);
  });

  it("draws a single step without lines, and nothing at all for none", () => {
    expect(drawingOf(steps.slice(0, 1)).lines).toEqual([]);
    expect(drawingOf([])).toEqual({ lanes: [], marks: [], lines: [] });
  });
});
