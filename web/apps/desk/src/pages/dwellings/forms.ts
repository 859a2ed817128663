// The two forms as they are in force today, and what a history says besides their fields.

import { getForm } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import type { FormShape } from "@jingwei/ui";
import { computed } from "vue";
import { besides } from "@/parts/records/besides.js";

/** What stands in a history and is no field of the form. */
const BESIDE = besides([
  ["address", "地址", "Address"], ["aliases", "别名", "Other names"], ["position", "位置", "Position"], ["area", "所在网格", "Grid"], ["plan", "楼盘图", "House plan"],
  ["merged", "合并", "Merged"],
]);

export function useDwellingForm(what: "building" | "house") {
  const read = useRead(getForm, () => ({ record_kind: `dwellings.${what}` }), { staleTime: 300_000 });
  const form = computed(() => read.data.value as FormShape | undefined);
  const told = computed(() => form.value && { ...form.value, fields: [...form.value.fields, ...BESIDE] });
  const codes = (key: string) => computed(() => form.value?.code_tables.find((one) => one.key === key)?.codes ?? []);
  return { read, form, told, codes };
}
