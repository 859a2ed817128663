import type { Schema } from "@jingwei/client";
import { expect, it } from "vitest";
import { drawnOf, marksOf } from "./usePreview.js";

const SQUARE = JSON.stringify({ type: "MultiPolygon", coordinates: [[[[112, 28], [112.1, 28], [112.1, 28.1], [112, 28]]]] });
const row = (number: number, given: Partial<Schema<"ImportedFeatureOut">>): Schema<"ImportedFeatureOut"> => ({
  number, state: "good", layer: "small", code: "", name: `网格${number}`, kind: "", parent_code: "", households: null, people: null,
  done: [], faults: [], outline: SQUARE, ...given,
});

it("draws what has an outline, in the colour of what would become of it", () => {
  const drawn = drawnOf([row(1, {}), row(2, { state: "bad" }), row(3, { outline: null, state: "bad" }), row(4, { state: "same" })]);
  expect(drawn.map((one) => [one.id, one.tone])).toEqual([["1", "new"], ["2", "gone"], ["4", "plain"]]);
  expect(drawn[0]?.shape.type).toBe("MultiPolygon");
});

it("marks where an outline was changed, not what is only told", () => {
  const done = { mend: "crossing_mended", is_change: true, zh: "", en: "", count: 1, area_m2: null, lon: 112.05, lat: 28.05 } as const;
  const marks = marksOf([row(1, { state: "mended", done: [done, { ...done, is_change: false }, { ...done, lon: null }] })]);
  expect(marks).toEqual([{ id: "1 0", geometry: { type: "Point", coordinates: [112.05, 28.05] }, blocks: false }]);
});
