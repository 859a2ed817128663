import { describe, expect, it } from "vitest";
import { metres, polygonOf } from "./ground.js";
import { groundOf, Snapper } from "./snapping.js";

const NEIGHBOUR = polygonOf([[112, 28], [112.01, 28], [112.01, 28.01], [112, 28.01]]);
const snapper = new Snapper([NEIGHBOUR]);

describe("snapping to a neighbour", () => {
  it("takes the corner though the edge is nearer", () => {
    expect(snapper.snap([112.01001, 28.00005], 10)).toEqual({ place: [112.01, 28], on: "corner" });
  });

  it("takes the place on the edge where no corner is near", () => {
    const caught = snapper.snap([112.01003, 28.005], 10);
    expect(caught?.on).toBe("edge");
    expect(metres(caught?.place ?? [0, 0], [112.01, 28.005])).toBeLessThan(0.01);
  });

  it("leaves what is farther away than asked", () => {
    expect(snapper.snap([112.0105, 28.005], 10)).toBeUndefined();
    expect(snapper.snap([112.005, 28.005], 10)).toBeUndefined();
    expect(new Snapper([]).snap([112, 28], 10)).toBeUndefined();
  });

  it("reaches as far on the ground as on the screen", () => {
    expect(groundOf(512, 0, 0)).toBeCloseTo(40_075_016.7, 0);
    expect(groundOf(10, 16, 28)).toBeCloseTo(10.5, 0);
  });
});
