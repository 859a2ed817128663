// A position as somebody gives it, and where a map to pick one begins.

import { middleOf, type Outline } from "@jingwei/map";

export const DATUMS = ["wgs84", "cgcs2000", "gcj02", "bd09"] as const;
export type Datum = (typeof DATUMS)[number];

export interface Given {
  lon: number | undefined;
  lat: number | undefined;
  datum: Datum;
}

export interface View {
  lon: number;
  lat: number;
  zoom: number;
}

export const nowhere = (): Given => ({ lon: undefined, lat: undefined, datum: "wgs84" });

/** For the server, or nothing while it is not whole. */
export function positionOf(given: Given): { lon: number; lat: number; datum: Datum } | undefined {
  return given.lon === undefined || given.lat === undefined ? undefined : { lon: given.lon, lat: given.lat, datum: given.datum };
}

/** The position as the map has it; nothing where it is not whole, or was measured in another datum. */
export function onMap(given: Given): { lon: number; lat: number } | undefined {
  const { lon, lat, datum } = given;
  return lon === undefined || lat === undefined || datum === "gcj02" || datum === "bd09" ? undefined : { lon, lat };
}

const CLOSE = 16;
/** How much is seen of an area, by the digits of its code: a city, a county, a township, a community, a grid. */
const ZOOM: Record<number, number> = { 4: 8.5, 6: 10, 9: 13, 12: 14.5, 15: CLOSE };

/** Where the map begins: at the position, or with the own area around it; nothing before its outline is there. */
export function viewOf(at: { lon: number; lat: number } | undefined, outlines: readonly Outline[]): View | undefined {
  if (at) return { ...at, zoom: CLOSE };
  const own = outlines.find((one) => one.relation === "self");
  const middle = middleOf(own?.geometry);
  return own && middle ? { ...middle, zoom: ZOOM[own.code.length] ?? 12 } : undefined;
}
