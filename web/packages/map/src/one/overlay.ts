// What the one map draws of its layers: sources and style layers from the server's description, in the colours of the theme.

import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import type { Palette } from "../base/colours.js";
import type { Overlay } from "../base/overlay.js";
import { FONT, FONT_BOLD } from "../base/style.js";
import type { ValueClass } from "./classes.js";
import { toneOf } from "./tones.js";

export interface LegendEntry {
  kind: string;
  tone: string;
  mark: string;
}

/** A layer that is on. */
export interface DrawnLayer {
  key: string;
  geometry: "point" | "line" | "polygon";
  /** The address of its tiles, with what it is narrowed to. */
  tiles: string;
  legend: readonly LegendEntry[];
  isHeat: boolean;
  /** Its marks tell by `due` and `warn` (epoch seconds) how their clock stands. */
  hasClock: boolean;
  minZoom: number;
}

/** An indicator coloured in by area: the classes and the value of each code. */
export interface DrawnIndicator {
  /** Whose outlines are filled. */
  layer: string;
  tiles: string;
  values: Readonly<Record<string, number | null>>;
  classes: readonly ValueClass[];
}

export interface Drawn {
  layers: readonly DrawnLayer[];
  indicator: DrawnIndicator | null;
  chosen: { layer: string; id: string } | null;
  locale: "zh" | "en";
  /** The moment clocks are judged at. */
  nowSeconds: number;
}

/** The deepest zoom tiles are asked for; beyond it they are drawn larger. */
export const DEEPEST_TILE = 17;
export const INDICATOR = "one-indicator";
export const sourceOf = (key: string): string => `one-${key}`;
const ORDER = { polygon: 0, line: 1, point: 2 } as const;
const IS_SINGLE: FilterSpecification = ["has", "id"];
const COUNT: ExpressionSpecification = ["coalesce", ["get", "n"], 1];
const IS_CLUSTER: FilterSpecification = ["all", ["!", ["has", "id"]], [">", COUNT, 1]];
/** Counted, but alone in its square: its sign says more than a circle with a one in it. */
const IS_ALONE: FilterSpecification = ["all", ["!", ["has", "id"]], ["<=", COUNT, 1]];

/** Everything that is on, the ground first. */
export function overlayOf(paint: Palette, drawn: Drawn): Overlay {
  const sources: Record<string, SourceSpecification> = {};
  const layers: LayerSpecification[] = [];
  const labels: LayerSpecification[] = [];
  const figures: LayerSpecification[] = [];
  if (drawn.indicator) {
    sources[INDICATOR] = tilesFrom(drawn.indicator.tiles);
    layers.push(...filled(paint, drawn.indicator));
  }
  const ordered = [...drawn.layers].sort((one, other) => ORDER[one.geometry] - ORDER[other.geometry]);
  for (const layer of ordered) {
    sources[sourceOf(layer.key)] = tilesFrom(layer.tiles);
    if (layer.geometry === "polygon") {
      layers.push(...grounds(paint, layer, drawn, drawn.indicator !== null));
      labels.push(names(paint, layer));
    } else if (layer.geometry === "line") layers.push(line(paint, layer));
    else if (layer.isHeat) layers.push(heat(paint, layer));
    else {
      labels.push(...marks(paint, layer, drawn));
      figures.push(numbers(paint, layer, drawn));
    }
  }
  // Numbers on top of everything: what stands on a circle must not hide how many there are.
  return { sources, layers, labels: [...labels, ...figures] };
}

/** Layers a click asks: what stands on top first. */
export function askedLayers(drawn: Drawn): { single: string[]; cluster: string[]; ground: string[] } {
  const points = drawn.layers.filter((one) => one.geometry === "point" && !one.isHeat);
  return {
    single: points.map((one) => `${sourceOf(one.key)}-marks`),
    cluster: points.flatMap((one) => [`${sourceOf(one.key)}-clusters`, `${sourceOf(one.key)}-alone`]),
    ground: drawn.layers.filter((one) => one.geometry !== "point").map((one) => `${sourceOf(one.key)}-${one.geometry === "line" ? "line" : "fill"}`),
  };
}

function tilesFrom(address: string): SourceSpecification {
  return { type: "vector", tiles: [address], minzoom: 0, maxzoom: DEEPEST_TILE };
}

// --- ground: areas, grids ------------------------------------------------------------------------------------

