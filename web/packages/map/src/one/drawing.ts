// Drawing a shape to choose with: what each click or key makes of it. Pure, so that it is tested without a map.

import { crossesItself } from "../draw/ground.js";
import { distanceM, MOST_CORNERS, MOST_RADIUS_M, type LonLat, type Shape } from "./geometry.js";

export type Tool = "circle" | "polygon";

/** What was set so far, and where the pointer is. */
export interface Drawing {
  tool: Tool;
  corners: readonly LonLat[];
  pointer: LonLat | null;
}

/** A finished shape, or why there is none. */
export type Finished = { shape: Shape } | { problem: "few" | "crosses" | "small" };

const LEAST_RADIUS_M = 5;

export function begin(tool: Tool): Drawing {
  return { tool, corners: [], pointer: null };
}

export function move(drawing: Drawing, pointer: LonLat): Drawing {
  return { ...drawing, pointer };
}

/** A corner, or the middle of the circle. The same place twice is one corner. */
export function set(drawing: Drawing, at: LonLat): Drawing {
  const last = drawing.corners.at(-1);
  const isSame = last !== undefined && distanceM(last, at) < 1;
  if (isSame || drawing.corners.length >= MOST_CORNERS) return { ...drawing, pointer: at };
  return { ...drawing, corners: [...drawing.corners, at], pointer: at };
}

/** The last corner is taken back. */
export function takeBack(drawing: Drawing): Drawing {
  return { ...drawing, corners: drawing.corners.slice(0, -1) };
}

/** Whether the next place that is set finishes it: a circle has a middle and a rim. */
export function isFinishedBy(drawing: Drawing): boolean {
  return drawing.tool === "circle" && drawing.corners.length === 1;
}

/** What it is now. A circle reaches to the pointer. */
export function finish(drawing: Drawing): Finished {
  if (drawing.tool === "circle") {
    const [middle, rim] = [drawing.corners[0], drawing.corners[1] ?? drawing.pointer];
    if (!middle || !rim) return { problem: "few" };
    const radiusM = Math.min(MOST_RADIUS_M, Math.round(distanceM(middle, rim)));
    return radiusM < LEAST_RADIUS_M ? { problem: "small" } : { shape: { kind: "circle", lon: middle[0], lat: middle[1], radiusM } };
  }
  if (drawing.corners.length < 3) return { problem: "few" };
  return crossesItself(drawing.corners) ? { problem: "crosses" } : { shape: { kind: "polygon", ring: drawing.corners } };
}

/** What is shown while it is drawn: the corners with the pointer behind them, or the circle that a click would make. */
export function preview(drawing: Drawing): { shape: Shape | null; line: readonly LonLat[] } {
  if (drawing.tool === "circle") {
    const made = drawing.corners.length ? finish(drawing) : undefined;
    return { shape: made && "shape" in made ? made.shape : null, line: [] };
  }
  const line = drawing.pointer ? [...drawing.corners, drawing.pointer] : drawing.corners;
  return { shape: null, line: line.length > 2 ? [...line, line[0]!] : line };
}
