import { describe, expect, it } from "vitest";
import { sharedBorder, splitFault } from "./borders.js";
import { polygonOf } from "./ground.js";

const WEST = polygonOf([[112, 28], [112.01, 28], [112.01, 28.005], [112.01, 28.01], [112, 28.01]]);
const EAST = polygonOf([[112.01, 28], [112.02, 28], [112.02, 28.01], [112.01, 28.01], [112.01, 28.005]]);

describe("the border two neighbours share", () => {
  it("runs from where they meet to where they part, in the first one's order", () => {
    expect(sharedBorder(WEST, EAST)).toEqual([[112.01, 28], [112.01, 28.005], [112.01, 28.01]]);
    expect(sharedBorder(EAST, WEST)).toEqual([[112.01, 28.01], [112.01, 28.005], [112.01, 28]]);
  });

  it("ends at the other's corner where that is the shorter one", () => {
    const half = polygonOf([[112.01, 28.002], [112.02, 28.002], [112.02, 28.008], [112.01, 28.008]]);
    expect(sharedBorder(WEST, half)).toEqual([[112.01, 28.002], [112.01, 28.005], [112.01, 28.008]]);
    expect(sharedBorder(half, WEST)).toEqual([[112.01, 28.008], [112.01, 28.005], [112.01, 28.002]]);
  });

  it("is none where only a corner touches, or nothing", () => {
    expect(sharedBorder(WEST, polygonOf([[112.01, 28.01], [112.02, 28.01], [112.02, 28.02], [112.01, 28.02]]))).toBeUndefined();
    expect(sharedBorder(WEST, polygonOf([[113, 28], [113.01, 28], [113.01, 28.01]]))).toBeUndefined();
  });

  it("is the longest stretch where neighbours meet twice, and leaves out the bay between", () => {
    const bay = polygonOf([[112.01, 28], [112.02, 28], [112.02, 28.01], [112.01, 28.01], [112.01, 28.007], [112.013, 28.006], [112.01, 28.005]]);
    expect(sharedBorder(WEST, bay)).toEqual([[112.01, 28], [112.01, 28.005]]);
  });

  it("may miss by less than a metre", () => {
    const beside = polygonOf([[112.010004, 28], [112.02, 28], [112.02, 28.01], [112.010004, 28.01]]);
    expect(sharedBorder(WEST, beside)).toHaveLength(3);
  });
});

describe("a line that splits a grid", () => {
  it("goes through from border to border or beyond", () => {
    expect(splitFault(WEST, [[111.99, 28.005], [112.02, 28.006]])).toBeUndefined();
    expect(splitFault(WEST, [[112, 28.004], [112.005, 28.006], [112.01, 28.004]])).toBeUndefined();
  });

  it("is refused in words where it does not", () => {
    expect(splitFault(WEST, [[112, 28.004]])).toBe("short");
    expect(splitFault(WEST, [[112.005, 28.005], [112.02, 28.006]])).toBe("begins_inside");
    expect(splitFault(WEST, [[111.99, 28.005], [112.005, 28.005]])).toBe("ends_inside");
    expect(splitFault(WEST, [[111.99, 28.02], [112.02, 28.02]])).toBe("misses");
    expect(splitFault(WEST, [[112, 28.01], [112, 28]])).toBe("misses");
  });
});
