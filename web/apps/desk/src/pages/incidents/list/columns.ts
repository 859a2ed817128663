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
}

export const COLUMN_KEYS = ["state", "title", "due", "area", "item", "unit", "centre", "channel", "reported", "receipt"] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];
/** Without it a row says nothing. */
export const FIXED: ColumnKey = "title";
export const USUAL: ColumnKey[] = ["state", "title", "due"];

const TRACKS: Record<ColumnKey, string> = {
  state: "92px",
  title: "minmax(190px, 3fr)",
  due: "minmax(104px, 1fr)",
  area: "minmax(110px, 1.2fr)",
  item: "minmax(110px, 1.2fr)",
  unit: "minmax(110px, 1.2fr)",
  centre: "minmax(110px, 1.2fr)",
  channel: "96px",
  reported: "112px",
  receipt: "148px",
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
  return { key, label: `column.${key}`, track: TRACKS[key] };
}
