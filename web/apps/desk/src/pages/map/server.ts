// What the map asks of the server, from its address: the same words for tiles, counts, list and card.

import type { Camera, MapAddress } from "./address.js";
import { shownDays } from "./timeline.js";
import type { Schema } from "@jingwei/client";
import { writeBox, writeShape, type Box, type Narrowed } from "@jingwei/map";

export type Layer = Schema<"LayerOut">;
export type Row = Schema<"MapRowOut"> & { distance_m?: number };
export type Found = Schema<"FoundOnMapOut">;
export type AreaValue = Schema<"AreaValueOut">;

export function narrowed(address: MapAddress, layer: Pick<Layer, "key" | "has_time" | "has_as_of">): Narrowed {
  const own = address.filters[layer.key] ?? {};
  const f = Object.entries(own).filter(([, values]) => values.length).map(([name, values]) => [name, ...values].join("~"));
  const days = layer.has_time ? shownDays(address.period, address.moment) : null;
  return {
    ...(f.length ? { f } : {}),
    ...(days ? { since: days.since, until: days.until } : {}),
    ...(layer.has_as_of && address.asOf ? { on: address.asOf } : {}),
  };
}

/** What a list is of: the view, the shape, everything. */
export function listed(address: MapAddress, layer: Layer, box: Box | null): Narrowed & { layer: string; bbox?: string; shape?: string } {
  const where = whereOf(address);
  return {
    layer: layer.key,
    ...narrowed(address, layer),
    ...(where === "shape" && address.shape ? { shape: writeShape(address.shape) } : {}),
    ...(where === "view" && box ? { bbox: writeBox(box) } : {}),
  };
}

/** A shape is meant as soon as there is one; without one there is no list of it. */
export function whereOf(address: MapAddress): "view" | "shape" | "all" | "near" {
  if (address.where === "shape" || address.where === null) return address.shape ? "shape" : "view";
  return address.where;
}

/** Where the list's nearest ones are measured from, short enough to be the same for a moment. */
export function middleOf(camera: Camera): { lon: number; lat: number } {
  return { lon: Number(camera.lon.toFixed(4)), lat: Number(camera.lat.toFixed(4)) };
}
