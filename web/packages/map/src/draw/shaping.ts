// What terra-draw holds and what we mean: it knows polygons of one ring, a grid may have parts and holes.

import type { LineString, Polygon, Position } from "geojson";
import { at, lineOf, type At, type Shape } from "./ground.js";

/** Rings that can be shaped; holes stay as they are. */
export interface Parts {
  kind: "polygon" | "line";
  lines: At[][];
  holes: Position[][][];
}

export const NOTHING: Parts = { kind: "polygon", lines: [], holes: [] };

/** Nine decimals, a tenth of a millimetre: what terra-draw takes, and neighbours stay neighbours. */
const exact = (place: At): Position => [Number(place[0].toFixed(9)), Number(place[1].toFixed(9))];

export function partsOf(shape: Shape | LineString): Parts {
  if (shape.type === "LineString") return { kind: "line", lines: [shape.coordinates.map(at)], holes: [] };
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return {
    kind: "polygon",
    lines: polygons.map((rings) => (rings[0] ?? []).slice(0, -1).map(at)),
    holes: polygons.map((rings) => rings.slice(1)),
  };
}

/** The shape that the parts make; undefined where they make none. */
export function shapeOf(parts: Parts): Shape | LineString | undefined {
  const [first] = parts.lines;
  if (!first) return undefined;
  if (parts.kind === "line") return first.length > 1 ? lineOf(first) : undefined;
  const polygons = parts.lines.map((ring, index) => [closed(ring), ...(parts.holes[index] ?? [])]);
  const [only] = polygons;
  return polygons.length === 1 && only ? { type: "Polygon", coordinates: only } : { type: "MultiPolygon", coordinates: polygons };
}

function closed(ring: readonly At[]): Position[] {
  const places = ring.map(exact);
  return places[0] ? [...places, [...places[0]]] : places;
}

/** One part as terra-draw takes it. */
export function featureOf(parts: Parts, index: number): { type: "Feature"; properties: { mode: string; part: number }; geometry: Polygon | LineString } {
  const line = parts.lines[index] ?? [];
  const geometry: Polygon | LineString =
    parts.kind === "polygon" ? { type: "Polygon", coordinates: [closed(line)] } : { type: "LineString", coordinates: line.map(exact) };
  return { type: "Feature", properties: { mode: parts.kind === "polygon" ? "polygon" : "linestring", part: index }, geometry };
}

/** The corners of what terra-draw gives back. */
export function cornersOf(geometry: Polygon | LineString): At[] {
  return geometry.type === "Polygon" ? (geometry.coordinates[0] ?? []).slice(0, -1).map(at) : geometry.coordinates.map(at);
}
