// The middle of outlines, to begin a map there.

interface Shape {
  geometry: Record<string, unknown>;
}

/** The middle of the box around them; nothing where nothing is drawn. */
export function middleOf(shapes: readonly Shape[]): { lon: number; lat: number } | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return;
    const [lon, lat] = part as unknown[];
    if (typeof lon === "number" && typeof lat === "number") {
      [west, south, east, north] = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)];
      return;
    }
    for (const one of part) walk(one);
  };
  for (const shape of shapes) walk(shape.geometry["coordinates"]);
  return west === Infinity ? undefined : { lon: (west + east) / 2, lat: (south + north) / 2 };
}
