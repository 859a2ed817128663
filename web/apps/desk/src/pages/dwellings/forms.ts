// The two forms as they are in force today, and what a history says besides their fields.

import { getForm } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import type { FormField, FormShape } from "@jingwei/ui";
import { computed } from "vue";

/** What stands in a history and is no field of the form. */
const BESIDE: readonly (readonly [string, string, string])[] = [
  ["address", "地址", "Address"], ["aliases", "别名", "Other names"], ["position", "位置", "Position"], ["area", "所在网格", "Grid"], ["plan", "楼盘图", "House plan"],
  ["merged", "合并", "Merged"],
];
const plain = ([key, label_zh, label_en]: readonly [string, string, string]): FormField => ({
  key, label_zh, label_en, kind: "text", section_zh: "", section_en: "", is_required: false, keeping: "plain", seen_by: "scope", code_table: "", least: null, most: null,
  longest: null, decimals: null, unit_zh: "", unit_en: "", help_zh: "", help_en: "", is_personal: false, purpose: "", legal_basis: "", retention_days: null, is_built_in: true,
});

export function useDwellingForm(what: "building" | "house") {
  const read = useRead(getForm, () => ({ record_kind: `dwellings.${what}` }), { staleTime: 300_000 });
  const form = computed(() => read.data.value as FormShape | undefined);
  const told = computed(() => form.value && { ...form.value, fields: [...form.value.fields, ...BESIDE.map(plain)] });
  const codes = (key: string) => computed(() => form.value?.code_tables.find((one) => one.key === key)?.codes ?? []);
  return { read, form, told, codes };
}
