// One's exports and those to decide on: read again while something is being made.

import {
  approveExport,
  downloadExport,
  listExports,
  listExportsToDecide,
  refuseExport,
  stopExport,
  type Schema,
} from "@jingwei/client";
import { saveFile, useRead, useSession, useWrite } from "@jingwei/face";
import { computed, ref, shallowRef, watch, type Ref } from "vue";
import type { LocationQueryRaw } from "vue-router";
import { useWatching } from "../useWatching.js";

export type Export = Schema<"ExportOut">;

const ON_THE_WAY = new Set<Export["state"]>(["asked", "running", "waiting"]);
const PAGE = 20;

/** One's own, latest first; older pages are added below. */
export function useMyExports() {
  const size = ref(PAGE);
  const page = useRead(listExports, () => ({ limit: size.value }), { keepsPrevious: true });
  const rows = computed(() => page.data.value?.rows ?? []);
  const hasMore = computed(() => Boolean(page.data.value?.next_cursor) && size.value < 200);
  useWatching(() => rows.value.some((one) => ON_THE_WAY.has(one.state)), () => page.refetch());
  return { page, rows, hasMore, more: () => (size.value = Math.min(200, size.value + PAGE)) };
}

/** What waits for one's consent. */
export function useDeciding() {
  const session = useSession();
  const isDecider = computed(() => session.may("approve_export"));
  const page = useRead(listExportsToDecide, {}, { enabled: isDecider });
  const rows = computed(() => page.data.value?.rows ?? []);
  const changes = [listExportsToDecide, listExports];
  const approve = useWrite(approveExport, { changes });
  const refuse = useWrite(refuseExport, { changes });
  return { isDecider, page, rows, approve, refuse };
}

/** What the asker does with one of them. */
export function useOwnActions() {
  const stop = useWrite(stopExport, { changes: [listExports] });
  const download = useWrite(downloadExport, { changes: [listExports] });
  const failed = shallowRef<{ id: string; error: unknown }>();

  async function take(one: Export): Promise<boolean> {
    failed.value = undefined;
    try {
      saveFile((await download.mutateAsync({ export_id: one.id })) as Blob, one.file_name);
      return true;
    } catch (error) {
      failed.value = { id: one.id, error };
      return false;
    }
  }

  async function giveUp(one: Export): Promise<void> {
    failed.value = undefined;
    try {
      await stop.mutateAsync({ export_id: one.id });
    } catch (error) {
      failed.value = { id: one.id, error };
    }
  }

  return { take, giveUp, failed, isTaking: download.isPending };
}

/** The address of the form, filled in as this one was asked. */
export function againAddress(one: Export): LocationQueryRaw {
  return {
    ...(one.filter as LocationQueryRaw),
    source: one.source,
    columns: one.columns.map((column) => column.name).join(","),
    purpose: one.purpose,
    ...(one.is_clear ? { clear: "1" } : {}),
  };
}

/** Says aloud, for screen readers, when one of them changes its state. */
export function useSaidAloud(rows: Ref<Export[]>, say: (one: Export) => string): Ref<string> {
  const said = ref("");
  let before = new Map<string, string>();
  watch(rows, (now) => {
    const changed = now.filter((one) => before.has(one.id) && before.get(one.id) !== one.state);
    if (changed.length > 0) said.value = changed.map(say).join(" ");
    before = new Map(now.map((one) => [one.id, one.state]));
  });
  return said;
}
