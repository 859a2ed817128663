// The subject upon the base: how the two become one style, and how a change of theme keeps what others drew.

import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { Palette } from "./colours.js";
import { LABELS } from "./style.js";

/** What a page draws. `layers` lie above the ground and below the base's labels, `labels` on top of everything. */
export interface Overlay {
  sources: Record<string, SourceSpecification>;
  layers: LayerSpecification[];
  labels?: LayerSpecification[];
}

export type Draw = (paint: Palette) => Overlay;

export const isOfBase = (id: string): boolean => id.startsWith("base-");

/** The base with the subject in its places. */
export function joined(base: StyleSpecification, overlay: Overlay | undefined): StyleSpecification {
  if (!overlay) return base;
  const at = base.layers.findIndex((one) => one.id === LABELS);
  return {
    ...base,
    sources: { ...base.sources, ...overlay.sources },
    layers: [...base.layers.slice(0, at), ...overlay.layers, ...base.layers.slice(at), ...(overlay.labels ?? [])],
  };
}

/**
 * The next style with what stands on the map already: the data of its GeoJSON sources, and the sources and layers that
 * others (a drawing tool) have added to the map themselves, on top in their order. `ours`: the ids the last style had.
 */
export function keeping(previous: StyleSpecification | undefined, next: StyleSpecification, ours: ReadonlySet<string>): StyleSpecification {
  if (!previous) return next;
  const sources: Record<string, SourceSpecification> = {};
  for (const [id, source] of Object.entries(previous.sources)) {
    const now = next.sources[id];
    if (now ? source.type === "geojson" && now.type === "geojson" : !ours.has(id) && !isOfBase(id)) sources[id] = source;
  }
  const known = new Set(next.layers.map((one) => one.id));
  const others = previous.layers.filter((one) => !known.has(one.id) && !ours.has(one.id) && !isOfBase(one.id));
  return { ...next, sources: { ...next.sources, ...sources }, layers: [...next.layers, ...others] };
}

/** The ids of everything in a style. */
export function idsOf(style: StyleSpecification): Set<string> {
  return new Set([...Object.keys(style.sources), ...style.layers.map((one) => one.id)]);
}
