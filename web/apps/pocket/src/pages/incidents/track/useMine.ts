// One's own report, by its tracking code or by one's account: the same page, two ways in.

import {
  answerQuestion, answerTracked, editReport, editTracked, getIncident, listLooks, listTrackedLooks, rateIncident, rateTracked,
  reopenIncident, reopenTracked, trackIncident, type Schema,
} from "@jingwei/client";
import { readAgain, useRead, type Incident } from "@jingwei/face";
import { useMutation, useQueryClient } from "@tanstack/vue-query";
import { computed, type ComputedRef } from "vue";

export type Source = { code: string } | { incident_id: string };
export type Look = Schema<"LookOut">;

export interface Rated {
  stars: number;
  is_solved: boolean;
  remark: string;
}

const CHANGED = [trackIncident, getIncident, listLooks, listTrackedLooks];

/** Ten letters and digits, read as the server reads them. */
export function plainCode(given: string): string {
  return given
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

export const CODE_LENGTH = 10;

export function useMine(source: () => Source) {
  const client = useQueryClient();
  const byCode = computed(() => ("code" in source() ? (source() as { code: string }).code : ""));
  const byId = computed(() => ("incident_id" in source() ? (source() as { incident_id: string }).incident_id : ""));
  const tracked = useRead(trackIncident, () => ({ code: byCode.value }), { enabled: () => byCode.value !== "" });
  const owned = useRead(getIncident, () => ({ incident_id: byId.value }), { enabled: () => byId.value !== "" });
  const trackedLooks = useRead(listTrackedLooks, () => ({ code: byCode.value }), { enabled: () => byCode.value !== "" });
  const ownedLooks = useRead(listLooks, () => ({ incident_id: byId.value }), { enabled: () => byId.value !== "" });
  const query = computed(() => (byCode.value ? tracked : owned));
  const incident: ComputedRef<Incident | undefined> = computed(() => (byCode.value ? tracked.data.value : owned.data.value));
  const looks: ComputedRef<readonly Look[]> = computed(() => (byCode.value ? trackedLooks.data.value : ownedLooks.data.value) ?? []);

  const send = useMutation({
    mutationFn: (doing: () => Promise<unknown>) => doing(),
    onSettled: () => readAgain(client, CHANGED),
  });
  const version = () => incident.value?.version ?? null;

  const answer = (words: string, file_ids: string[]) =>
    send.mutateAsync(() =>
      byCode.value
        ? answerTracked({ code: byCode.value, words, file_ids, version: version() })
        : answerQuestion({ incident_id: byId.value, words, file_ids, version: version() }),
    );
  const edit = (words: string, address: string) =>
    send.mutateAsync(() =>
      byCode.value
        ? editTracked({ code: byCode.value, words, address, file_ids: [], version: version() })
        : editReport({ incident_id: byId.value, words, address, file_ids: [], version: version() }),
    );
  const rate = (rated: Rated) =>
    send.mutateAsync(() =>
      byCode.value
        ? rateTracked({ code: byCode.value, ...rated, version: version() })
        : rateIncident({ incident_id: byId.value, ...rated, version: version() }),
    );
  const reopen = (remark: string) =>
    send.mutateAsync(() =>
      byCode.value
        ? reopenTracked({ code: byCode.value, remark, version: version() })
        : reopenIncident({ incident_id: byId.value, remark, version: version() }),
    );

  /** Where a file's bytes come from; `side` in pixels for a small picture. */
  function fileAddress(fileId: string, side?: 320 | 1280): string {
    const base = byCode.value ? `/api/v1/track/${encodeURIComponent(byCode.value)}/files/${fileId}` : `/api/v1/files/${fileId}`;
    return side ? `${base}/thumb/${side}` : base;
  }

  return { query, incident, looks, send, answer, edit, rate, reopen, fileAddress };
}

export type Mine = ReturnType<typeof useMine>;
