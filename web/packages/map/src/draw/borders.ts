// The border that two neighbours share, and whether a line parts a grid: what the tools start from.

import { crossings, distanceTo, isInside, lengthM, metres, outerRing, type At, type Shape } from "./ground.js";

/** Surveyed neighbours may miss each other by this much and still have one border. */
export const TOUCH_M = 1;

/**
 * The longest stretch of the first grid's border that is also the second's, in the order of the first's ring;
 * undefined where they do not touch along a line.
 */
export function sharedBorder(one: Shape, other: Shape, withinM = TOUCH_M): At[] | undefined {
  const mine = withCornersOf(outerRing(one), outerRing(other), withinM);
  const theirs = outerRing(other);
  const closed = [...theirs, theirs[0] as At];
  const count = mine.length;
  const touches = mine.map((place) => distanceTo(closed, place) <= withinM);
  // A segment is shared where its middle touches as well: two corners of a bay do, the water between them does not.
  const runs = mine.map((place, index) => {
    const next = mine[(index + 1) % count] as At;
    const middle: At = [(place[0] + next[0]) / 2, (place[1] + next[1]) / 2];
    return Boolean(touches[index] && touches[(index + 1) % count] && distanceTo(closed, middle) <= withinM);
  });
  if (!runs.some(Boolean)) return undefined;
  if (runs.every(Boolean)) return [...mine, mine[0] as At];
  const stretches: At[][] = [];
  const start = runs.findIndex((isShared, index) => isShared && !runs[(index - 1 + count) % count]);
  for (let step = 0; step < count; step += 1) {
    const index = (start + step) % count;
    if (!runs[index]) continue;
    const here = mine[index] as At;
    if (!runs[(index - 1 + count) % count]) stretches.push([here]);
    stretches.at(-1)?.push(mine[(index + 1) % count] as At);
  }
  return stretches.sort((a, b) => lengthM(b) - lengthM(a))[0];
}

/** A ring with the other's corners that lie on its edges: there the shared border may begin or end. */
function withCornersOf(ring: readonly At[], others: readonly At[], withinM: number): At[] {
  return ring.flatMap((here, index) => {
    const next = ring[(index + 1) % ring.length] as At;
    const between = others.filter(
      (place) => distanceTo([here, next], place) <= withinM && metres(place, here) > withinM && metres(place, next) > withinM,
    );
    return [here, ...between.sort((a, b) => metres(here, a) - metres(here, b))];
  });
}

export type LineFault = "short" | "begins_inside" | "ends_inside" | "misses";

/** Why a line cannot split a grid, before anybody asks the server; undefined where it can. */
export function splitFault(shape: Shape, line: readonly At[]): LineFault | undefined {
  if (line.length < 2 || lengthM(line) < TOUCH_M) return "short";
  const closed = (ring: readonly At[]) => [...ring, ring[0] as At];
  const border = closed(outerRing(shape));
  const first = line[0] as At;
  const last = line.at(-1) as At;
  const isIn = (place: At) => isInside(shape, place) && distanceTo(border, place) > TOUCH_M;
  if (isIn(first)) return "begins_inside";
  if (isIn(last)) return "ends_inside";
  const middles = line.slice(1).map((place, index): At => [((line[index] as At)[0] + place[0]) / 2, ((line[index] as At)[1] + place[1]) / 2]);
  const passes = crossings(shape, line) >= 2 || line.slice(1, -1).some(isIn) || middles.some(isIn);
  return passes ? undefined : "misses";
}
