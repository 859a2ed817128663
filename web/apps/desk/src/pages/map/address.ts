// The map's whole state as an address: where one stands, what is shown, when, and what was chosen. A link shows the same.

import { readShape, writeShape, type Shape } from "@jingwei/map";
import type { LocationQuery } from "vue-router";
import { isDay, type Period } from "./timeline.js";

/** Where the map is looked at from; north is up. */
export interface Camera {
  lon: number;
  lat: number;
  zoom: number;
}

export interface Chosen {
  layer: string;
  id: string;
}

/** How an indicator is coloured in: whose, for which areas. */
export interface Coloured {
  indicator: string;
  level: ColouredLevel;
}
export const LEVELS = ["county", "township", "community", "grid"] as const;
export type ColouredLevel = (typeof LEVELS)[number];

export type Panel = "layers" | "list" | "colours";

/** What the list mirrors: what is in view, in the drawn shape, everywhere, or what is nearest to the middle. */
export type Where = "view" | "shape" | "all" | "near";

export interface MapAddress {
  camera: Camera | null;
  isSolid: boolean;
  /** Keys of the layers that are on; null: those that are on by themselves. */
  layers: readonly string[] | null;
  /** Layers shown as heat instead of marks. */
  heat: readonly string[];
  /** By layer and filter, the values chosen. */
  filters: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  period: Period | null;
  /** First day of the step the slider stands at. */
  moment: string | null;
  /** The day whose borders are shown. */
  asOf: string | null;
  coloured: Coloured | null;
  shape: Shape | null;
  chosen: Chosen | null;
  panel: Panel;
  /** The layer the list is of; null: the first that is on. */
  listed: string | null;
  where: Where | null;
}

export const EMPTY: MapAddress = {
  camera: null, isSolid: false, layers: null, heat: [], filters: {}, period: null, moment: null, asOf: null,
  coloured: null, shape: null, chosen: null, panel: "layers",
  listed: null, where: null,
};

const KEY = /^[a-z][a-z0-9_.-]{0,60}$/;
const PANELS: readonly string[] = ["layers", "list", "colours"];
const WHERES: readonly string[] = ["view", "shape", "all", "near"];
const NONE = "none";

/** What stands in the address; whatever makes no sense there is left out. */
export function readAddress(query: LocationQuery): MapAddress {
  const layers = first(query["layers"]);
  const panel = first(query["panel"]) ?? "layers";
  const period = readPeriod(first(query["days"]));
  const moment = day(first(query["on"]));
  const inPeriod = period && moment && moment >= period.since && moment <= period.until;
  return {
    camera: readCamera(first(query["at"])),
    isSolid: first(query["solid"]) === "1",
    layers: layers === null ? null : layers === NONE ? [] : keysIn(layers),
    heat: keysIn(first(query["heat"]) ?? ""),
    filters: readFilters([query["f"] ?? []].flat()),
    period,
    moment: inPeriod ? moment : null,
    asOf: day(first(query["as-of"])),
    coloured: readPair(first(query["by"]), (indicator, level) => (isLevel(level) ? { indicator, level } : null)),
    shape: readShape(first(query["shape"])),
    chosen: readPair(first(query["is"]), (layer, id) => ({ layer, id })),
    panel: (PANELS.includes(panel) ? panel : "layers") as Panel,
    listed: keysIn(first(query["of"]) ?? "")[0] ?? null,
    where: (WHERES.includes(first(query["where"]) ?? "") ? first(query["where"]) : null) as Where | null,
  };
}

/** The same, written shortly; what is left at its default does not appear. */
export function writeAddress(address: MapAddress): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const put = (name: string, value: string | null | undefined | false) => value && (query[name] = value);
  put("at", address.camera && writeCamera(address.camera));
  put("solid", address.isSolid && "1");
  put("layers", address.layers && (address.layers.join(",") || NONE));
  put("heat", address.heat.join(","));
  const filters = writeFilters(address.filters);
  if (filters.length) query["f"] = filters;
  put("days", address.period && `${address.period.since}~${address.period.until}`);
  put("on", address.period && address.moment);
  put("as-of", address.asOf);
  put("by", address.coloured && `${address.coloured.indicator}~${address.coloured.level}`);
  put("shape", address.shape && writeShape(address.shape));
  put("is", address.chosen && `${address.chosen.layer}~${address.chosen.id}`);
  put("panel", address.panel !== "layers" && address.panel);
  put("of", address.listed);
  put("where", address.where);
  return query;
}

/** One filter of a layer set to other values; without values it goes. */
export function withFilter(address: MapAddress, layer: string, name: string, values: readonly string[]): MapAddress {
  const { [name]: _, ...others } = address.filters[layer] ?? {};
  const own = values.length ? { ...others, [name]: values } : others;
  const { [layer]: __, ...rest } = address.filters;
  return { ...address, filters: Object.keys(own).length ? { ...rest, [layer]: own } : rest };
}

/** A layer switched on or off, given those that are on now. */
export function withLayer(address: MapAddress, shown: readonly string[], key: string, isOn: boolean): MapAddress {
  const layers = isOn ? [...shown.filter((one) => one !== key), key] : shown.filter((one) => one !== key);
  return { ...address, layers, chosen: !isOn && address.chosen?.layer === key ? null : address.chosen };
}

function readCamera(text: string | null): Camera | null {
  const [lon = NaN, lat = NaN, zoom = NaN] = (text ?? "").split(",").map(Number);
  const isPlace = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24;
  return text && isPlace ? { lon, lat, zoom } : null;
}

function writeCamera({ lon, lat, zoom }: Camera): string {
  return [lon.toFixed(5), lat.toFixed(5), zoom.toFixed(2)].map((one) => String(Number(one))).join(",");
}

function readFilters(texts: readonly (string | null)[]): MapAddress["filters"] {
  const found: Record<string, Record<string, string[]>> = {};
  for (const text of texts) {
    const [layer = "", name = "", ...values] = (text ?? "").split("~");
    const chosen = values.filter(Boolean);
    if (KEY.test(layer) && KEY.test(name) && chosen.length) (found[layer] ??= {})[name] = chosen;
  }
  return found;
}

function writeFilters(filters: MapAddress["filters"]): string[] {
  return Object.entries(filters).flatMap(([layer, own]) =>
    Object.entries(own).filter(([, values]) => values.length).map(([name, values]) => [layer, name, ...values].join("~")),
  );
}

function readPeriod(text: string | null): Period | null {
  const [since = "", until = ""] = (text ?? "").split("~");
  return isDay(since) && isDay(until) && since <= until ? { since, until } : null;
}

function isLevel(text: string): text is ColouredLevel {
  return (LEVELS as readonly string[]).includes(text);
}

function readPair<T>(text: string | null, make: (one: string, other: string) => T | null): T | null {
  const [one = "", ...other] = (text ?? "").split("~");
  return KEY.test(one) && other.join("~") ? make(one, other.join("~")) : null;
}

function keysIn(text: string): string[] {
  return [...new Set(text.split(",").filter((one) => KEY.test(one)))];
}

function day(text: string | null): string | null {
  return text && isDay(text) ? text : null;
}

function first(value: LocationQuery[string] | undefined): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  return one ? one : null;
}
