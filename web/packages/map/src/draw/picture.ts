// What lies on the map of outlines: grids by what became of them, what is above and beside them, faults.

import type { FeatureCollection, Geometry } from "geojson";
import type { ExpressionSpecification } from "maplibre-gl";
import type { Palette } from "../base/colours.js";
import type { Overlay } from "../base/overlay.js";
import { FONT } from "../base/style.js";
import { areaM2, namePlace, type Shape } from "./ground.js";

/** What became of a grid: as it was, new, changed, gone; `before` is drawn as a dashed line only. */
export type Tone = "plain" | "new" | "changed" | "gone" | "before";

export interface Drawn {
  id: string;
  name: string;
  tone: Tone;
  shape: Shape;
}

export interface Mark {
  id: string;
  geometry: Geometry;
  /** Stands in the way of publishing. */
  blocks: boolean;
}

const collection = (features: FeatureCollection["features"]): FeatureCollection => ({ type: "FeatureCollection", features });

export function featuresOf(grids: readonly Drawn[]): FeatureCollection {
  return collection(grids.map((one) => ({ type: "Feature", properties: { id: one.id, tone: one.tone }, geometry: one.shape })));
}

/** Names by themselves, large grids first where there is no room for all. */
export function namesOf(grids: readonly Drawn[]): FeatureCollection {
  return collection(
    grids.flatMap((one) => {
      const place = one.tone === "before" ? undefined : namePlace(one.shape);
      if (!place) return [];
      return [{ type: "Feature", properties: { name: one.name, order: -areaM2(one.shape) }, geometry: { type: "Point", coordinates: [...place] } }];
    }),
  );
}

export function outlinesOf(given: readonly { shape: Shape; isParent: boolean }[]): FeatureCollection {
  return collection(given.map((one) => ({ type: "Feature", properties: { isParent: one.isParent }, geometry: one.shape })));
}

export function marksOf(marks: readonly Mark[]): FeatureCollection {
  return collection(marks.map((one) => ({ type: "Feature", properties: { id: one.id, blocks: one.blocks }, geometry: one.geometry })));
}

const CHOSEN: ExpressionSpecification = ["boolean", ["feature-state", "chosen"], false];
const LIT: ExpressionSpecification = ["boolean", ["feature-state", "lit"], false];
const NONE: FeatureCollection = { type: "FeatureCollection", features: [] };

export function overlay(paint: Palette): Overlay {
  const tone: ExpressionSpecification = ["match", ["get", "tone"], "new", paint.done, "changed", paint.orange, "gone", paint.overrun, paint.muted];
  const fault: ExpressionSpecification = ["case", ["get", "blocks"], paint.overrun, paint.warning];
  const geojson = { type: "geojson", data: NONE } as const;
  return {
    sources: {
      "draw-grids": { ...geojson, promoteId: "id" }, "draw-names": geojson, "draw-around": geojson, "draw-marks": { ...geojson, promoteId: "id" },
    },
    layers: [
      {
        id: "draw-grids-fill", type: "fill", source: "draw-grids", filter: ["!=", ["get", "tone"], "before"],
        paint: {
          "fill-color": ["case", CHOSEN, paint.brand, tone],
          "fill-opacity": ["case", CHOSEN, 0.28, ["match", ["get", "tone"], "plain", 0.04, 0.16]],
        },
      },
      {
        id: "draw-around", type: "line", source: "draw-around",
        paint: { "line-color": paint.muted, "line-width": ["case", ["get", "isParent"], 3, 1.6], "line-opacity": ["case", ["get", "isParent"], 0.9, 0.7] },
      },
      {
        id: "draw-grids-line", type: "line", source: "draw-grids", filter: ["!=", ["get", "tone"], "before"],
        paint: {
          "line-color": ["case", CHOSEN, paint.brand, ["match", ["get", "tone"], "plain", paint.lineStrong, tone]],
          "line-width": ["case", CHOSEN, 3, ["match", ["get", "tone"], "plain", 1, 1.8]],
        },
      },
      {
        id: "draw-before", type: "line", source: "draw-grids", filter: ["==", ["get", "tone"], "before"],
        paint: { "line-color": paint.ink, "line-width": 1.6, "line-dasharray": [3, 2] },
      },
      {
        id: "draw-marks-fill", type: "fill", source: "draw-marks", filter: ["==", ["geometry-type"], "Polygon"],
        paint: { "fill-color": fault, "fill-opacity": ["case", LIT, 0.6, 0.3] },
      },
      {
        id: "draw-marks-line", type: "line", source: "draw-marks", filter: ["!=", ["geometry-type"], "Point"],
        paint: { "line-color": fault, "line-width": ["case", LIT, 4, 2] },
      },
    ],
    labels: [
      {
        id: "draw-names", type: "symbol", source: "draw-names", minzoom: 9,
        layout: {
          "text-field": ["get", "name"], "text-font": FONT, "text-size": 12, "text-max-width": 8, "text-padding": 4,
          "symbol-sort-key": ["get", "order"],
        },
        paint: { "text-color": paint.ink, "text-halo-color": paint.paper, "text-halo-width": 1.6 },
      },
      {
        id: "draw-marks-point", type: "circle", source: "draw-marks", filter: ["==", ["geometry-type"], "Point"],
        paint: { "circle-color": fault, "circle-radius": ["case", LIT, 10, 7], "circle-stroke-color": paint.paper, "circle-stroke-width": 2, "circle-translate": [0, -18] },
      },
    ],
  };
}
