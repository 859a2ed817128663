// What the map asks of the server, from its address: the same words for tiles, counts, list and card.

import type { Camera, MapAddress } from "./address.js";
import { shownDays } from "./timeline.js";
import type { Schema } from "@jingwei/client";
import { writeShape } from "@jingwei/map";

export type Layer = Schema<"LayerOut">;
export type Row = Schema<"MapRowOut"> & { distance_m?: number };
export type Found = Schema<"FoundOnMapOut">;
export type AreaValue = Schema<"AreaValueOut">;

export type Box = readonly [west: number, south: number, east: number, north: number];

/** What a layer is narrowed to. Names are those of the interface. */
export interface Narrowed {
  f?: string[];
  since?: string;
  until?: string;
  on?: string;
}

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

/** The address of a layer's tiles, absolute: a worker knows no page. */
export function tilesOf(origin: string, key: string, asked: Narrowed, form?: "clusters" | "heat"): string {
  const query = new URLSearchParams();
  for (const value of asked.f ?? []) query.append("f", value);
  for (const name of ["since", "until", "on"] as const) if (asked[name]) query.append(name, asked[name]);
  if (form === "heat") query.append("form", form);
  const words = query.toString();
  return `${origin}/api/v1/map/layers/${key}/tiles/{z}/{x}/{y}${words ? `?${words}` : ""}`;
}

/** A box as the interface takes it, rounded outwards so that a small movement asks nothing new. */
export function writeBox(box: Box): string {
  const step = 2 ** Math.floor(Math.log2(Math.max(1e-6, box[2] - box[0]) / 8));
  const down = (value: number) => Math.floor(value / step) * step;
  const up = (value: number) => Math.ceil(value / step) * step;
  const within = (value: number, most: number) => Math.max(-most, Math.min(most, value));
  return [within(down(box[0]), 180), within(down(box[1]), 85), within(up(box[2]), 180), within(up(box[3]), 85)].map((one) => String(Number(one.toFixed(6)))).join(",");
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
