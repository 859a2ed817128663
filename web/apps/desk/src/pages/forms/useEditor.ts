// The draft of a form: what stands on the page, what of it is saved, and publishing it.

import { changeFormDraft, discardFormDraft, getForm, listCodeTables, listForms, listFormVersions, listUnusedFields, publishForm } from "@jingwei/client";
import { useRead, useWrite } from "@jingwei/face";
import type { FormField } from "@jingwei/ui";
import { computed, onBeforeUnmount, onMounted, reactive, ref, watch } from "vue";
import { flat, freeKey, gapsOf, grouped, isFixed, newField, type Group } from "./drafting.js";

const READ = [getForm, listForms, listFormVersions, listUnusedFields];

export function useEditor(kind: () => string) {
  const versions = useRead(listFormVersions, () => ({ record_kind: kind() }));
  const tables = useRead(listCodeTables, undefined, { staleTime: 60_000 });
  const all = computed(() => versions.data.value ?? []);
  const draft = computed(() => all.value.find((one) => one.standing === "draft"));
  const published = computed(() => all.value.filter((one) => one.standing !== "draft"));
  /** Against it the draft is told: what is in force. */
  const present = computed(() => published.value.find((one) => one.standing === "valid"));
  const own = computed(() => published.value.find((one) => one.version === 0)?.fields ?? []);

  const groups = ref<Group[]>([]);
  const chosen = ref("");
  const about = reactive({ title_zh: "", title_en: "", period_days: 0 });
  const saved = ref("");
  const fields = computed(() => flat(groups.value));
  const said = () => JSON.stringify({ ...about, fields: fields.value });
  const isDirty = computed(() => draft.value !== undefined && said() !== saved.value);

  /** The edition that stands on the page. Somebody else's is not put over what is typed here: saving then says so. */
  let base = 0;
  watch(draft, (now, before) => void (now && (!before || !isDirty.value) && take(now)), { immediate: true });
  function take(one: NonNullable<typeof draft.value>): void {
    groups.value = grouped(one.fields as FormField[]);
    Object.assign(about, { title_zh: one.title_zh, title_en: one.title_en, period_days: one.period_days });
    saved.value = said();
    base = one.edition;
    if (!fields.value.some((field) => field.key === chosen.value)) chosen.value = fields.value[0]?.key ?? "";
  }

  const field = computed<FormField | undefined>({
    get: () => groups.value.flatMap((group) => group.fields).find((one) => one.key === chosen.value),
    set: (given) => {
      if (!given) return;
      groups.value = groups.value.map((group) => ({ ...group, fields: group.fields.map((one) => (one.key === given.key ? given : one)) }));
    },
  });
  const everPublished = computed(() => published.value.flatMap((one) => one.fields as FormField[]));
  const isChosenFixed = computed(() => field.value !== undefined && isFixed(field.value, everPublished.value));
  const wasPublished = (key: string) => everPublished.value.some((one) => one.key === key);
  const incomplete = computed(() => fields.value.filter((one) => gapsOf(one, fields.value).length));

  /** A key of its own; one that was published before stays with the values that were kept under it. */
  function add(group: number, key?: string): void {
    const taken = [...fields.value, ...everPublished.value].map((one) => one.key);
    const made = newField(key ?? freeKey(taken));
    groups.value = groups.value.map((one, at) => (at === group ? { ...one, fields: [...one.fields, made] } : one));
    chosen.value = made.key;
  }
  function remove(key: string): void {
    groups.value = groups.value.map((group) => ({ ...group, fields: group.fields.filter((one) => one.key !== key) }));
    chosen.value = fields.value[0]?.key ?? "";
  }

  const change = useWrite(changeFormDraft, { changes: [listForms, listFormVersions] });
  const publish = useWrite(publishForm, { changes: READ });
  const discard = useWrite(discardFormDraft, { changes: READ });

  async function save(): Promise<number | undefined> {
    if (!draft.value) return undefined;
    if (!isDirty.value) return base;
    const sent = said();
    const answer = await change.mutateAsync({ record_kind: kind(), ...about, fields: fields.value, edition: base });
    saved.value = sent;
    return (base = answer.edition);
  }
  async function bringInForce(valid_from: string): Promise<void> {
    const edition = await save();
    if (edition !== undefined) await publish.mutateAsync({ record_kind: kind(), valid_from, edition });
  }
  /** What the server finds in the draft as it was saved; while something is typed its answer is not of that. */
  const faults = computed(() => (isDirty.value ? [] : (draft.value?.faults ?? [])));

  const ask = (event: BeforeUnloadEvent) => void (isDirty.value && event.preventDefault());
  onMounted(() => window.addEventListener("beforeunload", ask));
  onBeforeUnmount(() => window.removeEventListener("beforeunload", ask));

  return {
    versions, tables, draft, present, own, groups, chosen, about, fields, field, isDirty, isChosenFixed, wasPublished, incomplete, faults, add, remove, save,
    bringInForce, change, publish, discard,
  };
}
