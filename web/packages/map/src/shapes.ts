// What the map draws, as GeoJSON: pure sums, so that they can be tested without a browser's WebGL.

import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";

/** An area as the interface gives it. */
export interface Outline {
  code: string;
  name: string;
  relation: string;
  geometry: object;
}

/** Another matter close by. */
export interface Dot {
  id: string;
  lon: number;
  lat: number;
  title: string;
  isOpen: boolean;
}

/** A stop of a day's work: `mark` is its number in the list, `colour` that of its clock. */
export interface Stop {
  id: string;
  lon: number;
  lat: number;
  title: string;
  mark: string;
  colour: string;
}

const METRES_A_DEGREE = 111_195;
const CORNERS = 64;

/** A circle on the ground as a polygon. */
export function circle(lon: number, lat: number, radiusM: number): Feature<Polygon> {
  const north = radiusM / METRES_A_DEGREE;
  const east = north / Math.max(0.1, Math.cos((lat * Math.PI) / 180));
  const ring: Position[] = Array.from({ length: CORNERS + 1 }, (_, at) => {
    const angle = (2 * Math.PI * (at % CORNERS)) / CORNERS;
    return [lon + east * Math.cos(angle), lat + north * Math.sin(angle)];
  });
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring] } };
}

export function areas(outlines: readonly Outline[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: outlines.map((one) => ({
      type: "Feature",
      properties: { code: one.code, name: one.name, relation: one.relation },
      geometry: one.geometry as Polygon | MultiPolygon,
    })),
  };
}

export function dots(given: readonly Dot[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: given.map((one) => ({
      type: "Feature",
      properties: { id: one.id, title: one.title, isOpen: one.isOpen },
      geometry: { type: "Point", coordinates: [one.lon, one.lat] },
    })),
  };
}

/** Where a name is written: the middle of the largest ring's box. Good enough for names of grids. */
export function middle(geometry: object): [number, number] | undefined {
  const shape = geometry as Polygon | MultiPolygon;
  const rings = shape.type === "Polygon" ? [shape.coordinates[0]] : shape.coordinates.map((one) => one[0]);
  const largest = rings.filter((ring) => ring !== undefined).sort((one, other) => other.length - one.length)[0];
  if (!largest?.length) return undefined;
  const lons = largest.map((at) => at[0] ?? 0);
  const lats = largest.map((at) => at[1] ?? 0);
  return [(Math.min(...lons) + Math.max(...lons)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2];
}

/**
 * What a map of a day must hold: every stop and the reader, or the own area where there are none. Somebody far away
 * (a reader at home) does not push the stops together.
 */
export function boundsOf(
  stops: readonly { lon: number; lat: number }[],
  outlines: readonly Outline[],
  here?: { lon: number; lat: number },
): [[number, number], [number, number]] | undefined {
  const points = stops.map((one): [number, number] => [one.lon, one.lat]);
  if (!points.length) {
    const own = outlines.filter((one) => one.relation === "self");
    for (const one of own) points.push(...corners(one.geometry));
  }
  if (here && (!points.length || isWithin(points, here))) points.push([here.lon, here.lat]);
  if (!points.length) return undefined;
  const lons = points.map((at) => at[0]);
  const lats = points.map((at) => at[1]);
  return [[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]];
}

const NEAR_DEGREES = 0.05; // about five kilometres

function isWithin(points: readonly [number, number][], here: { lon: number; lat: number }): boolean {
  return points.some((at) => Math.abs(at[0] - here.lon) < NEAR_DEGREES && Math.abs(at[1] - here.lat) < NEAR_DEGREES);
}

function corners(geometry: object): [number, number][] {
  const shape = geometry as Polygon | MultiPolygon;
  const rings = shape.type === "Polygon" ? shape.coordinates : shape.coordinates.flat();
  return rings.flat().map((at): [number, number] => [at[0] ?? 0, at[1] ?? 0]);
}

/** How far in a map stands for something this large to fill about half of it. */
export function zoomFor(accuracyM: number | null | undefined): number {
  if (!accuracyM || accuracyM < 60) return 16;
  return Math.max(11, 16 - Math.log2(accuracyM / 60));
}

/** Whether this browser can draw a map at all. */
export function canDraw(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}
