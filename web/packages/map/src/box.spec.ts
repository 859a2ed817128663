import { expect, it } from "vitest";
import { boxOfGeometry, middleOf } from "./box.js";

const POINT = { type: "Point", coordinates: [112, 28] };
const AREA = { type: "MultiPolygon", coordinates: [[[[112.3, 28.5], [112.31, 28.5], [112.31, 28.52], [112.3, 28.5]]]] };

it("lies around every kind of geometry, and around several", () => {
  expect(boxOfGeometry(POINT)).toEqual([112, 28, 112, 28]);
  expect(boxOfGeometry(AREA)).toEqual([112.3, 28.5, 112.31, 28.52]);
  expect(boxOfGeometry(POINT, AREA)).toEqual([112, 28, 112.31, 28.52]);
  expect(middleOf(AREA)?.lon).toBeCloseTo(112.305);
});

it("is nothing where there is no coordinate", () => {
  for (const none of [undefined, {}, { coordinates: [] }, { coordinates: [[[]]] }, { coordinates: "112,28" }]) {
    expect(boxOfGeometry(none)).toBeNull();
    expect(middleOf(none)).toBeUndefined();
  }
  expect(boxOfGeometry()).toBeNull();
});
