// One organisation's or place's record: read, changed field by field with others, confirmed, opened for a purpose.

import { changeOrganisation, confirmOrganisation, getOrganisation, revealOrganisation } from "@jingwei/client";
import type { OrganisationPurpose } from "@jingwei/domain";
import { useRead, useWrite } from "@jingwei/face";
import { conflictOf, usePageText, type ChangedFacts, type Facts } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import { computed, reactive, ref, watch } from "vue";
import { text } from "./text.js";
import { TOUCHED } from "./touched.js";
import { useOrganisationForm } from "./useOrganisationForm.js";

export const namesOf = (lines: string): string[] => lines.split("\n").map((one) => one.trim()).filter(Boolean);

export function useOrganisation(id: () => string, isFilled: () => boolean) {
  const { t } = usePageText(text);
  const read = useRead(getOrganisation, () => ({ organisation_id: id() }));
  const one = computed(() => read.data.value);
  const { read: formRead, form, told } = useOrganisationForm(() => one.value?.kind);
  const change = useWrite(changeOrganisation, { changes: TOUCHED });
  const confirming = useWrite(confirmOrganisation, { changes: TOUCHED });
  const look = useWrite(revealOrganisation);
  const facts = ref<ChangedFacts>({});
  /** What stands beside the form. */
  const own = reactive({ aliases: "", operator: "" });
  const isChanging = ref(false);
  const base = ref(0);
  const before = ref({ aliases: "", operator: "" });
  const conflict = computed(() => (isChanging.value ? conflictOf(change.error.value) : undefined));
  watch(id, () => (isChanging.value = false));

  function begin(): void {
    facts.value = {};
    base.value = one.value?.version ?? 0;
    before.value = { aliases: (one.value?.aliases ?? []).join("\n"), operator: one.value?.operator_id ?? "" };
    Object.assign(own, before.value);
    change.reset();
    isChanging.value = true;
  }
  /** Everything that was changed, by the names a history and a conflict have for it. */
  const changed = computed<ChangedFacts>(() => ({
    ...facts.value,
    ...(namesOf(own.aliases).join("\n") === before.value.aliases ? {} : { aliases: namesOf(own.aliases) }),
    ...(own.operator === before.value.operator ? {} : { operator: own.operator || null }),
  }));
  async function send(all: ChangedFacts, version: number): Promise<void> {
    const { aliases, operator, ...sent } = all;
    const beside = { ...(aliases === undefined ? {} : { aliases: aliases as string[] }), ...(operator === undefined ? {} : { operator_id: operator as string | null }) };
    try {
      await change.mutateAsync({ organisation_id: id(), version, facts: sent, ...beside, came_from: "desk" });
      isChanging.value = false;
      ElMessage.success(t("saved"));
    } catch {
      /* said at the fields */
    }
  }
  async function save(): Promise<void> {
    if (!isFilled()) return;
    if (Object.keys(changed.value).length) await send(changed.value, base.value);
    else isChanging.value = false;
  }
  async function confirm(): Promise<void> {
    try {
      await confirming.mutateAsync({ organisation_id: id(), came_from: "desk" });
      ElMessage.success(t("confirmed"));
    } catch {
      /* said below the buttons */
    }
  }
  async function reveal(purpose: string): Promise<Facts> {
    const opened = await look.mutateAsync({ organisation_id: id(), keys: [], purpose: purpose as OrganisationPurpose, remark: "" });
    return opened.values;
  }
  return { read, one, form, told, formRead, facts, own, changed, isChanging, conflict, change, confirming, begin, save, send, confirm, reveal };
}
