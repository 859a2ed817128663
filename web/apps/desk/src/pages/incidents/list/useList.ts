// The rows of the list: read page by page, taken away at once when acted on, put back when refused.

import { listIncidents, type AnswerOf } from "@jingwei/client";
import { useInfiniteQuery } from "@tanstack/vue-query";
import { computed, reactive, type ComputedRef, type Ref } from "vue";
import { toArguments, type Address } from "./address.js";
import type { ManyAction, Row } from "./columns.js";

export type ListPage = AnswerOf<"listIncidents">;

/** Filed under the operation's name, so that whoever changes incidents has it read again. */
export function listKey(address: Address): readonly unknown[] {
  return [listIncidents.operationId, toArguments(address), "pages"];
}

export function useList(address: Readonly<Ref<Address>>, isAsked: () => boolean = () => true) {
  const query = useInfiniteQuery({
    queryKey: computed(() => listKey(address.value)),
    queryFn: ({ pageParam, signal }) =>
      listIncidents({ ...toArguments(address.value), ...(pageParam ? { cursor: pageParam } : {}) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: ListPage) => last.next_cursor,
    staleTime: 15_000,
    enabled: computed(isAsked),
  });
  const leaving = useLeaving();
  const seen = reactive(new Set<string>());

  const read = computed<Row[]>(() => query.data.value?.pages.flatMap((page) => page.rows) ?? []);
  const rows = computed(() => read.value.filter((row) => !leaving.has(row)));
  const ids = computed(() => rows.value.map((row) => row.id));
  const byId = computed(() => new Map(rows.value.map((row) => [row.id, row])));
  const actions: ComputedRef<ManyAction[]> = computed(() => {
    const found = new Map<string, ManyAction>();
    for (const one of query.data.value?.pages.flatMap((page) => page.actions) ?? []) found.set(one.action, one);
    return [...found.values()];
  });

  return {
    query,
    rows,
    ids,
    byId,
    actions,
    leaving,
    isNew: (row: Row) => !row.is_seen && !seen.has(row.id),
    noteSeen: (id: string) => seen.add(id),
  };
}

/** Rows that were acted on and are expected to go: hidden at the version that was acted on, and no other. */
export function useLeaving() {
  const versions = reactive(new Map<string, number>());
  return {
    has: (row: Pick<Row, "id" | "version">) => versions.get(row.id) === row.version,
    add: (rows: readonly Pick<Row, "id" | "version">[]) => rows.forEach((row) => versions.set(row.id, row.version)),
    putBack: (ids: readonly string[]) => ids.forEach((id) => versions.delete(id)),
  };
}

/** Whether a row that took this step goes out of the list: a tray or a choice of states holds it no longer. */
export function leavesList(address: Address, action: string): boolean {
  if (STAYING.has(action)) return false;
  if (address.tray === "overdue" || address.tray === "nobodys") return ENDING.has(action);
  if (address.tray === "waiting_for_units") return action === "recall";
  if (address.tray === "in_hand") return action === "return";
  return address.tray !== null || address.states.length > 0 || (address.isOpen && ENDING.has(action));
}

const STAYING = new Set(["note", "suspend", "resume", "grant_extension", "refuse_extension"]);
const ENDING = new Set(["close", "void"]);
