// Relations to the head of a household, from the national code table.

import { listCodeTables } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import { computed } from "vue";
import type { FormCode } from "@jingwei/ui";

export function useRelations() {
  const tables = useRead(listCodeTables, undefined, { staleTime: 600_000 });
  return computed<FormCode[]>(() => {
    const found = (tables.data.value ?? []).find((one) => one.key === "relation_to_head");
    return (found?.codes ?? []).filter((one) => one.is_active);
  });
}
