// A position as it is given, and the middle of an outline to begin at.

export const DATUMS = ["wgs84", "cgcs2000", "gcj02", "bd09"] as const;
export type Datum = (typeof DATUMS)[number];

export interface Given {
  lon: number | undefined;
  lat: number | undefined;
  datum: Datum;
}

export const nowhere = (): Given => ({ lon: undefined, lat: undefined, datum: "wgs84" });

/** For the server, or nothing while it is not whole. */
export function positionOf(given: Given): { lon: number; lat: number; datum: Datum } | undefined {
  return given.lon === undefined || given.lat === undefined ? undefined : { lon: given.lon, lat: given.lat, datum: given.datum };
}

/** The middle of the box around a GeoJSON geometry. */
export function middleOf(geometry: object): { lon: number; lat: number } | undefined {
  const flat: number[][] = [];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    if (typeof part[0] === "number") flat.push(part as number[]);
    else part.forEach(walk);
  };
  walk((geometry as { coordinates?: unknown }).coordinates);
  if (!flat.length) return undefined;
  const lons = flat.map((at) => at[0] ?? 0);
  const lats = flat.map((at) => at[1] ?? 0);
  return { lon: (Math.min(...lons) + Math.max(...lons)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 };
}
