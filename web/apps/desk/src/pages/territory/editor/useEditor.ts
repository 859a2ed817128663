import {
  changeDraft, getDraft, listDraftChanges, listDraftFaults, listDraftFeatures, listDrafts, previewDraft, Refusal,
} from "@jingwei/client";
import { queryClient, readAgain, readKey, useRead } from "@jingwei/face";
import { computed, ref, shallowRef } from "vue";
import type { Change, Changed, Draft, Edited, Feature } from "../types.js";

/** Somebody else was quicker: what they did, and what of ours still waits. */
export interface Conflict {
  change: Change;
  version: number;
  others: Changed[];
  ids: string[];
}

interface Held {
  version: number;
  features: Feature[];
}

/** The features after a change; undefined where the list is not the one the change was made to. */
export function applied<T extends Held>(held: T | undefined, edited: Edited): T | undefined {
  if (!held || held.version !== edited.draft.version - 1) return undefined;
  const changed = new Map(edited.changed.map((one) => [one.feature_id, one]));
  const gone = new Set(edited.removed);
  const kept = held.features.filter((one) => !gone.has(one.feature_id)).map((one) => changed.get(one.feature_id) ?? one);
  const known = new Set(held.features.map((one) => one.feature_id));
  return { ...held, version: edited.draft.version, features: [...kept, ...edited.changed.filter((one) => !known.has(one.feature_id))] };
}

/** One draft: what it holds, what is wrong with it, and changing it without overwriting anybody. */
export function useEditor(draftId: () => string) {
  const given = () => ({ draft_id: draftId() });
  const draft = useRead(getDraft, given);
  const held = useRead(listDraftFeatures, given);
  const faults = useRead(listDraftFaults, given, { keepsPrevious: true });
  const changes = useRead(listDraftChanges, given, { keepsPrevious: true });
  const failure = shallowRef<unknown>();
  const conflict = shallowRef<Conflict>();
  const isSaving = ref(false);
  const features = computed(() => held.data.value?.features ?? []);
  const version = computed(() => held.data.value?.version ?? 0);
  const isOpen = computed(() => ["draft", "checked"].includes(draft.data.value?.state ?? ""));

  /** Everything that hangs on what the draft holds. */
  const readBeside = () => readAgain(queryClient, [listDraftFaults, listDraftChanges, previewDraft, listDrafts]);
  const readAll = () => readAgain(queryClient, [getDraft, listDraftFeatures, listDraftFaults, listDraftChanges, previewDraft, listDrafts]);
  function took(next: Draft): void {
    queryClient.setQueryData(readKey(getDraft, given()), next);
  }

  async function change(wanted: Change, seen = version.value): Promise<Edited | undefined> {
    failure.value = undefined;
    isSaving.value = true;
    try {
      const edited: Edited = await changeDraft({ draft_id: draftId(), version: seen, change: wanted });
      conflict.value = undefined;
      took(edited.draft);
      const key = readKey(listDraftFeatures, given());
      const next = applied(queryClient.getQueryData<Held>(key), edited);
      if (next) queryClient.setQueryData(key, next);
      else await readAgain(queryClient, [listDraftFeatures]);
      void readBeside();
      return edited;
    } catch (error) {
      if (error instanceof Refusal && error.code === "stale_version") await told(wanted, seen);
      else failure.value = error;
      return undefined;
    } finally {
      isSaving.value = false;
    }
  }

  /** Nothing was overwritten: the others' work is fetched and shown, ours waits for a decision. */
  async function told(wanted: Change, seen: number): Promise<void> {
    try {
      const between = await listDraftChanges({ draft_id: draftId(), since: seen });
      await readAll();
      conflict.value = {
        change: wanted, version: between.version, others: between.rows, ids: [...new Set(between.rows.flatMap((one) => one.feature_ids))],
      };
    } catch (error) {
      failure.value = error;
    }
  }

  /** Ours upon theirs, after having seen both. */
  async function insist(): Promise<Edited | undefined> {
    const now = conflict.value;
    return now ? await change(now.change, now.version) : undefined;
  }

  return { draft, held, faults, changes, features, version, isOpen, isSaving, failure, conflict, change, insist, readAll, took };
}

export type Editor = ReturnType<typeof useEditor>;
