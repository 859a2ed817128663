// Shapes somebody draws to choose with: a circle or a polygon, as one short piece of an address and as GeoJSON.

import type { Feature, Polygon } from "geojson";
import { boxOfGeometry, type GeoBox } from "../box.js";
import { areaM2 as groundM2 } from "../draw/ground.js";
import { circle } from "../shapes.js";

export type LonLat = readonly [number, number];

export type Shape = { kind: "circle"; lon: number; lat: number; radiusM: number } | { kind: "polygon"; ring: readonly LonLat[] };

/** Corners that somebody may set; more would make no address. */
export const MOST_CORNERS = 60;
export const MOST_RADIUS_M = 50_000;
const EARTH_M = 6_371_008.8;
const PLACES = 5; // about a metre

/** How far apart two positions are. */
export function distanceM(one: LonLat, other: LonLat): number {
  const radians = Math.PI / 180;
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2;
  const h = half(other[1] - one[1]) + Math.cos(one[1] * radians) * Math.cos(other[1] * radians) * half(other[0] - one[0]);
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** How much ground a shape covers, in square metres. */
export function areaM2(shape: Shape): number {
  if (shape.kind === "circle") return Math.PI * shape.radiusM ** 2;
  return groundM2(drawnShape(shape).geometry);
}

/** "200 m", "1.4 km": as people say it. */
export function spokenDistance(metres: number): { n: string; unit: "m" | "km" } {
  if (metres < 1000) return { n: String(metres < 100 ? Math.round(metres) : Math.round(metres / 10) * 10), unit: "m" };
  return { n: (metres / 1000).toFixed(metres < 10_000 ? 1 : 0), unit: "km" };
}

/** As the address writes it: `c112.35000,28.57000,500` or `p112.35000,28.57000;…`. */
export function writeShape(shape: Shape): string {
  if (shape.kind === "circle") return `c${short(shape.lon)},${short(shape.lat)},${Math.round(shape.radiusM)}`;
  return `p${shape.ring.map(([lon, lat]) => `${short(lon)},${short(lat)}`).join(";")}`;
}

/** What an address says; nothing where it makes no shape. */
export function readShape(text: string | null | undefined): Shape | null {
  if (!text) return null;
  const numbers = text.slice(1).split(";").map((pair) => pair.split(",").map(Number));
  if (numbers.flat().some((one) => !Number.isFinite(one))) return null;
  if (text.startsWith("c")) {
    const [lon = NaN, lat = NaN, radiusM = NaN] = numbers[0] ?? [];
    return isPosition([lon, lat]) && radiusM >= 1 && radiusM <= MOST_RADIUS_M ? { kind: "circle", lon, lat, radiusM } : null;
  }
  if (!text.startsWith("p")) return null;
  const ring = numbers.filter((pair): pair is [number, number] => pair.length === 2 && isPosition(pair));
  return ring.length === numbers.length && ring.length >= 3 && ring.length <= MOST_CORNERS ? { kind: "polygon", ring } : null;
}

/** As the map draws it. */
export function drawnShape(shape: Shape): Feature<Polygon> {
  if (shape.kind === "circle") return circle(shape.lon, shape.lat, shape.radiusM);
  const ring = shape.ring.map(([lon, lat]) => [lon, lat]);
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [[...ring, ring[0] ?? []]] } };
}

/** The box around it: west, south, east, north. */
export function boxOf(shape: Shape): GeoBox {
  return boxOfGeometry(drawnShape(shape).geometry) ?? [0, 0, 0, 0];
}

function isPosition(pair: readonly number[]): boolean {
  const [lon = NaN, lat = NaN] = pair;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function short(degrees: number): string {
  return String(Number(degrees.toFixed(PLACES)));
}

/** From where all of a box is seen in a picture of so many pixels. */
export function cameraFor(box: readonly [number, number, number, number] | null, width = 800, height = 560): { lon: number; lat: number; zoom: number } | null {
  if (!box) return null;
  const [west, south, east, north] = box;
  const lat = (south + north) / 2;
  const wide = Math.log2((360 * width) / (512 * Math.max(1e-5, east - west)));
  const high = Math.log2((360 * height * Math.cos((lat * Math.PI) / 180)) / (512 * Math.max(1e-5, north - south)));
  return { lon: (west + east) / 2, lat, zoom: Math.max(4, Math.min(17, wide, high)) };
}
