// The base map's look: one function from palette and description to a MapLibre style. Quiet, so that the subject
// drawn upon it is seen first. No address in it leads outside: tiles come from this platform, letters from the
// browser's own fonts, signs are drawn on demand (icons.ts).

import type {
  ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification, StyleSpecification,
} from "maplibre-gl";
import type { Palette } from "./colours.js";

/** What the server says of the base map. */
export interface BaseFacts {
  edition?: string;
  tiles: string;
  min_zoom: number;
  max_zoom: number;
  bounds: readonly number[] | null;
  attribution: string;
}

/** A picture map under everything instead of the vector base. */
export interface Background {
  tiles: readonly string[];
  min_zoom: number;
  max_zoom: number;
  attribution: string;
}

export interface BaseOptions {
  paint: Palette;
  base?: BaseFacts | undefined;
  background?: Background | undefined;
  isTilted?: boolean;
  language?: "zh" | "en";
}

/** Letters are drawn by the browser from what the reader's system has; the first name only says how heavy. */
export const FONT = ["Regular", "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "system-ui"];
export const FONT_BOLD = ["Bold", "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "system-ui"];

export const BASE = "base-map";
/** Always there: what goes below the base's labels is inserted before it. */
export const LABELS = "base-labels";
const ANCHORS = "base-anchors";

type Width = readonly [zoom: number, pixels: number][];
const wide = (...stops: Width): ExpressionSpecification =>
  ["interpolate", ["exponential", 1.5], ["zoom"], ...stops.flat()] as unknown as ExpressionSpecification;
const kinds = (...names: string[]): FilterSpecification => ["in", ["get", "kind"], ["literal", names]];

/** The whole style of a map without a subject. */
export function baseStyle(options: BaseOptions): StyleSpecification {
  const { base, background } = options;
  const sources: Record<string, SourceSpecification> = {
    [ANCHORS]: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
  };
  if (background) {
    sources["base-picture"] = {
      type: "raster", tiles: [...background.tiles], tileSize: 256,
      minzoom: background.min_zoom, maxzoom: background.max_zoom, attribution: background.attribution,
    };
  }
  if (base && !background) {
    sources[BASE] = {
      type: "vector", tiles: [base.tiles], minzoom: base.min_zoom, maxzoom: base.max_zoom, attribution: base.attribution,
      ...(base.bounds ? { bounds: base.bounds as [number, number, number, number] } : {}),
    };
  }
  return { version: 8, sources, layers: [...groundLayers(options), anchor(LABELS), ...(base && !background ? labelLayers(options) : [])] };
}

function anchor(id: string): LayerSpecification {
  return { id, type: "symbol", source: ANCHORS };
}

function groundLayers({ paint, base, background, isTilted }: BaseOptions): LayerSpecification[] {
  const land: LayerSpecification = { id: "base-land", type: "background", paint: { "background-color": paint.land } };
  // A picture made for daylight is dimmed in the dark, so that it does not outshine the subject.
  if (background) {
    return [land, { id: "base-picture", type: "raster", source: "base-picture", paint: { "raster-brightness-max": paint.isDark ? 0.6 : 1 } }];
  }
  if (!base) return [land];
  return [land, ...landscape(paint), ...roads(paint), ...buildings(paint, isTilted ?? false), ...borders(paint)];
}

function landscape(paint: Palette): LayerSpecification[] {
  const fill = (id: string, layer: string, colour: string, filter: FilterSpecification): LayerSpecification => ({
    id, type: "fill", source: BASE, "source-layer": layer, filter, paint: { "fill-color": colour },
  });
  return [
    fill("base-built", "landuse", paint.built, kinds("built", "industry", "institution")),
    fill("base-farm", "landuse", paint.farm, kinds("farm")),
    fill("base-sand", "landuse", paint.sand, kinds("sand")),
    fill("base-green", "landuse", paint.green, kinds("green", "forest")),
    { id: "base-water", type: "fill", source: BASE, "source-layer": "water", paint: { "fill-color": paint.water } },
    {
      id: "base-waterway", type: "line", source: BASE, "source-layer": "waterway", minzoom: 8,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": paint.water, "line-width": ["interpolate", ["exponential", 1.4], ["zoom"], 8, 0.6, 13, ["match", ["get", "kind"], "river", 2.5, "canal", 1.8, 1], 18, ["match", ["get", "kind"], "river", 12, "canal", 8, 4]] },
    },
  ];
}

const ROADS: readonly { id: string; of: string[]; from: number; widths: Width }[] = [
  { id: "path", of: ["path"], from: 15, widths: [[15, 0.8], [18, 2.5]] },
  { id: "minor", of: ["minor", "service"], from: 12, widths: [[12, 0.5], [14, 1.6], [18, 12]] },
  { id: "middle", of: ["tertiary", "secondary"], from: 10, widths: [[10, 0.6], [14, 3], [18, 18]] },
  { id: "main", of: ["primary", "trunk", "motorway"], from: 6, widths: [[6, 0.6], [10, 1.4], [14, 4.5], [18, 24]] },
];

function roads(paint: Palette): LayerSpecification[] {
  const line = (id: string, of: string[], from: number, colour: string, width: ExpressionSpecification): LayerSpecification => ({
    id, type: "line", source: BASE, "source-layer": "road", minzoom: from, filter: kinds(...of),
    layout: { "line-cap": "round", "line-join": "round" }, paint: { "line-color": colour, "line-width": width },
  });
  const edges = ROADS.filter((one) => one.id !== "path").map((one) =>
    line(`base-road-${one.id}-edge`, one.of, Math.max(one.from, 11), paint.roadEdge, wide(...one.widths.map(([zoom, px]) => [zoom, px + (zoom < 14 ? 0.8 : 1.6)] as [number, number]))),
  );
  const surfaces = ROADS.map((one) => {
    const colour = one.id === "main" ? paint.roadMain : one.id === "path" ? paint.roadEdge : paint.road;
    return line(`base-road-${one.id}`, one.of, one.from, colour, wide(...one.widths));
  });
  return [
    ...edges, ...surfaces,
    { id: "base-tram", type: "line", source: BASE, "source-layer": "rail", minzoom: 14, filter: kinds("tram"), paint: { "line-color": paint.rail, "line-width": wide([14, 0.4], [18, 1.2]), "line-opacity": 0.6 } },
    { id: "base-rail", type: "line", source: BASE, "source-layer": "rail", minzoom: 9, filter: ["!", kinds("tram")] as FilterSpecification, paint: { "line-color": paint.rail, "line-width": wide([9, 0.6], [14, 1], [18, 2.4]) } },
    { id: "base-rail-ties", type: "line", source: BASE, "source-layer": "rail", minzoom: 15, filter: kinds("rail"), paint: { "line-color": paint.rail, "line-width": wide([15, 2.5], [18, 7]), "line-dasharray": [0.25, 4] } },
  ];
}

/** A height that is not known is drawn as three storeys; which those are the tile says (`is_height_known`). */
export const USUAL_HEIGHT_M = 9;

function buildings(paint: Palette, isTilted: boolean): LayerSpecification[] {
  return [
    {
      id: "base-building", type: "fill", source: BASE, "source-layer": "building", minzoom: 13.5,
      paint: { "fill-color": paint.building, "fill-outline-color": paint.buildingEdge, "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13.5, 0, 14.5, 1] },
    },
    {
      id: "base-building-3d", type: "fill-extrusion", source: BASE, "source-layer": "building", minzoom: 14.5,
      layout: { visibility: isTilted ? "visible" : "none" },
      paint: {
        "fill-extrusion-color": paint.building,
        "fill-extrusion-height": ["coalesce", ["get", "height"], USUAL_HEIGHT_M],
        "fill-extrusion-base": ["coalesce", ["get", "base"], 0],
        "fill-extrusion-opacity": 0.82,
        "fill-extrusion-vertical-gradient": true,
      },
    },
  ];
}

function borders(paint: Palette): LayerSpecification[] {
  const line = (id: string, level: number, from: number, width: ExpressionSpecification, dash: number[]): LayerSpecification => ({
    id, type: "line", source: BASE, "source-layer": "border", minzoom: from, filter: ["==", ["get", "level"], level],
    layout: { "line-join": "round" }, paint: { "line-color": paint.muted, "line-width": width, "line-dasharray": dash, "line-opacity": 0.7 },
  });
  return [
    line("base-border-community", 12, 13, wide([13, 0.5], [17, 1]), [1, 3]),
    line("base-border-township", 9, 10, wide([10, 0.6], [16, 1.2]), [3, 2]),
    line("base-border-county", 6, 6, wide([6, 0.7], [14, 1.6]), [6, 2, 1, 2]),
    line("base-border-city", 4, 5, wide([5, 1], [14, 2.4]), [8, 2, 1, 2]),
  ];
}

function labelLayers({ paint, language }: BaseOptions): LayerSpecification[] {
  const name: ExpressionSpecification = language === "en" ? ["coalesce", ["get", "name_en"], ["get", "name"]] : ["get", "name"];
  const halo = { "text-halo-color": paint.paper, "text-halo-width": 1.4 };
  const area = (id: string, level: number, from: number, until: number, size: number): LayerSpecification => ({
    id, type: "symbol", source: BASE, "source-layer": "area", minzoom: from, maxzoom: until, filter: ["==", ["get", "level"], level],
    layout: { "text-field": name, "text-font": level <= 6 ? FONT_BOLD : FONT, "text-size": size * paint.scale, "text-max-width": 9, "text-padding": 6 },
    paint: { "text-color": level <= 6 ? paint.ink : paint.muted, ...halo },
  });
  return [
    {
      id: "base-name-water", type: "symbol", source: BASE, "source-layer": "water", minzoom: 12, filter: ["has", "name"],
      layout: { "text-field": name, "text-font": FONT, "text-size": 11, "text-max-width": 7, "text-padding": 12 },
      paint: { "text-color": paint.waterInk, ...halo },
    },
    {
      id: "base-name-waterway", type: "symbol", source: BASE, "source-layer": "waterway", minzoom: 12, filter: ["has", "name"],
      layout: { "symbol-placement": "line", "text-field": name, "text-font": FONT, "text-size": 11, "symbol-spacing": 400 },
      paint: { "text-color": paint.waterInk, ...halo },
    },
    {
      id: "base-name-road", type: "symbol", source: BASE, "source-layer": "road", minzoom: 12, filter: ["has", "name"],
      layout: { "symbol-placement": "line", "text-field": name, "text-font": FONT, "text-size": ["interpolate", ["linear"], ["zoom"], 12, 10, 17, 13], "symbol-spacing": 320, "text-max-angle": 35, "symbol-sort-key": ["get", "rank"] },
      paint: { "text-color": paint.muted, ...halo },
    },
    {
      id: "base-poi", type: "symbol", source: BASE, "source-layer": "poi", minzoom: 15,
      layout: {
        "icon-image": ["concat", "jw|", ["get", "kind"], `|${paint.muted}`], "icon-size": 0.8, "text-field": name, "text-font": FONT, "text-size": 11,
        "text-anchor": "top", "text-offset": [0, 0.8], "text-optional": true, "text-max-width": 8, "symbol-sort-key": ["get", "rank"], "icon-padding": 6,
      },
      paint: { "text-color": paint.muted, ...halo },
    },
    {
      id: "base-name-building", type: "symbol", source: BASE, "source-layer": "building", minzoom: 16, filter: ["has", "name"],
      layout: { "text-field": name, "text-font": FONT, "text-size": 11, "text-max-width": 8, "text-padding": 8 },
      paint: { "text-color": paint.muted, ...halo },
    },
    area("base-name-community", 12, 13.5, 17, 12),
    {
      id: "base-name-place", type: "symbol", source: BASE, "source-layer": "place", minzoom: 6, maxzoom: 16,
      layout: { "text-field": name, "text-font": FONT, "text-size": ["match", ["get", "kind"], "city", 16 * paint.scale, "town", 13 * paint.scale, 12 * paint.scale], "text-max-width": 8, "symbol-sort-key": ["get", "rank"], "text-padding": 6 },
      paint: { "text-color": paint.muted, ...halo },
    },
    area("base-name-township", 9, 10.5, 14, 13),
    area("base-name-county", 6, 7, 11.5, 15),
    area("base-name-city", 4, 4, 8, 17),
  ];
}
