// A list of records: its filters and pages stand in the address, the server and an export are asked the same.

import type { OperationId, Schema } from "@jingwei/client";
import { askedOf, useRead, useUrlState, type UrlState } from "@jingwei/face";
import type { UseQueryReturnType } from "@tanstack/vue-query";
import { computed, type ComputedRef, type WritableComputedRef } from "vue";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any operation that answers rows, whatever it takes
type Listing = ((given: any, options?: { signal?: AbortSignal }) => Promise<{ rows: readonly object[] }>) & { operationId: OperationId };
type Answer<O extends Listing> = Awaited<ReturnType<O>>;

export interface ListOptions<T> {
  /** Filters that may hold several values. */
  several?: readonly (keyof T & string)[];
  /** What stands in the address and is no filter of the list. */
  leaves?: readonly (keyof T & string)[];
  enabled?: (state: T) => boolean;
}

export interface RecordListOf<O extends Listing, T extends Record<string, string>> {
  url: UrlState<T>;
  /** The filters as the server and an export take them. */
  asked: ComputedRef<Record<string, string | string[]>>;
  page: UseQueryReturnType<Answer<O>, Error>;
  rows: ComputedRef<Answer<O>["rows"]>;
}

/** `useRecordList(listBuildings, { words: "", area_code: "", use: "" }, { several: ["use"] })`, outside the table and without the session. */
export function useRecordList<O extends Listing, T extends Record<string, string>>(operation: O, defaults: T, options: ListOptions<T> = {}): RecordListOf<O, T> {
  const url = useUrlState(defaults);
  const { several = [], leaves = [], enabled } = options;
  const asked = computed(() => askedOf(Object.fromEntries(Object.entries(url.state.value).filter(([name]) => !leaves.includes(name))), several));
  const page = useRead(operation, () => ({ ...asked.value, ...(url.cursor.value ? { cursor: url.cursor.value } : {}) }), {
    keepsPrevious: true,
    ...(enabled ? { enabled: () => enabled(url.state.value) } : {}),
  });
  const rows = computed<Answer<O>["rows"]>(() => page.data.value?.rows ?? []);
  return { url, asked, page, rows };
}

/** What every list keeps in its address. */
export interface ListAddress {
  field: (name: "words" | "area_code") => WritableComputedRef<string>;
  cursor: ComputedRef<string | undefined>;
  next: (cursor: string) => void;
  previous: () => void;
  hasPrevious: ComputedRef<boolean>;
  isNarrowed: ComputedRef<boolean>;
  clear: () => void;
}

/** A yes or no that stands in the address, for a checkbox. */
export function flagOf<K extends string>(url: { state: ComputedRef<Record<K, string>>; set: (patch: { [name in K]?: string }) => void }, name: K): WritableComputedRef<boolean> {
  return computed({ get: () => url.state.value[name] === "true", set: (on) => url.set({ [name]: on ? "true" : "" } as { [name in K]?: string }) });
}

type Total = Pick<Schema<"BuildingPageOut">, "total" | "is_capped">;

/** "共 12 个", "1000 个以上" in the page's own words and measure; nothing while it is not counted. */
export function totalOf(page: Total | undefined, t: (key: "total" | "totalCapped", named: { n: number }) => string): string {
  if (page?.total === null || page?.total === undefined) return "";
  return t(page.is_capped ? "totalCapped" : "total", { n: page.total });
}
