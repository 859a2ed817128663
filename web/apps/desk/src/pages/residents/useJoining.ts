// Two records side by side: what is chosen where they differ, and joining them.

import { compareResidents, getHousehold, getResident, listResidentDoubles, listResidents, mergeResidents, type Schema } from "@jingwei/client";
import { useRead, useWrite } from "@jingwei/face";
import { usePageText } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import { computed, ref, watch } from "vue";
import { useRouter } from "vue-router";
import { joinText } from "./joinText.js";

type Prospect = Schema<"ResidentProspectOut">;
type Side = "kept" | "other";
export type Chosen = Record<string, string | undefined>;
/** Where people live and with whom are chosen like fields; no field's key begins like this. */
export const HOME = "@home";
export const HOUSEHOLD = "@household";

/** Everything that differs and has to be chosen. */
export function asked(found: Pick<Prospect, "fields" | "home" | "household">): string[] {
  const fields = found.fields.filter((one) => one.outcome === "choose").map((one) => one.field);
  return [...fields, ...(found.home === "choose" ? [HOME] : []), ...(found.household === "choose" ? [HOUSEHOLD] : [])];
}

export function useJoining(id: () => string, other: () => string) {
  const { t } = usePageText(joinText);
  const router = useRouter();
  const read = useRead(compareResidents, () => ({ resident_id: id(), other_id: other() }));
  const found = computed(() => read.data.value);
  const choices = ref<Chosen>({});
  const reason = ref("");
  const join = useWrite(mergeResidents, { changes: [getResident, listResidents, listResidentDoubles, getHousehold] });
  watch([id, other], () => (choices.value = {}));
  const missing = computed(() => (found.value ? asked(found.value).filter((key) => !choices.value[key]).length : 0));
  const isReady = computed(() => missing.value === 0 && reason.value.trim().length >= 2);

  async function go(): Promise<void> {
    if (!found.value || !isReady.value) return;
    const { [HOME]: home, [HOUSEHOLD]: household, ...facts } = choices.value as Record<string, Side>;
    try {
      await join.mutateAsync({
        resident_id: id(),
        other_id: other(),
        version: found.value.kept.version,
        other_version: found.value.other.version,
        facts,
        ...(home ? { home } : {}),
        ...(household ? { household } : {}),
        reason: reason.value.trim(),
      });
      ElMessage.success(t("done"));
      await router.replace({ name: "resident", params: { id: id() } });
    } catch {
      /* said below */
    }
  }
  return { read, found, choices, reason, missing, isReady, join, go };
}