function grounds(paint: Palette, layer: DrawnLayer, drawn: Drawn, isCovered: boolean): LayerSpecification[] {
  const base = { source: sourceOf(layer.key), "source-layer": layer.key };
  const chosen = drawn.chosen?.layer === layer.key ? drawn.chosen.id : null;
  const isChosen: ExpressionSpecification = ["==", ["get", "id"], chosen ?? ""];
  const colour = byKind(layer, (tone) => toneOf(paint, tone), toneOf(paint, "muted"));
  const border = layer.key === "grids" ? colour : paint.muted;
  const isSpecial: ExpressionSpecification = ["==", ["get", "kind"], "special"];
  return [
    {
      id: `${base.source}-fill`, type: "fill", ...base,
      paint: {
        "fill-color": chosen ? ["case", isChosen, paint.brand, paint.ground] : colour,
        // The chosen one is lit, what is beside it dimmed.
        "fill-opacity": chosen ? ["case", isChosen, 0.12, ["==", ["length", ["get", "id"]], chosen.length], 0.5, 0] : isCovered ? 0 : layer.key === "grids" ? ["case", isSpecial, 0.2, 0.04] : 0,
      },
    },
    {
      id: `${base.source}-line`, type: "line", ...base, layout: { "line-join": "round" },
      paint: {
        "line-color": ["case", isChosen, paint.brand, isSpecial, paint.series[3] ?? paint.orange, border],
        "line-width": widths(chosen ? isChosen : null),
        "line-opacity": 0.9,
      },
    },
  ];
}

/** Upper levels are drawn stronger; `level` is the length of the code. */
function widths(isChosen: ExpressionSpecification | null): ExpressionSpecification {
  const plain: ExpressionSpecification = ["match", ["to-string", ["get", "level"]], ["4", "city"], 2.4, ["6", "county"], 2, ["9", "township"], 1.5, ["12", "community"], 1, 0.7];
  return isChosen ? ["case", isChosen, 3, plain] : plain;
}

function names(paint: Palette, layer: DrawnLayer): LayerSpecification {
  return {
    id: `${sourceOf(layer.key)}-names`, type: "symbol", source: sourceOf(layer.key), "source-layer": `${layer.key}_labels`,
    minzoom: layer.key === "grids" ? 14 : 8,
    layout: {
      "text-field": ["get", "title"], "text-font": FONT, "text-max-width": 8, "text-padding": 6,
      // Where two would cover each other, the smaller area keeps its name: the larger one is known from its neighbours.
      "symbol-sort-key": ["-", 0, ["length", ["get", "id"]]],
      "text-size": ["interpolate", ["linear"], ["zoom"], 9, 11 * paint.scale, 15, 13 * paint.scale],
      // Beside its middle where a mark stands in it.
      "text-variable-anchor": ["center", "top", "bottom"], "text-radial-offset": 1, "text-justify": "center",
    },
    paint: { "text-color": layer.key === "grids" ? paint.muted : paint.ink, "text-halo-color": paint.paper, "text-halo-width": 1.5 },
  };
}

function filled(paint: Palette, indicator: DrawnIndicator): LayerSpecification[] {
  const colours: string[] = [];
  for (const [code, value] of Object.entries(indicator.values)) {
    const at = value === null ? -1 : indicator.classes.findIndex((one, index) => value >= one.from && (value < one.to || index === indicator.classes.length - 1));
    const colour = indicator.classes[at]?.colour;
    if (colour) colours.push(code, colour);
  }
  const base = { source: INDICATOR, "source-layer": indicator.layer };
  const colour = colours.length ? (["match", ["get", "id"], ...colours, paint.ground] as unknown as ExpressionSpecification) : paint.ground;
  return [
    { id: `${INDICATOR}-fill`, type: "fill", ...base, paint: { "fill-color": colour, "fill-opacity": 0.82 } },
    { id: `${INDICATOR}-line`, type: "line", ...base, paint: { "line-color": paint.lineStrong, "line-width": 0.8 } },
  ];
}

function line(paint: Palette, layer: DrawnLayer): LayerSpecification {
  return {
    id: `${sourceOf(layer.key)}-line`, type: "line", source: sourceOf(layer.key), "source-layer": layer.key,
    paint: { "line-color": byKind(layer, (tone) => toneOf(paint, tone), paint.brand), "line-width": 2 },
  };
}

const signSize = (paint: Palette): ExpressionSpecification => ["interpolate", ["linear"], ["zoom"], 10, 0.7 * paint.scale, 14, paint.scale, 18, 1.4 * paint.scale];

// --- points: clusters, heat, marks ---------------------------------------------------------------------------

function heat(paint: Palette, layer: DrawnLayer): LayerSpecification {
  const [quiet, full] = [paint.mix(paint.paper, paint.orange, 0.55), paint.overrun];
  return {
    id: `${sourceOf(layer.key)}-heat`, type: "heatmap", source: sourceOf(layer.key), "source-layer": layer.key,
    paint: {
      // Squares of eight pixels carry their count: what is usual for a town must not be red all over already.
      "heatmap-weight": ["interpolate", ["linear"], ["ln", COUNT], 0, 0.1, 2.3, 0.22, 4.6, 0.5, 9.2, 1],
      "heatmap-intensity": ["interpolate", ["linear"], ["zoom"], 6, 0.8, 12, 1, 15, 1.8, 17, 3],
      "heatmap-radius": ["interpolate", ["linear"], ["zoom"], 6, 14, 12, 22, 17, 36],
      "heatmap-opacity": 0.8,
      "heatmap-color": [
        "interpolate", ["linear"], ["heatmap-density"],
        0, `${quiet}00`, 0.03, `${quiet}66`, 0.2, `${quiet}aa`, 0.55, `${paint.mix(quiet, full, 0.5)}cc`, 1, full,
      ],
    },
  };
}

