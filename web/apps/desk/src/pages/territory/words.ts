// Layers, their order and sizes as people say them: pure.

import type { Locale } from "@jingwei/domain";
import { ground } from "@jingwei/map";

export const LAYERS = ["large", "medium", "small", "special"] as const;
export type Layer = (typeof LAYERS)[number];
export const KINDS = ["urban", "rural", "special"] as const;
export type Kind = (typeof KINDS)[number];

const COUNTY = 6;
const TOWNSHIP = 9;
const COMMUNITY = 12;

/** What can be drawn in a draft of this area: what lies below it. */
export function layersIn(areaCode: string): Layer[] {
  return areaCode.length <= COUNTY ? [...LAYERS] : LAYERS.slice(1);
}

/** The layers to be looked at inside an area, widest first. */
export function layersBelow(areaCode: string): Layer[] {
  if (areaCode.length <= COUNTY) return [...LAYERS];
  return areaCode.length <= TOWNSHIP ? LAYERS.slice(1) : LAYERS.slice(2);
}

/** The layer that holds this one. */
export function upper(layer: Layer): Layer | undefined {
  return layer === "large" ? undefined : layer === "medium" ? "large" : "medium";
}

/** A small grid's code begins with its community's, a community's with its township's. */
export const parentLength = (layer: Layer): number => (layer === "large" ? COUNTY : layer === "medium" ? TOWNSHIP : COMMUNITY);

/** "3,500 平方米", "12.5 公顷", "3.25 平方公里". */
export function spokenArea(m2: number | null | undefined, locale: Locale): string {
  if (m2 === null || m2 === undefined) return "–";
  const said = (value: number, digits: number) => value.toLocaleString(locale, { maximumFractionDigits: digits });
  if (m2 < 10_000) return `${said(m2, 0)} ${locale === "en" ? "m²" : "平方米"}`;
  if (m2 < 1_000_000) return `${said(m2 / 10_000, 1)} ${locale === "en" ? "ha" : "公顷"}`;
  return `${said(m2 / 1_000_000, 2)} ${locale === "en" ? "km²" : "平方公里"}`;
}

/** The geometry of an answer as the map takes it; undefined where there is none or it covers nothing. */
export function shapeOf(geometry: unknown): ground.Shape | undefined {
  const shape = geometry as ground.Shape | null;
  return shape && (shape.type === "Polygon" || shape.type === "MultiPolygon") && ground.boxOf([shape]) ? shape : undefined;
}

/** Where geometry files are brought into a draft and taken out of it. */
export const filesOf = (draftId: string): string => `/territory/drafts/${draftId}/files`;
