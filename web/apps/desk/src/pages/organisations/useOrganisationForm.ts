// The forms of organisations and places as they are in force today, and what a history says besides their fields.

import { getForm } from "@jingwei/client";
import { ORGANISATION_STATUSES, STATUS_WORDS, type OrganisationKind } from "@jingwei/domain";
import { useRead } from "@jingwei/face";
import { codeName, useLocale, type FormCodeTable, type FormShape } from "@jingwei/ui";
import { computed } from "vue";
import { besides } from "@/parts/records/besides.js";

const STATUS_TABLE = "organisation_status";
const BESIDE = besides([
  ["address", "地址", "Address"], ["position", "位置", "Position"], ["area", "所在网格", "Grid"], ["aliases", "招牌名、别名", "Signs and other names"],
  ["operator", "经营单位", "Run by"], ["status", "状态", "Status"], ["merged", "合并", "Merged"],
]).map((field) => (field.key === "status" ? { ...field, kind: "choice" as const, code_table: STATUS_TABLE } : field));
const STATUSES: FormCodeTable = {
  key: STATUS_TABLE, title_zh: "状态", title_en: "Status", source: "", is_national: false,
  codes: ORGANISATION_STATUSES.map((value) => ({ value, name_zh: STATUS_WORDS[value].zh, name_en: STATUS_WORDS[value].en, is_active: true })),
};

export function useOrganisationForm(kind: () => OrganisationKind | undefined) {
  const read = useRead(getForm, () => ({ record_kind: `organisations.${kind() ?? ""}` }), { enabled: () => kind() !== undefined, staleTime: 300_000 });
  const form = computed(() => read.data.value as FormShape | undefined);
  const told = computed(() => form.value && { ...form.value, fields: [...form.value.fields, ...BESIDE], code_tables: [...form.value.code_tables, STATUSES] });
  return { read, form, told };
}

/** Codes by their table, as the form of places names them: it has all of them. */
export function useCodes() {
  const locale = useLocale();
  const { form } = useOrganisationForm(() => "place");
  const codes = (table: string) => form.value?.code_tables.find((one) => one.key === table)?.codes ?? [];
  const nameOf = (table: string, value: string): string => {
    const code = codes(table).find((one) => one.value === value);
    return code ? codeName(code, locale.value) : value;
  };
  return { codes, nameOf };
}
