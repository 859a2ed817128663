// One person's record: read, changed field by field with others, confirmed, opened for a purpose.

import { changeResident, getResident, listResidents, revealResident } from "@jingwei/client";
import { useRead, useWrite } from "@jingwei/face";
import { type ChangedFacts, conflictOf, type Facts, usePageText } from "@jingwei/ui";
import { ElMessage } from "element-plus/es/components/message/index";
import { computed, ref, watch } from "vue";
import { text } from "./text.js";
import { useResidentForm } from "./useResidentForm.js";
import type { PURPOSES } from "./words.js";

export function usePerson(id: () => string, isFilled: () => boolean) {
  const { t } = usePageText(text);
  const read = useRead(getResident, () => ({ resident_id: id() }));
  const person = computed(() => read.data.value);
  const { read: formRead, form } = useResidentForm();
  const change = useWrite(changeResident, { changes: [getResident, listResidents] });
  const look = useWrite(revealResident);
  const changed = ref<ChangedFacts>({});
  const isChanging = ref(false);
  const base = ref(0);
  const error = computed(() => change.error.value);
  const conflict = computed(() => (isChanging.value ? conflictOf(change.error.value) : undefined));
  watch(id, () => (isChanging.value = false));

  function begin(): void {
    changed.value = {};
    base.value = person.value?.version ?? 0;
    change.reset();
    isChanging.value = true;
  }
  async function put(facts: ChangedFacts, version: number, done: string): Promise<void> {
    try {
      await change.mutateAsync({ resident_id: id(), facts, version });
      isChanging.value = false;
      ElMessage.success(done);
    } catch {
      /* said at the fields */
    }
  }
  async function send(): Promise<void> {
    if (!isFilled()) return;
    if (!Object.keys(changed.value).length) isChanging.value = false;
    else await put(changed.value, base.value, t("saved"));
  }
  const resend = (facts: ChangedFacts, version: number) => put(facts, version, t("saved"));
  const confirm = () => put({}, person.value?.version ?? 0, t("confirmed"));
  async function reveal(purpose: string): Promise<Facts> {
    const opened = await look.mutateAsync({ resident_id: id(), purpose: purpose as (typeof PURPOSES)[number] });
    return opened.values;
  }
  return { read, person, form, formRead, changed, isChanging, conflict, change, isSending: change.isPending, error, begin, send, resend, confirm, reveal };
}
