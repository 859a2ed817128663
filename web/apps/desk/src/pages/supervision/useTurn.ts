// On how many cards it is the turn of one's own unit: the number in the navigation.

import { listSupervisionCards } from "@jingwei/client";
import { useRead, useSession } from "@jingwei/face";
import { computed, type ComputedRef } from "vue";

export function useTurn(): ComputedRef<number> {
  const session = useSession();
  const read = useRead(listSupervisionCards, () => ({ awaits_me: true, size: 100 }), {
    enabled: () => session.may("read_supervision") && session.may("answer_supervision"),
    refetchInterval: 120_000,
  });
  return computed(() => read.data.value?.rows.length ?? 0);
}
