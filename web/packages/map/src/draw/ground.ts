// Sums on outlines, pure: what the drawing tools know about the ground. Lengths in metres, areas in square metres.

import type { LineString, MultiPolygon, Polygon, Position } from "geojson";
import { boxOfGeometry, type GeoBox } from "../box.js";

export type Shape = Polygon | MultiPolygon;
export type At = readonly [number, number];

const METRES_A_DEGREE = 111_195;
const RADIUS_M = 6_371_008.8;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

export const at = (given: Position): At => [given[0] ?? 0, given[1] ?? 0];

/** Every ring of a shape, closed as GeoJSON has them: outer ones and holes. */
export function ringsOf(shape: Shape): At[][] {
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return polygons.flatMap((rings) => rings.map((ring) => ring.map(at)));
}

/** The outer ring of the largest part, without its closing point. */
export function outerRing(shape: Shape): At[] {
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  const outer = polygons.map((rings) => (rings[0] ?? []).map(at));
  const largest = outer.sort((one, other) => Math.abs(signedArea(other)) - Math.abs(signedArea(one)))[0] ?? [];
  return largest.slice(0, -1);
}

/** Metres east and north of an origin: flat, which a township is to a few centimetres. */
export function flat(origin: At, place: At): At {
  return [(place[0] - origin[0]) * METRES_A_DEGREE * Math.cos(rad(origin[1])), (place[1] - origin[1]) * METRES_A_DEGREE];
}

export function metres(one: At, other: At): number {
  return Math.hypot(...flat(one, other));
}

/** On the sphere, so that it is the same wherever the ring begins. Negative where it runs clockwise. */
function signedArea(ring: readonly At[]): number {
  let sum = 0;
  for (let index = 0; index < ring.length; index += 1) {
    const here = ring[index] as At;
    const next = ring[(index + 1) % ring.length] as At;
    sum += rad(next[0] - here[0]) * (2 + Math.sin(rad(here[1])) + Math.sin(rad(next[1])));
  }
  return (-sum * RADIUS_M * RADIUS_M) / 2;
}

/** How much ground a shape covers, holes left out. */
export function areaM2(shape: Shape): number {
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return polygons.reduce((sum, rings) => {
    const [outer = 0, ...holes] = rings.map((ring) => Math.abs(signedArea(ring.map(at))));
    return sum + outer - holes.reduce((less, hole) => less + hole, 0);
  }, 0);
}

export function lengthM(line: readonly At[]): number {
  return line.slice(1).reduce((sum, here, index) => sum + metres(line[index] as At, here), 0);
}

/** The place of a segment nearest to a position. */
export function nearestOn(from: At, to: At, place: At): At {
  const [x, y] = flat(from, place);
  const [dx, dy] = flat(from, to);
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, (x * dx + y * dy) / square));
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** How far a position lies from a line of corners. */
export function distanceTo(line: readonly At[], place: At): number {
  let least = line.length === 1 ? metres(line[0] as At, place) : Infinity;
  for (let index = 0; index + 1 < line.length; index += 1) {
    least = Math.min(least, metres(nearestOn(line[index] as At, line[index + 1] as At, place), place));
  }
  return least;
}

/** Whether a position lies in a shape (even-odd, so that holes are outside). */
export function isInside(shape: Shape, place: At): boolean {
  let inside = false;
  for (const ring of ringsOf(shape)) {
    for (let index = 0, before = ring.length - 1; index < ring.length; before = index, index += 1) {
      const [x1, y1] = ring[index] as At;
      const [x2, y2] = ring[before] as At;
      if (y1 > place[1] !== y2 > place[1] && place[0] < ((x2 - x1) * (place[1] - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

const side = (from: At, to: At, place: At) =>
  Math.sign((to[0] - from[0]) * (place[1] - from[1]) - (to[1] - from[1]) * (place[0] - from[0]));

/** Whether two segments cross in their insides; touching at an end is no crossing. */
export function cross(a: At, b: At, c: At, d: At): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Whether a ring (without closing point) crosses itself: such an outline has no inside. */
export function crossesItself(ring: readonly At[]): boolean {
  const count = ring.length;
  for (let one = 0; one < count; one += 1) {
    for (let other = one + 2; other < count; other += 1) {
      if (one === 0 && other === count - 1) continue;
      if (cross(ring[one] as At, ring[(one + 1) % count] as At, ring[other] as At, ring[(other + 1) % count] as At)) return true;
    }
  }
  return false;
}

/** How often a line passes the border of a shape. */
export function crossings(shape: Shape, line: readonly At[]): number {
  let count = 0;
  for (const ring of ringsOf(shape)) {
    for (let index = 0; index + 1 < ring.length; index += 1) {
      for (let step = 0; step + 1 < line.length; step += 1) {
        if (cross(ring[index] as At, ring[index + 1] as At, line[step] as At, line[step + 1] as At)) count += 1;
      }
    }
  }
  return count;
}

/** Seven decimals: a centimetre. */
const exact = (value: number) => Number(value.toFixed(7));

export function polygonOf(ring: readonly At[]): Polygon {
  const closed = [...ring, ring[0] as At].map(([lon, lat]) => [exact(lon), exact(lat)]);
  return { type: "Polygon", coordinates: [closed] };
}

export function lineOf(line: readonly At[]): LineString {
  return { type: "LineString", coordinates: line.map(([lon, lat]) => [exact(lon), exact(lat)]) };
}

/** West, south, east, north of shapes; undefined for none. */
export function boxOf(shapes: readonly Shape[]): GeoBox | undefined {
  return boxOfGeometry(...shapes) ?? undefined;
}

/** Where a name is written: the middle of the largest part, moved onto it where a bent outline has its middle outside. */
export function namePlace(shape: Shape): At | undefined {
  const ring = outerRing(shape);
  const first = ring[0];
  if (!first) return undefined;
  const part: Shape = { type: "Polygon", coordinates: [[...ring, first].map(([lon, lat]) => [lon, lat])] };
  let [sum, lon, lat] = [0, 0, 0];
  ring.forEach((here, index) => {
    const [x1, y1] = [here[0] - first[0], here[1] - first[1]];
    const next = ring[(index + 1) % ring.length] as At;
    const [x2, y2] = [next[0] - first[0], next[1] - first[1]];
    const twice = x1 * y2 - x2 * y1;
    sum += twice;
    lon += (x1 + x2) * twice;
    lat += (y1 + y2) * twice;
  });
  if (sum === 0) return first;
  const middle: At = [first[0] + lon / (3 * sum), first[1] + lat / (3 * sum)];
  if (isInside(part, middle)) return middle;
  // The widest stretch of the outline at the height of its middle.
  const walls = ring
    .flatMap((here, index): number[] => {
      const next = ring[(index + 1) % ring.length] as At;
      if (here[1] > middle[1] === next[1] > middle[1]) return [];
      return [here[0] + ((next[0] - here[0]) * (middle[1] - here[1])) / (next[1] - here[1])];
    })
    .sort((one, other) => one - other);
  let best: At = first;
  let widest = 0;
  for (let index = 0; index + 1 < walls.length; index += 2) {
    const [from, to] = [walls[index] as number, walls[index + 1] as number];
    if (to - from > widest) [best, widest] = [[(from + to) / 2, middle[1]], to - from];
  }
  return best;
}
