// What the base map is made of, and what an administrator may do with it.

import { getBaseMapContents, hideBaseDataset, removeBaseDataset, showBaseDataset, type Schema } from "@jingwei/client";
import { useRead, useWrite } from "@jingwei/face";

export type Dataset = Schema<"DatasetOut">;

const UNITS = ["B", "KB", "MB", "GB", "TB"];

/** A size as people say it: three digits are enough. */
export function spokenSize(bytes: number): string {
  let [left, at] = [bytes, 0];
  while (left >= 1000 && at < UNITS.length - 1) [left, at] = [left / 1024, at + 1];
  return `${at === 0 || left >= 100 ? Math.round(left) : left.toFixed(1)} ${UNITS[at] ?? ""}`;
}

/** Where a first look goes: the middle of the smallest data set that is shown. */
export function middleOf(datasets: readonly Dataset[]): [number, number] | undefined {
  const boxes = datasets.filter((one) => one.is_shown).map((one) => one.bounds ?? []).filter((box) => box.length === 4);
  const size = (box: readonly number[]) => ((box[2] ?? 0) - (box[0] ?? 0)) * ((box[3] ?? 0) - (box[1] ?? 0));
  const [smallest] = boxes.sort((one, other) => size(one) - size(other));
  return smallest && [((smallest[0] ?? 0) + (smallest[2] ?? 0)) / 2, ((smallest[1] ?? 0) + (smallest[3] ?? 0)) / 2];
}

export function useBaseMap() {
  const contents = useRead(getBaseMapContents);
  const changes = [getBaseMapContents];
  const show = useWrite(showBaseDataset, { changes });
  const hide = useWrite(hideBaseDataset, { changes });
  const remove = useWrite(removeBaseDataset, { changes });
  return { contents, show, hide, remove };
}
