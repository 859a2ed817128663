// Boxes around GeoJSON geometries of every kind: pure sums, which bring no map with them.

export type GeoBox = [west: number, south: number, east: number, north: number];

/** The box around what the coordinates of geometries hold, however deep they lie; nothing where they hold none. */
export function boxOfGeometry(...geometries: readonly (object | undefined)[]): GeoBox | null {
  const box: GeoBox = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [lon, lat] = part as unknown[];
    if (typeof lon !== "number" || typeof lat !== "number") {
      part.forEach(walk);
      return;
    }
    box[0] = Math.min(box[0], lon);
    box[1] = Math.min(box[1], lat);
    box[2] = Math.max(box[2], lon);
    box[3] = Math.max(box[3], lat);
  };
  for (const one of geometries) walk((one as { coordinates?: unknown } | undefined)?.coordinates);
  return box[0] <= box[2] ? box : null;
}

/** The middle of that box. */
export function middleOf(...geometries: readonly (object | undefined)[]): { lon: number; lat: number } | undefined {
  const box = boxOfGeometry(...geometries);
  return box ? { lon: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2 } : undefined;
}