function marks(paint: Palette, layer: DrawnLayer, drawn: Drawn): LayerSpecification[] {
  const base = { source: sourceOf(layer.key), "source-layer": layer.key };
  const colour = byKind(layer, (tone) => toneOf(paint, tone), paint.brand, "top");
  return [
    {
      id: `${base.source}-clusters`, type: "circle", ...base, filter: IS_CLUSTER,
      layout: { "circle-sort-key": COUNT },
      paint: {
        "circle-color": paint.paper, "circle-opacity": 0.94, "circle-stroke-color": colour, "circle-stroke-width": 3,
        "circle-radius": ["interpolate", ["linear"], ["ln", COUNT], 0, 9 * paint.scale, 4.6, 14 * paint.scale, 9.2, 22 * paint.scale],
      },
    },
    {
      id: `${base.source}-alone`, type: "symbol", ...base, filter: IS_ALONE,
      layout: {
        "icon-image": matching(layer.legend.map((one) => [one.kind, signOf(paint, one)]), signOf(paint, PLAIN), "top"), "icon-allow-overlap": true,
        "icon-size": signSize(paint),
      },
    },
    {
      id: `${base.source}-marks`, type: "symbol", ...base, filter: IS_SINGLE, minzoom: layer.minZoom,
      layout: {
        "icon-image": signs(paint, layer, drawn.nowSeconds), "icon-allow-overlap": true,
        "icon-size": signSize(paint),
        "text-field": ["step", ["zoom"], "", 16.5, ["get", "title"]], "text-font": FONT, "text-size": 12, "text-offset": [0, 1], "text-anchor": "top",
        "text-max-width": 10, "text-optional": true,
      },
      paint: { "text-color": paint.ink, "text-halo-color": paint.paper, "text-halo-width": 1.5 },
    },
  ];
}

function numbers(paint: Palette, layer: DrawnLayer, drawn: Drawn): LayerSpecification {
  const base = { source: sourceOf(layer.key), "source-layer": layer.key };
  return {
    id: `${base.source}-numbers`, type: "symbol", ...base, filter: IS_CLUSTER,
    layout: {
      // Never left out: an empty circle would say nothing. Names keep away from numbers.
      "text-field": shortly(drawn.locale), "text-font": FONT_BOLD, "text-size": 12 * paint.scale, "symbol-sort-key": COUNT, "text-allow-overlap": true, "text-padding": 6,
    },
    paint: { "text-color": paint.ink, "text-halo-color": paint.paper, "text-halo-width": 2 },
  };
}

/** 1,234 → "1.2k"; 12,345 → "1.2万": what fits into a circle. */
function shortly(locale: "zh" | "en"): ExpressionSpecification {
  const [unit, sign] = locale === "zh" ? [10_000, "万"] : [1000, "k"];
  const rounded: ExpressionSpecification = ["/", ["round", ["/", ["*", COUNT, 10], unit]], 10];
  return ["case", ["<", COUNT, unit], ["to-string", COUNT], ["concat", ["to-string", rounded], sign]];
}

const PLAIN = { mark: "circle", tone: "brand" };
const signOf = (paint: Palette, one: { mark: string; tone: string }): string => `jw|${one.mark}|${toneOf(paint, one.tone)}`;

function signs(paint: Palette, layer: DrawnLayer, nowSeconds: number): ExpressionSpecification {
  const sign = (mark: string, tone: string) => signOf(paint, { mark, tone });
  const plain = matching(layer.legend.map((one) => [one.kind, signOf(paint, one)]), signOf(paint, PLAIN));
  if (!layer.hasClock) return plain as ExpressionSpecification;
  const isRunning: ExpressionSpecification = ["all", ["!", ["to-boolean", ["coalesce", ["get", "suspended"], false]]], [">", ["coalesce", ["get", "due"], 0], 0]];
  return [
    "case",
    ["all", isRunning, ["<", ["get", "due"], nowSeconds]], sign("alarm", "overrun"),
    ["all", isRunning, [">", ["coalesce", ["get", "warn"], 0], 0], ["<", ["get", "warn"], nowSeconds]], sign("triangle", "overrun"),
    plain,
  ] as ExpressionSpecification;
}

function byKind(layer: DrawnLayer, colour: (tone: string) => string, otherwise: string, property = "kind"): ExpressionSpecification | string {
  return matching(layer.legend.map((one) => [one.kind, colour(one.tone)]), otherwise, property);
}

function matching(pairs: readonly (readonly [string, string])[], otherwise: string, property = "kind"): ExpressionSpecification | string {
  const seen = new Set<string>();
  const arms = pairs.filter(([kind]) => !seen.has(kind) && seen.add(kind)).flat();
  return arms.length ? (["match", ["to-string", ["get", property]], ...arms, otherwise] as unknown as ExpressionSpecification) : otherwise;
}
