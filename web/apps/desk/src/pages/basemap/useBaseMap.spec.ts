import { expect, it } from "vitest";
import { middleOf, spokenSize, type Dataset } from "./useBaseMap.js";

it("says a size in three digits", () => {
  expect([0, 999, 1536, 5_400_000, 734_003_200].map(spokenSize)).toEqual(["0 B", "999 B", "1.5 KB", "5.1 MB", "700 MB"]);
});

it("looks first at the smallest of what is shown", () => {
  const set = (bounds: number[] | null, is_shown = true) => ({ bounds, is_shown }) as Dataset;
  expect(middleOf([set([0, 0, 10, 10]), set([112, 28, 113, 29]), set([5, 5, 5.1, 5.1], false), set(null)])).toEqual([112.5, 28.5]);
  expect(middleOf([])).toBeUndefined();
});
