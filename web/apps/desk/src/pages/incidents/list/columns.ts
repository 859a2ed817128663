// The columns a list can have; which of them, and in which order, stands in the address.

import type { AnswerOf } from "@jingwei/client";
import type { TextKey } from "./text.js";

export type Row = AnswerOf<"listIncidents">["rows"][number];
export type ManyAction = AnswerOf<"listIncidents">["actions"][number];

export interface Column {
  key: ColumnKey;
  label: TextKey;
  /** Share of the width, as a grid track. */
  track: string;
  /** Narrower than this the list scrolls sideways. */
  least_px: number;
}

export const COLUMN_KEYS = ["state", "title", "due", "area", "item", "unit", "centre", "channel", "reported", "receipt"] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];
/** Without it a row says nothing. */
export const FIXED: ColumnKey = "title";
export const USUAL: ColumnKey[] = ["state", "title", "due"];

/** Least width, and the share of what is left over. */
const WIDTHS: Record<ColumnKey, [least_px: number, share: number]> = {
  state: [106, 0],
  title: [168, 3],
  due: [118, 1],
  area: [110, 1.2],
  item: [110, 1.2],
  unit: [110, 1.2],
  centre: [110, 1.2],
  channel: [96, 0],
  reported: [100, 0],
  receipt: [140, 0],
};

/** The chosen columns, as far as they exist; the title is always among them. */
export function chosenColumns(wanted: readonly string[] | null): ColumnKey[] {
  const known = (wanted ?? USUAL).filter((one): one is ColumnKey => COLUMN_KEYS.includes(one as ColumnKey));
  const once = [...new Set(known)];
  return once.includes(FIXED) ? once : [FIXED, ...once];
}

/** What is written into the address: nothing where it is the usual choice. */
export function columnsToKeep(chosen: readonly ColumnKey[]): string[] | null {
  return chosen.join() === USUAL.join() ? null : [...chosen];
}

export function columnOf(key: ColumnKey): Column {
  const [least_px, share] = WIDTHS[key];
  return { key, label: `column.${key}`, track: share ? `minmax(${least_px}px, ${share}fr)` : `${least_px}px`, least_px };
}
