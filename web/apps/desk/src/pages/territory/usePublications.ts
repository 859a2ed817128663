import { listDrafts, listPublications, undoPublication } from "@jingwei/client";
import { queryClient, readKey, useRead, useUrlState, useWrite } from "@jingwei/face";
import { usePageText } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import { computed, reactive, ref } from "vue";
import { text } from "./text.js";
import type { Publication } from "./types.js";

const WATCH_MS = 2000;
const REST_MS = 60_000;
/** Something is still being done to it: it is read again until it is over. */
export const isUnderWay = (one: Publication): boolean =>
  one.state === "moving" || one.state === "undoing" || (one.run !== null && one.run !== undefined && one.run.state !== "done");

/** Share of the rows that have moved, in per cent. */
export function shareOf(run: { total: number; done: number; state: string }): number {
  if (run.total === 0) return run.state === "done" ? 100 : 0;
  return Math.min(100, Math.floor((run.done / run.total) * 100));
}

/** What was published in one's area, what moves just now, and undoing. */
export function usePublications() {
  const { t } = usePageText(text);
  const address = useUrlState({ within: "" });
  const given = () => ({
    ...(address.state.value.within ? { within: address.state.value.within } : {}),
    ...(address.cursor.value ? { cursor: address.cursor.value } : {}),
  });
  // Asked as the answer arrives, before the page has it.
  const pace = () => {
    const answer = queryClient.getQueryData<{ rows: Publication[] }>(readKey(listPublications, given()));
    return answer?.rows.some(isUnderWay) ? WATCH_MS : REST_MS;
  };
  const query = useRead(listPublications, given, { keepsPrevious: true, refetchInterval: pace });
  const rows = computed(() => query.data.value?.rows ?? []);
  const next = computed(() => query.data.value?.next_cursor ?? "");
  const undoing = reactive({ one: null as Publication | null, reason: "" });
  const isAsking = ref(false);
  const undoes = useWrite(undoPublication, { changes: [listPublications, listDrafts] });
  function ask(one: Publication): void {
    Object.assign(undoing, { one, reason: "" });
    undoes.reset();
    isAsking.value = true;
  }
  async function undo(): Promise<void> {
    const one = undoing.one;
    if (!one) return;
    const done = await undoes.mutateAsync({ publication_id: one.publication_id, reason: undoing.reason.trim() }).then(() => true, () => false);
    if (!done) return;
    isAsking.value = false;
    ElMessage.success(t(one.state === "scheduled" ? "publications.recalled2" : "publications.undoing2", { title: one.title }));
  }
  return { address, query, rows, next, undoing, isAsking, undoes, ask, undo };
}
