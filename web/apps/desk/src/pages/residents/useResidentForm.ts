// The form of residents as it is in force today.

import { getForm } from "@jingwei/client";
import { useRead } from "@jingwei/face";
import { computed } from "vue";
import type { FormShape } from "@jingwei/ui";

export function useResidentForm() {
  const read = useRead(getForm, () => ({ record_kind: "residents.person" }), { staleTime: 300_000 });
  const form = computed(() => read.data.value as FormShape | undefined);
  return { read, form };
}
