// What every list of the ledger keeps in its address.

import type { ComputedRef, WritableComputedRef } from "vue";

export interface ListAddress {
  state: ComputedRef<{ shape: string }>;
  field: (name: "words" | "area_code" | "unit_id") => WritableComputedRef<string>;
  set: (patch: { shape: string }) => void;
  cursor: ComputedRef<string | undefined>;
  isNarrowed: ComputedRef<boolean>;
  clear: () => void;
}

/** "共 12 个", "1000 个以上": which of the two words, and with which number; nothing while it is not counted. */
export function counted(page: { total: number | null; is_capped: boolean } | undefined): { word: "total" | "totalCapped"; n: number } | undefined {
  if (page?.total === null || page?.total === undefined) return undefined;
  return { word: page.is_capped ? "totalCapped" : "total", n: page.total };
}
