// The same rows elsewhere: on the page of their list, and as an export. Both know the filters by names of their own.

import { stateName } from "@jingwei/domain";
import { writeShape } from "@jingwei/map";
import type { MapAddress } from "./address.js";
import { narrowed, whereOf, type Layer } from "./server.js";
import { momentsOf } from "./timeline.js";

type Query = Record<string, string | string[]>;

const INCIDENTS = "incidents";
const STATES = [10, 20, 30, 40, 50, 60, 70, 80];
const OPEN = "open";
/** The inbox writes its flags without the verb. */
const FLAGS: Readonly<Record<string, string>> = { is_urgent: "urgent", is_overdue: "overdue", is_slipping: "slipping" };

/** What the list of matters can be narrowed to; of the item and the channel to one. */
const LISTED: Readonly<Record<string, number>> = { state: 9, item: 1, channel: 1, urgent: 1, overdue: 1, slipping: 1 };

/** Whether the list can show just what the map shows. */
function canFollow(address: MapAddress, layer: Layer): boolean {
  const own = Object.entries(address.filters[layer.key] ?? {});
  return layer.key !== INCIDENTS || own.every(([name, values]) => values.length <= (LISTED[name] ?? 0));
}

/** The page of the list, with what the map shows; nothing where it could not show the same. */
export function listPageOf(address: MapAddress, layer: Layer): { path: string; query: Query } | "" {
  if (!layer.list_path || !canFollow(address, layer)) return "";
  if (layer.key !== INCIDENTS) return { path: layer.list_path, query: { ...filtersOf(address, layer), ...daysOf(address, layer), ...shapeOf(address) } };
  const { state, ...rest } = filtersOf(address, layer);
  const renamed = Object.fromEntries(Object.entries(rest).map(([name, value]) => [FLAGS[name] ?? name, value]));
  return { path: "/inbox", query: { ...renamed, ...statesOf(state), ...daysOf(address, layer), ...shapeOf(address), all: "1" } };
}

/** The form of a new export, with what the map shows; nothing where it could not take the same along. */
export function exportOf(address: MapAddress, layer: Layer): Query | null {
  if (!layer.export_source || !canFollow(address, layer)) return null;
  const source = { source: layer.export_source };
  if (layer.key !== INCIDENTS) return { ...source, ...filtersOf(address, layer), ...daysOf(address, layer), ...shapeOf(address) };
  const { state, ...rest } = filtersOf(address, layer);
  const days = daysOf(address, layer);
  const moments = days.since && days.until ? momentsOf({ since: days.since, until: days.until }) : {};
  const { open, ...states } = statesOf(state);
  return { ...source, ...rest, ...states, ...(open ? { is_open: "true" } : {}), ...moments, ...shapeOf(address) };
}

function filtersOf(address: MapAddress, layer: Layer): Query {
  const query: Query = {};
  for (const one of narrowed(address, layer).f ?? []) {
    const [name = "", ...values] = one.split("~");
    const isFlag = layer.filters.some((filter) => filter.name === name && filter.kind === "flag");
    query[layer.list_params[name] ?? name] = isFlag ? "1" : values.length === 1 ? values[0]! : values;
  }
  return query;
}

/** Open ones, unless somebody asked for others: as on the map. */
function statesOf(asked: string | string[] | undefined): { state?: string[]; open?: string } {
  const kinds = [asked ?? OPEN].flat();
  if (kinds.includes("all")) return {};
  if (kinds.includes(OPEN)) return kinds.length === 1 ? { open: "1" } : {};
  return { state: STATES.filter((one) => kinds.includes(stateName(one))).map(String) };
}

function daysOf(address: MapAddress, layer: Layer): { since?: string; until?: string } {
  const { since, until } = narrowed(address, layer);
  return since && until ? { since, until } : {};
}

function shapeOf(address: MapAddress): Query {
  return whereOf(address) === "shape" && address.shape ? { shape: writeShape(address.shape) } : {};
}
