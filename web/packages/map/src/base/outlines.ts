// Borders of areas as a subject: the own one lit, what lies in it dashed, grids with their names (the base names the rest).

import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import { areas, middle, type Outline } from "../shapes.js";
import type { Palette } from "./colours.js";
import type { Overlay } from "./overlay.js";
import { FONT } from "./style.js";

const GRID_DIGITS = 15;
export const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };

/** An empty source, filled when the style is there. */
export const empty = () => ({ type: "geojson" as const, data: NOTHING });

export function outlineOverlay(paint: Palette): Overlay {
  return {
    sources: { areas: empty(), "area-names": empty() },
    layers: [
      { id: "own", type: "fill", source: "areas", filter: ["==", ["get", "relation"], "self"], paint: { "fill-color": paint.brand, "fill-opacity": 0.05 } },
      {
        id: "grids", type: "line", source: "areas", filter: ["==", ["get", "relation"], "child"],
        paint: { "line-color": paint.lineStrong, "line-width": 1, "line-dasharray": [3, 2] },
      },
      {
        id: "borders", type: "line", source: "areas", filter: ["!=", ["get", "relation"], "child"],
        paint: { "line-color": paint.muted, "line-width": ["match", ["get", "relation"], "self", 2.4, 0.8] },
      },
    ],
    labels: [
      {
        id: "area-names", type: "symbol", source: "area-names", minzoom: 13,
        layout: { "text-field": ["get", "name"], "text-font": FONT, "text-size": 12, "text-max-width": 7, "text-padding": 4 },
        paint: { "text-color": paint.muted, "text-halo-color": paint.paper, "text-halo-width": 1.4 },
      },
    ],
  };
}

/** Where the names of grids stand. */
export function namesOf(outlines: readonly Outline[]): FeatureCollection {
  const grids = outlines.filter((one) => one.relation !== "self" && one.code.length === GRID_DIGITS);
  return {
    type: "FeatureCollection",
    features: grids.flatMap((one) => {
      const at = middle(one.geometry);
      return at ? [{ type: "Feature" as const, properties: { name: one.name }, geometry: { type: "Point" as const, coordinates: at } }] : [];
    }),
  };
}

export function fillOutlines(map: MapLibreMap, outlines: readonly Outline[]): void {
  put(map, "areas", areas(outlines));
  put(map, "area-names", namesOf(outlines));
}

/** Data for a source, where the style has it already. */
export function put(map: MapLibreMap, source: string, data: object): void {
  (map.getSource(source) as GeoJSONSource | undefined)?.setData(data as never);
}
