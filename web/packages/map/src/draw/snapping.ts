// Snapping to what is already drawn, so that neighbours meet without a gap: corners first, then edges.

import { flat, metres, nearestOn, ringsOf, type At, type Shape } from "./ground.js";

export interface Catch {
  place: At;
  /** A corner was caught, or a place on an edge between two. */
  on: "corner" | "edge";
}

interface Ring {
  corners: readonly At[];
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Rings with their boxes: most of a township is too far away to be looked at. */
export class Snapper {
  private readonly rings: Ring[];

  constructor(shapes: readonly Shape[]) {
    this.rings = shapes.flatMap(ringsOf).map((corners) => ({
      corners,
      west: Math.min(...corners.map((one) => one[0])),
      south: Math.min(...corners.map((one) => one[1])),
      east: Math.max(...corners.map((one) => one[0])),
      north: Math.max(...corners.map((one) => one[1])),
    }));
  }

  /** The corner, else the place on an edge, nearest to a position and not farther than `withinM`. */
  snap(place: At, withinM: number): Catch | undefined {
    const reach = withinM / Math.max(1, flat(place, [place[0] + 1, place[1]])[0]);
    const tall = withinM / flat(place, [place[0], place[1] + 1])[1];
    let corner: At | undefined;
    let edge: At | undefined;
    let toCorner = withinM;
    let toEdge = withinM;
    for (const ring of this.rings) {
      if (place[0] < ring.west - reach || place[0] > ring.east + reach || place[1] < ring.south - tall || place[1] > ring.north + tall) continue;
      for (let index = 0; index < ring.corners.length; index += 1) {
        const here = ring.corners[index] as At;
        const away = metres(here, place);
        if (away <= toCorner) [corner, toCorner] = [here, away];
        const next = ring.corners[index + 1];
        if (!next) continue;
        const near = nearestOn(here, next, place);
        const aside = metres(near, place);
        if (aside <= toEdge) [edge, toEdge] = [near, aside];
      }
    }
    if (corner) return { place: corner, on: "corner" };
    return edge ? { place: edge, on: "edge" } : undefined;
  }
}

const AROUND_M = 40_075_016.7;
const TILE_PX = 512;

/** How many metres of ground a number of points on the screen are. */
export function groundOf(px: number, zoom: number, lat: number): number {
  return (px * AROUND_M * Math.cos((lat * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);
}
