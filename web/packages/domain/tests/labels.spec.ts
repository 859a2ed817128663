import { describe, expect, it } from "vitest";
import { LABELS, STATES } from "../src/generated/labels.js";
import { COLOUR_LABELS, isColour, label, SHAPES, stateLabel } from "../src/index.js";

describe("labels of the glossary", () => {
  it("speak both languages, and show what is newer than they are", () => {
    expect(label("action", "dispatch", "zh-CN")).toBe("派遣");
    expect(label("action", "dispatch", "en")).toBe("Dispatch");
    expect(label("role", "of_tomorrow", "en")).toBe("of_tomorrow");
    expect(stateLabel(40, "zh-CN")).toBe("处置中");
    expect(stateLabel(999, "en")).toBe("999");
  });

  it("name every state", () => {
    expect(Object.values(STATES).filter((name) => !(name in LABELS.state))).toEqual([]);
  });

  it("have words in both languages", () => {
    const all = Object.values(LABELS).flatMap((kind) => Object.values(kind as Record<string, { zh: string; en: string }>));
    expect(all.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !en || /\p{Script=Han}/u.test(en))).toEqual([]);
  });
});

it("no two meanings of a clock look the same without colour and word", () => {
  expect(Object.keys(SHAPES).sort()).toEqual(Object.keys(COLOUR_LABELS).sort());
  const { may_overrun, warning, ...others } = SHAPES;
  expect(may_overrun).toBe(warning); // both are warnings, told apart by their word
  expect(new Set(Object.values(others)).size).toBe(Object.keys(others).length);
  expect(isColour("overdue")).toBe(true);
  expect(isColour("purple")).toBe(false);
});
