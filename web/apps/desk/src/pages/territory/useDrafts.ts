import { discardDraft, listDrafts, openDraft, Refusal } from "@jingwei/client";
import { useOwnArea, useRead, useUrlState, useWrite } from "@jingwei/face";
import { usePageText } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import { computed, reactive, ref } from "vue";
import { useRouter } from "vue-router";
import { text } from "./text.js";
import type { Draft } from "./types.js";

export const STATES = ["draft", "checked", "scheduled", "published", "discarded"] as const;

/** The drafts of one's area; opening one, giving one up. */
export function useDrafts() {
  const { t } = usePageText(text);
  const router = useRouter();
  const own = useOwnArea();
  const address = useUrlState({ state: "", within: "" });
  const query = useRead(
    listDrafts,
    () => ({
      ...(address.state.value.state ? { state: address.state.value.state as Draft["state"] } : {}),
      ...(address.state.value.within ? { within: address.state.value.within } : {}),
      ...(address.cursor.value ? { cursor: address.cursor.value } : {}),
    }),
    { keepsPrevious: true },
  );
  const rows = computed(() => query.data.value?.rows ?? []);
  const next = computed(() => query.data.value?.next_cursor ?? "");

  const opening = reactive({ isOpen: false, area: own.code.value.length >= 6 ? own.code.value : "", title: "" });
  const opens = useWrite(openDraft, { changes: [listDrafts] });
  const standing = computed(() => {
    const error = opens.error.value;
    return error instanceof Refusal && error.code === "territory.draft_stands" ? String(error.body.data["draft_id"] ?? "") : "";
  });
  async function open(): Promise<void> {
    const made = await opens.mutateAsync({ area_code: opening.area, title: opening.title.trim() }).catch(() => undefined);
    if (made) await router.push({ name: "territory-draft", params: { draftId: made.draft_id } });
  }

  const leaving = reactive({ draft: null as Draft | null, reason: "" });
  const discards = useWrite(discardDraft, { changes: [listDrafts] });
  const isAsking = ref(false);
  function askLeave(draft: Draft): void {
    Object.assign(leaving, { draft, reason: "" });
    discards.reset();
    isAsking.value = true;
  }
  async function leave(): Promise<void> {
    const draft = leaving.draft;
    if (!draft) return;
    const done = await discards
      .mutateAsync({ draft_id: draft.draft_id, version: draft.version, reason: leaving.reason.trim() })
      .then(() => true, () => false);
    if (!done) return;
    isAsking.value = false;
    ElMessage.success(t("drafts.discarded2", { title: draft.title }));
  }
  return { address, query, rows, next, own, opening, opens, open, standing, leaving, isAsking, discards, askLeave, leave };
}
