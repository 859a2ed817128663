// The form of a new export: filled in from the list's address, sent when it says what it is for.

import { listExports, listExportSources, previewExport, requestExport, type Schema } from "@jingwei/client";
import { useDraft, useRead, useWrite } from "@jingwei/face";
import { computed, ref, watch } from "vue";
import type { LocationQuery } from "vue-router";

export type Source = Schema<"SourceOut">;
export type Filter = Record<string, string | string[]>;

/** Parts of the address that are the form's own; everything else is the list's filter. */
const OWN = new Set(["source", "columns", "purpose", "clear"]);
export const LEAST_PURPOSE = 4;

/** The list's filter out of an address. */
export function filterOf(query: LocationQuery): Filter {
  const filter: Filter = {};
  for (const [name, value] of Object.entries(query)) {
    if (OWN.has(name)) continue;
    const given = [value].flat().filter((each): each is string => Boolean(each));
    // One value is one value, whichever way the address was made; only several are a list.
    if (given.length > 0) filter[name] = given.length === 1 ? given[0]! : given;
  }
  return filter;
}

function one(value: LocationQuery[string] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

export function useNewExport(query: LocationQuery, language: "zh" | "en") {
  const sources = useRead(listExportSources);
  const sourceKey = ref(one(query["source"]));
  const source = computed(() => sources.data.value?.find((each) => each.key === sourceKey.value));
  const listOf = (key: string) => sources.data.value?.find((each) => each.key === key)?.filters_of ?? key;
  /** The filter belongs to the list it came from; another list is taken whole. */
  const filter = computed(() => {
    const from = one(query["source"]);
    return !from || listOf(from) === listOf(sourceKey.value) ? filterOf(query) : {};
  });
  const chosen = ref<string[]>([]);
  const isClear = ref(one(query["clear"]) === "1");
  // What was typed outlives a reload and an ended session; an export that is asked again brings its own.
  const draft = useDraft("export:new", () => ({ purpose: "" }));
  if (one(query["purpose"])) draft.value.value.purpose = one(query["purpose"]);
  const purpose = computed({
    get: () => draft.value.value.purpose,
    set: (words) => (draft.value.value.purpose = words),
  });
  const fileLanguage = ref(language);

  // Without a source in the address the first one is meant; its usual columns are ticked.
  watch(
    () => [sources.data.value, sourceKey.value] as const,
    ([all]) => {
      if (!all) return;
      if (!all.some((each) => each.key === sourceKey.value)) sourceKey.value = all[0]?.key ?? "";
      const asked = one(query["columns"]).split(",").filter((name) => source.value?.columns.some((c) => c.name === name));
      chosen.value = asked.length > 0 ? asked : usualOf(source.value);
      if (!source.value?.may_take_clear) isClear.value = false;
    },
    { immediate: true },
  );

  const personal = computed(() => source.value?.columns.filter((column) => column.is_personal) ?? []);
  const ordinary = computed(() => source.value?.columns.filter((column) => !column.is_personal) ?? []);
  const takesPersonal = computed(() => personal.value.some((column) => chosen.value.includes(column.name)));
  const needsConsent = computed(() => takesPersonal.value && isClear.value);
  const isPurposeShort = computed(() => purpose.value.trim().length < LEAST_PURPOSE);
  const isComplete = computed(() => source.value !== undefined && chosen.value.length > 0 && !isPurposeShort.value);

  const preview = useRead(previewExport, () => ({ source: sourceKey.value, filter: filter.value }), {
    enabled: () => source.value !== undefined,
  });

  const request = useWrite(requestExport, { changes: [listExports] });
  /** Columns travel in the order of the source, however they were ticked. */
  async function send() {
    const columns = (source.value?.columns ?? []).map((column) => column.name).filter((name) => chosen.value.includes(name));
    const asked = await request.mutateAsync({
      source: sourceKey.value,
      filter: filter.value,
      columns,
      is_clear: needsConsent.value,
      purpose: purpose.value.trim(),
      language: fileLanguage.value,
    });
    draft.clear();
    return asked;
  }

  return {
    sources, source, sourceKey, filter, chosen, isClear, purpose, fileLanguage, personal, ordinary, takesPersonal,
    needsConsent, isPurposeShort, isComplete, preview, request, send,
    chooseUsual: () => (chosen.value = usualOf(source.value)),
    chooseAll: () => (chosen.value = ordinary.value.map((column) => column.name)),
  };
}

function usualOf(source: Source | undefined): string[] {
  return source?.columns.filter((column) => column.is_usual).map((column) => column.name) ?? [];
}
