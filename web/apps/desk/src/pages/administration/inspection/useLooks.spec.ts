import { expect, it } from "vitest";
import { dayBegins, dayEnds, dayOf, given } from "./useLooks.js";

it("reads days as days in China, the last one whole", () => {
  expect(dayBegins("2026-11-16")).toBe("2026-11-16T00:00:00+08:00");
  expect(dayEnds("2026-11-30")).toBe("2026-12-01T00:00:00+08:00");
  expect(dayOf("2026-11-16T16:30:00Z")).toBe("2026-11-17");
  expect(dayOf("2026-11-16T15:30:00Z")).toBe("2026-11-16");
});

it("asks for what is said and nothing else", () => {
  const empty = { words: "", kind: "", purpose: "", area: "", from: "", to: "", person_id: "", subject_id: "", target: "" };
  expect(given(empty)).toEqual({});
  expect(given({ ...empty, kind: "opened,listened", to: "2026-11-16", target: "x:1" })).toEqual({
    kind: ["opened", "listened"], until: "2026-11-17T00:00:00+08:00", target: "x:1",
  });
});
